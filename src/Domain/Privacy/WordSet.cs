namespace Curbside.Privacy;

/// <summary>Words to look up without regard to case, written as one text with spaces between them.</summary>
internal sealed class WordSet(string words)
{
    /// <summary>No listed word is longer; a longer one need not be hashed.</summary>
    private const int Longest = 32;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words =
        new HashSet<string>(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => word.Length <= Longest && _words.Contains(word);
}
