using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Curbside.Functions.Orchestrations;

/// <summary>What runs by the clock, whatever became of the orchestrations.</summary>
public sealed class Upkeep(Sweep sweep, IClock clock)
{
    private const string EveryMinute = "0 * * * * *";
    private const string EveryFiveMinutes = "30 */5 * * * *";
    private const string EveryNight = "0 17 9 * * *";
    private const string EveryNightLater = "0 47 9 * * *";

    /// <summary>A consult is kept for 30 days after it has closed; whoever looks into what its orchestration did looks not much later.</summary>
    private static readonly TimeSpan KeepHistory = TimeSpan.FromDays(60);

    /// <summary>
    /// Handles what is overdue: texts that wait for a carrier, replies that were lost, and consults whose orchestration is late, gone or failed. Whatever
    /// it handles has its orchestration started or told.
    /// </summary>
    [Function("sweep")]
    public async Task SweepAsync([TimerTrigger(EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken stop)
    {
        using (DurableInvocation.Begin(durable))
        {
            await sweep.HandleDueAsync(stop);
        }
    }

    /// <summary>Frees time that a crash has left reserved.</summary>
    [Function("sweep-reservations")]
    public Task FreeOrphansAsync([TimerTrigger(EveryFiveMinutes)] TimerInfo timer, CancellationToken stop) => sweep.FreeOrphansAsync(stop);

    /// <summary>Removes rows that are over and have no due time.</summary>
    [Function("tidy")]
    public Task TidyAsync([TimerTrigger(EveryNightLater)] TimerInfo timer, CancellationToken stop) => sweep.TidyAsync(stop);

    /// <summary>Forgets the history of orchestrations that have ended.</summary>
    [Function("purge-history")]
    public async Task PurgeHistoryAsync([TimerTrigger(EveryNight)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken stop)
    {
        var finished = new PurgeInstancesFilter(
            CreatedTo: clock.GetCurrentInstant().ToDateTimeOffset() - KeepHistory,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        await durable.PurgeAllInstancesAsync(finished, stop);
    }
}
