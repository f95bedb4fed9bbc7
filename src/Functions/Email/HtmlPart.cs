using System.Text;
using System.Text.Encodings.Web;

namespace Curbside.Functions.Email;

/// <summary>A mail's text as HTML: the same words, in paragraphs, and what is an address can be followed.</summary>
internal static class HtmlPart
{
    public static string Of(string text)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif\">");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(Line)).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }

    private static string Line(string line) => string.Join(' ', line.Split(' ').Select(Word));

    private static string Word(string word)
    {
        var safe = HtmlEncoder.Default.Encode(word);
        return word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith("http://", StringComparison.Ordinal)
            ? $"<a href=\"{safe}\">{safe}</a>"
            : safe;
    }
}
