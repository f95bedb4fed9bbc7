namespace Curbside.Drills;

/// <summary>Whose side of a drill something is about: the manager's one phone plays both.</summary>
public enum DrillPart
{
    /// <summary>The manager, as the clinician who asks.</summary>
    Asker,

    /// <summary>The stand-in for a colleague: a person of its own, on the manager's phone.</summary>
    StandIn,
}

/// <summary>How a drill ended, for the manager to know what did not come.</summary>
public enum DrillEnd
{
    /// <summary>From the request to the follow-up.</summary>
    Complete,

    /// <summary>The stand-in refused or called off, and there is nobody else.</summary>
    NotTaken,

    /// <summary>The carrier could not deliver the offer.</summary>
    NotDelivered,

    /// <summary>Nobody answered the offer.</summary>
    OfferUnanswered,

    /// <summary>Nobody answered what was asked last.</summary>
    LastQuestionUnanswered,
}
