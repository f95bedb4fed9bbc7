using Curbside.Web;

namespace Curbside.LocalHost.Pages;

/// <summary>A message as a phone shows it: what looks like an address can be followed.</summary>
internal static class LinkedText
{
    public static Html Of(string text) => Html.Each(Words(text), word =>
        word.StartsWith("http://", StringComparison.Ordinal) || word.StartsWith("https://", StringComparison.Ordinal)
            ? Html.Of($"""<a href="{word}" target="_blank">{word}</a>""")
            : Html.Of($"{word}"));

    /// <summary>Words, and what is between them.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var blank = char.IsWhiteSpace(text[start]);
            var end = start + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end]) == blank)
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }
}
