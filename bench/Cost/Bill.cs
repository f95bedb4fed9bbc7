namespace Curbside.Bench.Cost;

/// <summary>One line of a month's bill.</summary>
internal sealed record BillLine(string What, decimal Dollars);

/// <summary>What a month costs with a number of consults.</summary>
internal static class Bill
{
    private const decimal GigabytesOfMemory = 2.048m;
    private const decimal SecondsOfMonth = 30 * 24 * 3600;

    /// <summary>However short it is, running costs a second: https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#billing.</summary>
    private const decimal LeastSeconds = 1;

    /// <summary>By the clock: the sweep each minute, reservations and missed texts every five, history and tidying each night.</summary>
    private const decimal Timers = 30 * ((24 * 60) + (2 * 24 * 12) + 2);

    /// <summary>What Twilio says of one text: sent, delivered.</summary>
    private const decimal ReportsOfAText = 2;

    /// <summary>Pages that the two people open.</summary>
    private const decimal PagesOfAConsult = 6;

    /// <summary>The activity, and the orchestrator before and after it.</summary>
    private const decimal ExecutionsOfATurn = 3;

    /// <summary>Queue messages put, taken and deleted, rows of history, the instance's row: what the engine does for one turn, at the most.</summary>
    private const decimal EngineRequestsOfATurn = 30;

    /// <summary>Five queues are looked into every ten seconds and four leases renewed as often, if an instance ran all month.</summary>
    private const decimal EngineRequestsOfAMonth = SecondsOfMonth / 10 * 9;

    /// <summary>The sweep looks into two tables.</summary>
    private const decimal TableRequestsOfATimer = 2;

    /// <summary>As a row of a request and what belongs to it.</summary>
    private const decimal TelemetryGigabytesOfAnExecution = 0.000004m;

    public static IReadOnlyList<BillLine> Of(decimal consults, OneConsult one)
    {
        var fromConsults = consults * (one.TextsIn + (one.TextsOut * ReportsOfAText) + PagesOfAConsult + (one.Turns * ExecutionsOfATurn));
        var executions = Timers + fromConsults;
        var requests = (consults * (one.StorageRequests + (one.Turns * EngineRequestsOfATurn))) + (Timers * TableRequestsOfATimer) + EngineRequestsOfAMonth;
        return
        [
            new("texts: Twilio", Prices.TextOut.Of(consults * one.SegmentsOut) + Prices.TextIn.Of(consults * one.TextsIn)),
            new("texts: carriers", Prices.Carrier.Of(consults * one.SegmentsOut)),
            new("number", Prices.Number.Of(1)),
            new("email: SendGrid", Prices.Mail.Of(1)),
            new("running: Azure Functions", Prices.Seconds.Of(executions * LeastSeconds * GigabytesOfMemory) + Prices.Executions.Of(executions)),
            new("storing: Azure Storage", Prices.StorageRequests.Of(requests)),
            new("alerts and checks: Azure Monitor", Prices.LogRuleOften.Of(4) + Prices.LogRule.Of(2) + Prices.OutsideCheck.Of(2 * SecondsOfMonth / 900)),
            new("telemetry: Azure Monitor", Prices.Telemetry.Of(executions * TelemetryGigabytesOfAnExecution)),
        ];
    }

    /// <summary>What it costs more to keep one instance running.</summary>
    public static decimal AlwaysReady => Prices.AlwaysReady.Of(SecondsOfMonth * GigabytesOfMemory);
}
