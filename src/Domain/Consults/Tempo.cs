using NodaTime;

namespace Curbside.Consults;

/// <summary>Waits that no practice sets, since they are right for everybody; a drill alone has others.</summary>
public sealed record Tempo
{
    public static Tempo Ordinary { get; } = new();

    /// <summary>Nobody has less than this between the offer and the start.</summary>
    public Duration Lead { get; init; } = Duration.FromMinutes(15);

    /// <summary>Times that are offered are whole multiples of this on the clock. It divides a quarter of an hour.</summary>
    public Duration Grid { get; init; } = Duration.FromMinutes(15);

    /// <summary>The last start that is offered, from now; null for as late as the urgency allows.</summary>
    public Duration? StartsWithin { get; init; }

    /// <summary>A time further off than this is a slip of the thumb.</summary>
    public Duration FurthestCounter { get; init; } = Duration.FromDays(14);

    /// <summary>From the end of a consult to "did you meet?", so that it may run over.</summary>
    public Duration AfterTheEnd { get; init; } = Duration.FromMinutes(15);

    /// <summary>How long "did you meet?" waits. Two days reach over a day off; later, nobody is sure which consult is meant.</summary>
    public Duration DidYouMeetWait { get; init; } = Duration.FromDays(2);

    /// <summary>A consult that did not happen is worth a day of waiting for what to do instead.</summary>
    public Duration MissedWait { get; init; } = Duration.FromDays(1);

    /// <summary>From the start to "did it help?"; null for <see cref="Policy.FollowUpDays"/>.</summary>
    public Duration? FollowUpAfter { get; init; }

    /// <summary>How long the last question waits before the consult closes without an answer.</summary>
    public Duration LastQuestionWait { get; init; } = Duration.FromDays(3);
}
