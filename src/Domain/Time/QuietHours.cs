using NodaTime;

namespace Curbside.Time;

/// <summary>The hours of every night, in a person's own zone, in which they are left alone: by default from 21:00 to 08:00.</summary>
/// <remarks>
/// Whole minutes. Hours that end before they start run on over midnight; hours that end where they start are none at all. Each night is one
/// unbroken stretch also when the clocks change in it: where they show an end twice, it starts at the first and ends at the last of the two; where
/// they skip an end, that falls on the moment of the change.
/// </remarks>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static QuietHours None { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    public bool Covers(Instant at, DateTimeZone zone) => NightAround(at, zone) is not null;

    /// <returns>The instant itself where it is not quiet; otherwise the last minute before that night began, such as 20:59.</returns>
    public Instant LastAllowed(Instant at, DateTimeZone zone)
    {
        var allowed = at;
        while (NightAround(allowed, zone) is { } night)
        {
            allowed = night.Start - Minute;
        }

        return allowed;
    }

    /// <returns>The instant itself where it is not quiet; otherwise when that night ends.</returns>
    public Instant NextAllowed(Instant at, DateTimeZone zone)
    {
        var allowed = at;
        while (NightAround(allowed, zone) is { } night)
        {
            allowed = night.End;
        }

        return allowed;
    }

    /// <summary>The quiet stretches that overlap <c>[from, to)</c>, in order and cut to it.</summary>
    public Stretches Between(Instant from, Instant to, DateTimeZone zone) =>
        Stretches.Of(Nights(from, to, zone).Select(night => new Interval(Instant.Max(night.Start, from), Instant.Min(night.End, to))));

    private Interval? NightAround(Instant at, DateTimeZone zone)
    {
        foreach (var night in Nights(at, at + Duration.Epsilon, zone))
        {
            return night;
        }

        return null;
    }

    private IEnumerable<Interval> Nights(Instant from, Instant to, DateTimeZone zone)
    {
        if (From == To || to <= from)
        {
            yield break;
        }

        var daysUntilEnd = From < To ? 0 : 1;
        var last = (to - Duration.Epsilon).InZone(zone).Date;
        for (var day = from.InZone(zone).Date.PlusDays(-daysUntilEnd); day <= last; day = day.PlusDays(1))
        {
            var start = LocalTimes.First(day.At(From), zone);
            var end = LocalTimes.Last(day.PlusDays(daysUntilEnd).At(To), zone);
            if (start < to && end > from && start < end)
            {
                yield return new Interval(start, end);
            }
        }
    }
}
