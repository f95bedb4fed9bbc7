using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Curbside.Messages;

/// <summary>
/// Reads answers: numbers, yes and no, times, and what is asked about a letter. It goes through the text clause by clause. Within a clause, reading
/// stops at the first word that is not understood, so that nothing is picked out of a sentence about something else, and what is left over may take
/// back what was read ("A1 doesn't work").
/// </summary>
internal sealed class AnswerReader
{
    /// <summary>Left over beside an answer, these turn it round: "A1 doesn't work", "ok I won't".</summary>
    private static readonly FrozenSet<string> TurnRound = FrozenSet.Create(
        "not", "dont", "doesnt", "didnt", "cant", "cannot", "wont", "isnt", "arent", "wasnt", "wouldnt", "couldnt", "never", "no", "nope",
        "neither", "nor", "except", "unable", "unavailable", "full", "busy", "booked", "taken", "impossible", "wrong", "mistake", "rather",
        "nevermind");

    /// <summary>Left over beside a time, these say that it is another one, or not one to meet at.</summary>
    private static readonly FrozenSet<string> Elsewhen = FrozenSet.Create(
        "next", "last", "yesterday", "week", "weeks", "of", "too", "between", "until", "till", "before", "have", "had", "has", "got", "client",
        "clients", "session", "was", "were", "meeting", "supervision", "january", "jan", "february", "feb", "march", "april", "apr", "may",
        "june", "jun", "july", "jul", "august", "aug", "september", "sept", "sep", "october", "oct", "november", "nov", "december", "dec", "st",
        "nd", "rd", "th", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "utc", "gmt", "eastern", "central",
        "mountain", "pacific");

    /// <summary>"Can't until 4" is no plain no.</summary>
    private static readonly FrozenSet<string> Limits = FrozenSet.Create("before", "until", "till", "til", "by", "except");

    /// <summary>Twice what can be open on a phone. What is said beyond that is kept unread: reading takes time by the length of a text alone.</summary>
    private const int MostAnswers = 2 * Letter.Count;

    private readonly Words _words;
    private readonly bool[] _read;
    private readonly AnswerFinder _finder;
    private readonly List<FoundAnswer> _found = [];
    private bool _lost;
    private int _at;

    private AnswerReader(Words words, bool[] taken, bool[] read)
    {
        _words = words;
        _read = read;
        _finder = new AnswerFinder(words, taken);
    }

    /// <param name="taken">Words that already have another meaning.</param>
    /// <param name="read">Where the words that are understood here are marked.</param>
    public static ImmutableArray<Meaning> Read(Words words, bool[] taken, bool[] read)
    {
        var reader = new AnswerReader(words, taken, read);
        while (reader._at < words.Count)
        {
            reader.ReadClause();
        }

        return reader.Settled();
    }

    private void ReadClause()
    {
        var clause = new Clause(_at, _found.Count, _lost);
        while (SmallWords.JoinsEmptily(_words, _at))
        {
            Mark(_at, ++_at, read: true);
        }

        var begin = _at;
        var stuck = false;
        while (!stuck && _at < _words.Count && (_at == begin || !BeginsClause(_at)))
        {
            var courtesy = SmallWords.EndOfCourtesy(_words, _at);
            if (courtesy > _at)
            {
                Mark(_at, courtesy, read: true);
                _at = courtesy;
            }
            else if (Find(clause) is { } found)
            {
                Add(found);
            }
            else
            {
                stuck = true;
            }
        }

        var left = _at;
        while (stuck && _at < _words.Count && (_at == left || !BeginsClause(_at)))
        {
            var courtesy = SmallWords.EndOfCourtesy(_words, _at);
            Mark(_at, courtesy, read: true);
            _at = Math.Max(courtesy, _at + 1);
        }

        Judge(clause, left.._at);
    }

    private bool BeginsClause(int at) => _words.PauseBefore(at) != Pause.None || SmallWords.Joins(_words, at);

    /// <summary>Of several times the first is taken: "3:30 or 4pm".</summary>
    private FoundAnswer? Find(Clause clause)
    {
        if (_found.Count == MostAnswers)
        {
            return null;
        }

        var saidTime = _found.LastOrDefault(found => found.Meaning is Meaning.At);
        var found = _finder.At(_at, beginsClause: _found.Count == clause.FoundBefore, plainNumbers: saidTime is null);
        var isAnother = found is { Meaning: Meaning.At } && saidTime is not null && found.MayShareLetter(saidTime);
        return isAnother ? null : found;
    }

    private void Add(FoundAnswer found)
    {
        // "3 or 4pm": the first number is half a time.
        if (found.Meaning is Meaning.At && _found is [.., { IsPlainNumber: true } number]
            && found.Start == number.End + 1 && _words.Text(number.End) == "or")
        {
            Drop(number);
        }

        // "A1 works", "A0 not me": behind a number or a time, such words add nothing.
        if (_found is [.., var before] && before.IsRepeatedBy(found))
        {
            _found[^1] = before with { End = found.End };
        }
        else
        {
            _found.Add(found);
        }

        Mark(found.Start, found.End, read: true);
        _at = found.End;
    }

    /// <summary>Takes back what the rest of the clause, or the text before it, puts in doubt.</summary>
    private void Judge(Clause clause, Range left)
    {
        var found = _found[Math.Min(clause.FoundBefore, _found.Count)..];
        var over = Enumerable.Range(left.Start.Value, left.End.Value - left.Start.Value).Select(_words.Text).ToList();
        var isHead = clause is { FoundBefore: 0, AfterLost: false };
        var isAside = (over.Count > 0 && !isHead) || (clause.AfterLost && _words.PauseBefore(clause.Start) != Pause.Sentence);
        var isTurned = over.Any(TurnRound.Contains);
        var isElsewhen = over.Any(Elsewhen.Contains) || found.Any(item => item.Meaning is Meaning.CallOff or Meaning.OtherTime);
        var isLimited = over.Count > 0 && Limits.Contains(over[0]);
        foreach (var item in found)
        {
            var isDoubtful = (isAside && item.IsWeak)
                || (isTurned && item.Proposes)
                || (isElsewhen && item.Meaning is Meaning.At)
                || (isLimited && item.Meaning is Meaning.No)
                || found.Any(item.Contradicts);
            if (isDoubtful)
            {
                Drop(item);
            }
        }

        _lost |= over.Count > 0;
    }

    private void Drop(FoundAnswer item)
    {
        _found.Remove(item);
        Mark(item.Start, item.End, read: false);
        _lost = true;
    }

    private void Mark(int start, int end, bool read) => Array.Fill(_read, read, start, end - start);

    /// <summary>A letter holds until the next one. What says both yes and no says neither.</summary>
    private ImmutableArray<Meaning> Settled()
    {
        for (var index = 1; index < _found.Count; index++)
        {
            if (_found[index].Meaning is Meaning.At { Letter: null } or Meaning.Option { Letter: null })
            {
                _found[index] = _found[index] with { Meaning = _found[index].Meaning with { Letter = _found[index - 1].Meaning.Letter } };
            }
        }

        foreach (var torn in _found.Where(found => _found.Any(found.IsOppositeOf)).ToList())
        {
            Drop(torn);
        }

        return [.. _found.Select(found => found.Meaning).Distinct()];
    }

    /// <param name="FoundBefore">How many answers were found in the clauses before.</param>
    /// <param name="AfterLost">Something before it was not understood.</param>
    private readonly record struct Clause(int Start, int FoundBefore, bool AfterLost);
}
