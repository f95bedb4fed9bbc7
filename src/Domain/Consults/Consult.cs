using System.Collections.Immutable;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>One request and all that follows from it. Changed by <see cref="ConsultDecider"/> alone.</summary>
public sealed record Consult
{
    public required ConsultId Id { get; init; }

    public required Request Request { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>When the clinician sent it: a held request was typed earlier.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>By when a name or "no one was free" is owed; null while the request is held.</summary>
    public Instant? PromiseAt { get; init; }

    /// <summary>How many times people were asked together, from 1; 0 before anyone was.</summary>
    public int Wave { get; init; }

    /// <summary>Everyone who was ever asked, in order.</summary>
    public ImmutableArray<Offer> Offers { get; init; } = [];

    /// <summary>Why these people and not others, a choice for each time that somebody was looked for.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>The manager who was called in, if one was.</summary>
    public ManagerCall? Call { get; init; }

    /// <summary>Steps of the agenda that were taken, and when: a wait counts from the asking, not from when it should have been asked.</summary>
    public ImmutableDictionary<Step, Instant> Done { get; init; } = ImmutableDictionary<Step, Instant>.Empty;

    /// <summary>Counts bookings, so that each reservation of time has a name of its own.</summary>
    public int Attempt { get; init; }

    /// <summary>Counts decisions. What they tell is carried out side by side, so a phone knows by it which of two was meant to be the last word.</summary>
    public int Turns { get; init; }

    /// <summary>Counts questions, so that an answer to an earlier one is known as such.</summary>
    public int Questions { get; init; }

    /// <summary>What the clinician wrote; deleted with the notes when the consult is over.</summary>
    public string? Question { get; init; }

    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>When the question was last written or changed on the page; null before, and after the question is deleted.</summary>
    public Instant? QuestionAt { get; init; }

    /// <summary>When each side was last told that the other wrote something on the page.</summary>
    public ImmutableDictionary<PersonId, Instant> ToldOfNotes { get; init; } = ImmutableDictionary<PersonId, Instant>.Empty;

    public ImmutableArray<Entry> Timeline { get; init; } = [];

    /// <summary>The words were deleted; nothing more happens.</summary>
    public bool Over { get; init; }

    /// <summary>Who said yes and is still the one; null before anybody did, and after they were let go.</summary>
    public PersonId? Confirmed => Stage switch
    {
        Stage.Booked booked => booked.Booking.Consultant,
        Stage.Met met => met.Booking.Consultant,
        Stage.Missed missed => missed.Booking.Consultant,
        Stage.Closed => Offers.Where(offer => offer.Status == OfferStatus.Accepted).Select(offer => (PersonId?)offer.Person).LastOrDefault(),
        _ => null,
    };

    /// <summary>When the evening check-in, or what follows from it, was last asked; null unless it is open.</summary>
    public Instant? EveningAskedAt =>
        Done.ContainsKey(Step.EveningSettled) ? null
        : Done.TryGetValue(Step.EveningHelp, out var help) ? help
        : Done.TryGetValue(Step.Evening, out var asked) ? asked
        : null;

    public bool IsRisk => Request.Kind == Kind.Risk;

    public bool IsNow => Request.Urgency == Urgency.Now;

    public bool IsDrill => Request.IsDrill;
}

/// <summary>Where a consult stands, with what belongs to standing there.</summary>
public abstract record Stage
{
    private Stage()
    {
    }

    /// <summary>Typed in a browser nobody knows: waits for the phone to say that it is the clinician.</summary>
    public sealed record Held(Instant Since, bool AskedAgain, bool ManagerTold) : Stage;

    /// <param name="NextWaveAt">When the next people are asked; null when there is nobody left to ask but somebody may still answer.</param>
    public sealed record Asking(Instant? NextWaveAt) : Stage;

    /// <summary>One side named a time, the other has it to take or refuse.</summary>
    /// <param name="AtOnce">The consultant can call now, and the asker may take that.</param>
    public sealed record Proposed(PersonId Consultant, Instant Start, bool ByConsultant, Instant Until, bool AtOnce = false) : Stage;

    /// <param name="Move">Another time that is being agreed; the booking stands meanwhile.</param>
    public sealed record Booked(Booking Booking, Move? Move) : Stage;

    public sealed record Met(Booking Booking, Instant At) : Stage;

    /// <summary>It did not take place; the asker chooses what now.</summary>
    public sealed record Missed(Booking Booking, Instant Until) : Stage;

    public sealed record Closed(Instant At) : Stage;

    public sealed record Withdrawn(Instant At) : Stage;

    /// <summary>No one was free by the promise.</summary>
    public sealed record Unanswered(Instant At) : Stage;
}

/// <param name="Length">Kept free in both calendars.</param>
/// <param name="Immediate">A call within ten minutes and not an appointment.</param>
/// <param name="Attempt">Names the reserved time.</param>
public sealed record Booking(PersonId Consultant, Instant Start, Duration Length, bool Immediate, Instant BookedAt, int Attempt)
{
    public Instant End => Start + Length;
}

/// <param name="By">Who asked for it.</param>
/// <param name="Start">The time that the other side has to take or refuse; null until one is chosen.</param>
public sealed record Move(PersonId By, Instant? Start, Instant Until);

public enum OfferStatus
{
    Open,

    /// <summary>Answered with another time, which waits to be put to the asker or is with them.</summary>
    Countered,
    Accepted,
    Declined,

    /// <summary>A time was named by one side and not taken by the other.</summary>
    NotTaken,

    /// <summary>The text could not be delivered, or the person opted out.</summary>
    NotReached,

    /// <summary>Recognised the client, called off, or said yes and did not call.</summary>
    Released,

    /// <summary>Somebody else has it, or it is no longer needed.</summary>
    Covered,
}

/// <summary>The consult as offered to one person.</summary>
/// <param name="QuestionId">The question that is open with them.</param>
/// <param name="Counter">The time that they named instead.</param>
/// <param name="AskAgainAt">They asked for time until then; null unless they did.</param>
/// <param name="AskedAgain">Whether they were asked again after that, which happens once.</param>
public sealed record Offer(
    PersonId Person, int Wave, Instant At, OfferStatus Status, string QuestionId, Instant? Counter = null, Instant? AskAgainAt = null, bool AskedAgain = false)
{
    public bool IsLive => Status is OfferStatus.Open or OfferStatus.Countered;
}

/// <summary>Who was looked for at one moment, and what was decided of each person.</summary>
public sealed record Choice(Instant At, int Wave, ImmutableArray<Matching.Ruling> Rulings);

/// <summary>A manager who was asked to take a consult over.</summary>
/// <param name="Manager">Whose answer is awaited; null when nobody's is.</param>
/// <param name="Until">When the next manager is called, or this one when their night is over; null when all is said.</param>
/// <param name="Called">Everyone who was called.</param>
/// <param name="TakenOver">Somebody said that they see to it.</param>
/// <param name="Promised">The clinician was told that a manager knows, and is owed to hear of it if none answers.</param>
/// <param name="Lapses">When nobody who was called can take it over by text any more; null when nobody was, and in rows of older versions.</param>
/// <param name="Missed">They were called because somebody had said yes and did not call.</param>
public sealed record ManagerCall(
    PersonId? Manager,
    Instant? Until,
    ImmutableHashSet<PersonId> Called,
    bool TakenOver,
    bool Promised = false,
    Instant? Lapses = null,
    bool Missed = false);

/// <summary>What a person wrote on the consult's page, or by text beyond an answer.</summary>
/// <param name="Page">Written on the page, which the other side is told by text.</param>
public sealed record Note(Instant At, PersonId By, string Text, bool Page = false);

/// <summary>The steps that the agenda of a booked consult ticks off.</summary>
public enum Step
{
    DayBeforeForAsker,
    DayBeforeForConsultant,
    HourBeforeForAsker,
    HourBeforeForConsultant,
    Start,
    TalkingYet,
    DidYouMeet,
    Evening,
    DidItHelp,

    /// <summary>Nobody answered "did you meet?" in its time.</summary>
    DidYouMeetLapsed,

    /// <summary>The asker would like to talk, and was asked whether a colleague shall call.</summary>
    EveningHelp,

    /// <summary>The check-in was answered, or lapsed.</summary>
    EveningSettled,

    /// <summary>Still stuck: somebody else was offered.</summary>
    SecondOpinion,

    /// <summary>The client's consent was confirmed at the start.</summary>
    ConsentSettled,

    /// <summary>The asker said that nobody called, and the consultant was reminded.</summary>
    Nudged,

    /// <summary>Nobody took a risk in time. Those who were asked may still say that they can.</summary>
    LateAnswer,
}

/// <summary>What happened, in a word, for the page's timeline.</summary>
public enum Happening
{
    Held,
    Sent,
    Offered,
    Declined,
    NotReached,
    TimeProposed,
    TimeNotTaken,
    Booked,
    MoveAsked,
    Moved,
    TimeKept,
    Released,
    NotTalking,
    Met,
    Missed,
    NoOneFree,
    ManagerCalledIn,
    ManagerTookOver,
    Withdrawn,
    FollowedUp,
    Closed,
    AskerOptedOut,
}

/// <summary>One line of the timeline.</summary>
/// <param name="Person">Whom it concerns, where it concerns one.</param>
/// <param name="Time">The time that was proposed or booked.</param>
public sealed record Entry(Instant At, Happening What, PersonId? Person = null, Instant? Time = null);
