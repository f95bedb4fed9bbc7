using Curbside.Consults;
using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Demo;
using Curbside.People;

namespace Curbside.LocalHost;

/// <summary>What happens before the first request is answered: the given files are imported, and what a crash left undone is finished.</summary>
internal sealed partial class Opening(GivenFiles given, PeopleBook people, PolicyBook policies, Sweep sweep, ReportPump reports, ILogger<Opening> logger)
    : IHostedService, IDisposable
{
    /// <summary>Whoever starts the program waits no longer than this; what a crash left beyond that is finished beside the first requests.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private Task _recovery = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (given.Policy is { } policy)
        {
            await policies.PutAsync(policy, cancellationToken);
        }

        if (given.Roster is { } roster)
        {
            await people.ImportAsync(roster, cancellationToken);
        }
        else if ((await people.CurrentAsync(cancellationToken)).All.IsEmpty)
        {
            await people.ImportAsync(((RosterReading.Accepted)RosterFile.Read(DemoRoster.Csv())).People, cancellationToken);
        }

        _recovery = RecoverAsync();
        await Task.WhenAny(_recovery, Task.Delay(LongestWait, cancellationToken));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _recovery;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RecoverAsync()
    {
        try
        {
            await sweep.RecoverAsync(_stopping.Token);
            await reports.DrainAsync(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
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
