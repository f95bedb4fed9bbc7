using Curbside.People;
using Curbside.Phones;
using Curbside.Web;

namespace Curbside.LocalHost.Carrier;

/// <summary>
/// Tells Curbside what became of its texts, beside the requests that sent them. A report is owed until Curbside has dealt with it, so one that a
/// crash interrupted comes again.
/// </summary>
internal sealed partial class ReportPump(TextTable texts, ReportSignal owed, Inbox inbox, ILogger<ReportPump> logger) : BackgroundService
{
    private const int Batch = 200;

    /// <summary>Phones side by side; each of them hears its reports in order.</summary>
    private const int AtOnce = 8;

    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Returns once nothing is owed.</summary>
    public async Task DrainAsync(CancellationToken stop)
    {
        await _oneAtATime.WaitAsync(stop);
        try
        {
            while (texts.Owed(Batch) is { Count: > 0 } reports)
            {
                var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop };
                await Parallel.ForEachAsync(reports.GroupBy(report => report.Phone), options, async (ofPhone, token) =>
                {
                    foreach (var report in ofPhone)
                    {
                        await TellAsync(report, token);
                    }
                });
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await owed.WaitAsync(stoppingToken);
                await DrainAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                LogTrouble(logger, trouble);
                owed.Raise();
                await Task.Delay(PauseAfterTrouble, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task TellAsync(OwedReport report, CancellationToken stop)
    {
        if (TwilioStatus.Read(report.Status, report.ErrorCode) is { } meaning)
        {
            await inbox.ReportedAsync(PhoneNumber.Parse(report.Phone), report.Key, meaning, report.ErrorCode, stop);
        }

        texts.Told(report);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A delivery report could not be handled; it is told again.")]
    private static partial void LogTrouble(ILogger logger, Exception trouble);
}
