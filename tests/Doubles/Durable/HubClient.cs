using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Durable;

/// <summary>The client that the host binds to functions, over a <see cref="Hub"/>.</summary>
internal class HubClient(Hub hub) : DurableTaskClient("double")
{
    /// <summary>The host cannot be reached.</summary>
    public bool Fails { get; set; }

    public int Calls { get; private set; }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Called();
        return hub.Start(orchestratorName.Name, options!.InstanceId!, JsonSerializer.Serialize(input))
            ? Task.FromResult(options.InstanceId!)
            : throw new OrchestrationAlreadyExistsException("An orchestration with this id runs already.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Called();
        hub.Raise(instanceId, eventName, JsonSerializer.Serialize(eventPayload));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        Called();
        return Task.FromResult(hub.Find(instanceId) is { } instance
            ? new OrchestrationMetadata("double", instanceId) { RuntimeStatus = instance.Status, CreatedAt = instance.Created }
            : null);
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Called();
        var before = filter.CreatedTo!.Value.UtcDateTime;
        var old = hub.Instances.Where(instance => instance.Created < before && filter.Statuses!.Contains(instance.Status)).ToList();
        old.ForEach(instance => hub.Purge(instance.Id));
        return Task.FromResult(new PurgeResult(old.Count));
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Called()
    {
        Calls++;
        if (Fails)
        {
            throw new IOException("The host cannot be reached.");
        }
    }
}
