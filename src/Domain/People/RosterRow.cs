using System.Collections.Immutable;
using Curbside.Files;

namespace Curbside.People;

/// <summary>One row of the roster as far as it could be read.</summary>
internal sealed record RosterRow(int Line)
{
    private const int LongestName = 60;
    private const int LongestHow = 200;

    public string Name { get; init; } = "";

    /// <summary>Null when the row has none that can be read.</summary>
    public PhoneNumber? Phone { get; init; }

    public ImmutableArray<PhoneNumber> ReportsTo { get; init; } = [];

    public ImmutableArray<PhoneNumber> NotWith { get; init; } = [];

    /// <summary>Null when anything is wrong with the row.</summary>
    public Person? Person { get; init; }

    /// <summary>A row that cannot be read, but whose phone number is known to others.</summary>
    public static RosterRow Unread(int line, string phone) => new(line) { Phone = PhoneNumber.TryParse(phone, out var number) ? number : null };

    public static RosterRow Read(RosterFields fields)
    {
        var errorsBefore = fields.ErrorCount;
        var name = fields.Words("name", LongestName);
        if (name.Length == 0)
        {
            fields.Report("name", "the name is missing; write it as the person is called, like Maya Lee");
        }

        var credentials = fields.Words("credentials", LongestName);
        var phone = fields.Phone("phone");
        var email = fields.Email("email");
        var roles = fields.Roles("roles");
        var discipline = fields.Discipline("discipline");
        var licences = fields.States("licences");
        var topics = fields.Topics("topics");
        var zone = fields.Zone("timezone");
        var availability = fields.Hours("availability");
        var away = fields.Away("away");
        var maxPerWeek = fields.WholeNumber("max_per_week", 99);
        var reportsTo = fields.Phones("reports_to");
        var notWith = fields.Phones("not_with");
        var takesRisk = fields.Flag("takes_risk");
        var wakeForRisk = fields.Flag("wake_for_risk");
        var wakeForNow = fields.Flag("wake_for_now");
        var offersSupport = fields.Flag("offers_support");
        var consent = fields.Consent("sms_consent_at", "sms_consent_how", LongestHow, zone);

        if (discipline is Discipline.Coach or Discipline.Other)
        {
            CheckUnlicensed(fields, licences, takesRisk);
        }

        if (roles == Roles.Clinician)
        {
            CheckNeverAsked(fields, "wake_for_risk", wakeForRisk);
            CheckNeverAsked(fields, "wake_for_now", wakeForNow);
        }

        var row = new RosterRow(fields.Line) { Name = name, Phone = phone, ReportsTo = reportsTo, NotWith = notWith };
        return fields.ErrorCount > errorsBefore ? row : row with
        {
            Person = new Person
            {
                Name = name,
                Credentials = credentials,
                Phone = phone!.Value,
                Email = email,
                Roles = roles,
                Discipline = discipline!.Value,
                Licences = licences,
                Topics = topics,
                Zone = zone!,
                Availability = availability,
                Away = away,
                MaxPerWeek = maxPerWeek,
                ReportsTo = reportsTo,
                NotWith = notWith,
                TakesRisk = takesRisk,
                WakeForRisk = wakeForRisk,
                WakeForNow = wakeForNow,
                OffersSupport = offersSupport,
                Consent = consent,
            },
        };
    }

    private static void CheckUnlicensed(RosterFields fields, ImmutableArray<UsState> licences, bool takesRisk)
    {
        if (!licences.IsEmpty)
        {
            fields.Report("licences", "coaches and other have no licences; leave this empty, or write the licensed discipline");
        }

        if (takesRisk)
        {
            fields.Report("takes_risk", "only people in a licensed discipline are asked about risk; write no");
        }
    }

    /// <summary>Someone who is counted on at night, and whom nobody would ever ask, is most likely lacking a role.</summary>
    private static void CheckNeverAsked(RosterFields fields, string column, bool flag)
    {
        if (flag)
        {
            fields.Report(column, "a clinician without another role is never asked, and so never woken; write no, or add the role consultant");
        }
    }
}
