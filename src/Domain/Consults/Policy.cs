using System.Collections.Immutable;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Consults;

/// <summary>Everything that a practice may decide for itself, read from one file.</summary>
public sealed record Policy
{
    public required Practice Practice { get; init; }

    /// <summary>Nobody is texted in their own quiet hours unless the design's exceptions say so.</summary>
    public required QuietHours QuietHours { get; init; }

    public required ImmutableDictionary<(Kind Kind, Urgency Urgency), Pace> Paces { get; init; }

    /// <summary>Free time kept before and after a consult in both calendars.</summary>
    public required Duration Buffer { get; init; }

    /// <summary>After "yes" or the start, when "talking yet?" is asked.</summary>
    public required Duration TalkingYetAfter { get; init; }

    /// <summary>How long "talking yet?" waits for an answer before silence counts as no.</summary>
    public required Duration TalkingYetWait { get; init; }

    /// <summary>How long a request from an unknown browser waits for its phone.</summary>
    public required Duration HeldFor { get; init; }

    public required Duration HeldRiskAgainAfter { get; init; }

    public required Duration HeldRiskManagerAfter { get; init; }

    /// <summary>How long a manager who was called in has before the next one, and then the backup line.</summary>
    public required Duration ManagerWait { get; init; }

    /// <summary>Local time of the evening check-in after risk.</summary>
    public required LocalTime EveningCheckIn { get; init; }

    /// <summary>Days after a consult when its page and words are deleted.</summary>
    public required int KeepDays { get; init; }

    /// <summary>Days after a consult when "did it help?" is asked.</summary>
    public required int FollowUpDays { get; init; }

    public Tempo Tempo { get; init; } = Tempo.Ordinary;

    /// <returns>The pace of a combination; null where the combination is refused, as for risk this week.</returns>
    public Pace? PaceOf(Kind kind, Urgency urgency) => Paces.GetValueOrDefault((kind, urgency));
}

/// <summary>Who the practice is to the people it texts.</summary>
public sealed record Practice
{
    /// <summary>Opens every text; at most 20 GSM-7 characters.</summary>
    public required string SenderName { get; init; }

    public required string Name { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>Where the client is taken to be when neither the request nor a licence says so.</summary>
    public required UsState State { get; init; }

    /// <summary>Where links lead, without a slash at the end: <c>https://bay.example.org</c>.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>Answered by a person when nobody on the roster can be had for risk.</summary>
    public required PhoneNumber BackupLine { get; init; }

    /// <summary>The practice's assistance line for its own people.</summary>
    public required PhoneNumber AssistanceLine { get; init; }

    /// <summary>How anyone reaches the practice's office.</summary>
    public required PhoneNumber OfficeLine { get; init; }

    /// <summary>The number that texts come from and go to; null while the practice has not registered one.</summary>
    public PhoneNumber? TextingNumber { get; init; }

    /// <summary>As the policy file says; null where it leaves it to the number.</summary>
    public TextingNumberKind? StatedNumberKind { get; init; }

    /// <summary>As stated. Otherwise local, unless the number itself is toll-free.</summary>
    public TextingNumberKind NumberKind =>
        StatedNumberKind ?? (TextingNumber is { IsTollFree: true } ? TextingNumberKind.TollFree : TextingNumberKind.Local);

    /// <summary>Of buttons and links; white text on it can be read.</summary>
    public Colour Colour { get; init; } = new(0x1b, 0x5e, 0x57);
}

/// <summary>How fast and how widely one kind and urgency is asked.</summary>
/// <param name="AskedAtOnce">People offered the consult together in a wave.</param>
/// <param name="NextWaveAfter">Silence after which the next wave is asked.</param>
/// <param name="Promise">By when a name or "no one was free" is told.</param>
/// <param name="Length">How long the consult takes in both calendars.</param>
/// <param name="Hold">How long a proposed time waits for the other side.</param>
public sealed record Pace(int AskedAtOnce, Duration NextWaveAfter, PromiseRule Promise, Duration Length, Duration Hold)
{
    /// <summary>The wait stands still in the practice's quiet hours.</summary>
    public bool WaitSkipsQuietHours { get; init; }
}

/// <summary>When an answer is owed.</summary>
public abstract record PromiseRule
{
    /// <summary>A fixed time after asking.</summary>
    public sealed record After(Duration Wait) : PromiseRule;

    /// <summary>
    /// A fixed time after asking, but at the latest at a time of day; asked after <paramref name="LastAsk"/> (or before the day begins), at a time the next morning.
    /// All are local times in the practice's zone.
    /// </summary>
    public sealed record SameDay(Duration Wait, LocalTime Latest, LocalTime LastAsk, LocalTime NextMorning) : PromiseRule
    {
        /// <summary>Asking in the small hours before it counts as asking late on the evening before.</summary>
        public LocalTime DayBegins { get; init; } = new(8, 0);
    }

    /// <summary>A time of day on the n-th weekday (Monday to Friday) after the day of asking.</summary>
    public sealed record Weekday(int WeekdaysAfter, LocalTime At) : PromiseRule;
}
