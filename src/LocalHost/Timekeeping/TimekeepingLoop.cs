using NodaTime;

namespace Curbside.LocalHost.Timekeeping;

/// <summary>Handles what falls due while the real clock runs.</summary>
internal sealed partial class TimekeepingLoop(Sweep sweep, IClock clock, ILogger<TimekeepingLoop> logger) : BackgroundService
{
    /// <summary>A deadline that is new since the last look is found within this time; no wait of a policy is shorter than a minute.</summary>
    private static readonly Duration LookEvery = Duration.FromSeconds(1);

    /// <summary>Something that fails or does not move on is tried again after this time, so that it cannot keep a processor busy.</summary>
    private static readonly Duration Pause = Duration.FromSeconds(2);

    private static readonly Duration FreeOrphansEvery = Duration.FromMinutes(5);

    private static readonly Duration TidyEvery = Duration.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Instant? handled = null;
        var orphansAt = clock.GetCurrentInstant() + FreeOrphansEvery;
        var tidyAt = clock.GetCurrentInstant() + FreeOrphansEvery;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var wait = LookEvery;
                var now = clock.GetCurrentInstant();
                var next = await sweep.NextAsync(stoppingToken);
                if (next > now)
                {
                    wait = Duration.Min(LookEvery, next.Value - now);
                }
                else if (next is not null)
                {
                    await sweep.HandleDueAsync(stoppingToken);
                    wait = next == handled ? Pause : Duration.Zero;
                    handled = next;
                }

                if (now >= orphansAt)
                {
                    await sweep.FreeOrphansAsync(stoppingToken);
                    orphansAt = now + FreeOrphansEvery;
                }

                if (now >= tidyAt)
                {
                    await sweep.TidyAsync(stoppingToken);
                    tidyAt = now + TidyEvery;
                }

                await Task.Delay(wait.ToTimeSpan(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                LogTrouble(logger, trouble);
                await Task.Delay(Pause.ToTimeSpan(), stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that is due could not be handled; it is tried again.")]
    private static partial void LogTrouble(ILogger logger, Exception trouble);
}
