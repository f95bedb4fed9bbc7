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
    public static Understanding Of(Reading reading, IReadOnlyList<OpenQuestion> letters, Instant now, DateTimeZone zone) =>
        new Interpretation(reading, letters, now, zone).Understand();

    /// <summary>One text, held against what is open.</summary>
    private sealed class Interpretation(Reading reading, IReadOnlyList<OpenQuestion> letters, Instant now, DateTimeZone zone)
    {
        public Understanding Understand()
        {
            if (reading.Meanings.FirstOrDefault(IsCommand) is { } command)
            {
                return new Command(command);
            }

            return AnswerToSafety()
                ?? Guarded(AnswerInWords())
                ?? (reading.Said is { } first && Remark.GoesFirst(first.What) ? RemarkOf(first) : null)
                ?? Guarded(OfMeanings())
                ?? (reading.Said is { } said ? RemarkOf(said) : null)
                ?? (reading.OfLine is { } ofLine ? new Command(ofLine) : new NotUnderstood());
        }

        /// <summary>Whatever else was understood, it is no yes to a question of safety.</summary>
        private Understanding? Guarded(Understanding? understood)
        {
            var given = understood switch
            {
                Answers answers => answers.All,
                Several several => [.. several.All.OfType<Answers>().SelectMany(answers => answers.All)],
                _ => [],
            };
            return given.FirstOrDefault(answer => SafetyQuestion.IsYes(answer.Answer)) is { } yes && !reading.IsPlainYes ? new NotPlain(yes.Letter) : understood;
        }

        private static bool IsCommand(Meaning meaning) => meaning is
            Meaning.Ask or Meaning.WhatIsOpen or Meaning.Pause or Meaning.Resume or Meaning.Sleep or Meaning.Wake or Meaning.Drill or Meaning.Join
            or Meaning.Help or Meaning.OptOut or Meaning.OptIn;

        /// <summary>
        /// A question about somebody's safety is answered with yes by nothing but a plain yes or its number. What asks for help anywhere in the text is the other answer.
        /// An "ok" or a thumb is asked back. Null if no such question is meant.
        /// </summary>
        private Understanding? AnswerToSafety()
        {
            var asked = letters.Where(open => open is { Closed: false, Question: { } question } && SafetyQuestion.Is(question)).ToList();
            var named = reading.Meanings.Select(meaning => meaning.Letter).Append(reading.Said?.Letter).OfType<Letter>().ToHashSet();
            if (asked is not [var only] || (named.Count > 0 && !named.SetEquals([only.Letter])))
            {
                return null;
            }

            var question = only.Question!;
            var (yes, no) = (SafetyQuestion.Yes(question), SafetyQuestion.No(question));
            var isAlone = letters.Count(open => open is { Closed: false, Question: not null }) == 1 || named.Count > 0;
            var isDanger = reading.Meanings.Any(meaning => meaning is Meaning.Crisis);
            if (reading.CallsForHelp && isAlone)
            {
                return To(only, no);
            }

            var meanings = reading.Meanings.Where(meaning => meaning is not Meaning.Crisis).ToList();
            if (!isDanger && reading.Said is { } said && Sayings.Fits(said, yes) && meanings.TrueForAll(meaning => meaning is Meaning.Yes))
            {
                return To(only, yes);
            }

            return meanings switch
            {
                _ when !isAlone => null,
                [Meaning.Yes] => reading.IsPlainYes && !isDanger ? To(only, yes) : new NotPlain(only.Letter),
                [Meaning.Option { Number: var number }] when only.Numbers.IndexOf(number) is >= 0 and var index && question.Numbered[index] == yes =>
                    !isDanger && (reading.IsPlainYes || (reading.Kept is null && reading.Beside is { } words && Sayings.Fits(words, yes))) ? To(only, yes) : new NotPlain(only.Letter),
                [Meaning.Ordinal or Meaning.Any] => new NotPlain(only.Letter),
                _ when meanings.Count > 1 && meanings.Exists(meaning => meaning is Meaning.Yes) => new NotPlain(only.Letter),
                _ when reading.Said is { What: Saying.Acknowledges or Saying.OnIt or Saying.Helped or Saying.Partly or Saying.StillStuck or Saying.NeedsTime or Saying.RatherNotSay } =>
                    new NotPlain(only.Letter),

                // "thanks" alone.
                [] when !reading.Understood && reading.Kept is null => new NotPlain(only.Letter),
                _ => null,
            };
        }

        /// <summary>The words in which an answer is shown, or words to its effect.</summary>
        private Understanding? AnswerInWords()
        {
            if (reading.Said is not { } said)
            {
                return null;
            }

            var fitting = Meant(said.Letter).Where(open => open.Question is { } question && Worded(question, said) is not null).ToList();
            return fitting switch
            {
                [] => null,
                [var open] => To(open, Worded(open.Question!, said)!),
                _ => new WhichLetter([.. fitting.Select(open => open.Letter)]),
            };
        }

        private IEnumerable<OpenQuestion> Meant(Letter? letter) => letters.Where(open => !open.Closed && (letter is null || open.Letter == letter));

        private Understanding? RemarkOf(Meaning.Said said)
        {
            if (said.What == Saying.Acknowledges)
            {
                return Meant(said.Letter).Any(open => open.Question is not null) ? null : new Nothing();
            }

            var fitting = Meant(said.Letter)
                .Select(open => (open.Letter, What: Remark.For(said.What, open.Brief)))
                .Where(pair => pair.What is not null)
                .ToList();
            return fitting switch
            {
                [] => Remark.WithNothingOpen(said) is { } ofLine ? new Command(ofLine) : null,
                [(var letter, { } what)] => new Remarks(letter, what, At(said.Time), At(said.Until), said.Modality),

                // Where everything stands is answered at once.
                _ when said.What is Saying.AsksWhereItStands => new Command(new Meaning.WhatIsOpen()),
                _ => new WhichLetter([.. fitting.Select(pair => pair.Letter)]),
            };
        }

        private Instant? At(TimeExpression? time) => time?.Resolve(now, zone);

        private Understanding? OfMeanings()
        {
            var each = WithoutRedundantWords().Select(OfOne).Distinct().ToList();
            var answered = each.OfType<Answers>().SelectMany(answers => answers.All).Distinct().ToLookup(given => given.Letter);

            // "A1 or A2" is asked back.
            var clear = answered.Where(answers => answers.Count() == 1).SelectMany(answers => answers).ToImmutableArray();
            var torn = answered.Where(answers => answers.Count() > 1)
                .Select(answers => new WhichNumber(answers.Key, letters.First(open => open.Letter == answers.Key).Numbers));
            var commands = each.Where(item => item is Remarks || (item is ForLetter command && !each.OfType<Remarks>().Any(remarks => remarks.Letter == command.Letter))).ToList();
            var isDone = !clear.IsEmpty || commands.Count > 0;
            var odd = torn
                .Concat(each.Where(other => other is not (Answers or ForLetter or Remarks)))
                .OrderBy(other => other is Nothing)
                .FirstOrDefault(other => !isDone || IsWorthAsking(other, clear));
            ImmutableArray<Understanding> all = [.. clear.IsEmpty ? [] : new[] { new Answers(clear) }, .. commands, .. odd is null ? [] : new[] { odd }];
            return all switch
            {
                [] => null,
                [var only] => only,

                // Of two things about one letter neither is guessed.
                _ when commands.OfType<ForLetter>().FirstOrDefault(command => clear.Any(given => given.Letter == command.Letter)) is { } both =>
                    new WhichNumber(both.Letter, letters.First(open => open.Letter == both.Letter).Numbers),
                _ => new Several(all),
            };
        }

        /// <summary>Beside what is done, only what concerns another letter.</summary>
        private static bool IsWorthAsking(Understanding odd, ImmutableArray<Given> clear) => odd switch
        {
            WhichNumber which => clear.All(given => given.Letter != which.Letter),
            OldNumber old => clear.All(given => given.Letter != old.Letter),
            ClosedLetter closed => clear.All(given => given.Letter != closed.Letter),
            WhichLetter => true,
            _ => false,
        };

        /// <summary>"yes but after 4", "no, tomorrow 9am", "ok A2": where a number or a time is said too, it says more than the yes or no.</summary>
        private IEnumerable<Meaning> WithoutRedundantWords()
        {
            var meanings = reading.Meanings.Where(meaning => meaning is not (Meaning.Crisis or Meaning.AutoReply)).ToList();
            return meanings.Where(meaning => !meanings.Exists(other => SaysMore(other, meaning)));
        }

        private bool SaysMore(Meaning other, Meaning meaning) => (meaning.Letter is null || meaning.Letter == other.Letter) && (meaning, other) switch
        {
            (Meaning.Yes or Meaning.No, Meaning.Option or Meaning.Ordinal or Meaning.Any) => true,
            (Meaning.Yes or Meaning.No, Meaning.At) => TakesTime(other.Letter),

            // "yes, monday at 10" to "did you meet?", "cancel our call at 3": the time names what is meant.
            (Meaning.At, Meaning.CallOff) => true,
            (Meaning.At, Meaning.Yes or Meaning.No) => Meant(meaning.Letter).Any(open => open.Question is not null) && !TakesTime(meaning.Letter),
            _ => false,
        };

        private bool TakesTime(Letter? letter) => Meant(letter).Any(open => open.Question is { TakesTime: true });

        private Understanding OfOne(Meaning meaning)
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
                case [] when meaning.Letter is null && WithoutQuestion(meaning) is { } said:
                    return said;
                case [] when meaning.Letter is null && OnlyOneMeant() is { } only:
                    return new ClosedLetter(only.Letter);
                case []:
                    return new NotUnderstood();
                case [{ Closed: true } closed]:
                    return new ClosedLetter(closed.Letter);
                case [var open]:
                    return isCommand
                        ? new ForLetter(open.Letter, meaning is Meaning.CallOff ? LetterCommand.CallOff : LetterCommand.OtherTime)
                        : ToQuestion(meaning, open);
                default:
                    return new WhichLetter([.. candidates.Select(open => open.Letter)]);
            }
        }

        /// <summary>With nothing asked, "ok" wants no answer, a time is a wish, and "can't" calls a booking in question.</summary>
        private Understanding? WithoutQuestion(Meaning meaning)
        {
            var saying = meaning switch
            {
                Meaning.Yes => Saying.Acknowledges,
                Meaning.No => Saying.CannotMakeIt,
                Meaning.At => Saying.NamesTime,
                _ => (Saying?)null,
            };
            var open = letters.Where(use => !use.Closed).ToList();
            if (saying == Saying.Acknowledges && open.Count > 0 && !reading.IsPlainYes)
            {
                return new Nothing();
            }

            var fitting = open.Where(use => saying is { } what && (use.Brief is { Phase: Phase.Booked } || (what == Saying.NamesTime && use.Brief is { Phase: Phase.Asking })) && Remark.For(what, use.Brief) is not null).ToList();
            return saying is not { } remark || remark == Saying.Acknowledges ? null : fitting switch
            {
                [] => null,
                [var only] => new Remarks(only.Letter, remark, meaning is Meaning.At at ? At(at.Time) : null),
                _ => new WhichLetter([.. fitting.Select(use => use.Letter)]),
            };
        }

        /// <summary>With nothing asked, an answer is about the one consult there is, or about the one that was.</summary>
        private OpenQuestion? OnlyOneMeant() =>
            letters.Where(open => !open.Closed).ToList() is { Count: > 0 } open
                ? open.Count == 1 ? open[0] : null
                : letters.Count == 1 ? letters[0] : null;

        /// <summary>
        /// A bare answer finds the questions that have it. A request that waits for its phone goes before questions about one that is past.
        /// </summary>
        private static List<OpenQuestion> Narrowed(Meaning meaning, List<OpenQuestion> candidates)
        {
            var fitting = candidates.Where(open => Has(open, meaning)).ToList();
            var held = fitting.Where(open => open.Question!.Numbered.Any(answer => answer.Kind == AnswerKind.Send)).ToList();
            return held.Count == 1 && fitting.Except(held).All(open => open.Question!.Numbered.All(answer => IsOfThePast(answer.Kind))) ? held
                : fitting.Count > 0 ? fitting
                : candidates;
        }

        private static bool IsOfThePast(AnswerKind kind) => kind is
            AnswerKind.DoingAllRight or AnswerKind.WouldLikeACall or AnswerKind.Helped or AnswerKind.HelpedPartly or AnswerKind.StillStuck or AnswerKind.Met or AnswerKind.SecondOpinion;

        private static bool Has(OpenQuestion open, Meaning meaning)
        {
            var question = open.Question!;
            return meaning switch
            {
                Meaning.At => question.TakesTime,
                Meaning.Option { Number: 0 } => question.None is not null,
                Meaning.Option option => open.Numbers.Contains(option.Number),
                Meaning.Yes => question.Yes is not null || question.Numbered.Length == 1 || question.Numbered.All(answer => answer.Kind is AnswerKind.Accept or AnswerKind.MoveTo),
                Meaning.No => question.No is not null || question.None is not null,
                _ => true,
            };
        }

        private static Answer? Worded(Question question, Meaning.Said said) =>
            question.Numbered.Append(question.None).Append(question.No).FirstOrDefault(answer => answer is not null && Sayings.Fits(said, answer));

        private static Answers To(OpenQuestion open, Answer answer) => new([new Given(open.Letter, open.Question!.Id, answer)]);

        private Understanding ToQuestion(Meaning meaning, OpenQuestion open)
        {
            if (open.Question is not { } question)
            {
                // Nothing is asked on this letter just now: it is a remark, or its consult says where it stands.
                return WithoutQuestion(meaning) ?? new ClosedLetter(open.Letter);
            }

            return meaning switch
            {
                Meaning.No when question.No is { } no => To(open, no),
                Meaning.Option { Number: 0 } or Meaning.No => question.None is { } none ? Beside(open, none) : new OldNumber(open.Letter, open.Numbers),
                Meaning.Option option => open.Numbers.IndexOf(option.Number) is >= 0 and var index
                    ? Beside(open, question.Numbered[index])
                    : new OldNumber(open.Letter, open.Numbers),
                Meaning.Yes when question.Yes is { } yes => To(open, yes),
                Meaning.Yes when question.Numbered is [var only] => To(open, only),
                Meaning.Yes => new WhichNumber(open.Letter, open.Numbers),
                Meaning.Ordinal { Place: -1 } => To(open, question.Numbered[^1]),
                Meaning.Ordinal { Place: var place } when place <= question.Numbered.Length => To(open, question.Numbered[place - 1]),
                Meaning.Any when question.Numbered.All(answer => answer is { Kind: AnswerKind.Accept or AnswerKind.MoveTo }) => To(open, question.Numbered[0]),
                Meaning.Ordinal or Meaning.Any => new WhichNumber(open.Letter, open.Numbers),
                Meaning.At { Time: TimeExpression.In { Wait: var wait }, Asked: var asked }
                    when wait == Duration.Zero && question.Numbered.FirstOrDefault(IsNow) is { } atOnce => asked ? new WhichNumber(open.Letter, open.Numbers) : To(open, atOnce),
                Meaning.At at when question.TakesTime => ToTime(at, open),
                _ => new NotUnderstood(),
            };

            static bool IsNow(Answer answer) => answer is { Kind: AnswerKind.Accept, At: null } or { Kind: AnswerKind.Choose, Word: "now" };
        }

        /// <summary>"A2 partly": words that are those of another answer take the number back.</summary>
        private Understanding Beside(OpenQuestion open, Answer answer) =>
            reading.Beside is { } words && !Sayings.Fits(words, answer) ? new WhichNumber(open.Letter, open.Numbers) : To(open, answer);

        private Understanding ToTime(Meaning.At at, OpenQuestion open)
        {
            var time = at.Time.Resolve(now, zone);
            var offered = open.Question!.Numbered.FirstOrDefault(answer => answer.At == time);

            // "9:15?" about a time on offer is no yes. "A 2a" is rather A2 than two at night.
            var isDoubtful = (offered is not null && at.Asked)
                || (at.Time is TimeExpression.Clock { HalfKnown: true, Hour: < FirstLikelyHour, Minute: 0, Hour: var hour } && open.Numbers.Contains(hour));
            return isDoubtful ? new WhichNumber(open.Letter, open.Numbers) : To(open, offered ?? new Answer(AnswerKind.Counter, time));
        }
    }

    /// <summary>Before this hour nobody proposes a consult without saying so twice.</summary>
    private const int FirstLikelyHour = 6;
}
