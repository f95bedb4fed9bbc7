using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.DurableTask;
using NodaTime;

namespace Curbside.Functions.Durable;

/// <summary>A task hub in memory, whose time a test moves on: orchestrations, their timers, events and activities.</summary>
/// <param name="orchestrators">By name.</param>
/// <param name="activity">Runs an activity by name and input; what it gives back is what the function did.</param>
internal sealed class Hub(
    IClock clock, IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task>> orchestrators, Func<string, string, Task<object?>> activity) : IDisposable
{
    private readonly ConcurrentDictionary<string, Instance> _instances = new();
    private readonly ConcurrentQueue<(string Id, Happened.Raised Raised)> _events = new();
    private readonly ConcurrentQueue<(string Id, string Orchestrator)> _starts = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Func<TaskOrchestrationContext, Task>? _orchestrator;

    /// <summary>Every event that is raised from now on gets lost.</summary>
    public bool LosesEvents { get; set; }

    public IReadOnlyCollection<Instance> Instances => [.. _instances.Values];

    /// <summary>Everything that the hub was ever told of an orchestration or wrote down about it.</summary>
    public ConcurrentQueue<string> Written { get; } = new();

    public Instance? Find(string id) => _instances.GetValueOrDefault(id);

    public Instant? NextAt => _instances.Values.Where(instance => instance.IsRunning).SelectMany(instance => instance.Timers)
        .Select(timer => (Instant?)Instant.FromDateTimeUtc(timer.At)).Min();

    /// <returns>False when one under this id runs already.</returns>
    public bool Start(string orchestrator, string id, string input)
    {
        Written.Enqueue($"{orchestrator} {id} {input}");
        if (_instances.TryGetValue(id, out var running) && running.IsRunning)
        {
            return false;
        }

        _orchestrator ??= orchestrators[orchestrator];
        _instances[id] = new Instance(id, Now);
        _starts.Enqueue((id, orchestrator));
        return true;
    }

    public void Raise(string id, string @event, string payload)
    {
        Written.Enqueue($"{id} {@event} {payload}");
        if (!LosesEvents)
        {
            _events.Enqueue((id, new Happened.Raised(Now, @event, payload)));
        }
    }

    public void Purge(string id) => _instances.TryRemove(id, out _);

    /// <summary>Runs whatever can run at this moment, until nothing can.</summary>
    public async Task RunAsync()
    {
        await _oneAtATime.WaitAsync();
        try
        {
            while (await StepAsync())
            {
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private DateTime Now => clock.GetCurrentInstant().ToDateTimeUtc();

    private async Task<bool> StepAsync()
    {
        if (_starts.TryDequeue(out var start) && Find(start.Id) is { } begun)
        {
            begun.Go(_orchestrator!);
            return true;
        }

        if (_events.TryDequeue(out var first))
        {
            // What is there for one orchestration comes to it in one batch.
            List<Happened> batch = [first.Raised];
            while (_events.TryPeek(out var next) && next.Id == first.Id && _events.TryDequeue(out next))
            {
                batch.Add(next.Raised);
            }

            if (Find(first.Id) is { IsRunning: true } told)
            {
                told.Go(_orchestrator!, batch);
            }

            return true;
        }

        foreach (var instance in _instances.Values.Where(instance => instance.IsRunning))
        {
            if (instance.ActivitiesToRun.ToList() is [var (id, asked), ..])
            {
                instance.Go(_orchestrator!, await RunAsync(id, asked));
                return true;
            }

            if (instance.Timers.Where(timer => timer.At <= Now).OrderBy(timer => timer.At).ToList() is [var (due, _), ..])
            {
                instance.Go(_orchestrator!, new Happened.Fired(Now, due));
                return true;
            }
        }

        return false;
    }

    private async Task<Happened> RunAsync(int id, Asked.Activity asked)
    {
        try
        {
            return new Happened.Done(Now, id, JsonSerializer.Serialize(await activity(asked.Name, asked.Input)));
        }
        catch (Exception trouble)
        {
            return new Happened.Failed(Now, id, trouble.GetType().FullName!, $"{trouble}");
        }
    }
}
