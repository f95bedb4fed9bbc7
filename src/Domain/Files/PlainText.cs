using System.Globalization;

namespace Curbside.Files;

/// <summary>Names and other short words that people will read in one line of a text message.</summary>
internal static class PlainText
{
    /// <returns>What is wrong with the text and what to do about it; null when it is good.</returns>
    public static string? Trouble(string text, int most)
    {
        if (text.Length > most)
        {
            return $"{FileError.Quote(text)} has {text.Length} characters; write at most {most}";
        }

        if (text.Any(BreaksLines))
        {
            return $"{FileError.Quote(text)} has a line break, tab or other control character in it; take it out";
        }

        // The replacement character is what is left of a letter when a file in another encoding is read as UTF-8.
        return text.Contains('\uFFFD') ? $"{FileError.Quote(text)} has letters that could not be read; save the file as UTF-8" : null;
    }

    private static bool BreaksLines(char sign) =>
        char.IsControl(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
