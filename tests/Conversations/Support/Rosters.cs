using System.Collections.Immutable;
using Curbside.People;

namespace Curbside.Conversations;

/// <summary>Rows for stories: everyone has agreed to be texted and works from 9 to 5 in California, unless a story says otherwise.</summary>
internal static class Rosters
{
    public static string Maya => Row("Maya Lee", "LPC", "+14155550101", "clinician", "counselor");

    public static string Noor => Row("Noor Ng", "MD", "+14155550102", "consultant", "psychiatrist");

    public static string Omar => Row("Omar Reyes", "PMHNP", "+14155550103", "consultant", "psychiatric-np");

    public static string Ines => Row("Ines Costa", "PsyD", "+14155550104", "consultant;supervisor", "psychologist", takesRisk: true);

    public static string Theo => Row("Theo Brandt", "LCSW", "+14155550105", "consultant", "social-worker", takesRisk: true, offersSupport: true);

    public static string Dana => Row("Dana Fox", "LMFT", "+14155550106", "manager", "marriage-family");

    /// <summary>Maya without hours of her own: she can talk whenever it is not night.</summary>
    public static string MayaAtAnyHour => Row("Maya Lee", "LPC", "+14155550101", "clinician", "counselor", availability: "");

    public static string Of(params string[] rows) => string.Join('\n', rows);

    public static ImmutableArray<Person> People(params string[] rows) =>
        ((RosterReading.Accepted)RosterFile.Read($"{RosterFile.Header}\n{Of(rows)}")).People;

    public static string Row(
        string name,
        string credentials,
        string phone,
        string roles,
        string discipline,
        string licences = "CA",
        string topics = "",
        string zone = "America/Los_Angeles",
        string availability = "Mon-Fri 09:00-17:00",
        string away = "",
        string maxPerWeek = "",
        string reportsTo = "",
        string notWith = "",
        bool takesRisk = false,
        bool wakeForRisk = false,
        bool wakeForNow = false,
        bool offersSupport = false,
        bool consented = true)
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}@example.org";
        string[] fields =
        [
            name, credentials, phone, email, roles, discipline, licences, topics, zone, availability, away, maxPerWeek, reportsTo, notWith,
            Flag(takesRisk), Flag(wakeForRisk), Flag(wakeForNow), Flag(offersSupport), consented ? "2025-12-01" : "", consented ? "form" : "",
        ];
        return string.Join(',', fields);
    }

    private static string Flag(bool value) => value ? "yes" : "no";
}
