namespace Curbside.Bench.Cost;

/// <summary>What one unit of something costs.</summary>
/// <param name="Dollars">For <paramref name="Per"/> units.</param>
/// <param name="Free">Units a month that cost nothing.</param>
/// <param name="Source">Where it was read; null for a price that no page confirmed.</param>
internal sealed record Price(string What, decimal Dollars, decimal Per, string Unit, decimal Free = 0, string? Source = null)
{
    public decimal Of(decimal units) => Math.Max(0, units - Free) * Dollars / Per;
}

/// <summary>List prices in dollars, in the United States, without volume discounts. Prices change: look before you rely on one.</summary>
internal static class Prices
{
    public const string Date = "November 2026";

    private const string Twilio = "https://www.budgetforge.dev/tools/twilio-sms-pricing-2026 (July 2026)";
    private const string Flex = "https://modal.com/blog/azure-function-pricing-guide (May 2025); the free part **not verified**";
    private const string SendGrid = "https://apimap.dev/apis/sendgrid (March 2026)";
    private const string Logs = "https://monitoringcost.com/azure-monitor-cost (2026)";

    public static readonly Price TextOut = new("Twilio, text out", 0.0083m, 1, "segment", Source: Twilio);
    public static readonly Price TextIn = new("Twilio, text in", 0.0083m, 1, "segment", Source: Twilio);
    public static readonly Price Carrier = new("carriers' fee, at the most", 0.0062m, 1, "segment out", Source: Twilio);
    public static readonly Price Number = new("Twilio, toll-free number", 2.15m, 1, "month", Source: Twilio);
    public static readonly Price Mail = new("SendGrid, smallest paid plan", 19.95m, 1, "month", Source: SendGrid);
    public static readonly Price Seconds = new("Azure Functions, running on demand", 0.000026m, 1, "GB-s", 100_000, Flex);
    public static readonly Price Executions = new("Azure Functions, executions", 0.40m, 1_000_000, "execution", 250_000);
    public static readonly Price AlwaysReady = new("Azure Functions, an instance always ready", 0.000004m, 1, "GB-s");
    public static readonly Price StorageRequests = new("Azure Storage, tables, queues, leases", 0.004m, 10_000, "request");
    public static readonly Price LogRuleOften = new("Azure Monitor, alert looked at every 5 minutes", 1.50m, 1, "alert");
    public static readonly Price LogRule = new("Azure Monitor, alert looked at every 15 minutes", 0.50m, 1, "alert");
    public static readonly Price OutsideCheck = new("Azure Monitor, call from outside", 0.0006m, 1, "call");
    public static readonly Price Telemetry = new("Azure Monitor, telemetry", 2.30m, 1, "GB", 5, Logs);

    public static readonly IReadOnlyList<Price> All =
    [
        TextOut, TextIn, Carrier, Number, Mail, Seconds, Executions, AlwaysReady, StorageRequests, LogRuleOften, LogRule, OutsideCheck, Telemetry,
    ];
}
