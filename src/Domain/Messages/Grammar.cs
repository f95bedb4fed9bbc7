using System.Buffers;
using System.Collections.Immutable;

namespace Curbside.Messages;

/// <summary>
/// Turns what people text into meanings: pure, without context, and total. Whatever the text, it has a reading, found in time that grows with its
/// length alone. Case, spaces, punctuation and emoji do not matter. What is not understood is kept; only courtesy is dropped.
/// </summary>
public static class Grammar
{
    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create("?!…)”\"%");

    /// <summary>What phones and mail programs write below a text, and how many words of it there may be.</summary>
    private static readonly Phrasebook Signatures = new(acrossPauses: false, "sent from|via my", "get outlook for");
    private const int LongestSignature = 8;

    public static Reading Read(string body)
    {
        var words = WithoutSignature(Words.Of(body));
        if (AutoReplies.IsCertain(words))
        {
            return Automatic;
        }

        var read = new bool[words.Count];
        var danger = Marked(words, CrisisWords.In(words));
        var isDanger = danger.Contains(true);
        if (CommandWords.Read(words, read) is { } command)
        {
            return Reading(words, isDanger, [command], read);
        }

        var optOut = Marked(words, OptOutWords.In(words));
        var isOptOut = optOut.Contains(true);
        var meanings = AnswerReader.Read(words, [.. danger.Zip(optOut, (one, other) => one || other)], read);
        if (!isDanger && !isOptOut && AutoReplies.IsLikely(words, meanings))
        {
            return Automatic;
        }

        if (meanings.IsEmpty && !isDanger && !isOptOut && AnswerLabels.Read(words) is { } said)
        {
            return new Reading([said], null);
        }

        if (isOptOut)
        {
            meanings = meanings.Add(new Meaning.OptOut(CarrierWord: false));
            read = [.. read.Zip(optOut, (one, other) => one || other)];
        }

        return Reading(words, isDanger, meanings, read);
    }

    private static Reading Automatic => new([new Meaning.AutoReply()], null);

    private static Words WithoutSignature(Words words)
    {
        for (var at = Math.Max(0, words.Count - LongestSignature); at < words.Count; at++)
        {
            if (Signatures.EndOf(words, at) > at)
            {
                return words.Before(at);
            }
        }

        return words;
    }

    private static bool[] Marked(Words words, IEnumerable<Range> places)
    {
        var marked = new bool[words.Count];
        foreach (var place in places)
        {
            marked.AsSpan(place).Fill(true);
        }

        return marked;
    }

    private static Reading Reading(Words words, bool isDanger, ImmutableArray<Meaning> meanings, bool[] read) =>
        new(isDanger ? meanings.Insert(0, new Meaning.Crisis()) : meanings, Kept(words, read));

    /// <summary>From the first to the last word that was not understood, as it was written.</summary>
    private static string? Kept(Words words, bool[] read)
    {
        var first = Array.IndexOf(read, false);
        if (first < 0)
        {
            return null;
        }

        var last = Array.LastIndexOf(read, false);
        var marks = words.Gap(last + 1);
        var closing = marks.IndexOfAnyExcept(ClosingMarks);
        return words.Body[words[first].Start..(words[last].End + (closing < 0 ? marks.Length : closing))];
    }
}
