namespace Curbside.Web;

/// <summary>Time in which waits end when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Action> _waits = [];
    private TaskCompletionSource<TimeSpan> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How long the next wait is to be, once somebody begins it.</summary>
    public Task<TimeSpan> NextWait()
    {
        _next = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _next.Task;
    }

    public void EndWaits()
    {
        var waits = _waits.ToList();
        _waits.Clear();
        waits.ForEach(end => end());
    }

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Add(() => callback(state));
        _next.TrySetResult(dueTime);
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
