using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary>One telephone line: whether it may be texted, and what is open on it. Changed by <see cref="PhoneDecider"/> alone.</summary>
public sealed record Phone
{
    public required PhoneNumber Number { get; init; }

    /// <summary>Agreed to by texting <c>JOIN</c>; consent on the roster is not repeated here.</summary>
    public Consent? Joined { get; init; }

    public Instant? OptedOutAt { get; init; }

    /// <summary>The carrier itself blocks texts to this phone. On a toll-free number START and UNSTOP alone end that.</summary>
    public bool CarrierStopped { get; init; }

    /// <summary>The one welcome was sent.</summary>
    public bool Welcomed { get; init; }

    public Instant? PausedUntil { get; init; }

    public bool NightCallsOff { get; init; }

    /// <summary>Counts changes of what <see cref="ReachOf"/> tells.</summary>
    public int ReachRevision { get; init; }

    /// <summary>Letters in use or at rest; one that was never used is not here.</summary>
    public ImmutableArray<LetterUse> Letters { get; init; } = [];

    /// <summary>The latest texts that this phone was sent, oldest first: a text may quote them.</summary>
    public ImmutableArray<SentText> Sent { get; init; } = [];

    /// <summary>Texts in a row that led nowhere.</summary>
    public int Fruitless { get; init; }

    /// <summary>Texts of the last hour, and how often each came, oldest first. Older rows have none.</summary>
    public ImmutableArray<HeardText> Heard { get; init; } = [];

    /// <summary>When an unknown number was told how to reach the practice.</summary>
    public Instant? StrangerToldAt { get; init; }

    /// <summary>What was asked on a letter is forgotten so long after its consult.</summary>
    internal static Duration NumbersRemembered { get; } = Duration.FromDays(30);

    /// <summary>When the sender was last told that a text was not understood, after a person had taken over.</summary>
    public Instant? LastToldNotUnderstood { get; init; }

    /// <summary>Reactions and quotes come within days.</summary>
    private static Duration SentRemembered { get; } = Duration.FromDays(14);

    /// <summary>More than a busy consultant hears on one day. A text has 160 characters, so that the row grows by 4 KB at most.</summary>
    private const int MaxSent = 24;

    /// <summary>Since when the letter rests that will be forgotten next; null where none is.</summary>
    public Instant? OldestRest => Letters.Min(use => use.RestsSince);

    /// <summary>What was asked on a letter that rests for so long that its numbers begin anew is forgotten with it.</summary>
    public Phone WithoutOldLetters(Instant now) => this with
    {
        Letters = Letters.RemoveAll(use => use.RestsSince <= now - NumbersRemembered),
        Sent = Sent.RemoveAll(text => text.At <= now - SentRemembered),
    };

    /// <summary>Remembers what is sent now, and forgets what is too old or too much to be quoted.</summary>
    internal Phone WithSent(IEnumerable<string> bodies, Instant now)
    {
        var sent = Sent.Where(text => text.At > now - SentRemembered).Concat(bodies.Select(body => new SentText(now, body))).TakeLast(MaxSent).ToImmutableArray();
        return sent.SequenceEqual(Sent) ? this : this with { Sent = sent };
    }

    /// <summary>Counts a text with this key, and forgets what was counted long ago.</summary>
    /// <param name="most">Replies in an hour.</param>
    /// <returns>Whether the text is replied to, and whether a manager is to be told that it is one too many.</returns>
    internal (Phone Phone, bool Replies, bool TellsManager) WithHeard(string key, int most, Instant now)
    {
        var known = Heard.FirstOrDefault(heard => heard.Key == key);
        var heard = known is null ? new HeardText(key, now, 1)
            : known.Since <= now - HeardText.Window ? known with { Since = now, Count = 1, ManagerTold = known.ManagerTold && known.Since > now - HeardText.ToldRemembered }
            : known with { Count = known.Count + 1 };
        var replies = heard.Count <= most;
        var tells = !replies && !heard.ManagerTold;
        var kept = Heard.Where(other => other.Key != key && other.Since > now - (other.ManagerTold ? HeardText.ToldRemembered : HeardText.Window));
        return (this with { Heard = [.. kept.Append(heard with { ManagerTold = heard.ManagerTold || tells }).TakeLast(HeardText.MaxHeard)] }, replies, tells);
    }

    public Reach ReachOf(Person person) => new()
    {
        Consented = person.Consent is not null || Joined is not null,
        OptedOut = OptedOutAt is not null,
        PausedUntil = PausedUntil,
        NightCallsOff = NightCallsOff,
        Revision = ReachRevision,
    };
}

/// <summary>A text that a phone was sent, with <see cref="Wording.LinkMark"/> where its link goes.</summary>
public sealed record SentText(Instant At, string Body);

/// <summary>What a letter stands for on this phone.</summary>
/// <param name="Question">What is asked now; null when nothing is.</param>
/// <param name="FirstNumber">The number of the question's first answer.</param>
/// <param name="NextNumber">Where the next question goes on counting.</param>
/// <param name="ClosedAt">Since when the letter rests.</param>
/// <param name="Draft">A request that is being made step by step; its consult does not exist yet.</param>
/// <param name="Turn">The consult's latest decision that this letter knows of.</param>
/// <param name="Drill">Which side of a drill it is, since both are on one phone; null for a consult, whose only side here is the phone's owner.</param>
/// <param name="AskedAt">When the question went out; null in rows of older versions.</param>
/// <param name="EarlierLast">The last number of the question that this one replaced before it was answered; 0 where none was.</param>
/// <param name="Answered">Something was answered to the question.</param>
/// <param name="Brief">Where the consult stood for the phone's owner when it last told them something; null before, and in older rows.</param>
/// <param name="Asked">What is known of a draft; null for a consult, and in older rows.</param>
public sealed record LetterUse(
    Letter Letter,
    ConsultId Consult,
    Kind? Kind,
    Question? Question,
    int FirstNumber,
    int NextNumber,
    Instant UsedAt,
    Instant? ClosedAt = null,
    bool Draft = false,
    int Turn = 0,
    DrillPart? Drill = null,
    LetterBrief? Brief = null,
    AskDraft? Asked = null,
    Instant? AskedAt = null,
    int EarlierLast = 0,
    bool Answered = false)
{
    public bool IsOpen => ClosedAt is null;

    /// <summary>Null while something may still happen on it. A request that nobody went on making step by step is one that rests.</summary>
    public Instant? RestsSince => Draft ? UsedAt : ClosedAt is { } closed ? Instant.Max(closed, UsedAt) : null;

    /// <summary>Asked, and not lapsed yet.</summary>
    public bool Asks(Instant now) => IsOpen && Question is { } question && (question.Until is not { } until || until > now);

    /// <summary>The same letter with a new question. The same answers keep their numbers. Other answers of a kind that still waits go on counting, and everything else begins at 1.</summary>
    public LetterUse WithQuestion(Question question, Instant now)
    {
        if (Question is { } open && open.Numbered.SequenceEqual(question.Numbered) && open.None == question.None)
        {
            return this with { Question = question, AskedAt = now, Answered = false };
        }

        var isOpen = Asks(now);
        var isAlike = isOpen && Question!.Numbered.Any(answer => question.Numbered.Any(other => other.Kind == answer.Kind));
        var isOfAnother = Question is null && AskedAt is null && NextNumber > 1;
        var first = isAlike || isOfAnother ? NextNumber : 1;
        return this with
        {
            Question = question,
            FirstNumber = first,
            NextNumber = first + question.Numbered.Length,
            AskedAt = now,
            Answered = false,
            EarlierLast = isOpen && !isAlike && !Answered ? FirstNumber + Question!.Numbered.Length - 1 : 0,
        };
    }

    public ImmutableArray<int> Numbers => Question is null ? [] : [.. Enumerable.Range(FirstNumber, Question.Numbered.Length)];
}
