using NodaTime;

namespace Curbside.Consults;

/// <summary>How long questions wait for an answer, where neither the policy nor the consult's own times say so.</summary>
/// <remarks>
/// A held request waits for <see cref="Policy.HeldFor"/>, an offer until the promise, a proposed time until it is no longer held, "talking yet?" for
/// <see cref="Policy.TalkingYetWait"/>, consent until the observation ends, and the last questions for <see cref="Tempo.LastQuestionWait"/>.
/// </remarks>
internal static class QuestionTimes
{
    /// <summary>From the check-in to noon of the next day at the latest: whoever slept over it may still say that they would like to talk.</summary>
    public static Duration Evening { get; } = Duration.FromHours(12);

    /// <summary>A manager who slept or was in session may still take a consult over. After that, the asker has long been helped another way.</summary>
    public static Duration ManagerCall { get; } = Duration.FromHours(12);

    /// <summary>"Call it off?" asks for one more text. Whoever sends none within the hour has changed their mind.</summary>
    public static Duration Confirmation { get; } = Duration.FromHours(1);

    /// <summary>A colleague who reads a risk offer late may still call. An hour later, the asker is with the backup line.</summary>
    public static Duration LateAnswer { get; } = Duration.FromHours(1);

    /// <summary>A call that is offered at once is taken within the time in which it would begin.</summary>
    public static Duration CallAtOnce { get; } = Duration.FromMinutes(10);

    /// <summary>The shortest time that a question is open. It is put at a moment at which its time is already over, when a turn comes late.</summary>
    public static Duration Least { get; } = Duration.FromMinutes(1);
}
