using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Texts;

/// <summary>Moments in which people text: who they are, what they were told last, and what is open on their phone.</summary>
internal static class Moments
{
    private static readonly Person Maya = Person("Maya Lee", "LPC", "+14155550101", Roles.Clinician, Discipline.Counselor);
    private static readonly Person Noor = Person("Noor Ng", "MD", "+14155550102", Roles.Consultant, Discipline.Psychiatrist) with { TakesRisk = true };
    private static readonly Person Omar = Person("Omar Reyes", "PMHNP", "+14155550103", Roles.Consultant, Discipline.PsychiatricNp) with { TakesRisk = true };
    private static readonly Person Dana = Person("Dana Fox", "LMFT", "+14155550106", Roles.Manager, Discipline.MarriageFamily);

    /// <summary>A Monday, at 10 in the morning in California.</summary>
    private static readonly Instant Monday = Sample.At("2026-01-05 10:00");

    /// <summary>The name of the moment, who texts, and the world at that moment.</summary>
    public static IReadOnlyDictionary<string, (string Who, Exchange World)> All { get; } = new Dictionary<string, (string, Exchange)>
    {
        ["a consultant has an offer"] = ("Noor Ng", Asked),
        ["a consultant has an offer for a call now, about a risk"] = ("Noor Ng", AskedNow),
        ["the asker has a time to take"] = ("Maya Lee", Asked.Text("Noor Ng", "A 3:30p")),
        ["the asker waits while colleagues are asked"] = ("Maya Lee", Asked),
        ["the asker is booked for this afternoon"] = ("Maya Lee", Booked),
        ["the consultant is booked for this afternoon"] = ("Noor Ng", Booked),
        ["the asker of a risk is asked whether they are talking"] = ("Maya Lee", AskedNow.Text("Noor Ng", "1").After(Duration.FromMinutes(10))),
        ["the asker of a risk is asked how they are in the evening"] =
            ("Maya Lee", AskedNow.Text("Noor Ng", "1").After(Duration.FromMinutes(10)).Text("Maya Lee", "yes").After(Duration.FromHours(9))),
        ["the consultant is asked whether it took place"] = ("Noor Ng", Over),
        ["the asker is asked whether it helped"] = ("Maya Lee", Over.Text("Noor Ng", "yes").After(Duration.FromDays(7))),
        ["a clinician with nothing open"] = ("Maya Lee", Quiet),
    };

    private static Exchange Quiet => Exchange.Begin(Monday, Maya, Noor, Omar, Dana);

    private static Exchange Asked => Quiet.Text("Maya Lee", "ASK MED TODAY");

    private static Exchange AskedNow => Quiet.Text("Maya Lee", "ASK RISK NOW");

    private static Exchange Booked => Asked.Text("Noor Ng", "A 3:30p").Text("Maya Lee", "1").After(Duration.FromMinutes(5));

    private static Exchange Over => Booked.After(Duration.FromHours(6.5));

    private static Person Person(string name, string credentials, string phone, Roles roles, Discipline discipline) => Sample.Person(name) with
    {
        Credentials = credentials,
        Phone = PhoneNumber.Parse(phone),
        Roles = roles,
        Discipline = discipline,
        Availability = roles == Roles.Clinician ? WeeklyHours.None : Sample.OfficeHours,
        Consent = new Consent(Monday - Duration.FromDays(30), "form"),
        Email = "someone@example.org",
    };
}
