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
    /// <returns>Whether it was free.</returns>
    public async Task<bool> ReserveAsync(ImmutableArray<Reservation> reservations, CancellationToken stop = default)
    {
        for (var i = 0; i < reservations.Length; i++)
        {
            var body = StoredForm.Write(new TakenCell(reservations[i].Consult, reservations[i].Attempt, clock.GetCurrentInstant()));
            var cells = Cells(reservations[i]).Select(key => new Write.Insert(key, body)).ToList();
            if (await store.CommitAsync(Table.Slots, reservations[i].Person.Value, [.. cells], stop) is not Commit.Done)
            {
                for (var taken = 0; taken < i; taken++)
                {
                    await ReleaseAsync(reservations[taken], stop);
                }

                return false;
            }
        }

        return true;
    }

    /// <summary>Frees the time, as far as this consult holds it. Time that a later booking of the same consult took stays taken.</summary>
    public async Task ReleaseAsync(Reservation reservation, CancellationToken stop = default)
    {
        var rows = await store.QueryAsync(Table.Slots, reservation.Person.Value, Key(reservation.From), Key(reservation.To), stop);
        var own = rows.Where(row => IsOf(reservation, StoredForm.Read<TakenCell>(row.Body))).ToList();
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

    private static bool IsOf(Reservation reservation, TakenCell cell) =>
        cell.Consult == reservation.Consult && cell.Attempt <= reservation.Attempt;

    private static IEnumerable<string> Cells(Reservation reservation)
    {
        for (var start = reservation.From; start < reservation.To; start += Cell)
        {
            yield return Key(start);
        }
    }

    private static string Key(Instant at) => KeyPattern.Format(at);

    /// <param name="Attempt">Which booking of the consult took it.</param>
    internal sealed record TakenCell(ConsultId Consult, int Attempt, Instant At);
}
