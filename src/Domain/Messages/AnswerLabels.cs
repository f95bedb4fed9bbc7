using System.Collections.Immutable;
using Curbside.Consults;

namespace Curbside.Messages;

/// <summary>The words in which answers are shown ("3 still stuck"), texted back instead of their number.</summary>
/// <remarks>They count only as a whole text: within a sentence they are about something else.</remarks>
internal static class AnswerLabels
{
    private static readonly ImmutableArray<(Meaning.Said Said, Phrasebook Words, ImmutableArray<AnswerKind> Kinds)> All =
    [
        Of(
            Saying.SomeoneElse,
            [AnswerKind.AskSomeoneElse, AnswerKind.Refuse, AnswerKind.Decline, AnswerKind.CannotTakeItOver],
            "ask|try someone|somebody|anyone else", "someone|somebody|anyone else"),
        Of(Saying.SamePerson, [AnswerKind.SamePersonAgain], "same person|one? again", "same person", "the same person|one again?", "ask|try them|her|him again"),
        Of(Saying.LeaveIt, [AnswerKind.LeaveIt, AnswerKind.Choose], "leave|forget|drop it|that", "let it be"),
        Of(Saying.Keep, [AnswerKind.KeepTime], "keep it|that|the? old|time|one|appointment? time?", "as it is|was"),
        Of(Saying.Helped, [AnswerKind.Helped], "it|that helped a? lot|much?", "helped a? lot|much?", "it did help?"),
        Of(Saying.Partly, [AnswerKind.HelpedPartly], "it|that helped? partly|partially|somewhat", "helped partly|partially|somewhat", "partly|partially|somewhat",
            "it|that helped a bit|little", "helped a bit|little", "a bit|little", "kind|sort of"),
        Of(Saying.StillStuck, [AnswerKind.StillStuck], "still stuck", "im still? stuck", "i am still? stuck", "it|that didnt help", "it|that did not help"),
        Of(
            Saying.AllRight,
            [AnswerKind.DoingAllRight],
            "all right|good", "alright", "im|doing all? right|alright|ok|okay|good|fine|well|better",
            "i am doing? all? right|alright|ok|okay|good|fine|well|better"),
        Of(
            Saying.WouldTalk,
            [AnswerKind.WouldLikeACall],
            "id like to talk", "i would like to talk", "i want|need to talk", "call me", "not so|too|very? good|great|well|ok|okay|fine|right",
            "im not so|too|very? good|great|well|ok|okay|fine|right", "i am not so|too|very? good|great|well|ok|okay|fine|right"),
        .. Enum.GetValues<Kind>().Select(kind =>
            Of(new Meaning.Said(null, Saying.AKind, Kind: kind), [AnswerKind.Choose], $"{string.Join('|', CommandWords.WordsFor(kind))} consult|question|opinion?")),
        Of(new Meaning.Said(null, Saying.AnUrgency, Urgency: Urgency.Now), [AnswerKind.Choose], "urgent|urgently|asap|immediately"),
        Of(new Meaning.Said(null, Saying.AnUrgency, Urgency: Urgency.Today), [AnswerKind.Choose], "today"),
        Of(new Meaning.Said(null, Saying.AnUrgency, Urgency: Urgency.ThisWeek), [AnswerKind.Choose], "this|sometime week", "week"),
    ];

    /// <summary>A text that is nothing but such words, with or without the letter of its consult.</summary>
    public static Meaning.Said? Read(Words words)
    {
        var first = SmallWords.SkipCourtesies(words, 0);
        var isLettered = words.Text(first) is [>= 'a' and <= 'h'];
        foreach (var (said, phrases, _) in All)
        {
            if (IsWhole(phrases, first))
            {
                return said;
            }

            if (isLettered && IsWhole(phrases, first + 1))
            {
                return said with { Letter = new Letter(char.ToUpperInvariant(words.Text(first)[0])) };
            }
        }

        return null;

        bool IsWhole(Phrasebook phrases, int at) =>
            at < words.Count && phrases.EndOf(words, at) is var end && end > at && SmallWords.SkipCourtesies(words, end) == words.Count;
    }

    /// <summary>Whether the words are those of this answer.</summary>
    public static bool Fits(Meaning.Said said, Answer answer) => answer.Kind == AnswerKind.Choose
        ? answer.Word == (said.Kind?.Name() ?? said.Urgency?.Name()) && (answer.Word is not null || said.What == Saying.LeaveIt)
        : All.Any(known => known.Said.What == said.What && known.Kinds.Contains(answer.Kind));

    private static (Meaning.Said, Phrasebook, ImmutableArray<AnswerKind>) Of(
        Saying saying, ImmutableArray<AnswerKind> kinds, params ReadOnlySpan<string> phrases) => Of(new Meaning.Said(null, saying), kinds, phrases);

    private static (Meaning.Said, Phrasebook, ImmutableArray<AnswerKind>) Of(
        Meaning.Said said, ImmutableArray<AnswerKind> kinds, params ReadOnlySpan<string> phrases) =>
        (said, new Phrasebook(acrossPauses: true, phrases), kinds);
}
