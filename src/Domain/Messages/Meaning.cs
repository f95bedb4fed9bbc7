using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Messages;

/// <summary>One thing that a text says, before it is known which question is open.</summary>
/// <param name="Letter">The consult it names, where it names one.</param>
public abstract record Meaning(Letter? Letter)
{
    /// <summary><c>A1</c>, <c>a 2.</c>, <c>1</c>: a numbered option; 0 is "none".</summary>
    public sealed record Option(Letter? Letter, int Number) : Meaning(Letter);

    /// <summary>"yes", "ok", "sure".</summary>
    public sealed record Yes(Letter? Letter) : Meaning(Letter);

    /// <summary>"no", "can't".</summary>
    public sealed record No(Letter? Letter) : Meaning(Letter);

    /// <summary>A time: <c>5:15</c>, <c>in 45</c>, <c>fri 2pm</c>. Not resolved, since it is in the sender's own zone and after their own now.</summary>
    /// <param name="Asked">With a question mark. A question about a time on offer is no yes; one that names another time proposes it.</param>
    public sealed record At(Letter? Letter, TimeExpression Time, bool Asked = false) : Meaning(Letter);

    /// <summary>"the second one", "first works"; -1 is the last.</summary>
    public sealed record Ordinal(Letter? Letter, int Place) : Meaning(Letter);

    /// <summary>"either", "any of those".</summary>
    public sealed record Any(Letter? Letter) : Meaning(Letter);

    /// <summary>Something said in words: an answer as it is shown, or a remark.</summary>
    /// <param name="Time">The time that goes with it, or the beginning of a window.</param>
    /// <param name="Until">The end of a window.</param>
    public sealed record Said(
        Letter? Letter,
        Saying What,
        Kind? Kind = null,
        Urgency? Urgency = null,
        Modality? Modality = null,
        TimeExpression? Time = null,
        TimeExpression? Until = null) : Meaning(Letter);

    /// <summary><c>X A</c>: withdraws or calls off.</summary>
    public sealed record CallOff(Letter? Letter) : Meaning(Letter);

    /// <summary><c>R A</c>: asks for another time.</summary>
    public sealed record OtherTime(Letter? Letter) : Meaning(Letter);

    /// <summary><c>ASK</c>, <c>ASK MED TODAY</c>, <c>ASK MED TODAY TX</c>.</summary>
    /// <param name="State">Where the client is; null where it was not said plainly.</param>
    /// <param name="Left">The words that were not understood; null when all were.</param>
    public sealed record Ask(Kind? Kind, Urgency? Urgency, UsState? State = null, string? Left = null) : Meaning((Letter?)null)
    {
        /// <summary>A state was said or denied, and which one is meant is not plain.</summary>
        public bool AsksState { get; init; }

        /// <summary>The states that may be meant.</summary>
        public ImmutableArray<UsState> MaybeStates { get; init; } = [];

        /// <summary>Words that were not understood may turn the rest round ("was a mistake"): nothing begins before that is cleared.</summary>
        public bool IsTurned { get; init; }
    }

    /// <summary><c>?</c>: what is open.</summary>
    public sealed record WhatIsOpen() : Meaning((Letter?)null);

    /// <summary><c>PAUSE 14</c>; without a number of days the length is the default of 7.</summary>
    public sealed record Pause(int Days) : Meaning((Letter?)null);

    public sealed record Resume() : Meaning((Letter?)null);

    public sealed record Sleep() : Meaning((Letter?)null);

    public sealed record Wake() : Meaning((Letter?)null);

    /// <summary><c>DRILL</c>: a manager tries the line out.</summary>
    public sealed record Drill() : Meaning((Letter?)null);

    public sealed record Join() : Meaning((Letter?)null);

    public sealed record Help() : Meaning((Letter?)null);

    /// <summary>One of the carriers' opt-out words alone, or plain words to that effect.</summary>
    /// <param name="CarrierWord">A carrier has seen this word too, and may have answered it.</param>
    public sealed record OptOut(bool CarrierWord) : Meaning((Letter?)null);

    /// <summary>START or UNSTOP. (YES, which carriers also take as opt-in, is read as <see cref="Yes"/>.)</summary>
    public sealed record OptIn() : Meaning((Letter?)null);

    /// <summary>Words of a person who may be in danger, or who speaks of someone who may be.</summary>
    /// <param name="OfClient">They speak of a client: "a client who may hurt himself".</param>
    public sealed record Crisis(bool OfClient = false) : Meaning((Letter?)null);

    /// <summary>Asks for somebody in their own words: "I need to talk to someone", "can someone call me about a client".</summary>
    public sealed record Wants(Kind? Kind, Urgency? Urgency) : Meaning((Letter?)null);

    /// <summary>"I'm not ok", "im falling apart": the sender's own load, without words of danger.</summary>
    public sealed record NotWell() : Meaning((Letter?)null);

    /// <summary>Spanish that is not understood otherwise.</summary>
    public sealed record Spanish() : Meaning((Letter?)null);

    /// <summary>"my number changed", "I left the practice", "wrong number": the roster is out of date.</summary>
    public sealed record RosterNews(RosterChange What) : Meaning((Letter?)null);

    /// <summary>"on vacation until monday", "do not disturb until 5", "stop for today": no offers until then.</summary>
    public sealed record PauseUntil(TimeExpression Until) : Meaning((Letter?)null);

    /// <summary>"I don't do med questions anymore", "don't ask me on fridays": fewer offers from now on. One of the two is set.</summary>
    public sealed record FewerOffers(Kind? NotKind, IsoDayOfWeek? NotOn) : Meaning((Letter?)null);

    /// <summary>A machine's text ("out of office", "Voicemail (0:45)") or a reaction ("Liked “…”"): it wants neither act nor answer.</summary>
    public sealed record AutoReply() : Meaning((Letter?)null);
}

/// <summary>What somebody says of their own line in the roster.</summary>
public enum RosterChange
{
    NumberChanged,
    LeftPractice,
    WrongNumber,
}

/// <summary>A time as texted: still without the zone and the day it is said on.</summary>
public abstract record TimeExpression
{
    /// <summary><c>in 45</c>, <c>in 2 hours</c>.</summary>
    public sealed record In(Duration Wait) : TimeExpression;

    /// <summary><c>5:15</c>, <c>3.30p</c>, <c>tomorrow 9am</c>, <c>fri 2pm</c>, <c>after 4</c>.</summary>
    /// <param name="Hour">0 to 23 where am, pm or a 24-hour clock made it plain; else 1 to 12 with <paramref name="HalfKnown"/> false.</param>
    /// <param name="HalfKnown">Whether morning or afternoon is known; if not, the next such time in waking hours is meant.</param>
    public sealed record Clock(DayWord Day, int Hour, int Minute, bool HalfKnown) : TimeExpression;
}

/// <summary>The day that goes with a clock time.</summary>
/// <param name="Weekday">The next such day, where one was named.</param>
/// <param name="DaysAhead">0 for today, 1 for tomorrow; null when no day was said, which means the next such time.</param>
public readonly record struct DayWord(IsoDayOfWeek? Weekday, int? DaysAhead)
{
    public static DayWord Unsaid => default;
}

/// <summary>A whole text, read.</summary>
/// <param name="Meanings">What was understood, in the order it was said; empty when nothing was. Every word of the text is accounted for, but for <paramref name="Kept"/>.</param>
/// <param name="Kept">A clause of its own behind a plain answer ("tell her to bring the list"), to be kept and not acted on; where nothing is understood, the text. Null when nothing is left over.</param>
public sealed record Reading(ImmutableArray<Meaning> Meanings, string? Kept)
{
    /// <summary>The whole text as a saying, where it is one. It may have an answer's meaning too: "we spoke".</summary>
    public Meaning.Said? Said { get; init; }

    /// <summary>The words of an answer right behind its number: "A2 partly". They stand and fall with it.</summary>
    public Meaning.Said? Beside { get; init; }

    /// <summary>What the sender says of themselves or of the line, where nothing else is understood.</summary>
    public Meaning? OfLine { get; init; }

    /// <summary>Nothing but a plain yes, or a number, and thanks: on a question of safety nothing else is a yes.</summary>
    public bool IsPlainYes { get; init; }

    /// <summary>Somewhere in it the sender asks for help or says that nobody called: on a question of safety that counts, whatever stands beside it.</summary>
    public bool CallsForHelp { get; init; }

    public bool Understood => !Meanings.IsEmpty || Said is not null || OfLine is not null;
}

/// <summary>What is known of a phone when a text from it is read.</summary>
/// <param name="Sent">Texts that the phone was sent, which it may quote.</param>
/// <param name="Names">Words of the names of those whom its consults are with, in any case.</param>
public sealed record ReadingContext(IReadOnlyCollection<string> Sent, IReadOnlyCollection<string> Names)
{
    public static ReadingContext Empty { get; } = new([], []);
}
