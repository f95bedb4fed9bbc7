using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Curbside.Messages;

/// <summary>
/// Phrases to look for, each a row of words: <c>a|b</c> is either, <c>a?</c> may be missing, <c>...</c> is up to four other words, <c>^</c> and
/// <c>$</c> want a clause to begin and to end there, and <c>!a|b</c> at either end wants none of these words next to it.
/// </summary>
internal sealed class Phrasebook
{
    private const int LongestSkip = 4;

    private readonly FrozenDictionary<string, ImmutableArray<Row>> _byFirstWord;
    private readonly bool _acrossPauses;

    /// <param name="acrossPauses">Whether a phrase may go on behind a comma or a full stop.</param>
    public Phrasebook(bool acrossPauses, params ReadOnlySpan<string> phrases)
    {
        _acrossPauses = acrossPauses;
        Phrases = [.. phrases];
        _byFirstWord = phrases.ToArray().SelectMany(WithoutMissing).Select(Row.Parse)
            .SelectMany(row => row.Parts[0].Words.Select(first => (first, row)))
            .GroupBy(pair => pair.first, pair => pair.row)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.ToImmutableArray());
    }

    /// <summary>As they are written in the code, for the table in docs/texting.md.</summary>
    public ImmutableArray<string> Phrases { get; }

    /// <summary>A phrase is found by its first word. One whose first word may be missing is looked for without it too.</summary>
    private static IEnumerable<string> WithoutMissing(string phrase)
    {
        yield return phrase;
        while (phrase.Split(' ', 2) is [[.., '?'], var rest])
        {
            phrase = rest;
            yield return phrase;
        }
    }

    /// <summary>The end of the longest phrase that begins at the word; the beginning itself where there is none.</summary>
    public int EndOf(Words words, int at)
    {
        var longest = at;
        foreach (var row in _byFirstWord.GetValueOrDefault(words.Text(at), []))
        {
            if (MayBegin(words, row, at))
            {
                longest = Math.Max(longest, End(words, row, 0, at));
            }
        }

        return longest;
    }

    /// <summary>Where phrases that begin at the word end, the longest first.</summary>
    public IEnumerable<int> EndsOf(Words words, int at) =>
        _byFirstWord.GetValueOrDefault(words.Text(at), [])
            .Where(row => MayBegin(words, row, at))
            .Select(row => End(words, row, 0, at))
            .Where(end => end > at)
            .Distinct()
            .OrderDescending();

    /// <summary>Every place where a phrase stands.</summary>
    public IEnumerable<Range> In(Words words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (EndOf(words, at) is var end && end > at)
            {
                yield return at..end;
            }
        }
    }

    private static bool MayBegin(Words words, Row row, int at) =>
        row.BeginsClause ? words.PauseBefore(at) != Pause.None : !row.NotAfter.Contains(at == 0 ? "" : words.Text(at - 1));

    /// <summary>
    /// Where the row ends if its parts from <paramref name="part"/> on stand at the word; otherwise -1. Rows are short, so trying what may be missing
    /// is cheap.
    /// </summary>
    private int End(Words words, Row row, int part, int at)
    {
        if (part == row.Parts.Length)
        {
            var followed = words.PauseBefore(at) == Pause.None ? words.Text(at) : "";
            return row.NotBefore.Contains(followed) || (row.EndsClause && !SmallWords.EndsClause(words, at)) ? -1 : at;
        }

        var wanted = row.Parts[part];
        var interrupted = part > 0 && !_acrossPauses && words.PauseBefore(at) != Pause.None;
        var end = -1;
        if (wanted.Skips)
        {
            for (var skipped = 0; skipped <= LongestSkip && end < 0 && at + skipped < words.Count; skipped++)
            {
                end = End(words, row, part + 1, at + skipped);
            }

            return end;
        }

        if (!interrupted && wanted.Words.Contains(words.Text(at)))
        {
            end = End(words, row, part + 1, at + 1);
        }

        return end < 0 && wanted.MayBeMissing ? End(words, row, part + 1, at) : end;
    }

    private sealed record Part(FrozenSet<string> Words, bool MayBeMissing, bool Skips);

    private sealed record Row(ImmutableArray<Part> Parts, FrozenSet<string> NotAfter, FrozenSet<string> NotBefore, bool BeginsClause, bool EndsClause)
    {
        public static Row Parse(string phrase)
        {
            var parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var notAfter = parts[0].StartsWith('!') ? parts[0][1..] : null;
            var notBefore = parts[^1].StartsWith('!') ? parts[^1][1..] : null;
            return new Row(
                [.. parts.Where(part => part[0] is not ('^' or '$' or '!')).Select(ParsePart)],
                Either(notAfter),
                Either(notBefore),
                parts[0] == "^",
                parts[^1] == "$");
        }

        private static Part ParsePart(string part) => new(Either(part.TrimEnd('?')), part.EndsWith('?'), part == "...");

        private static FrozenSet<string> Either(string? words) => words is null ? [] : words.Split('|').ToFrozenSet();
    }
}
