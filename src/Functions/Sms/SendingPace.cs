namespace Curbside.Functions.Sms;

/// <summary>
/// Lets texts go one after the other as fast as the sender may, urgent ones first. The wait is bounded; who would wait longer comes back later.
/// </summary>
/// <remarks>Each instance of the app has its own. Where several send at once, Twilio queues what is too fast.</remarks>
internal sealed class SendingPace(double perSecond, TimeProvider time)
{
    /// <summary>With <see cref="TwilioAccount.Patience"/> less than the minute for which a text is claimed.</summary>
    public static readonly TimeSpan MostWait = TimeSpan.FromSeconds(20);

    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _urgent = new();
    private readonly LinkedList<TaskCompletionSource> _others = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private ITimer? _timer;

    /// <returns>Whether it is this text's turn now; false when that would take longer than <see cref="MostWait"/>.</returns>
    public async Task<bool> TurnAsync(bool urgent, CancellationToken stop)
    {
        var line = urgent ? _urgent : _others;
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            var ahead = urgent ? _urgent.Count : _urgent.Count + _others.Count;
            var now = time.GetUtcNow();
            if (ahead == 0 && _next <= now)
            {
                _next = now + _interval;
                return true;
            }

            if (_next - now + (_interval * ahead) > MostWait)
            {
                return false;
            }

            place = line.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_timer is null)
            {
                _timer = time.CreateTimer(_ => Next(), null, _next - now, Timeout.InfiniteTimeSpan);
            }
        }

        try
        {
            await place.Value.Task.WaitAsync(MostWait, time, stop);
            return true;
        }
        catch (TimeoutException)
        {
            // Urgent ones went before it.
            return Leave(line, place);
        }
        catch (OperationCanceledException)
        {
            Leave(line, place);
            throw;
        }
    }

    /// <returns>Whether its turn had come in the last moment.</returns>
    private bool Leave(LinkedList<TaskCompletionSource> line, LinkedListNode<TaskCompletionSource> place)
    {
        lock (_gate)
        {
            if (place.List is null)
            {
                return true;
            }

            line.Remove(place);
            return false;
        }
    }

    private void Next()
    {
        lock (_gate)
        {
            _timer!.Dispose();
            _timer = null;
            var line = _urgent.Count > 0 ? _urgent : _others;
            if (line.First is not { } first)
            {
                return;
            }

            line.Remove(first);
            first.Value.TrySetResult();
            _next = time.GetUtcNow() + _interval;
            if (_urgent.Count + _others.Count > 0)
            {
                _timer = time.CreateTimer(_ => Next(), null, _interval, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
