using Curbside.Functions.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Sms;

/// <summary>Asks Twilio by the clock for what its webhook could not bring.</summary>
public sealed class MissedTextsFunction(MissedTexts missed)
{
    private const string EveryFiveMinutes = "45 1/5 * * * *";

    [Function("missed-texts")]
    public async Task CollectAsync([TimerTrigger(EveryFiveMinutes)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken stop)
    {
        using (DurableInvocation.Begin(durable))
        {
            await missed.CollectAsync(stop);
        }
    }
}
