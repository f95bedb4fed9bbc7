using System.Globalization;
using Curbside.Consults;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Web;

/// <summary>How the pages call things. They have more room than a text.</summary>
internal static class PageWords
{
    private static readonly LocalDateTimePattern DayAndTime = LocalDateTimePattern.CreateWithInvariantCulture("ddd MMM d, h:mm tt");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("MMMM d, uuuu");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("h:mm tt");

    /// <summary>A time on the reader's clock, with its day, since a page may be read again tomorrow: <c>Mon Jan 5, 3:30 PM</c>.</summary>
    public static Html At(Instant at, DateTimeZone zone) => Html.Of(
        $"""<time datetime="{InstantPattern.General.Format(at)}">{DayAndTime.Format(at.InZone(zone).LocalDateTime)}</time>""");

    public static Html On(Instant at, DateTimeZone zone) => Html.Of($"{Day.Format(at.InZone(zone).Date)}");

    /// <summary><c>Noor Ng MD</c>.</summary>
    public static string Name(Person person) => person.Credentials.Length == 0 ? person.Name : $"{person.Name} {person.Credentials}";

    public static string Title(Kind kind) => kind switch
    {
        Kind.Risk => "A client may be unsafe",
        Kind.Case => "A case I am stuck with",
        Kind.Medication => "A medication question",
        Kind.SecondOpinion => "A second opinion",
        Kind.Observation => "A colleague observes a session",
        _ => "Support for myself",
    };

    public static Html Hint(Kind kind) => kind switch
    {
        Kind.Risk => Html.Of($"Several licensed colleagues are asked at once. In danger now: 911 first."),
        Kind.Case => Html.Of($"An impasse, strong feelings, a next step that does not come."),
        Kind.Medication => Html.Of(
            $"""
            A prescriber gives general information, no orders. Overdose or reaction: 911, or Poison Help <span class="tel">1-800-222-1222</span>.
            """),
        Kind.SecondOpinion => Html.Of($"From a supervisor or a licensed colleague."),
        Kind.Observation => Html.Of($"By a supervisor, with your client’s written consent."),
        _ => Html.Of($"Your own load. You are not named until someone accepts, and no manager is told, at any step."),
    };

    /// <summary><c>Risk consult</c>.</summary>
    public static string Consult(Kind kind) => kind switch
    {
        Kind.Risk => "Risk consult",
        Kind.Case => "Case consult",
        Kind.Medication => "Medication consult",
        Kind.SecondOpinion => "Second opinion",
        Kind.Observation => "Observation",
        _ => "Support",
    };

    public static string Title(Urgency urgency) => urgency switch
    {
        Urgency.Now => "Now",
        Urgency.Today => "Today",
        _ => "This week",
    };

    public static string Title(Modality modality) => modality switch
    {
        Modality.Phone => "Phone",
        Modality.Video => "Video",
        _ => "In person",
    };

    /// <summary>What the consultant does, with you: <c>calls you</c>.</summary>
    public static string ComesToYou(Modality modality) => modality switch
    {
        Modality.Phone => "calls you",
        Modality.Video => "meets you by video",
        _ => "meets you in person",
    };

    public static string ComeToYou(Modality modality) => modality switch
    {
        Modality.Phone => "call you",
        Modality.Video => "meet you by video",
        _ => "meet you in person",
    };

    /// <summary>What the consultant is to do: <c>You call Maya Lee LPC</c>.</summary>
    public static string YouGoTo(Modality modality, string asker) => modality switch
    {
        Modality.Phone => $"You call {asker}",
        Modality.Video => $"You meet {asker} by video",
        _ => $"You meet {asker} in person",
    };

    /// <summary>By when an answer is promised: <c>within 15 minutes</c>.</summary>
    public static string Promise(PromiseRule rule) => rule switch
    {
        PromiseRule.After after => $"within {Wait(after.Wait)}",
        PromiseRule.SameDay day => $"within {Wait(day.Wait)}, at the latest by {Clock.Format(day.Latest)} " +
            $"(asked after {Clock.Format(day.LastAsk)}: by {Clock.Format(day.NextMorning)} next morning)",
        PromiseRule.Weekday weekday => $"by {Clock.Format(weekday.At)} on the {Ordinal(weekday.WeekdaysAfter)} weekday after",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such promise."),
    };

    /// <summary><c>1 hour 30 minutes</c>.</summary>
    public static string Wait(Duration wait)
    {
        var (hours, minutes) = Math.DivRem((long)wait.TotalMinutes, 60);
        return (hours, minutes) switch
        {
            (0, _) => Count(minutes, "minute"),
            (_, 0) => Count(hours, "hour"),
            _ => $"{Count(hours, "hour")} {Count(minutes, "minute")}",
        };
    }

    /// <summary><c>1 colleague</c>, <c>3 colleagues</c>.</summary>
    public static string Count(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number}th"),
    };
}
