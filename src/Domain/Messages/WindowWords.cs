using NodaTime;

namespace Curbside.Messages;

/// <summary>A window of time that was found in a text.</summary>
/// <param name="End">Just past its last word.</param>
internal sealed record FoundWindow(TimeExpression.Clock From, TimeExpression.Clock Until, int End);

/// <summary>Windows as they are texted: "between 2 and 4", "tomorrow am", "friday afternoon", "any time tomorrow", "after my 2 o'clock".</summary>
internal static class WindowWords
{
    /// <summary>What people mean by the parts of a day, in hours.</summary>
    private static readonly (int From, int Until) Morning = (8, 12);
    private static readonly (int From, int Until) Afternoon = (12, 17);
    private static readonly (int From, int Until) Evening = (17, 20);
    private static readonly (int From, int Until) WholeDay = (8, 20);

    /// <summary>How long after the appointment that they name ("after my 2 o'clock") somebody is free, in hours: theirs lasts about one.</summary>
    private const int AppointmentHours = 1;
    private const int AfterAppointmentHours = 3;

    public static FoundWindow? At(Words words, int at) => Between(words, at) ?? AfterAppointment(words, at) ?? PartOfDay(words, at);

    /// <summary>"between 2 and 4 tomorrow", "tomorrow from 2 to 4", "2-4pm".</summary>
    private static FoundWindow? Between(Words words, int at)
    {
        var before = DayWords.At(words, at);
        var start = before?.End ?? at;
        var isLed = words.Text(start) is "between" or "from";
        start = isLed ? start + 1 : start;
        if (Hour(words, start) is not { } from)
        {
            return null;
        }

        var isJoined = words.Text(from.End) is "and" or "to" or "until" or "till" or "til";
        var isDashed = words.Gap(from.End).Trim() is "-" or "–" or "—";
        if ((!isJoined || !isLed) && !isDashed)
        {
            return null;
        }

        if (Hour(words, isDashed ? from.End : from.End + 1) is not { } until)
        {
            return null;
        }

        var after = before is null ? DayWords.At(words, until.End) : null;
        var day = (before ?? after)?.Word ?? DayWord.Unsaid;
        var isKnown = until.HalfKnown || from.HalfKnown;
        var last = !until.HalfKnown && from.HalfKnown ? Later(until.Value, from.Value) : until.Value;
        var first = from.HalfKnown || !until.HalfKnown ? from.Value : Earlier(from.Value, last);
        return new FoundWindow(Clock(day, first, isKnown), Clock(day, last, isKnown), after?.End ?? until.End);
    }

    private static TimeExpression.Clock Clock(DayWord day, LocalTime time, bool isKnown) => new(day, time.Hour, time.Minute, isKnown);

    /// <summary>"2 to 4pm" begins at 2 in the afternoon, "11 to 1pm" in the morning.</summary>
    private static LocalTime Earlier(LocalTime from, LocalTime until)
    {
        var afternoon = from.Hour < 12 ? from.PlusHours(12) : from;
        return until.Hour >= 12 && afternoon < until ? afternoon : from;
    }

    private static LocalTime Later(LocalTime until, LocalTime from) => until <= from && until.Hour < 12 ? until.PlusHours(12) : until;

    private static FoundWindow? AfterAppointment(Words words, int at)
    {
        if (words.Text(at) != "after" || words.Text(at + 1) is not ("my" or "the"))
        {
            return null;
        }

        if (Hour(words, at + 2) is not { } hour)
        {
            return null;
        }

        var end = words.Text(hour.End) is "client" or "session" or "appointment" or "meeting" or "pm" ? hour.End + 1 : hour.End;
        return new FoundWindow(
            Clock(DayWord.Unsaid, hour.Value.PlusHours(AppointmentHours), hour.HalfKnown),
            Clock(DayWord.Unsaid, hour.Value.PlusHours(AfterAppointmentHours), hour.HalfKnown),
            end);
    }

    /// <summary>A day, or a part of one, without a time.</summary>
    private static FoundWindow? PartOfDay(Words words, int at)
    {
        var start = words.Text(at) is "any" or "some" && words.Text(at + 1) == "time" ? at + 2
            : words.Text(at) is "anytime" or "sometime" or "later" or "earlier" or "first" ? at + 1
            : at;
        start = start > at && words.Text(start) == "thing" ? start + 1 : start;
        if (words.Text(start) is "morning" or "afternoon" or "evening" or "mornings" or "afternoons" && start > at)
        {
            return Of(DayWord.Unsaid, words.Text(start), start + 1);
        }

        if (DayWords.At(words, start) is not { } day)
        {
            return null;
        }

        // The word for the part of the day is the last that the day was read from.
        return day.Half != DayHalf.Unsaid || words.Text(day.End - 1) is "tonight" or "tonite" ? Of(day.Word, words.Text(day.End - 1), day.End)
            : words.Text(day.End) is "am" or "pm" or "evening" ? Of(day.Word, words.Text(day.End), day.End + 1)
            : Of(day.Word, "", day.End);
    }

    private static FoundWindow Of(DayWord day, string part, int end)
    {
        var (from, until) = part switch
        {
            "morning" or "mornings" or "am" => Morning,
            "afternoon" or "afternoons" or "pm" => Afternoon,
            "evening" or "tonight" or "tonite" or "night" => Evening,
            _ => WholeDay,
        };
        return new FoundWindow(new TimeExpression.Clock(day, from, 0, HalfKnown: true), new TimeExpression.Clock(day, until, 0, HalfKnown: true), end);
    }

    private static (LocalTime Value, bool HalfKnown, int End)? Hour(Words words, int at) =>
        TimeWords.Behind(words, at) is { Time: TimeExpression.Clock { Day: var day } clock } found && day == DayWord.Unsaid
            ? (new LocalTime(clock.Hour, clock.Minute), clock.HalfKnown, found.End)
            : null;
}
