namespace Curbside.Functions;

/// <summary>Time that stands still until a test moves it on; timers end on the way, in order.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private DateTimeOffset _now = new(2026, 1, 5, 21, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            var waiting = new Waiting(this, _now + dueTime, () => callback(state));
            if (dueTime >= TimeSpan.Zero)
            {
                _waiting.Add(waiting);
            }

            return waiting;
        }
    }

    public void Advance(TimeSpan by)
    {
        var target = _now + by;
        while (Due(target) is { } next)
        {
            _now = next.At;
            next.End();
        }

        _now = target;
    }

    private Waiting? Due(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _waiting.Where(waiting => waiting.At <= target).MinBy(waiting => waiting.At);
            if (next is not null)
            {
                _waiting.Remove(next);
            }

            return next;
        }
    }

    private sealed class Waiting(SteppedTime time, DateTimeOffset at, Action end) : ITimer
    {
        public DateTimeOffset At => at;

        public Action End => end;

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (time._gate)
            {
                time._waiting.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
