using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Curbside.Phones;

/// <summary>How often a phone texted the same words lately. The words themselves are not stored.</summary>
/// <param name="Key">A hash of the words.</param>
/// <param name="Since">When the first of the texts that are counted came in.</param>
/// <param name="Count">Texts since then.</param>
/// <param name="ManagerTold">A manager knows that this phone texts these words over and over.</param>
public sealed record HeardText(string Key, Instant Since, int Count, bool ManagerTold = false)
{
    /// <summary>The time in which texts are counted together.</summary>
    internal static Duration Window { get; } = Duration.FromHours(1);

    /// <summary>A manager hears of the same words once in this time.</summary>
    internal static Duration ToldRemembered { get; } = Duration.FromDays(7);

    /// <summary>More different texts in an hour push the oldest out. A row grows by 2 KB at most.</summary>
    internal const int MaxHeard = 24;

    /// <returns>The same key for words that differ in digits, case, spaces and punctuation only.</returns>
    internal static string KeyOf(string body)
    {
        var letters = new StringBuilder();
        foreach (var rune in body.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                letters.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters.ToString())).AsSpan(0, 8));
    }
}
