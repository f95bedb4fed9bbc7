using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Durable;

/// <summary>One orchestration under one id, with what it asked for and what happened to it since it began or was continued as new.</summary>
internal sealed class Instance(string id, DateTime created)
{
    private readonly List<Happened> _history = [];
    private readonly HashSet<int> _settled = [];
    private IReadOnlyList<Asked> _asked = [];
    private HashSet<int> _cancelled = [];
    private DateTime _started = created;

    public string Id => id;

    public DateTime Created { get; } = created;

    public OrchestrationRuntimeStatus Status { get; private set; } = OrchestrationRuntimeStatus.Running;

    public bool IsRunning => Status == OrchestrationRuntimeStatus.Running;

    public int Turns { get; private set; }

    public int Generations { get; private set; } = 1;

    /// <summary>Everything that was ever written down about it.</summary>
    public List<string> Written { get; } = [];

    public IEnumerable<(int Id, Asked.Activity Activity)> ActivitiesToRun =>
        _asked.Index().Where(asked => asked.Item is Asked.Activity && !_settled.Contains(asked.Index))
            .Select(asked => (asked.Index, (Asked.Activity)asked.Item));

    public IEnumerable<(int Id, DateTime At)> Timers =>
        _asked.Index().Where(asked => asked.Item is Asked.Timer && !_settled.Contains(asked.Index) && !_cancelled.Contains(asked.Index))
            .Select(asked => (asked.Index, ((Asked.Timer)asked.Item).At));

    /// <summary>Writes down what happened and runs the orchestrator as far as that takes it.</summary>
    public void Go(Func<TaskOrchestrationContext, Task> orchestrator, params IEnumerable<Happened> batch)
    {
        foreach (var happened in batch)
        {
            _history.Add(happened);
            Written.Add(happened.ToString());
            _ = happened switch
            {
                Happened.Done done => _settled.Add(done.Id),
                Happened.Failed failed => _settled.Add(failed.Id),
                Happened.Fired fired => _settled.Add(fired.Id),
                _ => false,
            };
        }

        var context = new ReplayContext(id, _started, _asked);
        var run = Run(orchestrator, context);
        if (context.Asked.Count < _asked.Count)
        {
            throw new NotDeterministicException($"{id} asked for {_asked.Count} things before and for {context.Asked.Count} now.");
        }

        Written.AddRange(context.Asked.Skip(_asked.Count).Select(asked => asked.ToString()));
        (_asked, _cancelled) = (context.Asked, context.Cancelled);
        Turns++;
        if (run.IsFaulted && run.Exception.InnerException is NotDeterministicException or NotSupportedException)
        {
            run.GetAwaiter().GetResult();
        }

        if (run.IsCompleted && context.ContinuedAsNew)
        {
            Begin(orchestrator, context.KeepsEvents ? context.Unprocessed : []);
        }
        else if (run.IsCompleted)
        {
            Status = run.IsFaulted ? OrchestrationRuntimeStatus.Failed : OrchestrationRuntimeStatus.Completed;
        }
    }

    private void Begin(Func<TaskOrchestrationContext, Task> orchestrator, IReadOnlyList<Happened.Raised> carried)
    {
        _started = _history[^1].At;
        _history.Clear();
        _settled.Clear();
        (_asked, _cancelled) = ([], []);
        Generations++;
        Go(orchestrator, carried);
    }

    private Task Run(Func<TaskOrchestrationContext, Task> orchestrator, ReplayContext context)
    {
        // Without the test's own context, so that what follows an await runs right where its task was completed.
        var around = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var run = orchestrator(context);
            foreach (var past in _history)
            {
                context.Replay(past);
            }

            return run;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(around);
        }
    }
}
