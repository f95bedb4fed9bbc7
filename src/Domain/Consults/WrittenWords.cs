using System.Collections.Immutable;
using Curbside.Files;
using Curbside.Privacy;

namespace Curbside.Consults;

/// <summary>What somebody writes about a case, looked over before it is kept.</summary>
/// <param name="Text">Null when nothing was written, or when it cannot be kept as it is.</param>
/// <param name="Errors">What is wrong with it, each with what to do.</param>
public sealed record WrittenWords(string? Text, ImmutableArray<string> Errors)
{
    public const int Most = 2000;

    /// <param name="identifiesNobody">The writer has checked what looks like an identifier, and it is none.</param>
    public static WrittenWords Read(string? typed, bool identifiesNobody)
    {
        // Browsers send line breaks as CR LF, and count them as one character.
        var text = typed?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Length == 0)
        {
            return new WrittenWords(null, []);
        }

        ImmutableArray<string> errors = [.. WrongSigns(text), .. identifiesNobody ? [] : Identifiers(text)];
        return new WrittenWords(errors.IsEmpty ? text : null, errors);
    }

    /// <summary>What looks like an identifier in a text that is still being written, each with what to write instead.</summary>
    public static ImmutableArray<string> Hints(string text) => [.. Screening.Look(text).Select(finding => Hint(text, finding))];

    private static IEnumerable<string> WrongSigns(string text)
    {
        if (text.Length > Most)
        {
            yield return $"This has {text.Length:N0} characters. Shorten it to at most {Most:N0}.";
        }

        if (text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t')))
        {
            yield return "There is a control character in it. Take it out, or type the text anew instead of pasting it.";
        }
    }

    private static IEnumerable<string> Identifiers(string text)
    {
        var findings = Screening.Look(text);
        foreach (var finding in findings)
        {
            yield return Hint(text, finding);
        }

        if (!findings.IsEmpty)
        {
            yield return $"If none of this identifies anybody, check \"I checked, this identifies nobody\" ({FormField.NotIdentifying}=yes).";
        }
    }

    private static string Hint(string text, Finding finding) =>
        $"{FileError.Quote(text.Substring(finding.Start, finding.Length))}: {Screening.Advice(finding.What)}";
}
