using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Curbside.Messages;

/// <summary>A time that was found in a text.</summary>
/// <param name="End">Just past its last word.</param>
/// <param name="Bare">It ends in a plain number ("at 5", "in 45"), which is a time only if what follows isn't what is counted.</param>
internal sealed record FoundTime(TimeExpression Time, int End, bool Bare);

/// <summary>Times as they are texted. A number is a time only if something says so: <c>:</c>, am or pm, "at", "in", a day.</summary>
internal static class TimeWords
{
    private static readonly FrozenDictionary<string, IsoDayOfWeek> Weekdays = new Dictionary<string, IsoDayOfWeek>
    {
        ["monday"] = IsoDayOfWeek.Monday, ["mon"] = IsoDayOfWeek.Monday, ["tuesday"] = IsoDayOfWeek.Tuesday, ["tues"] = IsoDayOfWeek.Tuesday,
        ["tue"] = IsoDayOfWeek.Tuesday, ["wednesday"] = IsoDayOfWeek.Wednesday, ["weds"] = IsoDayOfWeek.Wednesday, ["wed"] = IsoDayOfWeek.Wednesday,
        ["wensday"] = IsoDayOfWeek.Wednesday, ["thursday"] = IsoDayOfWeek.Thursday, ["thurs"] = IsoDayOfWeek.Thursday, ["thur"] = IsoDayOfWeek.Thursday,
        ["thu"] = IsoDayOfWeek.Thursday, ["friday"] = IsoDayOfWeek.Friday, ["fri"] = IsoDayOfWeek.Friday, ["saturday"] = IsoDayOfWeek.Saturday,
        ["sat"] = IsoDayOfWeek.Saturday, ["sunday"] = IsoDayOfWeek.Sunday, ["sun"] = IsoDayOfWeek.Sunday,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Tomorrow = FrozenSet.Create(
        "tomorrow", "tmrw", "tmr", "tmw", "tmrrw", "tomorow", "tommorow", "tommorrow", "tomorrrow", "tomo", "tomm", "tomoro", "tomorro", "tomrw", "tomrrow");

    private static readonly FrozenSet<string> Leading = FrozenSet.Create("at", "around", "about", "after", "by");

    private enum Half
    {
        Unsaid,
        Morning,
        Afternoon,
    }

    private readonly record struct Day(DayWord Word, Half Half, int End);

    private readonly record struct Clock(int Hour, int Minute, bool HalfKnown, int End, bool IsPlainNumber)
    {
        public Clock In(Half half) => HalfKnown || half == Half.Unsaid || Hour is < 1 or > 12
            ? this
            : this with { Hour = (Hour % 12) + (half == Half.Afternoon ? 12 : 0), HalfKnown = true };
    }

    public static FoundTime? At(Words words, int at) => Now(words, at) ?? Waits.At(words, at) ?? ClockTime(words, at);

    private static FoundTime? Now(Words words, int at)
    {
        var now = words.Text(at) == "right" ? at + 1 : at;
        return words.Text(now) == "now" ? new FoundTime(new TimeExpression.In(Duration.Zero), now + 1, Bare: true) : null;
    }

    private static FoundTime? ClockTime(Words words, int at)
    {
        var before = DayAt(words, at);
        var start = before?.End ?? at;
        var isLed = before is not null;
        while (Leading.Contains(words.Text(start)) && (start == at || words.PauseBefore(start) != Pause.Sentence))
        {
            start++;
            isLed = true;
        }

        // "Fri, 2pm" is one time, "Fri. 2pm" too; a question or a new line between day and clock is rare enough to be read the same.
        if (ClockAt(words, start, isLed || IsAtSign(words, start)) is not { } clock)
        {
            return null;
        }

        var (half, afterHalf) = HalfAt(words, clock.End);
        var after = before is null ? DayAt(words, afterHalf) : null;
        if (clock.IsPlainNumber && !isLed && half == Half.Unsaid && after is null && !IsAtSign(words, start))
        {
            return null;
        }

        var day = before ?? after;
        var said = half != Half.Unsaid ? half : day?.Half ?? Half.Unsaid;
        clock = clock.In(said);
        return new FoundTime(
            new TimeExpression.Clock(day?.Word ?? DayWord.Unsaid, clock.Hour, clock.Minute, clock.HalfKnown),
            after?.End ?? afterHalf,
            clock.IsPlainNumber && after is null && half == Half.Unsaid);
    }

    private static bool IsAtSign(Words words, int at) => words.Gap(at).Contains('@');

    private static Day? DayAt(Words words, int at)
    {
        var text = words.Text(at);
        if (text is "on" or "this" or "for")
        {
            return Weekdays.ContainsKey(words.Text(at + 1)) || (text == "this" && IsPartOfDay(words.Text(at + 1)))
                || (text == "for" && (Tomorrow.Contains(words.Text(at + 1)) || words.Text(at + 1) == "today"))
                ? text == "this" && IsPartOfDay(words.Text(at + 1)) ? new Day(new DayWord(null, 0), PartOfDay(words.Text(at + 1)), at + 2) : DayAt(words, at + 1)
                : null;
        }

        DayWord? day = text switch
        {
            "today" or "tonight" or "tonite" => new DayWord(null, 0),
            "day" when words.Text(at + 1) == "after" && Tomorrow.Contains(words.Text(at + 2)) => new DayWord(null, 2),
            _ when Tomorrow.Contains(text) => new DayWord(null, 1),
            _ when Weekdays.TryGetValue(text, out var weekday) => new DayWord(weekday, null),
            _ => null,
        };
        if (day is not { } word)
        {
            return null;
        }

        var end = word.DaysAhead == 2 ? at + 3 : at + 1;
        return text is "tonight" or "tonite" ? new Day(word, Half.Afternoon, end)
            : IsPartOfDay(words.Text(end)) ? new Day(word, PartOfDay(words.Text(end)), end + 1)
            : new Day(word, Half.Unsaid, end);
    }

    private static bool IsPartOfDay(string text) => text is "morning" or "afternoon" or "evening" or "night";

    private static Half PartOfDay(string text) => text == "morning" ? Half.Morning : Half.Afternoon;

    /// <summary>"in the morning", "this" and "tonight" being read as days.</summary>
    private static (Half Half, int End) HalfAt(Words words, int at) =>
        words.Text(at) is "in" && words.Text(at + 1) is "the" && IsPartOfDay(words.Text(at + 2))
            ? (PartOfDay(words.Text(at + 2)), at + 3)
            : (Half.Unsaid, at);

    private static Clock? ClockAt(Words words, int at, bool isLed)
    {
        switch (words.Text(at))
        {
            case "noon" or "midday":
                return new Clock(12, 0, true, at + 1, false);
            case "midnight":
                return new Clock(0, 0, true, at + 1, false);
            case "half" when words.Text(at + 1) == "past":
                return NumberWords.At(words, at + 2) is { } half ? Hour(words, half.End, half.Value, 30, false) : null;
            case "quarter" when words.Text(at + 1) is "past" or "after":
                return NumberWords.At(words, at + 2) is { } past ? Hour(words, past.End, past.Value, 15, false) : null;
            case "quarter" when words.Text(at + 1) is "to" or "of" or "til":
                return NumberWords.At(words, at + 2) is { } next ? Hour(words, next.End, next.Value == 1 ? 12 : next.Value - 1, 45, false) : null;
        }

        if (NumberWords.At(words, at) is not { } number || NumberWords.IsPartOfMore(words, at))
        {
            return null;
        }

        var leadingZero = words.Text(at)[0] == '0';
        if (words.Value(at) is not null && words.Gap(at + 1) is ":" or "." && words.Value(at + 1) is { } minute)
        {
            return words.Text(at + 1).Length == 2 ? Hour(words, number.End + 1, number.Value, minute, leadingZero) : null;
        }

        // "330pm", "at 1530".
        if (words.Value(at) is not null && words.Text(at).Length >= 3)
        {
            return Hour(words, number.End, number.Value / 100, number.Value % 100, leadingZero) is { } joined && (isLed || joined.End > number.End) ? joined : null;
        }

        return Hour(words, number.End, number.Value, null, leadingZero: false);
    }

    /// <summary>A clock time, with what stands behind its numbers.</summary>
    /// <param name="minute">Null where none was said.</param>
    /// <param name="leadingZero">As on a 24-hour clock.</param>
    private static Clock? Hour(Words words, int end, int hour, int? minute, bool leadingZero)
    {
        var half = Half.Unsaid;
        var marked = minute is not null;
        var text = words.Text(end);
        if (text is "o" && words.Text(end + 1) == "clock")
        {
            (end, marked) = (end + 2, true);
        }
        else if (text is "oclock" or "ish" or "sharp")
        {
            (end, marked) = (end + 1, true);
        }

        text = words.Text(end);
        if (text is "am" or "pm" or "p" || (text == "a" && words.IsGlued(end)))
        {
            half = text[0] == 'a' ? Half.Morning : Half.Afternoon;
            end++;
            if (text.Length == 1 && words.Text(end) == "m" && words.Gap(end) is ".")
            {
                end++;
            }
        }
        else if (hour == 12 && text is "noon" or "midnight")
        {
            (half, end) = (text == "noon" ? Half.Afternoon : Half.Morning, end + 1);
        }
        else if (text == "a" && words.Text(end + 1) == "m" && words.Gap(end + 1) is ".")
        {
            (half, end) = (Half.Morning, end + 2);
        }

        if (words.Text(end) == "ish" || words.Text(end) == "sharp")
        {
            (end, marked) = (end + 1, true);
        }

        var isLetterGlued = words.IsGlued(end) && char.IsLetter(words.Text(end)[0]);
        if (isLetterGlued || NumberWords.IsContinued(words, end) || hour > 23 || minute > 59 || (half == Half.Morning && hour > 12))
        {
            return null;
        }

        return new Clock(hour, minute ?? 0, leadingZero || hour is 0 or > 12, end, !marked && half == Half.Unsaid).In(half);
    }
}
