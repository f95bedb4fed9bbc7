using System.Collections.Frozen;
using NodaTime;

namespace Curbside.Messages;

/// <summary>Which half of the day a clock time is in.</summary>
internal enum DayHalf
{
    Unsaid,
    Morning,
    Afternoon,
}

/// <summary>A day that was found in a text.</summary>
/// <param name="End">Just past its last word.</param>
internal readonly record struct FoundDay(DayWord Word, DayHalf Half, int End);

/// <summary>Days as they are texted: "today", "tmrw", "on thurs", "this afternoon", "tomorrow morning".</summary>
internal static class DayWords
{
    private static readonly FrozenSet<string> Tomorrow = FrozenSet.Create(
        "tomorrow", "tmrw", "tmr", "tmw", "tmrrw", "tomorow", "tommorow", "tommorrow", "tomo", "tomm", "tomoro", "tomorro", "tomrw", "tomrrow");

    private static readonly FrozenDictionary<string, IsoDayOfWeek> Weekdays = Named(
        "monday|mon", "tuesday|tues|tue", "wednesday|weds|wed|wensday", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat", "sunday|sun");

    public static FoundDay? At(Words words, int at) => (words.Text(at), words.Text(at + 1)) switch
    {
        ("this", var part) when HalfOf(part) is var half and not DayHalf.Unsaid => new FoundDay(new DayWord(null, 0), half, at + 2),
        ("day", "after") when Tomorrow.Contains(words.Text(at + 2)) => new FoundDay(new DayWord(null, 2), DayHalf.Unsaid, at + 3),
        ("on" or "this" or "for", _) => Plain(words, at + 1),
        _ => Plain(words, at),
    };

    /// <summary>"in the morning", behind a clock time.</summary>
    public static (DayHalf Half, int End) PartAt(Words words, int at) =>
        words.Text(at) == "in" && words.Text(at + 1) == "the" && HalfOf(words.Text(at + 2)) is var half and not DayHalf.Unsaid
            ? (half, at + 3)
            : (DayHalf.Unsaid, at);

    private static FoundDay? Plain(Words words, int at)
    {
        var text = words.Text(at);
        if (text is "tonight" or "tonite")
        {
            return new FoundDay(new DayWord(null, 0), DayHalf.Afternoon, at + 1);
        }

        DayWord? day = text == "today" ? new DayWord(null, 0)
            : Tomorrow.Contains(text) ? new DayWord(null, 1)
            : Weekdays.TryGetValue(text, out var weekday) ? new DayWord(weekday, null)
            : null;
        var half = HalfOf(words.Text(at + 1));
        return day is { } word ? new FoundDay(word, half, half == DayHalf.Unsaid ? at + 1 : at + 2) : null;
    }

    private static DayHalf HalfOf(string text) => text switch
    {
        "morning" => DayHalf.Morning,
        "afternoon" or "evening" or "night" => DayHalf.Afternoon,
        _ => DayHalf.Unsaid,
    };

    private static FrozenDictionary<string, IsoDayOfWeek> Named(params ReadOnlySpan<string> names)
    {
        var days = new Dictionary<string, IsoDayOfWeek>();
        for (var day = 0; day < names.Length; day++)
        {
            foreach (var name in names[day].Split('|'))
            {
                days.Add(name, IsoDayOfWeek.Monday + day);
            }
        }

        return days.ToFrozenDictionary();
    }
}
