namespace Curbside.Privacy;

/// <summary>What a word can be where names are looked for.</summary>
internal static class NameWords
{
    private const int LongestWellKnown = 32;

    /// <summary>A word with a capital that no list explains.</summary>
    public static bool IsUnknown(this Passage passage, int at) =>
        passage.IsWord(at) && passage[at].Capital && !passage[at].Shouted && passage[at].Length > 1
        && !passage.BeginsIn(at, HarmlessWords.All) && !passage.In(at, NameLists.NamesAndPlaces) && !passage.In(at, Introductions.Titles);

    public static bool IsFirstName(this Passage passage, int at) =>
        passage.BeginsIn(at, NameLists.FirstNames)
        || passage.In(at, NameLists.NamesAndWords)
        || (passage[at].Capital && passage.In(at, NameLists.NamesAndPlaces));

    public static bool IsSurname(this Passage passage, int at) => passage.IsNothingButSurname(at) || passage.In(at, NameLists.SurnamesAndWords);

    /// <summary>A surname that is no other word; every <c>O'…</c> and <c>Mc…</c> is one.</summary>
    public static bool IsNothingButSurname(this Passage passage, int at) =>
        passage.In(at, NameLists.Surnames)
        || (passage.IsWord(at) && passage.Text(at) is ['O', '\'' or '\u2019', >= 'A' and <= 'Z', ..] or ['M', 'c', >= 'A' and <= 'Z', ..]);

    /// <summary>A hyphenated word is what its first part is: <c>Mary-Kate</c>, <c>Spanish-speaking</c>.</summary>
    public static bool BeginsIn(this Passage passage, int at, WordSet words)
    {
        var word = passage.Text(at);
        var hyphen = word.IndexOf('-');
        return passage.IsWord(at) && (words.Contains(word) || (hyphen > 0 && words.Contains(word[..hyphen])));
    }

    /// <summary>Two words with nothing but space between them.</summary>
    public static bool FollowsWord(this Passage passage, int at) => passage.IsWord(at) && passage.IsWord(at - 1);

    /// <summary>Called after somebody, and nobody's name here: "St. John's wort", "Baker Act", "Laura's Law", "Aaron Beck".</summary>
    public static bool IsTerm(this Passage passage, int at)
    {
        var prefix = passage.IsSign(at - 1, ".") ? at - 2 : at - 1;
        if (passage.In(prefix, HarmlessWords.PlacePrefixes) && passage[prefix].Capital && !passage.StartsSentence(at))
        {
            return true;
        }

        if (passage.IsPossessive(at))
        {
            return passage.In(at + 3, HarmlessWords.PossessedThings) || (passage.In(at + 3, HarmlessWords.Things) && passage[at + 3].Capital);
        }

        return passage.In(at, HarmlessWords.WellKnown)
            || (passage.FollowsWord(at + 1) && (passage.In(at + 1, HarmlessWords.Things) || IsWellKnown(passage, at)));
    }

    private static bool IsWellKnown(Passage passage, int at) =>
        passage[at].Length + passage[at + 1].Length < LongestWellKnown
        && HarmlessWords.WellKnown.Contains($"{passage.Text(at)}-{passage.Text(at + 1)}");
}
