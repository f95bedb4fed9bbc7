using Curbside.Consults;
using Curbside.Links;
using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;
using Curbside.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Curbside;

/// <summary>Looks after what is overdue, unfinished or orphaned, so that a crash, a lost hint or a dead process costs time and nothing else.</summary>
public sealed partial class Sweep
{
    /// <summary>Handled side by side: each waits for the store most of the time.</summary>
    private const int AtOnce = 16;

    private const int Batch = 200;

    /// <summary>A reservation that is this old and still unnamed belongs to a crash.</summary>
    private static readonly Duration OrphanAge = Duration.FromMinutes(2);

    /// <summary>Rows of a table at one look, so that it ends in minutes whatever has piled up.</summary>
    private const int MostTidied = 5000;

    private static readonly Duration UnsavedAge = Duration.FromDays(1);

    private readonly IStore _store;
    private readonly IClock _clock;
    private readonly ConsultDesk _consults;
    private readonly PhoneLine _phones;
    private readonly SlotBook _slots;
    private readonly LinkBook _links;
    private readonly PeopleBook _people;
    private readonly ILogger _log;

    internal Sweep(IStore store, IClock clock, ConsultDesk consults, PhoneLine phones, SlotBook slots, LinkBook links, PeopleBook people, ILogger log)
    {
        _log = log;
        _store = store;
        _clock = clock;
        _consults = consults;
        _phones = phones;
        _slots = slots;
        _links = links;
        _people = people;
    }

    /// <summary>Handles one consult: what is due, and what a crash left undone.</summary>
    /// <returns>When to look again; null when the consult is over.</returns>
    public Task<Instant?> AdvanceAsync(ConsultId consult, CancellationToken stop) => _consults.AdvanceAsync(consult, takeOver: false, stop);

    /// <summary>When something is due next; null when nothing is.</summary>
    public async Task<Instant?> NextAsync(CancellationToken stop)
    {
        var consult = await _store.NextDueAsync(Table.Consults, stop);
        var phone = await _store.NextDueAsync(Table.Phones, stop);
        return consult is null || phone < consult ? phone : consult;
    }

    /// <summary>Handles everything that is due by now.</summary>
    /// <returns>How many rows were looked after.</returns>
    public async Task<int> HandleDueAsync(CancellationToken stop)
    {
        var now = _clock.GetCurrentInstant();
        return await HandleAsync(now, takeOver: false, stop);
    }

    /// <summary>After a start where nobody else can be running: whatever is claimed was claimed by a process that is gone.</summary>
    public async Task RecoverAsync(CancellationToken stop)
    {
        await FreeOrphansAsync(_clock.GetCurrentInstant(), stop);
        var claimed = _clock.GetCurrentInstant() + Outstanding.Claim;
        await HandleAsync(claimed, takeOver: true, stop);
    }

    public Task FreeOrphansAsync(CancellationToken stop) => FreeOrphansAsync(_clock.GetCurrentInstant() - OrphanAge, stop);

    /// <summary>
    /// Removes what has no due time of its own: time in calendars that has passed, links that open nothing any more, people who left and whom nothing
    /// names, and what was announced and never came to be. Each look goes through a whole table, so once a day is enough.
    /// </summary>
    public async Task TidyAsync(CancellationToken stop)
    {
        await _slots.RemovePastAsync(MostTidied, stop);
        await _links.RemoveExpiredAsync(MostTidied, stop);
        await _people.RemoveLeftAsync(stop);
        await _consults.StrikeUnsavedAsync(_clock.GetCurrentInstant() - UnsavedAge, stop);
    }

    /// <summary>Phones first: what is still to be sent was said before anything that a consult says now.</summary>
    private async Task<int> HandleAsync(Instant until, bool takeOver, CancellationToken stop) =>
        await HandleAsync(Table.Phones, until, takeOver, stop) + await HandleAsync(Table.Consults, until, takeOver, stop);

    /// <summary>Batch after batch, until each that is due has had one turn.</summary>
    private async Task<int> HandleAsync(Table table, Instant until, bool takeOver, CancellationToken stop)
    {
        var handled = new HashSet<string>(StringComparer.Ordinal);
        var most = Batch;
        while (true)
        {
            var due = await _store.DueAsync(table, until, most, stop);
            var fresh = due.Where(row => handled.Add(row.Partition)).ToList();
            if (fresh.Count == 0 && due.Count < most)
            {
                Measures.Swept(table, handled.Count);
                return handled.Count;
            }

            // What did not move on comes first again; the next batch is what is behind it.
            most = Batch + due.Count - fresh.Count;
            await Parallel.ForEachAsync(fresh, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (row, token) =>
            {
                try
                {
                    await AdvanceAsync(table, row.Partition, takeOver, token);
                }
                catch (Exception trouble) when (trouble is not OperationCanceledException)
                {
                    // One row that cannot be handled must not hold up the others; it stays due and is tried again. Only ids are logged.
                    LogTrouble(table, trouble);
                }
            });
        }
    }

    private async Task AdvanceAsync(Table table, string partition, bool takeOver, CancellationToken stop)
    {
        if (table == Table.Consults)
        {
            await _consults.AdvanceAsync(new ConsultId(partition), takeOver, stop);
        }
        else
        {
            await _phones.AdvanceAsync(PhoneNumber.Parse(partition), takeOver, stop);
        }
    }

    private async Task FreeOrphansAsync(Instant reservedBefore, CancellationToken stop)
    {
        foreach (var cells in (await _slots.TakenAsync(_clock.GetCurrentInstant(), stop)).Where(cell => cell.Cell.At <= reservedBefore).GroupBy(cell => cell.Cell.Consult))
        {
            var consult = await _consults.FindAsync(cells.Key, stop);
            foreach (var (person, start, _, row) in cells)
            {
                if (consult is null || !ConsultDecider.Holds(consult, person, start, await _consults.PolicyAsync(stop)))
                {
                    await _slots.FreeAsync(person, [row], stop);
                }
            }
        }
    }

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "A row of {Table} that is due cannot be handled; it is tried again.")]
    private partial void LogTrouble(Table table, Exception trouble);
}
