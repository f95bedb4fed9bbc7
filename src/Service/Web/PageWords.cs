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
    private static readonly LocalDatePattern WeekDay = LocalDatePattern.CreateWithInvariantCulture("ddd MMM d");
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

    /// <summary>What it is for, and who is asked.</summary>
    public static Html Hint(Kind kind) => kind switch
    {
        Kind.Risk => Html.Of($"Harm to self or others, or you are not sure. Asked: licensed colleagues who take risk, several at once."),
        Kind.Case => Html.Of($"Stuck, strong feelings, no next step. Asked: a consultant who knows the topic."),
        Kind.Medication => Html.Of(
            $"""
            General information, no orders. Asked: a prescriber licensed where the client is. Overdose or reaction: 911, or Poison Help
            <span class="tel">1-800-222-1222</span>.
            """),
        Kind.SecondOpinion => Html.Of($"Another view of a matter. Asked: a supervisor or a licensed colleague who was not asked about it before."),
        Kind.Observation => Html.Of($"Someone sits in, with your client’s written consent. Asked: a supervisor."),
        _ => Html.Of($"Your own load. Asked: a colleague who is neither above nor below you. They learn your name once they accept. This line tells no manager, and the colleague keeps it too, unless someone is in danger."),
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

    /// <summary>A time that is near: <c>5:00 PM today</c>, <c>10:00 AM tomorrow</c>, <c>5:00 PM on Wed Jan 7</c>.</summary>
    public static string By(Instant at, DateTimeZone zone, Instant now)
    {
        var (date, time) = at.InZone(zone).LocalDateTime;
        var today = now.InZone(zone).Date;
        var day = date == today ? "today" : date == today.PlusDays(1) ? "tomorrow" : $"on {WeekDay.Format(date)}";
        return $"{Clock.Format(time)} {day}";
    }

    /// <summary>How long it is until then; a script counts it down.</summary>
    public static Html Left(Instant until, Instant now) => Html.If(until > now, $"""<span class="left" role="timer">{CountDown(until, now)} left</span>""");

    /// <summary>The same for what begins then.</summary>
    public static Html In(Instant start, Instant now) => Html.If(start > now, $"""<span class="left" role="timer">in {CountDown(start, now)}</span>""");

    private static Html CountDown(Instant until, Instant now) =>
        Html.Of($"""<span data-until="{InstantPattern.General.Format(until)}">{Wait(until - now)}</span>""");

    /// <summary><c>1 hour 30 minutes</c>.</summary>
    public static string Wait(Duration wait)
    {
        var (hours, minutes) = Math.DivRem((long)wait.TotalMinutes, 60);
        return (hours, minutes) switch
        {
            ( >= 24, _) => hours % 24 == 0 ? Count(hours / 24, "day") : $"{Count(hours / 24, "day")} {Count(hours % 24, "hour")}",
            (0, _) => Count(minutes, "minute"),
            (_, 0) => Count(hours, "hour"),
            _ => $"{Count(hours, "hour")} {Count(minutes, "minute")}",
        };
    }

    /// <summary><c>1 colleague</c>, <c>3 colleagues</c>.</summary>
    public static string Count(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
