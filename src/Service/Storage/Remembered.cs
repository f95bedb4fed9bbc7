using NodaTime;

namespace Curbside.Storage;

/// <summary>What was read from the store, kept in memory for a while. What this process changes of it is shown at once, without reading it again.</summary>
/// <param name="keepFor">How long another instance's changes may go unseen.</param>
/// <param name="read">Reads it as it is at a time.</param>
internal sealed class Remembered<T>(IClock clock, Duration keepFor, Func<Instant, CancellationToken, Task<T>> read) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Reading? _last;

    public async ValueTask<T> CurrentAsync(CancellationToken stop)
    {
        if (Fresh is { } fresh)
        {
            return fresh.Value;
        }

        await _turn.WaitAsync(stop);
        try
        {
            if (Fresh is { } meanwhile)
            {
                return meanwhile.Value;
            }

            var now = clock.GetCurrentInstant();
            var value = await read(now, stop);
            Volatile.Write(ref _last, new Reading(value, now + keepFor));
            return value;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Puts a change that was made into what is in memory.</summary>
    public Task ShowAsync(Func<T, T> change) => SetAsync(last => last is null ? null : last with { Value = change(last.Value) });

    /// <summary>The next who asks for it reads it again.</summary>
    public Task ForgetAsync() => SetAsync(_ => null);

    public void Dispose() => _turn.Dispose();

    private Reading? Fresh => Volatile.Read(ref _last) is { } last && clock.GetCurrentInstant() < last.Until ? last : null;

    private async Task SetAsync(Func<Reading?, Reading?> change)
    {
        // Not while it is being read: that reading may have missed the change. Without a token, since the change is made.
        await _turn.WaitAsync(CancellationToken.None);
        Volatile.Write(ref _last, change(_last));
        _turn.Release();
    }

    private sealed record Reading(T Value, Instant Until);
}
