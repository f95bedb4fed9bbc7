using System.Collections.Frozen;

namespace Curbside.Messages;

/// <param name="End">Just past its last word.</param>
internal readonly record struct FoundNumber(int Value, int End);

/// <summary>Whole numbers in digits or in words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = Numbered(
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen");

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["ninety"] = 90,
    }.ToFrozenDictionary();

    public static FoundNumber? At(Words words, int at)
    {
        var text = words.Text(at);
        if (words.Value(at) is { } value)
        {
            return new FoundNumber(value, at + 1);
        }

        if (Tens.TryGetValue(text, out var tens))
        {
            return Small.TryGetValue(words.Text(at + 1), out var ones) && ones is > 0 and < 10
                ? new FoundNumber(tens + ones, at + 2)
                : new FoundNumber(tens, at + 1);
        }

        return Small.TryGetValue(text, out var small) ? new FoundNumber(small, at + 1) : null;
    }

    /// <summary>The number belongs to more than itself: an amount of money, a fraction, a range, a telephone number.</summary>
    public static bool IsPartOfMore(Words words, int at)
    {
        var before = words.Gap(at);
        var touched = before is [.., '$' or '€' or '£' or '/' or '+' or '%' or '=' or '<' or '>'];
        var continued = at > 0 && words[at - 1].IsDigits && before is "-" or "–" or "." or ":" or "/";
        return touched || continued || IsContinued(words, at + 1);
    }

    /// <summary>What stands before the word goes on with the number before it.</summary>
    public static bool IsContinued(Words words, int at)
    {
        var gap = words.Gap(at);
        return gap is ['%' or '$' or '°', ..] || (at < words.Count && words[at].IsDigits && gap.Trim() is "-" or "–" or "—" or "~" or "/");
    }

    private static FrozenDictionary<string, int> Numbered(params string[] words) =>
        words.Select((word, index) => KeyValuePair.Create(word, index)).ToFrozenDictionary();
}
