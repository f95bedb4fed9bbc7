using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary>Something that happened on a phone line.</summary>
public abstract record PhoneEvent
{
    private PhoneEvent()
    {
    }

    /// <param name="CarrierAnswered">The carrier has acted on the word and answered it: STOP, START or HELP as the carrier names it; null otherwise.</param>
    /// <param name="HasMedia">A picture or another file came with the text. Nobody reads it.</param>
    public sealed record TextReceived(string Body, string? CarrierAnswered, bool HasMedia = false) : PhoneEvent;

    /// <summary>A consult has something to say to whoever has this phone.</summary>
    /// <param name="Turn">The consult's decision that says so, counted from 1: what was decided later and arrived sooner stands.</param>
    /// <param name="Drill">Whom a drill means, since it has both sides on one phone; null outside of one.</param>
    /// <param name="Brief">Where the consult stands for this person; null from rows of older versions.</param>
    public sealed record Told(
        ConsultId Consult,
        Kind Kind,
        Message Message,
        Question? Question,
        bool Closes,
        int Turn = 0,
        DrillPart? Drill = null,
        LetterBrief? Brief = null) : PhoneEvent;

    /// <summary>Something to be said that belongs to no consult.</summary>
    /// <param name="ByMail">Texts do not go out, or nothing is lost if it is read later.</param>
    public sealed record LineTold(Message Message, bool ByMail = false) : PhoneEvent;

    public sealed record LetterClosed(ConsultId Consult, int Turn = 0, DrillPart? Drill = null) : PhoneEvent;

    /// <summary>A message with a calendar entry is to be mailed.</summary>
    public sealed record Invited(ConsultId Consult, Message Message, Invitation Invitation) : PhoneEvent;

    /// <summary>A text did not arrive, and will not.</summary>
    /// <param name="OptedOut">Because the carrier has this person as opted out.</param>
    public sealed record TextFailed(Outgoing.Text Text, bool OptedOut) : PhoneEvent;
}

/// <summary>What stands in a calendar entry.</summary>
/// <param name="At">When it was made (RFC 5545, DTSTAMP).</param>
/// <param name="Sequence">Counts changes of the same entry (RFC 5545, SEQUENCE).</param>
/// <param name="Drill">Whose it is in a drill: two entries of one drill lie in one calendar.</param>
public sealed record Invitation(
    PersonName Other, Instant At, Instant Start, Instant End, Modality Modality, int Sequence, bool Cancelled, DrillPart? Drill = null);

/// <summary>Something that leaves for a carrier or a mail service.</summary>
public abstract record Outgoing
{
    private Outgoing()
    {
    }

    /// <param name="Body">As it is sent, with <see cref="Wording.LinkMark"/> where the link goes.</param>
    /// <param name="Consult">Whose letter and link it carries; null for the line's own texts.</param>
    /// <param name="QuestionId">The question that it asks.</param>
    /// <param name="Instead">The mail that goes out if the text cannot; null where a mail would not do.</param>
    /// <param name="Urgent">A client may be unsafe: it goes before others that wait for their turn at the carrier.</param>
    /// <param name="Drill">Which side's link it carries, in a drill.</param>
    public sealed record Text(
        string Body, ConsultId? Consult, string? QuestionId, Mail? Instead, bool Urgent = false, DrillPart? Drill = null) : Outgoing;

    /// <param name="Consult">Whose link it carries; null for the line's own mails.</param>
    /// <param name="Invitation">Goes with it as a calendar file.</param>
    /// <param name="Drill">Which side's link it carries, in a drill.</param>
    public sealed record Email(string Address, Mail Mail, ConsultId? Consult, Invitation? Invitation, DrillPart? Drill = null) : Outgoing;
}

/// <summary>Something to be done elsewhere because of what happened on a phone.</summary>
public abstract record PhoneEffect
{
    private PhoneEffect()
    {
    }

    /// <param name="Drill">Which side of a drill it comes from: one text may answer for both.</param>
    public sealed record ForConsult(ConsultId Consult, ConsultEvent Happened, DrillPart? Drill = null) : PhoneEffect;

    /// <summary>What the roster shows of this person's reach is to be brought up to date.</summary>
    public sealed record ReachChanged(PersonId Person, Reach Reach) : PhoneEffect;

    /// <summary>A manager should look at this person's texts.</summary>
    public sealed record TellManager(PersonId Manager, Message Message) : PhoneEffect;
}

/// <summary>What follows from an event on a phone line.</summary>
/// <param name="Outgoing">In the order in which it is sent.</param>
public sealed record PhoneDecision(Phone State, IReadOnlyList<Outgoing> Outgoing, IReadOnlyList<PhoneEffect> Effects);

/// <summary>What decisions about a phone rest on beyond its own state.</summary>
/// <param name="Owner">Whose phone it is; null for a number that the roster does not know.</param>
public sealed record PhoneFacts(Person? Owner, Roster Roster, Policy Policy);
