using Curbside.Drills;
using Curbside.People;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Consults;

/// <summary>A consult in one line.</summary>
/// <param name="State">The stage in a word, such as <c>booked</c>.</param>
/// <param name="Consultant">Who said yes; null before anybody did.</param>
/// <param name="StartsAt">When it is or was booked for; null before it was.</param>
public sealed record ListedConsult(
    ConsultId Id, Kind Kind, Urgency Urgency, string State, string Clinician, string? Consultant, Instant? StartsAt, Instant? PromiseAt, int Wave, bool IsDrill);

/// <summary>All consults that are remembered, the oldest first.</summary>
public sealed class ConsultList(IStore store, PeopleBook people)
{
    public async Task<IReadOnlyList<ListedConsult>> ReadAsync(CancellationToken stop = default)
    {
        var roster = await people.CurrentAsync(stop);
        var rows = await store.ScanAsync(Table.Consults, RowKeys.State, RowKeys.State + "~", stop);
        return
        [
            .. from row in rows
               let consult = StoredForm.Read<StoredConsult>(row.Body).Consult
               orderby consult.AskedAt, consult.Id.Value
               select Listed(consult, Drill.RosterFor(consult.Request, roster)),
        ];
    }

    private static ListedConsult Listed(Consult consult, Roster roster) => new(
        consult.Id,
        consult.Request.Kind,
        consult.Request.Urgency,
        consult.Stage.GetType().Name.ToLowerInvariant(),
        roster[consult.Request.Asker].Name,
        consult.Confirmed is { } consultant ? roster[consultant].Name : null,
        consult.Stage switch
        {
            Stage.Booked booked => booked.Booking.Start,
            Stage.Met met => met.Booking.Start,
            Stage.Missed missed => missed.Booking.Start,
            Stage.Closed => consult.Timeline.LastOrDefault(entry => entry.What is Happening.Booked or Happening.Moved)?.Time,
            _ => null,
        },
        consult.PromiseAt,
        consult.Wave,
        consult.IsDrill);
}
