using System.Collections.Frozen;
using NodaTime;

namespace Curbside.Messages;

/// <summary>A time that was found in a text.</summary>
/// <param name="End">Just past its last word.</param>
/// <param name="Bare">It ends in a plain number ("at 5", "in 45"), which is a time only if what follows isn't what is counted.</param>
internal sealed record FoundTime(TimeExpression Time, int End, bool Bare);

/// <summary>Times as they are texted. A number is a time only if something says so: <c>:</c>, am or pm, "at", "in", a day.</summary>
internal static class TimeWords
{
    private const int FirstMorningHour = 8;
    private const int FirstAfternoonHour = 12;

    private static readonly FrozenSet<string> Leading = FrozenSet.Create("at", "around", "about", "after");

    /// <param name="Hour">1 to 12 where the half of the day is not known, else 0 to 23.</param>
    /// <param name="IsPlainNumber">Nothing about it but what stands around it says that it is a time.</param>
    private readonly record struct Clock(int Hour, int Minute, bool HalfKnown, int End, bool IsPlainNumber)
    {
        public Clock In(DayHalf half) => HalfKnown || half == DayHalf.Unsaid
            ? this
            : this with { Hour = (Hour % 12) + (half == DayHalf.Afternoon ? 12 : 0), HalfKnown = true };
    }

    public static FoundTime? At(Words words, int at) => Now(words, at) ?? Waits.At(words, at) ?? ClockTime(words, at);

    /// <summary>A time behind a word that says that one follows: "until 3", "move to 4", "until monday". A day alone means its morning.</summary>
    public static FoundTime? Behind(Words words, int at) =>
        At(words, at)
        ?? (ClockAt(words, at, isLed: true) is { } clock
            ? new FoundTime(new TimeExpression.Clock(DayWord.Unsaid, clock.Hour, clock.Minute, clock.HalfKnown), clock.End, clock.IsPlainNumber)
            : null)
        ?? (DayWords.At(words, at) is { } day
            ? new FoundTime(new TimeExpression.Clock(day.Word, day.Half == DayHalf.Afternoon ? FirstAfternoonHour : FirstMorningHour, 0, HalfKnown: true), day.End, Bare: false)
            : null);

    private static FoundTime? Now(Words words, int at)
    {
        var now = words.Text(at) == "right" ? at + 1 : at;
        return words.Text(now) == "now" ? new FoundTime(new TimeExpression.In(Duration.Zero), now + 1, Bare: true) : null;
    }

    private static FoundTime? ClockTime(Words words, int at)
    {
        var before = DayWords.At(words, at);
        var start = before?.End ?? at;
        while (Leading.Contains(words.Text(start)))
        {
            start++;
        }

        var isLed = start > at || words.Gap(start).Contains('@');
        if (ClockAt(words, start, isLed) is not { } clock)
        {
            return null;
        }

        var (half, afterHalf) = DayWords.PartAt(words, clock.End);
        var after = before is null ? DayWords.At(words, afterHalf) : null;
        if (clock.IsPlainNumber && !isLed && half == DayHalf.Unsaid)
        {
            // "4 today" is a time, but "1 today 3:00p" repeats an option.
            if (after is not { } day || ClockAt(words, day.End, isLed: true) is not null)
            {
                return null;
            }
        }

        var (said, dayHalf, end) = after ?? before ?? new FoundDay(DayWord.Unsaid, DayHalf.Unsaid, afterHalf);
        clock = clock.In(half == DayHalf.Unsaid ? dayHalf : half);
        return new FoundTime(
            new TimeExpression.Clock(said, clock.Hour, clock.Minute, clock.HalfKnown),
            after is null ? afterHalf : end,
            Bare: clock.IsPlainNumber && after is null && half == DayHalf.Unsaid);
    }

    /// <param name="isLed">A word before it says that it is a time.</param>
    private static Clock? ClockAt(Words words, int at, bool isLed) => (words.Text(at), words.Text(at + 1)) switch
    {
        ("noon" or "midday", _) => new Clock(12, 0, HalfKnown: true, at + 1, IsPlainNumber: false),
        ("midnight", _) => new Clock(0, 0, HalfKnown: true, at + 1, IsPlainNumber: false),
        ("half", "past") => Spoken(words, at + 2, 0, 30),
        ("quarter", "past" or "after") => Spoken(words, at + 2, 0, 15),
        ("quarter", "to" or "of" or "til") => Spoken(words, at + 2, -1, 45),
        _ => Written(words, at, isLed),
    };

    private static Clock? Spoken(Words words, int at, int hours, int minute) =>
        NumberWords.At(words, at) is { Value: >= 1 and <= 12 } hour
            ? Hour(words, hour.End, ((hour.Value + hours + 11) % 12) + 1, minute, leadingZero: false)
            : null;

    private static Clock? Written(Words words, int at, bool isLed)
    {
        if (NumberWords.At(words, at) is not { } number || NumberWords.IsPartOfMore(words, at))
        {
            return null;
        }

        if (!words[at].IsDigits)
        {
            return Hour(words, number.End, number.Value, null, leadingZero: false);
        }

        var leadingZero = words.Text(at)[0] == '0';
        if (words.Gap(at + 1) is ":" or "." && words.Value(at + 1) is { } minute)
        {
            return words.Text(at + 1).Length == 2 ? Hour(words, at + 2, number.Value, minute, leadingZero) : null;
        }

        // "330pm", "at 1530".
        if (words.Text(at).Length >= 3)
        {
            var joined = Hour(words, number.End, number.Value / 100, number.Value % 100, leadingZero);
            var isClock = words.Text(at).Length == 4 && number.Value is >= 700 and < 2100 && number.Value % 5 == 0 && SmallWords.EndsClause(words, number.End);
            return isLed || isClock || joined?.End > number.End ? joined : null;
        }

        return Hour(words, number.End, number.Value, null, leadingZero: false);
    }

    /// <summary>A clock time, with what stands behind its numbers.</summary>
    /// <param name="minute">Null where none was said.</param>
    /// <param name="leadingZero">As on a 24-hour clock.</param>
    private static Clock? Hour(Words words, int end, int hour, int? minute, bool leadingZero)
    {
        var afterMark = EndOfMark(words, end);
        var (half, afterHalf) = HalfAt(words, afterMark, hour);
        var last = EndOfMark(words, afterHalf);
        var isJoined = words.IsGlued(last) && char.IsLetter(words.Text(last)[0]);
        return isJoined || NumberWords.IsContinued(words, last) || hour > 23 || minute > 59 || (half == DayHalf.Morning && hour > 12)
            ? null
            : new Clock(hour, minute ?? 0, leadingZero || hour is 0 or > 12, last, IsPlainNumber: minute is null && last == end).In(half);
    }

    /// <summary>"o'clock", "ish", "sharp".</summary>
    private static int EndOfMark(Words words, int at) => (words.Text(at), words.Text(at + 1)) switch
    {
        ("o", "clock") => at + 2,
        ("oclock" or "ish" or "sharp", _) => at + 1,
        _ => at,
    };

    /// <summary><c>3pm</c>, <c>3 p.m.</c>, <c>3a</c>, "12 noon". An "a" by itself is no morning.</summary>
    private static (DayHalf Half, int End) HalfAt(Words words, int at, int hour)
    {
        var isDotted = words.Text(at + 1) == "m" && words.Gap(at + 1) is ".";
        return words.Text(at) switch
        {
            "am" => (DayHalf.Morning, at + 1),
            "pm" => (DayHalf.Afternoon, at + 1),
            "a" when isDotted => (DayHalf.Morning, at + 2),
            "p" when isDotted => (DayHalf.Afternoon, at + 2),
            "a" when words.IsGlued(at) => (DayHalf.Morning, at + 1),
            "p" => (DayHalf.Afternoon, at + 1),
            "noon" when hour == 12 => (DayHalf.Afternoon, at + 1),
            "midnight" when hour == 12 => (DayHalf.Morning, at + 1),
            _ => (DayHalf.Unsaid, at),
        };
    }
}
