using System.Collections.Immutable;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>What a consult's decisions rest on beyond its own state.</summary>
public sealed record Facts(Roster Roster, Busy Busy, Policy Policy);

/// <summary>What follows from an event.</summary>
/// <param name="State">The consult as it is from now on; null when the event concerns no consult that exists.</param>
/// <param name="Effects">To be carried out after the state is saved, in this order.</param>
/// <param name="Reserve">Time to be reserved before the state is saved. If it cannot be, the event is decided again with that time in <see cref="Facts.Busy"/>.</param>
/// <param name="Due">When the agenda wants attention next; null when nothing more will happen by itself.</param>
public sealed record Decision(Consult? State, ImmutableArray<Effect> Effects, ImmutableArray<Reservation> Reserve, Instant? Due);

/// <summary>Time in one person's calendar, kept for one booking: half-open, at 5-minute bounds, buffers included.</summary>
public sealed record Reservation(PersonId Person, Instant From, Instant To, ConsultId Consult, int Attempt);

/// <summary>Something to be done elsewhere.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Puts a message, and a question with it, to a person's phone.</summary>
    /// <param name="Closes">Nothing more is asked: the consult's letter on that phone is put to rest.</param>
    /// <param name="Turn">See <see cref="Consult.Turns"/>.</param>
    /// <param name="Brief">Where the consult stands for this person after the decision; null in rows of older versions.</param>
    public sealed record Tell(
        PersonId To, Message Message, Question? Question = null, bool Closes = false, int Turn = 0, LetterBrief? Brief = null) : Effect;

    /// <summary>Puts the consult's letter on a phone to rest without a word.</summary>
    /// <param name="Turn">See <see cref="Consult.Turns"/>.</param>
    public sealed record CloseLetter(PersonId On, int Turn = 0) : Effect;

    /// <summary>Mails a message with a calendar entry; a cancelled one takes it away again.</summary>
    public sealed record MailInvite(PersonId To, Message Message, PersonId Other, Instant Start, Instant End, Modality Modality, int Sequence, bool Cancelled) : Effect;

    public sealed record ReleaseSlots(Reservation Reservation) : Effect;

    /// <summary>Counts a consult towards a consultant's load, or no longer (a null start).</summary>
    public sealed record CountLoad(PersonId Person, Instant? Start) : Effect;

    /// <summary>The link of a person to this consult's page opens nothing any more.</summary>
    public sealed record RevokeLink(PersonId Person) : Effect;

    /// <summary>Begins another consult.</summary>
    public sealed record StartConsult(ConsultId Id, ConsultEvent.Requested Request) : Effect;

    /// <summary>The consult is over: nothing need watch it any more.</summary>
    public sealed record Forget : Effect;
}
