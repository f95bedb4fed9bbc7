using Curbside.Privacy;

namespace Curbside.Messages;

/// <summary>Words of a text that were not understood, as far as they may be said back.</summary>
/// <param name="Said">Null where they are many or may identify somebody: then it is only said that there were some.</param>
public sealed record LeftWords(string? Said)
{
    private const int MaxLength = 30;

    /// <summary>One word is harmless to whoever texted it. Several are screened, since a text is no place for details.</summary>
    public static LeftWords? Of(string? left)
    {
        if (left is null)
        {
            return null;
        }

        var folded = Gsm7.Fold(left.ReplaceLineEndings(" ")).Trim();
        var isOneWord = folded.All(char.IsLetter);
        var maySay = folded.Length is > 0 and <= MaxLength && (isOneWord || Screening.Look(left).IsEmpty);
        return new LeftWords(maySay ? folded : null);
    }
}
