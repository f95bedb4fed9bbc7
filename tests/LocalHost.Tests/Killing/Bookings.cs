using Curbside.Consults;
using NodaTime;
using NodaTime.Text;

namespace Curbside.LocalHost.Killing;

/// <summary>Who is booked when.</summary>
internal static class Bookings
{
    /// <summary>Calendars are kept in cells of this length.</summary>
    public static readonly Duration Cell = Duration.FromMinutes(5);

    private static readonly InstantPattern CellKey = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmm");

    public static Instant StartOfCell(string key) => CellKey.Parse(key).Value;

    public static Instant CellOf(Instant at) => at - Duration.FromTicks(at.ToUnixTimeTicks() % Cell.BclCompatibleTicks);

    /// <summary>Nobody, whether they ask or are asked, can be in two booked consults at one time.</summary>
    public static void Check(IEnumerable<ListedEntry> consults, Ledger ledger)
    {
        var appointments =
            from consult in consults
            where consult.State == "booked"
            from person in new[] { consult.Clinician, consult.Consultant! }
            group (consult.Id, Time: TimeOf(consult)) by person;
        foreach (var person in appointments)
        {
            foreach (var (one, next) in person.OrderBy(appointment => appointment.Time.Start).Zip(person.OrderBy(appointment => appointment.Time.Start).Skip(1)))
            {
                if (next.Time.Start < one.Time.End)
                {
                    ledger.Complain($"{person.Key} is booked for {one.Id} in {one.Time} and for {next.Id} in {next.Time}.", "host");
                }
            }
        }
    }

    private static Interval TimeOf(ListedEntry consult)
    {
        Assert.True(KindNames.TryParseKind(consult.Kind, out var kind));
        Assert.True(KindNames.TryParseUrgency(consult.Urgency, out var urgency));
        var start = InstantPattern.ExtendedIso.Parse(consult.StartsAt!).Value;
        return new Interval(start, start + PolicyFile.Default.PaceOf(kind, urgency)!.Length);
    }
}
