using System.Collections.Frozen;
using System.Collections.Immutable;
using Curbside.People;

namespace Curbside.Messages;

/// <summary>The names of US states as people write them, and as a text shows them.</summary>
/// <remarks>Codes and names: USPS Publication 28, appendix B. Short forms: the traditional abbreviations of the GPO Style Manual, chapter 9, and what is said.</remarks>
internal static class StateNames
{
    private static readonly ImmutableArray<(string Code, string Name, string[] Also)> Table =
    [
        ("AL", "Alabama", []), ("AK", "Alaska", []), ("AZ", "Arizona", ["ariz"]), ("AR", "Arkansas", []), ("CA", "California", ["calif", "cali"]),
        ("CO", "Colorado", ["colo"]), ("CT", "Connecticut", ["conn"]), ("DE", "Delaware", []), ("DC", "Washington DC", ["district of columbia"]),
        ("FL", "Florida", ["fla"]), ("GA", "Georgia", []), ("HI", "Hawaii", []), ("ID", "Idaho", []), ("IL", "Illinois", []),
        ("IN", "Indiana", []), ("IA", "Iowa", []), ("KS", "Kansas", []), ("KY", "Kentucky", []), ("LA", "Louisiana", []), ("ME", "Maine", []),
        ("MD", "Maryland", []), ("MA", "Massachusetts", ["mass"]), ("MI", "Michigan", ["mich"]), ("MN", "Minnesota", ["minn"]),
        ("MS", "Mississippi", []), ("MO", "Missouri", []), ("MT", "Montana", []), ("NE", "Nebraska", ["nebr"]), ("NV", "Nevada", []),
        ("NH", "New Hampshire", []), ("NJ", "New Jersey", ["jersey"]), ("NM", "New Mexico", []), ("NY", "New York", []),
        ("NC", "North Carolina", ["n carolina"]), ("ND", "North Dakota", ["n dakota"]), ("OH", "Ohio", []), ("OK", "Oklahoma", ["okla"]),
        ("OR", "Oregon", ["oreg"]), ("PA", "Pennsylvania", ["penn", "penna"]), ("RI", "Rhode Island", []),
        ("SC", "South Carolina", ["s carolina"]), ("SD", "South Dakota", ["s dakota"]), ("TN", "Tennessee", ["tenn"]), ("TX", "Texas", ["tex"]),
        ("UT", "Utah", []), ("VT", "Vermont", []), ("VA", "Virginia", []), ("WA", "Washington", ["washington state"]),
        ("WV", "West Virginia", ["w virginia"]), ("WI", "Wisconsin", ["wisc"]), ("WY", "Wyoming", []), ("AS", "American Samoa", ["samoa"]),
        ("GU", "Guam", []), ("MP", "Northern Mariana Islands", []), ("PR", "Puerto Rico", []), ("VI", "US Virgin Islands", ["virgin islands"]),
    ];

    private static readonly FrozenDictionary<string, string> NameByCode = Table.ToFrozenDictionary(row => row.Code, row => row.Name);

    private static readonly FrozenDictionary<string, UsState> ByName = (
        from row in Table
        from name in row.Also.Prepend(row.Name)
        select (Name: name.ToLowerInvariant(), State: UsState.Parse(row.Code))).ToFrozenDictionary(pair => pair.Name, pair => pair.State);

    /// <summary>Names that mean more than one state.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<UsState>> Shared = new Dictionary<string, ImmutableArray<UsState>>
    {
        ["washington"] = [UsState.Parse("WA"), UsState.Parse("DC")],
        ["carolina"] = [UsState.Parse("NC"), UsState.Parse("SC")],
        ["dakota"] = [UsState.Parse("ND"), UsState.Parse("SD")],
    }.ToFrozenDictionary();

    /// <summary>The most words that a name has.</summary>
    public const int MaxWords = 3;

    /// <summary>Shorter words are too often something else to be read as misspelt.</summary>
    private const int MinMisspelt = 5;

    /// <summary>Ordinary words that are one letter away from a state.</summary>
    private static readonly FrozenSet<string> NotMisspelt = FrozenSet.Create("indian", "maines", "virgin");

    /// <summary><c>Texas</c>.</summary>
    public static string Of(UsState state) => NameByCode[state.Code];

    /// <summary>The states that a name may mean, misspelt by at most one letter; empty when it is none.</summary>
    public static ImmutableArray<UsState> Meant(string name)
    {
        if (Shared.TryGetValue(name, out var several))
        {
            return several;
        }

        if (ByName.TryGetValue(name, out var state))
        {
            return [state];
        }

        return name.Length < MinMisspelt || NotMisspelt.Contains(name)
            ? []
            : [.. Table.Where(row => IsMisspelt(name, row.Name.ToLowerInvariant())).Select(row => UsState.Parse(row.Code))];
    }

    /// <summary>Two words are no misspelt one: "ca if" is not "calif".</summary>
    private static bool IsMisspelt(string typed, string name) => (!typed.Contains(' ') || name.Contains(' ')) && Misspelling.IsOne(typed, name);
}
