using Curbside.Consults;
using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;
using NodaTime;

namespace Curbside;

/// <summary>Looks after what is overdue, unfinished or orphaned, so that a crash, a lost hint or a dead process costs time and nothing else.</summary>
internal sealed class Sweep(IStore store, IClock clock, ConsultDesk consults, PhoneLine phones, SlotBook slots)
{
    /// <summary>Handled side by side: each waits for the store most of the time.</summary>
    private const int AtOnce = 16;

    private const int Batch = 200;

    /// <summary>A reservation that is this old and still unnamed belongs to a crash.</summary>
    private static readonly Duration OrphanAge = Duration.FromMinutes(2);

    /// <summary>When something is due next; null when nothing is.</summary>
    public async Task<Instant?> NextAsync(CancellationToken stop)
    {
        var consult = await store.NextDueAsync(Table.Consults, stop);
        var phone = await store.NextDueAsync(Table.Phones, stop);
        return consult is null || phone < consult ? phone : consult;
    }

    /// <summary>Handles everything that is due by now.</summary>
    /// <returns>How many rows were looked after.</returns>
    public async Task<int> HandleDueAsync(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var handled = await HandleAsync(Table.Consults, now, takeOver: false, stop);
        return handled + await HandleAsync(Table.Phones, now, takeOver: false, stop);
    }

    /// <summary>After a start where nobody else can be running: whatever is claimed was claimed by a process that is gone.</summary>
    public async Task RecoverAsync(CancellationToken stop)
    {
        await FreeOrphansAsync(clock.GetCurrentInstant(), stop);
        var claimed = clock.GetCurrentInstant() + Outstanding.Claim;
        await HandleAsync(Table.Consults, claimed, takeOver: true, stop);
        await HandleAsync(Table.Phones, claimed, takeOver: true, stop);
    }

    public Task FreeOrphansAsync(CancellationToken stop) => FreeOrphansAsync(clock.GetCurrentInstant() - OrphanAge, stop);

    private async Task<int> HandleAsync(Table table, Instant until, bool takeOver, CancellationToken stop)
    {
        var due = await store.DueAsync(table, until, Batch, stop);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (row, token) =>
        {
            if (table == Table.Consults)
            {
                await consults.AdvanceAsync(new ConsultId(row.Partition), takeOver, token);
            }
            else
            {
                await phones.AdvanceAsync(PhoneNumber.Parse(row.Partition), takeOver, token);
            }
        });
        return due.Count;
    }

    private async Task FreeOrphansAsync(Instant reservedBefore, CancellationToken stop)
    {
        foreach (var cells in (await slots.TakenAsync(clock.GetCurrentInstant(), stop)).Where(cell => cell.Cell.At <= reservedBefore).GroupBy(cell => cell.Cell.Consult))
        {
            var consult = await consults.FindAsync(cells.Key, stop);
            foreach (var (person, start, _) in cells)
            {
                if (consult is null || !ConsultDecider.Holds(consult, person, start, await consults.PolicyAsync(stop)))
                {
                    await slots.FreeAsync(person, start, stop);
                }
            }
        }
    }
}
