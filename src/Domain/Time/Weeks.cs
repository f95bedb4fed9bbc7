using NodaTime;

namespace Curbside.Time;

/// <summary>Weeks, which start on Monday at the first moment of the day in the zone that is asked about.</summary>
public static class Weeks
{
    public static Instant StartOf(Instant at, DateTimeZone zone) => StartOf(at.InZone(zone).Date, zone);

    /// <summary>The weeks that overlap <c>[from, to)</c>, whole and in order.</summary>
    public static IEnumerable<Interval> Between(Instant from, Instant to, DateTimeZone zone)
    {
        for (var start = StartOf(from, zone); start < to;)
        {
            var next = StartOf(start.InZone(zone).Date.PlusWeeks(1), zone);
            yield return new Interval(start, next);
            start = next;
        }
    }

    private static Instant StartOf(LocalDate day, DateTimeZone zone) =>
        day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).AtStartOfDayInZone(zone).ToInstant();
}
