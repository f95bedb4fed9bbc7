using System.Collections.Immutable;
using System.Globalization;
using Curbside.Matching;
using Curbside.People;
using Curbside.Storage;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Consults;

/// <summary>Calendars as 5-minute cells: a cell that is there is taken, and inserting one that is there fails, so nobody is booked twice.</summary>
/// <remarks>
/// What is taken is kept in memory. Where another instance took some of it since, the insert fails, and what is in memory is read again.
/// </remarks>
public sealed class SlotBook : IDisposable
{
    private static readonly Duration Cell = Duration.FromMinutes(5);

    /// <summary>How far back calendars are read: a consult that begins now reserves the buffer before it, which is an hour at most, in whole cells.</summary>
    private static readonly Duration Hindsight = Duration.FromHours(1) + Cell;

    private static readonly InstantPattern KeyPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmm");

    private readonly IStore _store;
    private readonly IClock _clock;
    private readonly Remembered<Busy> _busy;

    /// <param name="keepFor">How long a booking that another instance made may go unseen.</param>
    public SlotBook(IStore store, IClock clock, Duration keepFor)
    {
        _store = store;
        _clock = clock;
        _busy = new Remembered<Busy>(clock, keepFor, LoadAsync);
    }

    /// <summary>Everyone's taken time, as far as a booking that is made now could clash with it.</summary>
    public async Task<Busy> BusyAsync(CancellationToken stop = default) => await _busy.CurrentAsync(stop);

    /// <summary>Takes all of the time, or none of it.</summary>
    /// <param name="name">Names this try among all that there ever are, so that undoing it cannot free what another one took.</param>
    /// <returns>Whether it was free.</returns>
    public async Task<bool> ReserveAsync(ImmutableArray<Reservation> reservations, string name, CancellationToken stop = default)
    {
        for (var i = 0; i < reservations.Length; i++)
        {
            var body = StoredForm.Write(new TakenCell(reservations[i].Consult, reservations[i].Attempt, name, _clock.GetCurrentInstant()));
            var cells = Cells(reservations[i]).Select(key => new Write.Insert(key, body)).ToList();
            if (await CommitAsync(reservations[i].Person, [.. cells], stop) is not Commit.Done)
            {
                await UndoAsync(reservations, name, stop);
                return false;
            }
        }

        return true;
    }

    /// <summary>Frees whatever this try has taken.</summary>
    public async Task UndoAsync(ImmutableArray<Reservation> reservations, string name, CancellationToken stop = default)
    {
        foreach (var reservation in reservations)
        {
            await FreeAsync(reservation, cell => cell.Try == name, stop);
        }
    }

    /// <summary>
    /// Frees the time, as far as this consult holds it since this attempt or an earlier one: a release that comes late leaves alone what was booked anew.
    /// </summary>
    public Task ReleaseAsync(Reservation reservation, CancellationToken stop = default) =>
        FreeAsync(reservation, cell => cell.Consult == reservation.Consult && cell.Attempt <= reservation.Attempt, stop);

    private async Task FreeAsync(Reservation reservation, Func<TakenCell, bool> isToGo, CancellationToken stop)
    {
        List<Row> own;
        do
        {
            own =
            [
                .. from row in await _store.QueryAsync(Table.Slots, reservation.Person.Value, Key(reservation.From), Key(reservation.To), stop)
                   where isToGo(StoredForm.Read<TakenCell>(row.Body))
                   select row,
            ];
        }
        while (own.Count > 0 && await FreeAsync(reservation.Person, own, stop) is not Commit.Done);
    }

    /// <summary>Taken cells that are not past at a time, for the sweep.</summary>
    internal async Task<IEnumerable<(PersonId Person, Instant Start, TakenCell Cell, Row Row)>> TakenAsync(Instant from, CancellationToken stop)
    {
        var rows = await _store.ScanAsync(Table.Slots, Key(from - Cell), "~", stop);
        return rows.Select(row => (new PersonId(row.Partition), StartOf(row.Key), StoredForm.Read<TakenCell>(row.Body), row));
    }

    /// <summary>Frees a person's cells unless one of them has changed hands since they were read.</summary>
    internal Task<Commit> FreeAsync(PersonId person, IReadOnlyCollection<Row> cells, CancellationToken stop) =>
        CommitAsync(person, [.. cells.Select(cell => new Write.Delete(cell.Key, cell.Version))], stop);

    /// <summary>Forgets time that has passed.</summary>
    /// <param name="most">Cells; the rest is for the next time.</param>
    internal async Task RemovePastAsync(int most, CancellationToken stop)
    {
        var past = await _store.ScanAsync(Table.Slots, "", Key(_clock.GetCurrentInstant() - Hindsight - Cell), stop);
        foreach (var person in past.Take(most).GroupBy(row => row.Partition))
        {
            foreach (var batch in person.Chunk(StoreBounds.WritesPerCommit))
            {
                await _store.CommitAsync(Table.Slots, person.Key, [.. batch.Select(row => new Write.Delete(row.Key))], stop);
            }
        }
    }

    public void Dispose() => _busy.Dispose();

    private async Task<Commit> CommitAsync(PersonId person, IReadOnlyList<Write> cells, CancellationToken stop)
    {
        Commit? outcome = null;
        try
        {
            return outcome = await _store.CommitAsync(Table.Slots, person.Value, cells, stop);
        }
        finally
        {
            // What is not known to be done may be done all the same, and what is refused was done by somebody else.
            await (outcome is Commit.Done ? _busy.ShowAsync(busy => cells.Aggregate(busy, (seen, cell) => Show(seen, person, cell))) : _busy.ForgetAsync());
        }
    }

    private static Busy Show(Busy busy, PersonId person, Write cell)
    {
        var start = StartOf(cell.Key);
        return cell is Write.Delete ? busy.Without(person, start, start + Cell) : busy.With(person, start, start + Cell);
    }

    private async Task<Busy> LoadAsync(Instant now, CancellationToken stop)
    {
        var rows = await _store.ScanAsync(Table.Slots, Key(now - Hindsight), "~", stop);
        return new Busy(rows
            .GroupBy(row => row.Partition)
            .ToImmutableDictionary(
                rows => new PersonId(rows.Key),
                rows => Stretches.Of(rows.Select(row => StartOf(row.Key)).Select(start => new Interval(start, start + Cell))).All));
    }

    private static IEnumerable<string> Cells(Reservation reservation)
    {
        for (var start = reservation.From; start < reservation.To; start += Cell)
        {
            yield return Key(start);
        }
    }

    private static string Key(Instant at) => KeyPattern.Format(at);

    private static Instant StartOf(string key) => KeyPattern.Parse(key).Value;

    /// <param name="Attempt">Which booking of the consult took it.</param>
    /// <param name="Try">Which try to reserve it; there may be several for one booking.</param>
    internal sealed record TakenCell(ConsultId Consult, int Attempt, string Try, Instant At);
}
