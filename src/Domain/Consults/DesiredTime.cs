using System.Text.RegularExpressions;
using Curbside.Files;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Consults;

/// <summary>A start time as its writer reads it off their own clock.</summary>
/// <param name="Second">Of a time that the clocks show twice, the later one is meant.</param>
public readonly partial record struct DesiredTime(LocalDateTime Local, bool Second)
{
    private const string Example = "2026-01-05T15:00";

    /// <summary>Nobody can say today what suits them later than this; calendars are read no further.</summary>
    private static readonly Duration Furthest = Duration.FromDays(14);

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
    private static readonly LocalDateTimePattern SecondsPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
    private static readonly OffsetPattern OffsetPattern = OffsetPattern.CreateWithInvariantCulture("Z+HH:mm");

    /// <summary>Reads <c>2026-01-05T15:00</c>; an offset, as in <c>2026-11-01T01:30-07:00</c>, says which of two is meant.</summary>
    /// <param name="trouble">What is wrong, and what to do about it; null when nothing is.</param>
    public static DesiredTime Read(string text, DateTimeZone zone, Instant now, out string? trouble)
    {
        var shape = Shape().Match(text);
        var local = Pattern.Parse(shape.Groups["local"].Value);
        local = local.Success ? local : SecondsPattern.Parse(shape.Groups["local"].Value);
        var offset = shape.Groups["offset"].Success ? OffsetPattern.Parse(shape.Groups["offset"].Value) : null;
        if (!local.Success || offset is { Success: false })
        {
            trouble = $"{FileError.Quote(text)} is not a date and time. Write it like {Example}.";
            return default;
        }

        if (Math.Abs(local.Value.Year - now.InZone(zone).Year) > 1)
        {
            // Years at the end of the calendar have no instants to speak of.
            trouble = local.Value.Year < now.InZone(zone).Year ? Past(local.Value) : TooFar(local.Value);
            return default;
        }

        var time = new DesiredTime(local.Value, Second: false);
        switch (LocalTimes.Resolve(local.Value, zone))
        {
            case LocalTimeReading.Skipped skipped:
                trouble = $"The clocks skip {Said(local.Value)}. The nearest time is {Said(skipped.Nearest)}; write that, or another time.";
                return default;
            case LocalTimeReading.Twice twice when offset is null && twice.Later > now:
                trouble = $"{Said(local.Value)} comes twice, because the clocks go back. " +
                    $"Write {With(local.Value, twice.Earlier, zone)} for the first, {With(local.Value, twice.Later, zone)} for the second.";
                return default;
            case LocalTimeReading.Twice twice when offset is not null && offset.Value == zone.GetUtcOffset(twice.Later):
                time = time with { Second = true };
                break;
        }

        var at = time.In(zone);
        trouble = offset is not null && offset.Value != zone.GetUtcOffset(at)
            ? $"The clocks of {zone.Id} do not show {FileError.Quote(text)}. Write {Said(local.Value)} or {With(local.Value, at, zone)}."
            : at <= now ? Past(local.Value)
            : at > now + Furthest ? TooFar(local.Value)
            : null;
        return time;
    }

    /// <summary>When the clocks of a zone show it or, where they skip it, pass over it.</summary>
    public Instant In(DateTimeZone zone) => Second ? LocalTimes.Last(Local, zone) : LocalTimes.First(Local, zone);

    private static string Past(LocalDateTime local) => $"{Said(local)} is already past. Choose a later time, or none if any time will do.";

    private static string TooFar(LocalDateTime local) =>
        $"{Said(local)} is more than {Furthest.Days} days away. Choose a time before that, or none if any time will do.";

    private static string Said(LocalDateTime local) => Pattern.Format(local);

    private static string With(LocalDateTime local, Instant at, DateTimeZone zone) => $"{Said(local)}{OffsetPattern.Format(zone.GetUtcOffset(at))}";

    [GeneratedRegex(@"\A(?<local>.*?)(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Shape();
}
