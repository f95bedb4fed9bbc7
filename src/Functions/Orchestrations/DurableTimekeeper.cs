using Curbside.Consults;
using Curbside.Timekeeping;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Curbside.Functions.Orchestrations;

/// <summary>Keeps a consult's orchestration running while it has a deadline, and tells it when something has changed.</summary>
internal sealed partial class DurableTimekeeper(ILogger<DurableTimekeeper> logger) : ITimekeeper
{
    public async Task WakeAtAsync(ConsultId consult, Instant? at)
    {
        if (DurableInvocation.Current is not { } invocation || invocation.Advancing == consult)
        {
            return;
        }

        try
        {
            await HintAsync(invocation.Client ?? throw new InvalidOperationException("A function that changes consults needs a durable client."), consult, at);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The deadline is stored with the consult, and the sweep reads it there: a hint that is lost costs a minute.
            LogLostHint(consult, trouble);
        }
    }

    /// <summary>Looks before it starts: to start what is running is an error of the host, which would be logged as one for every text that comes in.</summary>
    private static async Task HintAsync(DurableTaskClient client, ConsultId consult, Instant? at)
    {
        var found = await client.GetInstanceAsync(consult.Value);
        if (found is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended }
            || (at is not null && !await StartAsync(client, consult)))
        {
            await client.RaiseEventAsync(consult.Value, ConsultOrchestration.Changed);
        }
    }

    /// <returns>False when somebody else has just started it, who read the consult perhaps before it changed.</returns>
    private static async Task<bool> StartAsync(DurableTaskClient client, ConsultId consult)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(ConsultOrchestration.Name, new StartOrchestrationOptions(consult.Value));
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    [LoggerMessage(
        EventId = 201, Level = LogLevel.Warning, Message = "The orchestration of consult {Consult} could not be told of a change; the sweep looks after it.")]
    private partial void LogLostHint(ConsultId consult, Exception trouble);
}
