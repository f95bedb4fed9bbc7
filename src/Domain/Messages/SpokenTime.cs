using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Messages;

/// <summary>How a time is written to the person who reads it: in their own zone, as seen from now. Minutes are always shown.</summary>
public static class SpokenTime
{
    private const int DaysNamedByWeekday = 6;

    private static readonly LocalTimePattern ClockPattern = LocalTimePattern.CreateWithInvariantCulture("h:mm");

    // By the zone's own abbreviation and standard offset in hours, since CST is also China's and PST also the Philippines'.
    private static readonly FrozenDictionary<(string, int), string> Suffixes = new Dictionary<(string, int), string>
    {
        [("PST", -8)] = "PT",
        [("PDT", -8)] = "PT",
        [("MST", -7)] = "MT",
        [("MDT", -7)] = "MT",
        [("CST", -6)] = "CT",
        [("CDT", -6)] = "CT",
        [("EST", -5)] = "ET",
        [("EDT", -5)] = "ET",
        [("AKST", -9)] = "AKT",
        [("AKDT", -9)] = "AKT",
        [("HST", -10)] = "HT",
        [("HDT", -10)] = "HT",
    }.ToFrozenDictionary();

    /// <summary>A time to be there, with its zone: <c>today 3:30p PT</c>. A zone without a usual short name is left out.</summary>
    public static string At(Instant time, DateTimeZone zone, Instant now)
    {
        var interval = zone.GetZoneInterval(time);
        var known = Suffixes.TryGetValue((interval.Name, interval.StandardOffset.Seconds / NodaConstants.SecondsPerHour), out var suffix);
        return known ? $"{Choice(time, zone, now)} {suffix}" : Choice(time, zone, now);
    }

    /// <summary>A time among others to choose from: <c>today 3:30p</c>, <c>tomorrow 9:00a</c>, <c>fri 2:00p</c>, <c>mon 1/12 9:00a</c>.</summary>
    public static string Choice(Instant time, DateTimeZone zone, Instant now) => $"{Day(time, zone, now)} {Clock(time, zone)}";

    /// <summary>A time that something is told or held by: <c>5:00p</c> today, else with its day, <c>tomorrow 10:00a</c>.</summary>
    public static string By(Instant time, DateTimeZone zone, Instant now) =>
        time.InZone(zone).Date == now.InZone(zone).Date ? Clock(time, zone) : Choice(time, zone, now);

    private static string Day(Instant time, DateTimeZone zone, Instant now)
    {
        var date = time.InZone(zone).Date;
        var weekday = date.DayOfWeek.ToString()[..3].ToLowerInvariant();
        return Period.DaysBetween(now.InZone(zone).Date, date) switch
        {
            0 => "today",
            1 => "tomorrow",
            > 1 and <= DaysNamedByWeekday => weekday,
            _ => $"{weekday} {date.Month}/{date.Day}",
        };
    }

    private static string Clock(Instant time, DateTimeZone zone)
    {
        var clock = time.InZone(zone).TimeOfDay;
        return $"{ClockPattern.Format(clock)}{(clock.Hour < 12 ? 'a' : 'p')}";
    }
}
