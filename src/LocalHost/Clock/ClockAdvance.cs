using Curbside.LocalHost.Carrier;
using Curbside.Storage;
using NodaTime;

namespace Curbside.LocalHost.Clock;

/// <summary>Lets time pass on a manual clock, from due time to due time, so that everything happens in its order and at its own time.</summary>
internal sealed partial class ClockAdvance(ManualClock clock, IStore store, Sweep sweep, ReportPump reports, ILogger<ClockAdvance> logger)
    : IDisposable
{
    /// <summary>A pass handles hundreds of rows, and each of them moves on. What is still due at the same time after so many is stuck.</summary>
    private const int MostPassesAtOneTime = 200;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Returns once everything that fell due on the way has been handled.</summary>
    /// <returns>The time that it is then.</returns>
    public async Task<Instant> ByAsync(Duration time, CancellationToken stop)
    {
        await _oneAtATime.WaitAsync(stop);
        try
        {
            var target = clock.GetCurrentInstant() + time;
            await reports.DrainAsync(stop);
            await PassAsync(target, stop);
            clock.MoveTo(target);
            return target;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <returns>How long it is until something falls due: nothing where something is already, or where nothing ever will.</returns>
    public async Task<Duration> ToNextAsync(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        return await sweep.NextAsync(stop) is { } next && next > now ? next - now : Duration.Zero;
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task PassAsync(Instant target, CancellationToken stop)
    {
        var passes = 0;
        for (var next = await sweep.NextAsync(stop); next is { } due && due <= target;)
        {
            if (due > clock.GetCurrentInstant())
            {
                clock.MoveTo(due);
                passes = 0;
            }

            await sweep.HandleDueAsync(stop);
            await reports.DrainAsync(stop);
            next = await sweep.NextAsync(stop);
            if (next <= clock.GetCurrentInstant() && ++passes >= MostPassesAtOneTime)
            {
                LogStuck(logger, clock.GetCurrentInstant());
                next = await NextAfterAsync(clock.GetCurrentInstant(), target, stop);
                passes = 0;
            }
        }
    }

    /// <summary>What is due after a time, for when something at that time does not move on.</summary>
    private async Task<Instant?> NextAfterAsync(Instant stuck, Instant target, CancellationToken stop)
    {
        var consults = await store.DueAsync(Table.Consults, target, int.MaxValue, stop);
        var phones = await store.DueAsync(Table.Phones, target, int.MaxValue, stop);
        return consults.Concat(phones).Select(row => row.Due).Where(due => due > stuck).Min();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that was due at {Time} does not move on; the clock goes on without it.")]
    private static partial void LogStuck(ILogger logger, Instant time);
}
