using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Curbside.Messages;

/// <summary>A time zone as a calendar file brings it along (RFC 5545, VTIMEZONE): how its clocks stood around an entry.</summary>
internal static class CalendarZone
{
    /// <summary>The clocks of the entry and their next two changes, so that an entry that its reader moves by months is still right.</summary>
    private const int Changes = 3;

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly OffsetPattern Difference = OffsetPattern.CreateWithInvariantCulture("+HHmm");

    public static string At(Instant at, DateTimeZone zone) => Local.Format(at.InZone(zone).LocalDateTime);

    public static IEnumerable<string> Lines(DateTimeZone zone, Instant from) =>
        ["BEGIN:VTIMEZONE", $"TZID:{zone.Id}", .. Intervals(zone, from).SelectMany(interval => Observance(zone, interval)), "END:VTIMEZONE"];

    private static IEnumerable<ZoneInterval> Intervals(DateTimeZone zone, Instant from)
    {
        var interval = zone.GetZoneInterval(from);
        yield return interval;
        for (var change = 1; change < Changes && interval.HasEnd; change++)
        {
            interval = zone.GetZoneInterval(interval.End);
            yield return interval;
        }
    }

    /// <summary>It begins at what the clocks showed until then.</summary>
    private static IEnumerable<string> Observance(DateTimeZone zone, ZoneInterval interval)
    {
        var name = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
        var before = interval.HasStart ? zone.GetUtcOffset(interval.Start - Duration.Epsilon) : interval.WallOffset;
        var onset = interval.HasStart ? interval.Start.WithOffset(before).LocalDateTime : new LocalDateTime(1970, 1, 1, 0, 0);
        return
        [
            $"BEGIN:{name}",
            $"DTSTART:{Local.Format(onset)}",
            $"TZOFFSETFROM:{Difference.Format(before)}",
            $"TZOFFSETTO:{Difference.Format(interval.WallOffset)}",
            $"TZNAME:{interval.Name}",
            $"END:{name}",
        ];
    }
}
