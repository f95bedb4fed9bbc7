using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Curbside.People;

/// <summary>A US state, the District of Columbia or an inhabited territory, by its two-letter postal code (USPS Publication 28, appendix B).</summary>
public readonly record struct UsState
{
    private static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet(
    [
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME",
        "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI",
        "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    ]);

    private UsState(string code) => Code = code;

    public string Code { get; }

    /// <summary>Every code, in alphabetical order.</summary>
    public static IEnumerable<UsState> All => Codes.Order(StringComparer.Ordinal).Select(code => new UsState(code));

    public static bool TryParse([NotNullWhen(true)] string? text, out UsState state)
    {
        var code = text?.Trim().ToUpperInvariant() ?? "";
        var known = Codes.Contains(code);
        state = known ? new UsState(code) : default;
        return known;
    }

    public static UsState Parse(string text) => TryParse(text, out var state) ? state : throw new FormatException("That is not a US state.");

    public override string ToString() => Code;
}
