using Curbside.Consults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Curbside.Functions.Orchestrations;

/// <summary>
/// One for each consult, under its id: wakes at the next deadline or when something has changed. It knows no rule and no word of the consult; every turn
/// begins by reading the truth, so a hint that is lost, late or repeated does no harm, and new rules meet consults that are under way.
/// </summary>
public sealed partial class ConsultOrchestration(Sweep sweep, ILogger<ConsultOrchestration> logger)
{
    public const string Name = "consult-timekeeping";

    /// <summary>The event that says that something has changed, and nothing more.</summary>
    public const string Changed = "changed";

    public const string Advance = "consult-advance";

    /// <summary>
    /// Counts up whenever the orchestration asks for other things or in another order, and the hub's name in <c>host.json</c> with it: a history of one
    /// shape cannot be replayed by another. The sweep starts the consults that are under way anew in the new hub.
    /// </summary>
    public const int Shape = 1;

    /// <summary>Bounds what is replayed. Each turn is a few rows of history.</summary>
    public const int MostTurns = 100;

    /// <summary>What is due and does not move on is tried again after this time, so that it cannot keep the host busy.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // One standing wait, renewed only when it has ended: a wait that is given up can swallow the next event.
        var changed = context.WaitForExternalEvent<object?>(Changed);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            if (await context.CallActivityAsync<DateTime?>(Advance, context.InstanceId, Retries.OfAdvance) is not { } due)
            {
                return;
            }

            var soonest = context.CurrentUtcDateTime + Pause;
            using var asleep = new CancellationTokenSource();
            var wake = context.CreateTimer(due > soonest ? due : soonest, asleep.Token);
            if (await Task.WhenAny(changed, wake) == changed)
            {
                asleep.Cancel();
                changed = context.WaitForExternalEvent<object?>(Changed);
            }
        }

        // An event that comes now can be lost. What it tells of was saved before it was raised, and the next turn begins by reading that.
        context.ContinueAsNew(preserveUnprocessedEvents: true);
    }

    /// <summary>Handles what is due and sends what is pending.</summary>
    /// <returns>When to look again, in UTC; null when the consult is over.</returns>
    [Function(Advance)]
    public async Task<DateTime?> AdvanceAsync([ActivityTrigger] string consult, [DurableClient] DurableTaskClient durable, CancellationToken stop)
    {
        var id = new ConsultId(consult);
        try
        {
            using (DurableInvocation.Begin(durable, advancing: id))
            {
                return (await sweep.AdvanceAsync(id, stop))?.ToDateTimeUtc();
            }
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            LogTrouble(id, trouble);
            throw AdvanceFailedException.Of(trouble);
        }
    }

    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "Consult {Consult} could not be advanced.")]
    private partial void LogTrouble(ConsultId consult, Exception trouble);
}
