using System.Collections.Immutable;
using System.Globalization;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Bench.Practice;

/// <summary>
/// 200 people: in each of 50 states a clinician who asks and three prescribers who may answer. In their zone it is about eleven in the morning,
/// whenever that is elsewhere, so that no quiet hours change what is measured.
/// </summary>
internal sealed class BenchPractice
{
    public const int States = 50;

    private const int PeoplePerState = 4;
    private const int LocalHour = 11;
    private const int FirstAreaCode = 320;

    private static readonly string[] FirstNames = ["Maya", "Noor", "Omar", "Priya"];
    private static readonly string[] LastNames = ["Lee", "Reyes", "Costa", "Brandt", "Okafor", "Petrova", "Kim", "Adeyemi", "Bell", "Goldberg"];
    private readonly string _zone;

    public BenchPractice(Instant now)
    {
        // The sign of these zones is turned round: Etc/GMT+8 is eight hours behind UTC.
        var behind = now.InUtc().Hour - LocalHour;
        _zone = string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{behind:+#;-#;+0}");
    }

    /// <summary>Eleven in the morning in such a practice's zone.</summary>
    public static Instant Morning { get; } = Instant.FromUtc(2026, 1, 5, LocalHour, 0);

    public static ImmutableArray<string> Clinicians { get; } = [.. Enumerable.Range(0, States).Select(state => Phone(state, 0))];

    public static ImmutableArray<string> Everyone { get; } =
        [.. Enumerable.Range(0, States).SelectMany(state => Enumerable.Range(0, PeoplePerState).Select(place => Phone(state, place)))];

    /// <summary>The roster file.</summary>
    public string Roster => string.Join('\n', Enumerable.Range(0, States * PeoplePerState).Select(Row).Prepend(RosterFile.Header));

    /// <summary>The policy file.</summary>
    public string Policy => $$"""{ "practice": { "time_zone": "{{_zone}}" } }""";

    public ImmutableArray<Person> People => ((RosterReading.Accepted)RosterFile.Read(Roster)).People;

    public Policy ReadPolicy() => ((PolicyReading.Accepted)PolicyFile.Read(Policy)).Policy;

    /// <param name="place">0 for the clinician, 1 to 3 for the prescribers in the order in which they are asked.</param>
    public static string Phone(int state, int place) => string.Create(CultureInfo.InvariantCulture, $"+1{FirstAreaCode + state}555{100 + place:D4}");

    /// <summary>Where both files are for the host to read.</summary>
    public string[] WriteFiles(string folder)
    {
        var (roster, policy) = (Path.Combine(folder, "roster.csv"), Path.Combine(folder, "policy.json"));
        File.WriteAllText(roster, Roster);
        File.WriteAllText(policy, Policy);
        return ["--roster", roster, "--policy", policy];
    }

    private string Row(int n)
    {
        var (state, place) = (n / PeoplePerState, n % PeoplePerState);
        var (credentials, roles, discipline) = place == 0 ? ("LPC", "clinician", "counselor") : ("MD", "consultant", "psychiatrist");
        var code = UsState.All.ElementAt(state);
        return $"{FirstNames[place]} {LastNames[state % LastNames.Length]},{credentials},{Phone(state, place)},p{n}@example.org," +
            $"{roles},{discipline},{code},,{_zone},Mon-Sun 00:00-24:00,,,,,no,no,no,no,2025-12-01,form";
    }
}
