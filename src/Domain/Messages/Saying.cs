namespace Curbside.Messages;

/// <summary>
/// What people say in their own words, beside numbers, times, yes and no. A saying answers the open question that has such an answer;
/// otherwise it is a remark to the consult that it fits.
/// </summary>
public enum Saying
{
    // The words in which answers are shown, texted back instead of their number.

    /// <summary>"ask someone else".</summary>
    SomeoneElse,

    /// <summary>"try them again".</summary>
    SamePerson,

    /// <summary>"leave it".</summary>
    LeaveIt,

    /// <summary>"keep the old time".</summary>
    Keep,

    /// <summary>"it helped a lot".</summary>
    Helped,

    /// <summary>"partly".</summary>
    Partly,

    /// <summary>"still stuck", "worse".</summary>
    StillStuck,

    /// <summary>"all right".</summary>
    AllRight,

    /// <summary>"I'd like to talk".</summary>
    WouldTalk,

    /// <summary>A kind of consult by name: "medication".</summary>
    AKind,

    /// <summary>An urgency by name: "this week".</summary>
    AnUrgency,

    // Remarks of a consultant who was asked.

    /// <summary>"what is this about", "which client", "who is this".</summary>
    AsksWhatAbout,

    /// <summary>"let me check", "maybe", "ask me in 10", "in session until 3". The time, if there is one, is when they can say.</summary>
    NeedsTime,

    /// <summary>"on it", "calling her now": a yes to a call within ten minutes.</summary>
    OnIt,

    /// <summary>"call me", "can she call me at 4": who calls whom is the other way round.</summary>
    AsksForCall,

    /// <summary>"between 2 and 4", "tomorrow am": a window of time, from the first instant to the second.</summary>
    NamesWindow,

    // Remarks of the asker while colleagues are asked.

    /// <summary>"any news?", "how long", "who is asked", "what did I ask".</summary>
    AsksWhereItStands,

    /// <summary>"make it urgent".</summary>
    WantsItNow,

    /// <summary>"change to video".</summary>
    OtherModality,

    /// <summary>"found someone", "never mind".</summary>
    NoLongerNeeded,

    // Remarks of either side of a booking.

    /// <summary>"today 4pm works best", "can we push to 4": a time where no open question takes one.</summary>
    NamesTime,

    /// <summary>"when is it", "link", "what's her number", "will she call me?".</summary>
    AsksDetails,

    /// <summary>"running 10 late". The time, if there is one, is now and that much.</summary>
    RunningLate,

    /// <summary>"can't make it", "something came up", "I need to cancel".</summary>
    CannotMakeIt,

    /// <summary>"ok", "got it", "see you then".</summary>
    Acknowledges,

    // Remarks from the start of a consult on.

    /// <summary>"no call yet", "got voicemail", "still waiting".</summary>
    NoContact,

    /// <summary>"she called but I missed it".</summary>
    MissedTheirCall,

    /// <summary>"we are talking".</summary>
    Talking,

    /// <summary>"we spoke", "it went great".</summary>
    TookPlace,

    /// <summary>"she never called".</summary>
    DidNotTakePlace,

    /// <summary>"it was cut short".</summary>
    CutShort,

    /// <summary>"client quit".</summary>
    ClientLeft,

    /// <summary>"prefer not to say".</summary>
    RatherNotSay,
}
