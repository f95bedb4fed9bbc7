namespace Curbside.Files;

/// <summary>Finds what was probably meant by a word that is not known.</summary>
internal static class NearestWord
{
    /// <summary>No known word is longer, so that the rest of a longer one tells nothing and costs only time.</summary>
    private const int Longest = 40;

    /// <returns>The known word that the fewest changed, missing or additional characters lead to (Levenshtein 1966); of equals, the first.</returns>
    public static string Of(string word, IEnumerable<string> known)
    {
        var start = word.Length > Longest ? word[..Longest] : word;
        return known.MinBy(candidate => Distance(start, candidate))!;
    }

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
