using System.Collections.Immutable;
using Curbside.Consults;
using NodaTime;

namespace Curbside.Messages;

/// <summary>What can be asked about a letter rather than answered to its question.</summary>
public enum LetterCommand
{
    CallOff,
    OtherTime,
}

/// <summary>A letter as it stands when a text arrives.</summary>
/// <param name="Question">What is asked; null when nothing is just now.</param>
/// <param name="FirstNumber">The number of the question's first answer.</param>
/// <param name="Closed">At rest: it still means its old consult.</param>
/// <param name="Brief">Where its consult stands for the sender; null for a request that is being made.</param>
public sealed record OpenQuestion(Letter Letter, Question? Question, int FirstNumber, bool Closed, LetterBrief? Brief = null)
{
    public ImmutableArray<int> Numbers => Question is null ? [] : [.. Enumerable.Range(FirstNumber, Question.Numbered.Length)];
}

/// <summary>An answer and the question that it is given to.</summary>
public sealed record Given(Letter Letter, string QuestionId, Answer Answer);

/// <summary>
/// A text, understood against what is open on the phone that sent it. Where it could mean two things, it means neither: it is asked back.
/// </summary>
public abstract record Understanding
{
    private Understanding()
    {
    }

    public sealed record Answers(ImmutableArray<Given> All) : Understanding;

    public sealed record ForLetter(Letter Letter, LetterCommand What) : Understanding;

    /// <summary>A remark to one consult.</summary>
    /// <param name="Time">The time that goes with it, or the beginning of a window.</param>
    /// <param name="Until">The end of a window.</param>
    public sealed record Remarks(Letter Letter, Saying What, Instant? Time = null, Instant? Until = null, Modality? Modality = null) : Understanding;

    /// <summary>A text that says several things: what is clear is done, what is not is asked back.</summary>
    public sealed record Several(ImmutableArray<Understanding> All) : Understanding;

    /// <summary>A bare answer, and several questions that it fits.</summary>
    public sealed record WhichLetter(ImmutableArray<Letter> Letters) : Understanding;

    /// <summary>"yes" to a question with several ways of saying so.</summary>
    public sealed record WhichNumber(Letter Letter, ImmutableArray<int> Numbers) : Understanding;

    /// <summary>A number that the open question does not have: of an earlier question, or never shown.</summary>
    public sealed record OldNumber(Letter Letter, ImmutableArray<int> Current) : Understanding;

    /// <summary>About a consult that needs no answer from this phone any more.</summary>
    public sealed record ClosedLetter(Letter Letter) : Understanding;

    /// <summary>Something about the line and not about a consult.</summary>
    public sealed record Command(Meaning Meaning) : Understanding;

    public sealed record NotUnderstood : Understanding;

    /// <summary>"ok" or a thumb to a question about somebody's safety: asked back with both answers.</summary>
    public sealed record NotPlain(Letter Letter) : Understanding;

    /// <summary>Wants neither act nor answer: thanks, a reaction, a machine.</summary>
    public sealed record Nothing : Understanding;

    /// <param name="letters">Open ones and those at rest.</param>
    /// <param name="zone">The sender's own, in which the times they text are meant.</param>
    public static Understanding Of(Reading reading, IReadOnlyList<OpenQuestion> letters, Instant now, DateTimeZone zone)
    {
        if (reading.Meanings.FirstOrDefault(IsCommand) is { } command)
        {
            return new Command(command);
        }

        var each = WithoutRedundantWords(reading.Meanings, letters).Select(meaning => OfOne(meaning, letters, now, zone)).Distinct().ToList();
        var answered = each.OfType<Answers>().SelectMany(answers => answers.All).Distinct().ToLookup(given => given.Letter);

        // "A1 and something odd": what is understood is done. "A1 or A2" is asked back.
        var clear = answered.Where(answers => answers.Count() == 1).SelectMany(answers => answers).ToImmutableArray();
        var torn = answered.Where(answers => answers.Count() > 1)
            .Select(answers => new WhichNumber(answers.Key, letters.First(open => open.Letter == answers.Key).Numbers));
        var commands = each.OfType<ForLetter>().Where(command => clear.All(given => given.Letter != command.Letter)).ToList();
        var done = commands.Count > 0 || !clear.IsEmpty;
        var odd = torn.Concat(each.Where(other => other is not (Answers or ForLetter))).FirstOrDefault(other => !done || IsWorthAsking(other, clear));
        ImmutableArray<Understanding> all = [.. clear.IsEmpty ? [] : new[] { new Answers(clear) }, .. commands, .. odd is null ? [] : new[] { odd }];
        return all switch
        {
            [] => new NotUnderstood(),
            [var only] => only,
            _ => new Several(all),
        };
    }

    /// <summary>Beside what is done, only what concerns another letter: the rest of what somebody says about a letter that they answered is no question.</summary>
    private static bool IsWorthAsking(Understanding odd, ImmutableArray<Given> clear) => odd switch
    {
        WhichNumber which => clear.All(given => given.Letter != which.Letter),
        OldNumber old => clear.All(given => given.Letter != old.Letter),
        ClosedLetter closed => clear.All(given => given.Letter != closed.Letter),
        _ => false,
    };

    private static bool IsCommand(Meaning meaning) => meaning is
        Meaning.Ask or Meaning.WhatIsOpen or Meaning.Pause or Meaning.Resume or Meaning.Sleep or Meaning.Wake or Meaning.Drill or Meaning.Join
        or Meaning.Help or Meaning.OptOut or Meaning.OptIn or Meaning.Wants or Meaning.NotWell or Meaning.Spanish or Meaning.RosterNews
        or Meaning.PauseUntil or Meaning.FewerOffers;

    /// <summary>"yes but after 4", "no, tomorrow 9am", "ok A2": where a number or a time is said too, it says more than the yes or no.</summary>
    private static IEnumerable<Meaning> WithoutRedundantWords(ImmutableArray<Meaning> meanings, IReadOnlyList<OpenQuestion> letters) =>
        meanings.Where(meaning => meaning is not (Meaning.Yes or Meaning.No) || !meanings.Any(other =>
            (meaning.Letter is null || meaning.Letter == other.Letter)
            && (other is Meaning.Option || (other is Meaning.At && TakesTime(other.Letter, letters)))));

    private static bool TakesTime(Letter? letter, IReadOnlyList<OpenQuestion> letters) =>
        letters.Any(open => !open.Closed && (letter is null || open.Letter == letter) && open.Question is { TakesTime: true });

    private static Understanding OfOne(Meaning meaning, IReadOnlyList<OpenQuestion> letters, Instant now, DateTimeZone zone)
    {
        var isCommand = meaning is Meaning.CallOff or Meaning.OtherTime;
        var candidates = letters.Where(open => meaning.Letter is { } letter
            ? open.Letter == letter
            : !open.Closed && (isCommand || open.Question is not null)).ToList();
        if (meaning.Letter is null && !isCommand && candidates.Count > 1)
        {
            candidates = Narrowed(meaning, candidates);
        }

        switch (candidates)
        {
            case [] when meaning.Letter is null && OnlyOneMeant(letters) is { } only:
                return new ClosedLetter(only.Letter);
            case []:
                return new NotUnderstood();
            case [{ Closed: true } closed]:
                return new ClosedLetter(closed.Letter);
            case [var open]:
                return isCommand
                    ? new ForLetter(open.Letter, meaning is Meaning.CallOff ? LetterCommand.CallOff : LetterCommand.OtherTime)
                    : ToQuestion(meaning, open, now, zone);
            default:
                return new WhichLetter([.. candidates.Select(open => open.Letter)]);
        }
    }

    /// <summary>With nothing asked, "ok" is about the one consult there is, or about the one that was.</summary>
    private static OpenQuestion? OnlyOneMeant(IReadOnlyList<OpenQuestion> letters) =>
        letters.Where(open => !open.Closed).ToList() is { Count: > 0 } open
            ? open.Count == 1 ? open[0] : null
            : letters.Count == 1 ? letters[0] : null;

    /// <summary>A time can only be meant for a question that takes one, and an answer in words for one that has it.</summary>
    private static List<OpenQuestion> Narrowed(Meaning meaning, List<OpenQuestion> candidates)
    {
        var fitting = candidates.Where(open => meaning switch
        {
            Meaning.At => open.Question!.TakesTime,
            Meaning.Said said => Worded(open.Question!, said) is not null,
            _ => true,
        }).ToList();
        return fitting.Count > 0 ? fitting : candidates;
    }

    private static Answer? Worded(Question question, Meaning.Said said) =>
        question.Numbered.Append(question.None).Append(question.No).FirstOrDefault(answer => answer is not null && AnswerLabels.Fits(said, answer));

    private static Understanding ToQuestion(Meaning meaning, OpenQuestion open, Instant now, DateTimeZone zone)
    {
        if (open.Question is not { } question)
        {
            // Nothing is asked on this letter just now: its consult says where it stands.
            return new ClosedLetter(open.Letter);
        }

        return meaning switch
        {
            Meaning.No when question.No is { } no => To(no),
            Meaning.Option { Number: 0 } or Meaning.No => question.None is { } none ? To(none) : new OldNumber(open.Letter, open.Numbers),
            Meaning.Option option => open.Numbers.IndexOf(option.Number) is >= 0 and var index
                ? To(question.Numbered[index])
                : new OldNumber(open.Letter, open.Numbers),
            Meaning.Yes when question.Yes is { } yes => To(yes),
            Meaning.Yes when question.Numbered is [var only] => To(only),
            Meaning.Yes => new WhichNumber(open.Letter, open.Numbers),
            Meaning.At { Time: TimeExpression.In { Wait: var wait } }
                when wait == Duration.Zero && question.Numbered.FirstOrDefault(IsNow) is { } atOnce => To(atOnce),
            Meaning.Said said when Worded(question, said) is { } worded => To(worded),
            Meaning.At { Time: var time } when question.TakesTime => ToTime(time.Resolve(now, zone)),
            _ => new NotUnderstood(),
        };

        Answers To(Answer answer) => new([new Given(open.Letter, question.Id, answer)]);

        static bool IsNow(Answer answer) => answer is { Kind: AnswerKind.Accept, At: null } or { Kind: AnswerKind.Choose, Word: "now" };

        Answers ToTime(Instant at) => To(question.Numbered.FirstOrDefault(answer => answer.At == at) ?? new Answer(AnswerKind.Counter, at));
    }
}
