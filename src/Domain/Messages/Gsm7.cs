using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Curbside.Messages;

/// <summary>The alphabet in which a text costs least: 160 signs a segment, where any sign outside it would leave 70.</summary>
/// <remarks>
/// GSM 7-bit default alphabet and its extension table: 3GPP TS 23.038, sections 6.2.1 and 6.2.1.1. A sign of the extension table costs two septets,
/// since it is sent behind an escape.
/// </remarks>
public static class Gsm7
{
    public const int SingleSegment = 160;

    private const int PartSegment = 153;
    private const int SingleUcs2 = 70;
    private const int PartUcs2 = 67;

    private static readonly FrozenSet<char> Basic = FrozenSet.ToFrozenSet(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly FrozenSet<char> Extension = FrozenSet.ToFrozenSet("\f^{}\\[~]|€");

    // Normalization decomposes nothing where globalization is invariant, so the letters that occur in names are listed.
    private static readonly FrozenDictionary<char, string> Substitutes = new (string Plain, string Variants)[]
    {
        ("A", "ÀÁÂÃĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"), ("a", "áâãāăąǎạảấầẩẫậắằẳẵặ"),
        ("C", "ĆĈĊČ"), ("c", "çćĉċč"),
        ("D", "ĎĐÐ"), ("d", "ďđð"),
        ("E", "ÈÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ"), ("e", "êëēĕėęěẹẻẽếềểễệ"),
        ("G", "ĜĞĠĢǦ"), ("g", "ĝğġģǧ"),
        ("H", "ĤĦ"), ("h", "ĥħ"),
        ("I", "ÌÍÎÏĨĪĬĮİỈỊǏ"), ("i", "íîïĩīĭįıỉịǐ"),
        ("J", "Ĵ"), ("j", "ĵ"),
        ("K", "Ķ"), ("k", "ķĸ"),
        ("L", "ĹĻĽĿŁ"), ("l", "ĺļľŀł"),
        ("N", "ŃŅŇŊ"), ("n", "ńņňŉŋ"),
        ("O", "ÒÓÔÕŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢǑ"), ("o", "óôõōŏőơọỏốồổỗộớờởỡợǒ"),
        ("R", "ŔŖŘ"), ("r", "ŕŗř"),
        ("S", "ŚŜŞŠȘ"), ("s", "śŝşšșſ"),
        ("T", "ŢŤŦȚ"), ("t", "ţťŧț"),
        ("U", "ÙÚÛŨŪŬŮŰŲƯỤỦỨỪỬỮỰǓ"), ("u", "úûũūŭůűųưụủứừửữựǔ"),
        ("W", "ŴẀẂẄ"), ("w", "ŵẁẃẅ"),
        ("Y", "ÝŶŸỲỴỶỸ"), ("y", "ýÿŷỳỵỷỹ"),
        ("Z", "ŹŻŽ"), ("z", "źżž"),
        ("OE", "Œ"), ("oe", "œ"), ("Th", "Þ"), ("th", "þ"), ("SS", "ẞ"), ("IJ", "Ĳ"), ("ij", "ĳ"),
        ("'", "‘’‚‛′`´ʻʼ"), ("\"", "“”„‟″«»"), ("-", "‐‑‒–—―−•·"), ("...", "…"),
        (" ", "\t\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u2028\u2029\u3000"),
    }.SelectMany(row => row.Variants, (row, variant) => KeyValuePair.Create(variant, row.Plain)).ToFrozenDictionary();

    /// <summary>Some keyboards write é as e and a combining accent: the letters that the alphabet has are put together again.</summary>
    private static readonly ImmutableArray<(string Apart, string One)> Composed =
    [
        ("e\u0301", "é"), ("E\u0301", "É"), ("n\u0303", "ñ"), ("N\u0303", "Ñ"),
        ("a\u0300", "à"), ("e\u0300", "è"), ("i\u0300", "ì"), ("o\u0300", "ò"), ("u\u0300", "ù"),
        ("a\u0308", "ä"), ("A\u0308", "Ä"), ("o\u0308", "ö"), ("O\u0308", "Ö"), ("u\u0308", "ü"), ("U\u0308", "Ü"),
        ("a\u030a", "å"), ("A\u030a", "Å"), ("C\u0327", "Ç"),
    ];

    /// <summary>Whether every sign is in the alphabet, so that no segment shrinks to 70.</summary>
    public static bool Holds(string text) => text.All(sign => Basic.Contains(sign) || Extension.Contains(sign));

    /// <summary>The length of a text that <see cref="Holds"/> in septets; an escaped sign counts two.</summary>
    public static int Septets(string text) => text.Sum(Width);

    /// <summary>How many segments a carrier counts: 160 septets alone, 153 in each of several; outside the alphabet 70 and 67 UTF-16 units.</summary>
    /// <remarks>Neither an escaped sign nor a surrogate pair is split over two segments.</remarks>
    public static int Segments(string text) => Holds(text)
        ? Septets(text) <= SingleSegment ? 1 : Parts(text.Select(Width), PartSegment)
        : text.Length <= SingleUcs2 ? 1 : Parts(text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength), PartUcs2);

    /// <summary>
    /// The same text in the alphabet: accents that it lacks become base letters, curly quotes and dashes plain ones, and what has no likeness (other
    /// scripts, emoji) is left out.
    /// </summary>
    public static string Fold(string text)
    {
        if (Holds(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var sign in Composed.Aggregate(text, (whole, letter) => whole.Replace(letter.Apart, letter.One, StringComparison.Ordinal)))
        {
            if (Basic.Contains(sign) || Extension.Contains(sign))
            {
                folded.Append(sign);
            }
            else if (Substitutes.TryGetValue(sign, out var substitute))
            {
                folded.Append(substitute);
            }
        }

        return folded.ToString();
    }

    private static int Width(char sign) => Extension.Contains(sign) ? 2 : 1;

    private static int Parts(IEnumerable<int> widths, int size)
    {
        var parts = 1;
        var used = 0;
        foreach (var width in widths)
        {
            if (used + width > size)
            {
                parts++;
                used = 0;
            }

            used += width;
        }

        return parts;
    }
}
