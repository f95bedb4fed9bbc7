using Microsoft.DurableTask;

namespace Curbside.Functions.Orchestrations;

/// <summary>What is tried again, and how often, for each kind of failure.</summary>
internal static class Retries
{
    /// <summary>
    /// What may pass is tried again for about an hour. What cannot pass fails the orchestration at once, where it is seen. Either way the consult stays due, so
    /// the sweep goes on trying, and the first event that is handled starts the orchestration anew.
    /// </summary>
    public static TaskOptions OfAdvance { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 20,
            firstRetryInterval: TimeSpan.FromSeconds(5),
            backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromMinutes(5),
            retryTimeout: TimeSpan.FromHours(1))
        {
            HandleFailure = failure => failure.IsCausedBy<PassingTroubleException>(),
        });
}
