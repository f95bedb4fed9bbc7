using System.Collections.Immutable;
using System.Globalization;
using Curbside.Matching;
using Curbside.People;
using Curbside.Storage;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Consults;

/// <summary>Calendars as 5-minute cells: a cell that is there is taken, and inserting one that is there fails, so nobody is booked twice.</summary>
public sealed class SlotBook(IStore store, IClock clock)
{
    private static readonly Duration Cell = Duration.FromMinutes(5);

    /// <summary>How far ahead calendars are read; proposals go no further.</summary>
    private static readonly Duration Horizon = Duration.FromDays(15);

    private static readonly InstantPattern KeyPattern = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmm");

    /// <summary>Everyone's taken time from now on.</summary>
    public async Task<Busy> BusyAsync(CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        var rows = await store.ScanAsync(Table.Slots, Key(now - Cell), Key(now + Horizon), stop);
        return new Busy(rows
            .GroupBy(row => row.Partition)
            .ToImmutableDictionary(
                rows => new PersonId(rows.Key),
                rows => rows.Select(row => KeyPattern.Parse(row.Key).Value).Select(start => new Interval(start, start + Cell)).ToImmutableArray()));
    }

    /// <summary>Takes all of the time, or none of it.</summary>
    /// <param name="name">Names this try among all that there ever are, so that undoing it cannot free what another one took.</param>
    /// <returns>Whether it was free.</returns>
    public async Task<bool> ReserveAsync(ImmutableArray<Reservation> reservations, string name, CancellationToken stop = default)
    {
        for (var i = 0; i < reservations.Length; i++)
        {
            var body = StoredForm.Write(new TakenCell(reservations[i].Consult, reservations[i].Attempt, name, clock.GetCurrentInstant()));
            var cells = Cells(reservations[i]).Select(key => new Write.Insert(key, body)).ToList();
            if (await store.CommitAsync(Table.Slots, reservations[i].Person.Value, [.. cells], stop) is not Commit.Done)
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

    /// <summary>Frees the time, as far as this consult holds it.</summary>
    public Task ReleaseAsync(Reservation reservation, CancellationToken stop = default) =>
        FreeAsync(reservation, cell => cell.Consult == reservation.Consult, stop);

    private async Task FreeAsync(Reservation reservation, Func<TakenCell, bool> isToGo, CancellationToken stop)
    {
        var rows = await store.QueryAsync(Table.Slots, reservation.Person.Value, Key(reservation.From), Key(reservation.To), stop);
        var own = rows.Where(row => isToGo(StoredForm.Read<TakenCell>(row.Body))).ToList();
        if (own.Count > 0)
        {
            await store.CommitAsync(Table.Slots, reservation.Person.Value, [.. own.Select(row => new Write.Delete(row.Key))], stop);
        }
    }

    /// <summary>Taken cells that are not past at a time, for the sweep.</summary>
    internal async Task<IEnumerable<(PersonId Person, Instant Start, TakenCell Cell)>> TakenAsync(Instant from, CancellationToken stop)
    {
        var rows = await store.ScanAsync(Table.Slots, Key(from - Cell), "~", stop);
        return rows.Select(row => (new PersonId(row.Partition), KeyPattern.Parse(row.Key).Value, StoredForm.Read<TakenCell>(row.Body)));
    }

    internal Task<Commit> FreeAsync(PersonId person, Instant start, CancellationToken stop) =>
        store.CommitAsync(Table.Slots, person.Value, [new Write.Delete(Key(start))], stop);

    private static IEnumerable<string> Cells(Reservation reservation)
    {
        for (var start = reservation.From; start < reservation.To; start += Cell)
        {
            yield return Key(start);
        }
    }

    private static string Key(Instant at) => KeyPattern.Format(at);

    /// <param name="Attempt">Which booking of the consult took it.</param>
    /// <param name="Try">Which try to reserve it; there may be several for one booking.</param>
    internal sealed record TakenCell(ConsultId Consult, int Attempt, string Try, Instant At);
}
