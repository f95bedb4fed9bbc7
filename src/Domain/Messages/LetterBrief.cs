using Curbside.People;
using NodaTime;

namespace Curbside.Messages;

/// <summary>Which part a person has in a consult.</summary>
public enum Side
{
    Asker,
    Consultant,
    Manager,
}

/// <summary>Where a consult stands for one person.</summary>
public enum Phase
{
    /// <summary>The asker's phone has not confirmed the request yet.</summary>
    Held,

    /// <summary>Colleagues are asked, or a time is being agreed; the asker waits.</summary>
    Asking,

    /// <summary>A consultant has an offer, or a time to take or refuse.</summary>
    Offered,

    /// <summary>Booked for this person, until it is known whether it took place.</summary>
    Booked,

    /// <summary>It took place or was missed; questions may follow.</summary>
    FollowUp,

    /// <summary>A manager was called in.</summary>
    Called,

    /// <summary>Nothing more is asked of this person.</summary>
    Over,
}

/// <summary>What a phone knows of the consult on one of its letters: enough to name it and to tell which remarks fit.</summary>
/// <param name="Other">The other side's name; null where there is none yet or it may not be told.</param>
/// <param name="At">The booked start; null without one.</param>
public sealed record LetterBrief(Side Side, Phase Phase, PersonName? Other = null, Instant? At = null);
