using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Curbside.Messages;

/// <summary>What was read of a text's answers.</summary>
/// <param name="Meanings">Empty where a word is left that nothing accounts for.</param>
/// <param name="Rest">Where a clause of its own begins that is kept for the other side; null where every word is accounted for, or nothing is understood.</param>
/// <param name="Beside">The words of an answer right behind its number.</param>
internal sealed record AnswerReading(ImmutableArray<Meaning> Meanings, int? Rest, Meaning.Said? Beside = null)
{
    public static AnswerReading None { get; } = new([], null);
}

/// <summary>
/// Reads answers: numbers, yes and no, times, and what is asked about a letter. Every word of the text must be accounted for: by an answer, or as harmless.
/// One exception keeps people's sentences: a text that begins with a plain answer may go on in a clause of its own that answers, refuses, asks and quotes nothing.
/// </summary>
internal sealed class AnswerReader
{
    /// <summary>In the clause behind an answer, these take it back, or tie it to something: "A1 unless she cancels".</summary>
    private static readonly FrozenSet<string> Doubts = FrozenSet.Create(
        "not", "dont", "doesnt", "didnt", "cant", "cannot", "wont", "isnt", "arent", "wasnt", "wouldnt", "couldnt", "shouldnt", "never", "no", "nope",
        "neither", "nor", "except", "unable", "unavailable", "full", "busy", "booked", "taken", "impossible", "wrong", "mistake", "rather",
        "nevermind", "if", "unless", "until", "till", "til", "before", "after", "only", "or", "instead", "actually", "wait", "maybe", "perhaps", "might",
        "cancel", "cancelled", "canceled", "reschedule", "move", "change", "changed", "later", "earlier", "another", "different", "else", "other", "conflict", "conflicts", "bad",
        "sick", "stuck", "kidding", "jk", "joking", "what", "whats", "when", "whens", "where", "wheres", "who", "whos", "whose", "which", "why", "how", "hows",
        "is", "are", "does", "did", "could", "would", "should", "yes", "yesterday", "withdraw", "withdrawn", "forget", "ignore", "scratch", "stop", "oops", "sorry", "unfortunately", "still", "waiting", "again", "someone", "somebody", "anyone");

    /// <summary>These begin a clause without a mark or a joining word before them: "1 I'll call her".</summary>
    private static readonly FrozenSet<string> BeginsClauseWord = FrozenSet.Create("i", "im", "ill", "id", "ive", "we", "shes", "she", "he", "they", "my", "tell", "see", "looking");

    /// <summary>Twice what can be open on a phone. What is said beyond that is not read: reading takes time by the length of a text alone.</summary>
    private const int MaxAnswers = 2 * Letter.Count;

    private readonly Words _words;
    private readonly bool[] _read;
    private readonly AnswerFinder _finder;
    private readonly List<FoundAnswer> _found = [];

    /// <summary>What was refused beside what is proposed: "can't at 3" of "can't at 3, 4:30 ok".</summary>
    private readonly List<FoundAnswer> _refused = [];
    private Meaning.Said? _beside;
    private int _at;
    private int _firstLost = -1;

    private AnswerReader(Words words, bool[] taken, FrozenSet<string> names)
    {
        _words = words;
        _read = (bool[])taken.Clone();
        _finder = new AnswerFinder(words, taken);
        Names = names;
    }

    /// <summary>Names that may stand beside an answer: "A1 thanks Maya".</summary>
    private FrozenSet<string> Names { get; }

    /// <param name="taken">Words that already have another meaning.</param>
    /// <param name="names">The other side's, in lower case.</param>
    public static AnswerReading Read(Words words, bool[] taken, FrozenSet<string> names)
    {
        var reader = new AnswerReader(words, taken, names);
        reader.ReadAll();
        return reader.Settled();
    }

    private void ReadAll()
    {
        var clause = 0;
        var foundBefore = 0;
        while (_at < _words.Count)
        {
            if (_at > clause && BeginsClause(_at))
            {
                Judge(foundBefore);
                (clause, foundBefore) = (_at, _found.Count);
            }

            if (_read[_at])
            {
                _at++;
            }
            else if (SmallWords.EndOfHarmless(_words, _at, Names, afterAnswer: _found.Count > 0) is var harmless && harmless > _at)
            {
                Account(_at, harmless);
            }
            else if (_found is [.., { Meaning: Meaning.Option } option] && option.End == _at && _beside is null && _words.PauseBefore(_at) == Pause.None && Sayings.AnswerAt(_words, _at) is { } beside)
            {
                _beside = beside.Said;
                Account(_at, beside.End);
            }
            else if (_found.Count < MaxAnswers && Find(foundBefore) is { } found)
            {
                Add(found);
            }
            else if (SmallWords.JoinsEmptily(_words, _at) && _at + 1 < _words.Count)
            {
                Account(_at, _at + 1);
            }
            else
            {
                _firstLost = _firstLost < 0 ? _at : _firstLost;
                _at++;
            }
        }

        Judge(foundBefore);
    }

    private bool BeginsClause(int at) => _words.PauseBefore(at) != Pause.None || SmallWords.Joins(_words, at);

    private FoundAnswer? Find(int foundBefore)
    {
        var saidTime = _found.LastOrDefault(found => found.Meaning is Meaning.At);
        return _finder.At(_at, beginsClause: _found.Count == foundBefore, plainNumbers: saidTime is null);
    }

    private void Add(FoundAnswer found)
    {
        // "A1 works", "A0 not me": behind a number or a time, such words add nothing.
        if (_found is [.., var before] && before.IsRepeatedBy(found))
        {
            _found[^1] = before with { End = found.End, Asked = before.Asked || (found.Asked && before.Meaning is Meaning.At) };
        }
        else
        {
            _found.Add(found);
        }

        Account(found.Start, found.End);
    }

    private void Account(int start, int end)
    {
        Array.Fill(_read, true, start, end - start);
        _at = end;
    }

    /// <summary>In one clause a no is about what stands beside it ("can't do A1"). The two say nothing by themselves, but may lead to another ("A2 ok").</summary>
    private void Judge(int foundBefore)
    {
        var clause = _found[Math.Min(foundBefore, _found.Count)..];
        foreach (var torn in clause.Where(item => clause.Any(item.Contradicts)))
        {
            _found.Remove(torn);
            _refused.Add(torn);
        }
    }

    private void Drop(FoundAnswer item)
    {
        _found.Remove(item);
        Lose(item);
    }

    private void Lose(FoundAnswer item)
    {
        Array.Fill(_read, false, item.Start, item.End - item.Start);
        _firstLost = _firstLost < 0 ? item.Start : Math.Min(_firstLost, item.Start);
    }

    private AnswerReading Settled()
    {
        var proposed = _found.Where(item => item.Proposes && item.Meaning is not Meaning.Yes).ToList();
        foreach (var refused in _refused.Where(refused => !proposed.Exists(item => item.Start >= refused.End && item.Meaning != refused.Meaning) || proposed.Exists(item => item.Meaning == refused.Meaning)))
        {
            Lose(refused);
        }

        // "I can do 3pm but not today": a no behind a time or a number is about it.
        foreach (var torn in _found.Where((item, index) => _found.Skip(index + 1).Any(item.IsTakenBackBy) || _found.Any(item.IsOppositeOf)).ToList())
        {
            Drop(torn);
        }

        // "A1?" and "yes?" ask. "A1, ok?" and "how about 3pm?" do not take back what they name.
        foreach (var asked in _found.Where(item => item is { Asked: true, Meaning: Meaning.Option or Meaning.Yes or Meaning.Ordinal or Meaning.Any }).ToList())
        {
            Drop(asked);
        }

        if (_found.Count == 0)
        {
            return AnswerReading.None;
        }

        if (_firstLost < 0)
        {
            return new AnswerReading(Meanings(_found.Count), null, _beside);
        }

        return RestOfItsOwn() is { } rest ? new AnswerReading(Meanings(_found.Count), rest, _beside) : AnswerReading.None;
    }

    /// <summary>A letter holds until the next one: "A1 or 3pm".</summary>
    private ImmutableArray<Meaning> Meanings(int count)
    {
        var meanings = _found.Take(count).Select(found => found.Meaning is Meaning.At at ? at with { Asked = found.Asked } : found.Meaning).ToList();
        for (var index = 1; index < meanings.Count; index++)
        {
            if (meanings[index] is Meaning.At { Letter: null } or Meaning.Option { Letter: null })
            {
                meanings[index] = meanings[index] with { Letter = meanings[index - 1].Letter };
            }
        }

        return [.. meanings.Distinct()];
    }

    /// <summary>Where the clause begins that holds all that is not accounted for; null where it takes part in the answer.</summary>
    private int? RestOfItsOwn()
    {
        var start = _firstLost;
        while (start > 0 && !BeginsClause(start) && !BeginsClauseWord.Contains(_words.Text(start)))
        {
            start--;
        }

        var isBehindAnswers = start > 0 && _found.All(found => found.End <= start) && _found[0].IsPlainAnswer && IsFirst(_found[0]);
        var denies = _found.All(found => found.Denies || found.Meaning is Meaning.CallOff);
        var asks = Enumerable.Range(start, _words.Count - start + 1).Any(at => _words.Gap(at).Contains('?'));
        if (!isBehindAnswers || (asks && !denies))
        {
            return null;
        }

        for (var at = start; at < _words.Count; at++)
        {
            var isDoubt = Doubts.Contains(_words.Text(at)) || _words.Text(at) == "would" || AnswerWords.No.EndOf(_words, at) > at;
            var isAnswer = _words[at].IsDigits || TimeWords.At(_words, at) is not null || (!denies && DayWords.At(_words, at) is not null) || AnswerWords.IsEmoji(_words.Text(at));
            if (isAnswer || (isDoubt && !denies))
            {
                return null;
            }
        }

        while (SmallWords.JoinsEmptily(_words, start) && start + 1 < _words.Count)
        {
            start++;
        }

        return start;
    }

    /// <summary>Nothing but harmless words stands before it.</summary>
    private bool IsFirst(FoundAnswer answer) => _read.AsSpan(0, answer.Start).IndexOf(false) < 0;
}
