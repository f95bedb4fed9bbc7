using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>Something that happened to a consult.</summary>
public abstract record ConsultEvent
{
    private ConsultEvent()
    {
    }

    /// <summary>A clinician asks. The only event that begins a consult.</summary>
    /// <param name="Held">Typed in a browser nobody knows, or texted with words that may turn it round: the phone must say that it is meant.</param>
    /// <param name="NotUnderstood">Words of a texted request that were not understood; <see cref="LeftWords"/> says which may be said back.</param>
    public sealed record Requested(Request Request, string? Question, bool Held, LeftWords? NotUnderstood = null) : ConsultEvent;

    /// <summary>A person answers a question of this consult.</summary>
    /// <param name="Kept">Words beyond the answer.</param>
    public sealed record Answered(PersonId By, string QuestionId, Answer Answer, string? Kept = null) : ConsultEvent;

    /// <summary>A person says something about this consult in their own words.</summary>
    /// <param name="Time">The time that goes with it, or the beginning of a window.</param>
    /// <param name="Until">The end of a window.</param>
    public sealed record Remarked(
        PersonId By, Saying What, Instant? Time = null, Instant? Until = null, Modality? Modality = null) : ConsultEvent;

    /// <summary>The asker withdraws, or a consultant calls off.</summary>
    public sealed record CalledOff(PersonId By) : ConsultEvent;

    /// <summary>Either side of a booked consult asks for another time.</summary>
    public sealed record OtherTimeAsked(PersonId By) : ConsultEvent;

    /// <summary>A consultant recognises the client and steps out.</summary>
    public sealed record SteppedOut(PersonId By) : ConsultEvent;

    /// <summary>What was to be told could not be: no consent, no free letter, undeliverable.</summary>
    /// <param name="QuestionId">The question that did not arrive, where it was one.</param>
    public sealed record NotReached(PersonId Who, string? QuestionId) : ConsultEvent;

    public sealed record OptedOut(PersonId Who) : ConsultEvent;

    /// <param name="AsQuestion">The asker writes, or writes anew, what the consult is about.</param>
    public sealed record NoteAdded(PersonId By, string Text, bool AsQuestion) : ConsultEvent;

    /// <summary>A deadline of the agenda has passed.</summary>
    public sealed record CameDue : ConsultEvent;
}
