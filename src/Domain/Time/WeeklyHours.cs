using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Curbside.Time;

/// <summary>The hours of a week in which someone is available, in their own zone: <c>Mon-Fri 09:00-17:00; Sat 10:00-12:00</c>.</summary>
/// <remarks>
/// <c>24:00</c> ends a day. Hours that end at or before their start run on into the next day (<c>Fri 22:00-06:00</c>). Days may wrap (<c>Sat-Mon</c>)
/// and be listed (<c>Mon,Wed</c>); their names may be written out.
/// </remarks>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly ImmutableArray<string> DayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>An end that is skipped when clocks go forward is the moment they do; one that comes twice when they go back is the first.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly ImmutableArray<Shift> _shifts;
    private readonly string _text;

    private WeeklyHours(ImmutableArray<Shift> shifts, string text)
    {
        _shifts = shifts;
        _text = text;
    }

    public static WeeklyHours None { get; } = new([], "");

    public bool IsEmpty => _shifts.IsEmpty;

    /// <summary>Open hours in an ordinary week, without a clock change.</summary>
    public double HoursPerWeek
    {
        get
        {
            var monday = Instant.FromUtc(2026, 1, 5, 0, 0);
            return Between(monday, monday + Duration.FromDays(7), DateTimeZone.Utc).Sum(stretch => stretch.Duration.TotalHours);
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out WeeklyHours? hours, [NotNullWhen(false)] out string? error)
    {
        var shifts = ImmutableArray.CreateBuilder<Shift>();
        hours = null;
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2 || !TryDays(words[0], out var days) || !TryTimes(words[1], out var from, out var minutes))
            {
                error = $"\"{part}\" is not hours; write them like Mon-Fri 09:00-17:00, and put ; between several";
                return false;
            }

            foreach (var day in days)
            {
                shifts.Add(new Shift(day, from, minutes));
            }
        }

        hours = shifts.Count == 0 ? None : new WeeklyHours(shifts.ToImmutable(), text!.Trim());
        error = null;
        return true;
    }

    /// <exception cref="FormatException">The text is not hours.</exception>
    public static WeeklyHours Parse(string text) => TryParse(text, out var hours, out var error) ? hours : throw new FormatException(error);

    public bool IsOpen(Instant at, DateTimeZone zone) => Between(at, at + Duration.Epsilon, zone).Any();

    /// <summary>The open stretches that overlap <c>[from, to)</c>, in order, merged where they touch, and cut to it.</summary>
    /// <remarks>A shift keeps its wall-clock ends, so on the day of a clock change it is an hour longer or shorter.</remarks>
    public IEnumerable<Interval> Between(Instant from, Instant to, DateTimeZone zone)
    {
        if (_shifts.IsEmpty || to <= from)
        {
            return [];
        }

        var stretches = new List<Interval>();
        var last = to.InZone(zone).Date;
        for (var day = from.InZone(zone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
        {
            foreach (var shift in _shifts)
            {
                if (shift.Day != day.DayOfWeek)
                {
                    continue;
                }

                var opens = day.At(shift.From);
                var start = opens.InZone(zone, Resolver).ToInstant();
                var end = opens.PlusMinutes(shift.Minutes).InZone(zone, Resolver).ToInstant();
                if (start < to && end > from && start < end)
                {
                    stretches.Add(new Interval(Instant.Max(start, from), Instant.Min(end, to)));
                }
            }
        }

        return Merge(stretches);
    }

    public bool Equals(WeeklyHours? other) => other is not null && _shifts.SequenceEqual(other._shifts);

    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    public override int GetHashCode() => _shifts.Aggregate(17, (hash, shift) => HashCode.Combine(hash, shift));

    public override string ToString() => _text;

    private static List<Interval> Merge(List<Interval> stretches)
    {
        stretches.Sort((a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<Interval>(stretches.Count);
        foreach (var stretch in stretches)
        {
            if (merged.Count > 0 && stretch.Start <= merged[^1].End)
            {
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, stretch.End));
            }
            else
            {
                merged.Add(stretch);
            }
        }

        return merged;
    }

    private static bool TryDays(string text, out List<IsoDayOfWeek> days)
    {
        days = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !TryDay(ends[0], out var first) || !TryDay(ends[^1], out var last))
            {
                return false;
            }

            for (var day = first; ; day = day % 7 + 1)
            {
                days.Add((IsoDayOfWeek)day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return true;
    }

    private static bool TryDay(string text, out int day)
    {
        day = 0;
        for (var i = 0; i < 7 && day == 0; i++)
        {
            if (text.Length >= 3 && DayNames[i].StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                day = i + 1;
            }
        }

        return day != 0;
    }

    private static bool TryTimes(string text, out LocalTime from, out int minutes)
    {
        from = default;
        minutes = 0;
        var ends = text.Split('-');
        if (ends.Length != 2 || !TryMinute(ends[0], out var start) || !TryMinute(ends[1], out var end) || start == 24 * 60)
        {
            return false;
        }

        from = LocalTime.FromMinutesSinceMidnight(start);
        minutes = end > start ? end - start : end + (24 * 60) - start;
        return true;
    }

    private static bool TryMinute(string text, out int minute)
    {
        minute = 24 * 60;
        if (text == "24:00")
        {
            return true;
        }

        var parsed = TimePattern.Parse(text);
        if (parsed.Success)
        {
            minute = (parsed.Value.Hour * 60) + parsed.Value.Minute;
        }

        return parsed.Success;
    }

    private readonly record struct Shift(IsoDayOfWeek Day, LocalTime From, int Minutes);
}
