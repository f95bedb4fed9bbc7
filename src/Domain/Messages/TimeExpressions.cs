using NodaTime;
using NodaTime.TimeZones;

namespace Curbside.Messages;

/// <summary>What a texted time means to who texts it, when they text it.</summary>
public static class TimeExpressions
{
    /// <summary>Where morning or afternoon was not said, people mean a time between these hours.</summary>
    private const int FirstWakingHour = 7;
    private const int LastWakingHour = 19;

    private static readonly ZoneLocalMappingResolver EarlierOrAfterTheGap =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>
    /// The instant that is meant. A day that was said is kept even if the time on it is past, so that it can be said back; without a day it is the
    /// next such time.
    /// A local time that does not exist means the moment after the gap, one that exists twice the earlier.
    /// </summary>
    public static Instant Resolve(this TimeExpression time, Instant now, DateTimeZone zone) => time switch
    {
        TimeExpression.In wait => now + wait.Wait,
        TimeExpression.Clock clock => Resolve(clock, now, zone),
        _ => throw new InvalidOperationException($"No instant for {time.GetType().Name}."),
    };

    private static Instant Resolve(TimeExpression.Clock clock, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        var at = new LocalTime(clock.HalfKnown ? clock.Hour : WakingHour(clock.Hour), clock.Minute);
        if (clock.Day.DaysAhead is { } days)
        {
            return On(today.PlusDays(days), at, zone);
        }

        if (clock.Day.Weekday is { } weekday)
        {
            var day = today.DayOfWeek == weekday ? today : today.Next(weekday);
            var start = On(day, at, zone);
            return start > now ? start : On(day.PlusWeeks(1), at, zone);
        }

        var next = On(today, at, zone);
        return next > now ? next : On(today.PlusDays(1), at, zone);
    }

    private static int WakingHour(int hour) =>
        hour % 12 is var twelve && twelve >= FirstWakingHour ? twelve
        : twelve + 12 <= LastWakingHour ? twelve + 12
        : twelve;

    private static Instant On(LocalDate day, LocalTime at, DateTimeZone zone) => zone.ResolveLocal(day.At(at), EarlierOrAfterTheGap).ToInstant();
}
