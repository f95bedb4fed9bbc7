using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

namespace Curbside.Functions.Orchestrations;

/// <summary>The orchestration on the durable task engine itself, in memory, and not on a double of it.</summary>
public sealed class RealEngineTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_advances_at_the_start_and_at_every_hint_and_ends_when_the_consult_is_over()
    {
        var advanced = new ConcurrentQueue<string>();
        using var first = new SemaphoreSlim(0);
        await using var engine = await DurableTaskTestHost.StartAsync(tasks =>
        {
            tasks.AddOrchestratorFunc(ConsultOrchestration.Name, context => ConsultOrchestration.RunAsync(context));
            tasks.AddActivityFunc<string, DateTime?>(ConsultOrchestration.Advance, (_, consult) =>
            {
                advanced.Enqueue(consult);
                first.Release();
                return Task.FromResult<DateTime?>(advanced.Count < 3 ? DateTime.UtcNow.AddDays(20) : null);
            });
        });
        var timekeeping = engine.Client;

        await timekeeping.ScheduleNewOrchestrationInstanceAsync(ConsultOrchestration.Name, new StartOrchestrationOptions("consult1"));
        for (var hint = 0; hint < 2; hint++)
        {
            Assert.True(await first.WaitAsync(LongEnough), "It was not advanced.");
            await timekeeping.RaiseEventAsync("consult1", ConsultOrchestration.Changed);
        }

        using var patience = new CancellationTokenSource(LongEnough);
        var ended = await timekeeping.WaitForInstanceCompletionAsync("consult1", getInputsAndOutputs: true, patience.Token);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(["consult1", "consult1", "consult1"], advanced);
        Assert.True(ended.SerializedInput is null or "null" && ended.SerializedOutput is null or "null" && ended.SerializedCustomStatus is null or "null");
    }
}
