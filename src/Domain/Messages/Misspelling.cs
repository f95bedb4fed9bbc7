namespace Curbside.Messages;

/// <summary>Tells whether a word is another with one slip of the thumb.</summary>
internal static class Misspelling
{
    /// <summary>One letter more, less or other, or two neighbors swapped (Damerau 1964).</summary>
    public static bool IsOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = typed.CommonPrefixLength(meant);
        var rest = typed[same..];
        var wanted = meant[same..];
        return typed.Length == meant.Length
            ? rest.Length > 0 && (rest[1..].SequenceEqual(wanted[1..]) || IsSwapped(rest, wanted))
            : rest.Length > wanted.Length ? rest[1..].SequenceEqual(wanted) : rest.SequenceEqual(wanted[1..]);
    }

    /// <summary>Two neighbors swapped and nothing else.</summary>
    public static bool IsSwap(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var same = typed.CommonPrefixLength(meant);
        return typed.Length == meant.Length && IsSwapped(typed[same..], meant[same..]);
    }

    private static bool IsSwapped(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant) =>
        typed.Length >= 2 && typed[0] == meant[1] && typed[1] == meant[0] && typed[2..].SequenceEqual(meant[2..]);
}
