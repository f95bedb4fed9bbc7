using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Curbside.Web;

/// <summary>Markup that is safe to show: whatever was put into it as text is text.</summary>
/// <remarks>
/// Markup is only ever written as <c>Html.Of($"…{hole}…")</c>. Every hole is encoded unless it is <see cref="Html"/> itself, and there is no way
/// to turn a string into markup. Attributes are written in double quotes, and no hole stands in a script, a style or the name of a tag.
/// </remarks>
public readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html Of(Writer markup) => new(markup.Written);

    /// <summary>The markup, or nothing.</summary>
    public static Html If(bool condition, Writer markup) => condition ? new Html(markup.Written) : default;

    /// <summary>The markup of each item, one after the other.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> markup)
    {
        var all = new StringBuilder();
        foreach (var item in items)
        {
            all.Append(markup(item)._markup);
        }

        return new Html(all.ToString());
    }

    public override string ToString() => _markup ?? "";

    /// <summary>Puts a template together. It takes nothing but what it can encode.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Writer
    {
        /// <summary>Letters of every script stay as they are; what means something in markup does not.</summary>
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _written;

        public Writer(int literalLength, int formattedCount) => _written = new StringBuilder(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _written.Append(markup);

        public void AppendFormatted(Html markup) => _written.Append(markup._markup);

        public void AppendFormatted(Stylesheet style) => _written.Append("<style>").Append(style.Text).Append("</style>");

        public void AppendFormatted(string? text) => _written.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(int number) => _written.Append(CultureInfo.InvariantCulture, $"{number}");

        internal string Written => _written.ToString();
    }
}
