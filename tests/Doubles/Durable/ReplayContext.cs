using System.Text.Json;
using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using CoreFailed = DurableTask.Core.Exceptions.TaskFailedException;

namespace Curbside.Functions.Durable;

/// <summary>
/// What an orchestrator is run on: it is run from its beginning every time, against the history, as the real engine does. Whatever the double does not know, it
/// refuses.
/// </summary>
/// <param name="before">What was asked for in earlier runs; this run has to ask for the same.</param>
internal sealed class ReplayContext(string instance, DateTime started, IReadOnlyList<Asked> before) : TaskOrchestrationContext
{
    private readonly Dictionary<int, TaskCompletionSource<string>> _waiting = [];
    private readonly List<(string Event, TaskCompletionSource<string> Task)> _listening = [];
    private readonly List<Happened.Raised> _buffered = [];
    private DateTime _now = started;

    public List<Asked> Asked { get; } = [];

    /// <summary>Timers that were given up.</summary>
    public HashSet<int> Cancelled { get; } = [];

    public bool ContinuedAsNew { get; private set; }

    public bool KeepsEvents { get; private set; }

    /// <summary>Events that nobody has waited for yet.</summary>
    public IReadOnlyList<Happened.Raised> Unprocessed => _buffered;

    public override TaskName Name => "orchestrator";

    public override string InstanceId => instance;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public void Replay(Happened happened)
    {
        _now = happened.At;
        switch (happened)
        {
            case Happened.Done done:
                Take(done.Id)?.SetResult(done.Output);
                break;
            case Happened.Failed failed:
                var details = new TaskFailureDetails(failed.ErrorType, failed.Message, null, null, null);
                Take(failed.Id)?.SetException(new Microsoft.DurableTask.TaskFailedException("activity", failed.Id, details));
                break;
            case Happened.Fired fired:
                Take(fired.Id)?.SetResult("null");
                break;
            case Happened.Raised raised when _listening.FindIndex(listener => listener.Event == raised.Event) is >= 0 and var first:
                var task = _listening[first].Task;
                _listening.RemoveAt(first);
                task.SetResult(raised.Payload);
                break;
            case Happened.Raised raised:
                _buffered.Add(raised);
                break;
        }
    }

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var policy = options?.Retry?.Policy;
        var begun = _now;
        for (var attempt = 1; ; attempt++)
        {
            var id = Ask(new Asked.Activity(name.Name, JsonSerializer.Serialize(input)));
            try
            {
                return JsonSerializer.Deserialize<TResult>(await WhenDone(id))!;
            }
            catch (Microsoft.DurableTask.TaskFailedException failed) when (
                policy is not null && attempt < policy.MaxNumberOfAttempts && _now - begun < policy.RetryTimeout && policy.Handle(AsCore(failed)))
            {
                var wait = Math.Min(
                    policy.FirstRetryInterval.TotalSeconds * Math.Pow(policy.BackoffCoefficient, attempt - 1), policy.MaxRetryInterval.TotalSeconds);
                await CreateTimer(_now.AddSeconds(wait), CancellationToken.None);
            }
        }
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var id = Ask(new Asked.Timer(fireAt));
        await using var given = cancellationToken.Register(() =>
        {
            Cancelled.Add(id);
            Take(id)?.SetCanceled(cancellationToken);
        });
        await WhenDone(id);
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled)
        {
            throw new NotSupportedException("A wait that is given up can swallow the next event (Azure/azure-functions-durable-extension#3255).");
        }

        Ask(new Asked.Wait(eventName));
        if (_buffered.Find(raised => raised.Event == eventName) is { } buffered)
        {
            _buffered.Remove(buffered);
            return JsonSerializer.Deserialize<T>(buffered.Payload)!;
        }

        var task = new TaskCompletionSource<string>();
        _listening.Add((eventName, task));
        return JsonSerializer.Deserialize<T>(await task.Task)!;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        (ContinuedAsNew, KeepsEvents) = (true, preserveUnprocessedEvents);

    public override T GetInput<T>()
        where T : default => throw new NotSupportedException("The orchestration has no input.");

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException("A custom status could tell something.");

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();

    private int Ask(Asked asked)
    {
        var id = Asked.Count;
        Asked.Add(asked);
        if (id < before.Count && before[id] != asked)
        {
            throw new NotDeterministicException($"Step {id} of {instance} was {before[id]} and is {asked} now.");
        }

        return id;
    }

    private Task<string> WhenDone(int id) => (_waiting[id] = new TaskCompletionSource<string>()).Task;

    private TaskCompletionSource<string>? Take(int id) => _waiting.Remove(id, out var task) ? task : null;

    private static CoreFailed AsCore(Microsoft.DurableTask.TaskFailedException failed) => new()
    {
        FailureDetails = new FailureDetails(failed.FailureDetails.ErrorType, failed.FailureDetails.ErrorMessage, null, null, false),
    };
}
