using NodaTime;

namespace Curbside.Messages;

/// <summary>Times from now: <c>in 45</c> (minutes), "in 2 hours", "give me ten minutes".</summary>
internal static class Waits
{
    /// <summary>Beyond a week nobody counts in hours; such a number is something else.</summary>
    private static readonly Duration Longest = Duration.FromDays(7);

    /// <summary>Without "in", <c>17h</c> is rather a time of day.</summary>
    private static readonly Duration LongestUnsaid = Duration.FromHours(12);

    public static FoundTime? At(Words words, int at)
    {
        var start = words.Text(at) switch
        {
            "in" => at + 1,
            "give" when words.Text(at + 1) is "me" or "us" => at + 2,
            _ => at,
        };
        if (start > at && words.Text(start) is "about" or "around" or "like")
        {
            start++;
        }

        // Without a word for it, a length is a wait only if it is all that is said.
        var wait = Length(words, start, needsUnit: start == at);
        return wait is { } found && found.Wait <= (start > at ? Longest : LongestUnsaid) && (start > at || IsAll(words, at, found.End))
            ? new FoundTime(new TimeExpression.In(found.Wait), found.End, Bare: NumberWords.At(words, found.End - 1) is not null)
            : null;
    }

    private static bool IsAll(Words words, int at, int end) => words.PauseBefore(at) == Pause.Sentence && words.PauseBefore(end) == Pause.Sentence;

    private static (Duration Wait, int End)? Length(Words words, int at, bool needsUnit)
    {
        switch (words.Text(at), words.Text(at + 1))
        {
            case ("half", "hour") or ("half", "hr"):
                return (Duration.FromMinutes(30), at + 2);
            case ("half", "a" or "an") when IsHour(words.Text(at + 2)):
                return (Duration.FromMinutes(30), at + 3);
            case ("a", "half") when IsHour(words.Text(at + 2)):
                return (Duration.FromMinutes(30), at + 3);
            case ("a" or "an", var unit) when IsHour(unit):
                return WithRest(words, Duration.FromHours(1), at + 2);
            case ("a", "minute" or "min"):
                return (Duration.FromMinutes(1), at + 2);
            case ("a", "couple"):
                return Couple(words, words.Text(at + 2) == "of" ? at + 3 : at + 2);
        }

        return NumberWords.At(words, at) is { } number && !NumberWords.IsPartOfMore(words, at) ? Counted(words, number, needsUnit) : null;
    }

    private static (Duration Wait, int End)? Counted(Words words, FoundNumber number, bool needsUnit)
    {
        var unit = number.End;
        if (words.Gap(unit) is "." && words.Value(unit) is { } tenths && words.Text(unit).Length == 1)
        {
            return IsHour(words.Text(unit + 1)) ? (Duration.FromMinutes((number.Value * 60) + (tenths * 6)), unit + 2) : null;
        }

        if (words.IsGlued(unit) && !IsHour(words.Text(unit)) && !IsMinute(words.Text(unit)))
        {
            return null;
        }

        return IsHour(words.Text(unit)) ? WithRest(words, Duration.FromHours(number.Value), unit + 1)
            : IsMinute(words.Text(unit)) ? (Duration.FromMinutes(number.Value), unit + 1)
            : needsUnit ? null
            : (Duration.FromMinutes(number.Value), unit);
    }

    /// <summary>"and a half", "15 min" behind the hours.</summary>
    private static (Duration Wait, int End) WithRest(Words words, Duration hours, int at)
    {
        var rest = words.Text(at) == "and" ? at + 1 : at;
        if (words.Text(rest) == "a" && words.Text(rest + 1) == "half")
        {
            return (hours + Duration.FromMinutes(30), rest + 2);
        }

        var isPlain = words.IsGlued(at);
        return NumberWords.At(words, rest) is { Value: < 60 } minutes && (isPlain || IsMinute(words.Text(minutes.End)))
            ? (hours + Duration.FromMinutes(minutes.Value), IsMinute(words.Text(minutes.End)) ? minutes.End + 1 : minutes.End)
            : (hours, at);
    }

    private static (Duration Wait, int End)? Couple(Words words, int unit) =>
        IsHour(words.Text(unit)) ? (Duration.FromHours(2), unit + 1)
        : IsMinute(words.Text(unit)) ? (Duration.FromMinutes(2), unit + 1)
        : null;

    private static bool IsHour(string text) => text is "h" or "hr" or "hrs" or "hour" or "hours" or "hous" or "hors";

    private static bool IsMinute(string text) => text is "m" or "min" or "mins" or "minute" or "minutes" or "minuts" or "mintues";
}
