using System.Globalization;
using System.Text;

namespace Curbside.LocalHost.Killing;

/// <summary>Somebody with a telephone.</summary>
/// <param name="Asks">Whether they ask for consults; the others are asked.</param>
internal sealed record Member(string Name, string Phone, string Email, bool Asks);

/// <summary>The people of a busy practice: more askers than letters on one phone, and fewer consultants, so that they are always wanted by several.</summary>
internal static class Crowd
{
    private const int Askers = 18;
    private const int Consultants = 12;

    private const string Header =
        "name,credentials,phone,email,roles,discipline,licences,topics,timezone,availability,away,max_per_week,reports_to,not_with," +
        "takes_risk,wake_for_risk,wake_for_now,offers_support,sms_consent_at,sms_consent_how";

    public static IReadOnlyList<Member> Everybody { get; } =
        [.. Enumerable.Range(0, Askers + Consultants).Select(n => MemberOf(n, asks: n < Askers))];

    /// <summary>As a practice would write it: everybody has agreed to be texted, is there day and night and may be woken, so that time never stands in the way.</summary>
    public static string Csv()
    {
        var csv = new StringBuilder(Header).Append('\n');
        foreach (var member in Everybody)
        {
            var (credentials, roles, discipline, flags) = member.Asks
                ? ("LPC", "clinician", "counselor", "no,no,no,no")
                : ("MD", "consultant;supervisor;manager", "psychiatrist", "yes,yes,yes,yes");
            csv.Append(CultureInfo.InvariantCulture, $"{member.Name},{credentials},{member.Phone},{member.Email},{roles},{discipline},CA,,America/Los_Angeles,")
                .Append(CultureInfo.InvariantCulture, $"Mon-Sun 00:00-24:00,,,,,{flags},2025-12-01,onboarding form\n");
        }

        return csv.ToString();
    }

    private static Member MemberOf(int n, bool asks)
    {
        // Names of letters alone, all different: what is listed names people.
        var name = $"{(asks ? "Asker" : "Healer")} {(char)('A' + (n / 6))}{(char)('a' + (n % 6))}ron";
        return new Member(name, $"+1415555{n + 100:D4}", $"person{n}@example.org", asks);
    }
}
