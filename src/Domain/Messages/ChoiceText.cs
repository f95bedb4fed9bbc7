using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;

namespace Curbside.Messages;

/// <summary>The choices of a question in words, without the question: for somebody whose text was not understood.</summary>
internal static class ChoiceText
{
    /// <summary>In the order of their numbers, the answer that 0 stands for last.</summary>
    public static ImmutableArray<string> All(ImmutableArray<Answer> numbered, Answer? none, Reader reader) =>
        numbered.IsEmpty ? [] : [.. numbered.Append(none).OfType<Answer>().Select(answer => Of(answer, reader))];

    private static string Of(Answer answer, Reader reader) => answer switch
    {
        { Kind: AnswerKind.Accept or AnswerKind.MoveTo or AnswerKind.Take, At: { } at } => reader.Choice(at),
        { Kind: AnswerKind.Choose, Word: var word } => word?.Replace('-', ' ') ?? "leave it",
        _ => Of(answer.Kind),
    };

    private static string Of(AnswerKind kind) => kind switch
    {
        AnswerKind.Send => "send it",
        AnswerKind.NotMe => "not me",
        AnswerKind.Accept or AnswerKind.Counter => "I can",
        AnswerKind.Decline => "can't",
        AnswerKind.Take => "take it",
        AnswerKind.Refuse => "not then",
        AnswerKind.Talking => "talking",
        AnswerKind.NotTalking => "not yet",
        AnswerKind.Met => "it took place",
        AnswerKind.NotMet => "it did not",
        AnswerKind.SamePersonAgain => "the same person",
        AnswerKind.AskSomeoneElse => "someone else",
        AnswerKind.LeaveIt => "leave it",
        AnswerKind.DoingAllRight => "all right",
        AnswerKind.WouldLikeACall => "I'd like to talk",
        AnswerKind.Helped => "it helped",
        AnswerKind.HelpedPartly => "partly",
        AnswerKind.StillStuck => "still stuck",
        AnswerKind.SecondOpinion => "second opinion",
        AnswerKind.ConsentStands => "it stands",
        AnswerKind.ConsentWithdrawn => "withdrawn",
        AnswerKind.TakesItOver => "I will",
        AnswerKind.CannotTakeItOver => "can't",
        AnswerKind.MoveTo => "move it",
        AnswerKind.KeepTime => "keep the old",
        AnswerKind.CallOff => "call off",
        AnswerKind.KeepAsItIs => "keep it",
        AnswerKind.MakeItNow => "a call now",
        AnswerKind.ColleagueCalls => "a colleague calls me",
        AnswerKind.NoColleague => "not now",
        AnswerKind.Choose => "leave it",
        _ => throw new UnreachableException($"There are no words for {kind}."),
    };
}
