using Curbside.Consults;
using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Demo;
using Curbside.LocalHost.Storage;
using Curbside.People;

namespace Curbside.LocalHost;

/// <summary>
/// What happens before the first request is handled: the given files are imported, and what a crash left undone is finished. Kestrel starts beside
/// it, and requests wait for it.
/// </summary>
internal sealed partial class Opening(GivenFiles given, IServiceProvider services, ILogger<Opening> logger) : IHostedService, IDisposable
{
    /// <summary>Whoever starts the program waits no longer than this; what a crash left beyond that is finished beside the first requests.</summary>
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private Task _opened = Task.CompletedTask;
    private Task _recovery = Task.CompletedTask;

    /// <summary>Ends when requests may be handled; fails when the data folder refused what was to be imported.</summary>
    public Task Opened => _opened;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _opened = Task.Run(() => OpenAsync(_stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _opened.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await _recovery;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task OpenAsync(CancellationToken stop)
    {
        try
        {
            await ImportAsync(stop);
        }
        catch (IOException e)
        {
            throw DataFolderException.Unusable(services.GetRequiredService<DataFolder>().Path, e);
        }

        _recovery = RecoverAsync(stop);
        await Task.WhenAny(_recovery, Task.Delay(LongestRecovery, stop));
    }

    private async Task ImportAsync(CancellationToken stop)
    {
        if (given.Policy is { } policy)
        {
            await services.GetRequiredService<PolicyBook>().PutAsync(policy, stop);
        }

        var people = services.GetRequiredService<PeopleBook>();
        if (given.Roster is { } roster)
        {
            await people.ImportAsync(roster, stop);
        }
        else if ((await people.CurrentAsync(stop)).All.IsEmpty)
        {
            await people.ImportAsync(((RosterReading.Accepted)RosterFile.Read(DemoRoster.Csv())).People, stop);
        }
    }

    private async Task RecoverAsync(CancellationToken stop)
    {
        try
        {
            await services.GetRequiredService<Sweep>().RecoverAsync(stop);
            await services.GetRequiredService<ReportPump>().DrainAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start goes on with it.
        }
        catch (Exception trouble)
        {
            LogTrouble(logger, trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What the last run left undone could not all be finished; it is tried again when it falls due.")]
    private static partial void LogTrouble(ILogger logger, Exception trouble);
}
