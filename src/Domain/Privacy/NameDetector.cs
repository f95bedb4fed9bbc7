namespace Curbside.Privacy;

/// <summary>Names of people: known ones, and unknown ones that the words around them give away.</summary>
/// <remarks>
/// Four signs, strongest first: somebody is introduced ("Mrs. X", "my client X", "named X"); a listed name stands there; two capitalised words
/// in a row are no term; a word was a name elsewhere in the text.
/// </remarks>
internal static class NameDetector
{
    private const int MostWords = 4;

    /// <summary>A longer word is no name worth looking for again.</summary>
    private const int LongestName = 32;

    /// <summary>What only a person does: after a capital it tells a name from the word that it also is.</summary>
    private static readonly WordSet Acts = new("""
        says said told tells asked asks wants wanted feels felt thinks believes denies denied reports reported disclosed refuses refused cried cries
        admits admitted called texted emailed hates loves laughed drinks
        """);

    private static readonly WordSet Meetings = new("see saw seen seeing met told asked texted emailed hugged");

    public static void Find(Passage passage, Findings findings)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < passage.Count; i++)
        {
            var first = Introductions.NameAfter(passage, i) ?? (IsListed(passage, i) || IsPair(passage, i) ? i : -1);
            if (first >= 0 && !findings.IsClaimed(first))
            {
                var end = EndOfName(passage, findings, first);
                findings.Add(new Candidate(Identifier.Name, first, end));
                Remember(passage, first, end, names);
                i = end - 1;
            }
        }

        FindAgain(passage, findings, names);
    }

    private static void Remember(Passage passage, int first, int end, HashSet<string> names)
    {
        for (var i = first; i < end; i++)
        {
            if (passage[i].Length is > 2 and <= LongestName)
            {
                names.Add(passage.Text(i).ToString());
            }
        }
    }

    private static void FindAgain(Passage passage, Findings findings, HashSet<string> names)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < passage.Count; i++)
        {
            if (passage[i].Capital && passage[i].Length <= LongestName && lookup.Contains(passage.Text(i)))
            {
                findings.Add(new Candidate(Identifier.Name, i, i + 1));
            }
        }
    }

    private static bool IsListed(Passage passage, int at)
    {
        if (!passage.IsWord(at) || passage.IsTerm(at))
        {
            return false;
        }

        if (passage.BeginsIn(at, NameLists.FirstNames) || (passage[at].Capital && passage.IsNothingButSurname(at)))
        {
            return true;
        }

        if (!passage[at].Capital || passage[at].Shouted)
        {
            return false;
        }

        var acts = passage.In(at + 1, Acts);
        var hasSurname = passage.FollowsWord(at + 1) && passage[at + 1].Capital && (passage.IsSurname(at + 1) || passage.IsInitial(at + 1));
        return (passage.In(at, NameLists.NamesAndWords) && (acts || hasSurname || !passage.StartsSentence(at)))
            || (passage.In(at, NameLists.NamesAndPlaces) && (acts || hasSurname || passage.In(at - 1, Meetings)));
    }

    /// <summary>Two capitalised words in a row within a sentence, neither of them a term: <c>Xiomara Quispe</c>.</summary>
    private static bool IsPair(Passage passage, int at)
    {
        var afterCapital = passage.IsWord(at - 1) && passage[at - 1].Capital && !passage.StartsSentence(at - 1);
        return passage.IsUnknown(at) && !passage.StartsSentence(at) && !afterCapital && !passage.IsTerm(at)
            && passage.FollowsWord(at + 1) && passage.IsUnknown(at + 1) && !passage.IsTerm(at + 1);
    }

    /// <summary>Takes in middle initials and surnames: <c>Jane M. Doe</c>, <c>Michael B</c>, <c>maria gonzalez</c>.</summary>
    private static int EndOfName(Passage passage, Findings findings, int first)
    {
        var end = first + 1;
        while (end < first + MostWords && !findings.IsClaimed(end))
        {
            if (passage.IsInitial(end - 1) && passage.IsSign(end, ".") && passage[end + 1].Capital && passage.IsSurname(end + 1))
            {
                end += 2;
            }
            else if (passage.FollowsWord(end) && Continues(passage, first, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool Continues(Passage passage, int first, int at) =>
        passage[first].Capital
            ? passage[at].Capital && passage[first].Shouted == passage[at].Shouted
                && (passage.IsSurname(at) || passage.IsInitial(at) || passage.IsUnknown(at))
            : !passage[at].Capital && passage.In(at, NameLists.Surnames);
}
