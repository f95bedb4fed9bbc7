using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Curbside.Consults;

namespace Curbside.Web;

/// <summary>
/// What a page looks like. It stands within the page, so that whoever opens a link on a slow phone sees the page at the first answer and waits for no second
/// one; and the page's policy names its hash, so that no other style is obeyed.
/// </summary>
public sealed class Stylesheet
{
    private static readonly string Look = Read(typeof(Stylesheet), "curbside.css");
    private static readonly ConcurrentDictionary<Colour, Stylesheet> Coloured = new();

    private Stylesheet(string text) =>
        (Text, Source) = (text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");

    /// <summary>CSS, which never comes from anybody's input.</summary>
    public string Text { get; }

    /// <summary>As a Content-Security-Policy names it: <c>'sha256-…'</c> (CSP Level 3, hash-source).</summary>
    public string Source { get; }

    /// <summary>Every page's look, in the practice's colour.</summary>
    public static Stylesheet Of(Practice practice) => Coloured.GetOrAdd(practice.Colour, static colour => new Stylesheet(
        // Links on paper that is not quite white need a little more contrast than white text does; in the dark it is the other way round.
        $$"""
        :root { --brand: {{colour}}; --accent: {{colour.Mixed(Colour.Black, 0.12)}}; --accent-dark: {{colour.Mixed(Colour.White, 0.65)}}; }
        {{Look}}
        """));

    /// <param name="more">CSS that comes after it.</param>
    public Stylesheet With(string more) => new(Text + more);

    /// <summary>A stylesheet that is a resource of an assembly.</summary>
    /// <param name="beside">A type of that assembly.</param>
    public static string Read(Type beside, string name)
    {
        using var text = new StreamReader(beside.Assembly.GetManifestResourceStream(name)!);

        // A browser takes the hash of what it has parsed, which knows one kind of line end.
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
