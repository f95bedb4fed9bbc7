using System.Collections.Immutable;
using NodaTime;

namespace Curbside.Messages;

/// <summary>What an answer means to the consult that asked.</summary>
public enum AnswerKind
{
    /// <summary>Held: "send it" and "not me".</summary>
    Send,
    NotMe,

    /// <summary>An offer: yes (at <see cref="Answer.At"/>, or now where that is null), and can't.</summary>
    Accept,
    Decline,

    /// <summary>A time of one's own, in answer to a question that takes one.</summary>
    Counter,

    /// <summary>A proposed time: taken or refused by the other side.</summary>
    Take,
    Refuse,

    /// <summary>Talking yet?</summary>
    Talking,
    NotTalking,

    /// <summary>Did you meet?</summary>
    Met,
    NotMet,

    /// <summary>After a consult that did not happen: the same person again, someone else, or leave it.</summary>
    SamePersonAgain,
    AskSomeoneElse,
    LeaveIt,

    /// <summary>The evening after risk: all right, or would like someone to call.</summary>
    DoingAllRight,
    WouldLikeACall,

    /// <summary>Did it help?</summary>
    Helped,
    HelpedPartly,
    StillStuck,

    /// <summary>A linked second opinion.</summary>
    SecondOpinion,

    /// <summary>At the start of an observation: is the client's written consent still given?</summary>
    ConsentStands,
    ConsentWithdrawn,

    /// <summary>A manager who was called in.</summary>
    TakesItOver,
    CannotTakeItOver,

    /// <summary>Another time for a booked consult: this one, or keep the old.</summary>
    MoveTo,
    KeepTime,

    /// <summary>Call off what is booked at <see cref="Answer.At"/>, or withdraw a request where that is null; or leave it as it is.</summary>
    CallOff,
    KeepAsItIs,

    /// <summary>A call within ten minutes instead of an appointment.</summary>
    MakeItNow,

    /// <summary>After an evening that is not all right: a colleague calls, or none does.</summary>
    ColleagueCalls,
    NoColleague,

    /// <summary>Choices of a request that is being made step by step; <see cref="Answer.Word"/> says which.</summary>
    Choose,
}

/// <summary>One possible answer: its meaning, and the time or word that belongs to it.</summary>
public sealed record Answer(AnswerKind Kind, Instant? At = null, string? Word = null);

/// <summary>A question put to one phone. The phone gives it a letter and numbers.</summary>
/// <param name="Id">Names the question within its consult, so that an answer to an older one is known as such.</param>
/// <param name="Numbered">Shown in this order with the next free numbers.</param>
/// <param name="None">What 0 means, and "no" with it; null where there is no such answer.</param>
/// <param name="Yes">What a plain "yes" means; null where it would be a guess.</param>
/// <param name="TakesTime">A time may be texted instead.</param>
/// <param name="No">What a plain "no" means where no 0 is shown.</param>
/// <param name="Until">When the question lapses: nothing answers it from then on. Null in rows of older versions.</param>
public sealed record Question(
    string Id, ImmutableArray<Answer> Numbered, Answer? None, Answer? Yes, bool TakesTime = false, Answer? No = null, Instant? Until = null);
