namespace Curbside.Files;

/// <summary>One thing that is wrong in a file that a practice wrote.</summary>
/// <param name="Line">Counted from 1, as an editor shows it.</param>
/// <param name="Field">The column of a roster, or the place in a policy such as <c>paces[2].promise</c>; null for a whole file or row.</param>
/// <param name="Text">What is wrong, and what to write instead.</param>
public sealed record FileError(int Line, string? Field, string Text)
{
    private const int LongestQuote = 60;

    public override string ToString() => Field is null ? $"line {Line}: {Text}" : $"line {Line}, {Field}: {Text}";

    /// <summary>What the file says, in quotes, cut short, and without signs that would break the line it is shown on.</summary>
    internal static string Quote(string text)
    {
        var start = text.Length > LongestQuote ? string.Concat(text.AsSpan(0, LongestQuote), "…") : text;
        return $"\"{string.Concat(start.Select(sign => char.IsControl(sign) ? ' ' : sign))}\"";
    }
}
