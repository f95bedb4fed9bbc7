using Curbside.People;
using NodaTime;
using static Curbside.Tests.People.RosterText;

namespace Curbside.Tests.People;

/// <summary>What one row may say, and what is told to whoever wrote something else.</summary>
public class RosterRowTests
{
    private const string Long = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Longname";

    [Theory]
    [InlineData("name", "", "the name is missing; write it as the person is called, like Maya Lee")]
    [InlineData("name", Long, "\"Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Longna…\" has 62 characters; write at most 60")]
    [InlineData("name", "Maya\tLee", "\"Maya Lee\" has a line break, tab or other control character in it; take it out")]
    [InlineData("name", "Maya\u2028Lee", "\"Maya\u2028Lee\" has a line break, tab or other control character in it; take it out")]
    [InlineData("name", "Jos\uFFFD", "\"Jos\uFFFD\" has letters that could not be read; save the file as UTF-8")]
    [InlineData("credentials", "L\u0007PC", "\"L PC\" has a line break, tab or other control character in it; take it out")]
    [InlineData("phone", "", "\"\" is not a phone number; write it like +14155550101")]
    [InlineData("phone", "555-0101", "\"555-0101\" is not a phone number; write it like +14155550101")]
    [InlineData("email", "maya", "\"maya\" is not an email address; write one like maya@example.org, or leave it empty")]
    [InlineData("email", "maya@example", "\"maya@example\" is not an email address; write one like maya@example.org, or leave it empty")]
    [InlineData("email", "a b@example.org", "\"a b@example.org\" is not an email address; write one like maya@example.org, or leave it empty")]
    [InlineData("email", "a@example.org, b@example.org",
        "\"a@example.org, b@example.org\" is not an email address; write one like maya@example.org, or leave it empty")]
    [InlineData("roles", "", "the roles are missing; write one or more of clinician, consultant, supervisor, manager, with ; between them")]
    [InlineData("roles", "clinician;boss", "\"boss\" is not a role; write one of clinician, consultant, supervisor, manager")]
    [InlineData("discipline", "doctor",
        "\"doctor\" is not a discipline; write one of psychiatrist, psychiatric-np, physician-assistant, psychologist, "
        + "counselor, social-worker, marriage-family, coach, other")]
    [InlineData("licences", "CA;Nevada", "\"Nevada\" is not a US state; write its two letters, like CA")]
    [InlineData("timezone", "", "\"\" is not a time zone; write its IANA name, like America/Los_Angeles")]
    [InlineData("timezone", "PST", "\"PST\" is not a time zone; write its IANA name, like America/Los_Angeles")]
    [InlineData("availability", "Mon 9-5", "\"Mon 9-5\" is not hours; write them like Mon-Fri 09:00-17:00, and put ; between several")]
    [InlineData("away", "2026-01-12", "\"2026-01-12\" is not a range of days; write the first and the last, like 2026-01-12/2026-01-16")]
    [InlineData("away", "1/12/2026", "\"1/12/2026\" is not a range of days; write the first and the last, like 2026-01-12/2026-01-16")]
    [InlineData("away", "2026-02-29/2026-03-02",
        "\"2026-02-29/2026-03-02\" is not a range of days; write the first and the last, like 2026-01-12/2026-01-16")]
    [InlineData("away", "2026-01-16/2026-01-12", "\"2026-01-16/2026-01-12\" ends before it begins; write the first day first")]
    [InlineData("max_per_week", "100", "\"100\" is not a whole number from 0 to 99; leave it empty for no limit")]
    [InlineData("max_per_week", "-1", "\"-1\" is not a whole number from 0 to 99; leave it empty for no limit")]
    [InlineData("max_per_week", "2.5", "\"2.5\" is not a whole number from 0 to 99; leave it empty for no limit")]
    [InlineData("takes_risk", "true", "\"true\" is neither yes nor no; write one of them")]
    [InlineData("wake_for_risk", "y", "\"y\" is neither yes nor no; write one of them")]
    [InlineData("wake_for_now", "1", "\"1\" is neither yes nor no; write one of them")]
    [InlineData("offers_support", "maybe", "\"maybe\" is neither yes nor no; write one of them")]
    [InlineData("sms_consent_at", "2026-01-05",
        "sms_consent_at says when consent was given, but not how; write it, like onboarding form, or leave both empty")]
    [InlineData("sms_consent_how", "form",
        "sms_consent_how says how consent was given, but not when; write the day, like 2026-01-05, or leave both empty")]
    public void A_wrong_field_is_told_with_what_to_write_instead(string column, string value, string text)
    {
        var (field, told) = ErrorOfMayaWith((column, value));

        Assert.Equal(text, told);
        Assert.Equal(Blamed(column), field);

        // Of two fields that belong together, the missing one is to blame.
        static string Blamed(string column) => column switch
        {
            "sms_consent_at" => "sms_consent_how",
            "sms_consent_how" => "sms_consent_at",
            _ => column,
        };
    }

    [Theory]
    [InlineData("coach")]
    [InlineData("other")]
    public void Coaches_and_others_have_no_licences_and_take_no_risk(string discipline)
    {
        Assert.Equal(
            ("licences", "coaches and other have no licences; leave this empty, or write the licensed discipline"),
            ErrorOfMayaWith(("discipline", discipline), ("licences", "CA")));
        Assert.Equal(
            ("takes_risk", "only people in a licensed discipline are asked about risk; write no"),
            ErrorOfMayaWith(("discipline", discipline), ("takes_risk", "yes")));
    }

    [Fact]
    public void A_licensed_discipline_may_still_be_without_a_licence() => Assert.False(MayaWith(("discipline", "psychologist")).IsLicensed);

    [Theory]
    [InlineData("wake_for_risk")]
    [InlineData("wake_for_now")]
    public void Who_is_never_asked_cannot_be_counted_on_at_night(string flag)
    {
        Assert.Equal(
            (flag, "a clinician without another role is never asked, and so never woken; write no, or add the role consultant"),
            ErrorOfMayaWith(("roles", "clinician"), (flag, "yes")));
        Assert.Equal(Roles.Manager, MayaWith(("roles", "manager"), (flag, "yes")).Roles);
    }

    [Theory]
    [InlineData("psychiatrist", Discipline.Psychiatrist)]
    [InlineData("psychiatric-np", Discipline.PsychiatricNp)]
    [InlineData("physician-assistant", Discipline.PhysicianAssistant)]
    [InlineData("psychologist", Discipline.Psychologist)]
    [InlineData("counselor", Discipline.Counselor)]
    [InlineData("social-worker", Discipline.SocialWorker)]
    [InlineData("marriage-family", Discipline.MarriageFamily)]
    [InlineData("coach", Discipline.Coach)]
    [InlineData("Other", Discipline.Other)]
    public void Each_discipline_has_its_word(string word, Discipline discipline) =>
        Assert.Equal(discipline, MayaWith(("discipline", word)).Discipline);

    [Theory]
    [InlineData("clinician", Roles.Clinician)]
    [InlineData("consultant", Roles.Consultant)]
    [InlineData("supervisor", Roles.Supervisor)]
    [InlineData("manager; consultant", Roles.Manager | Roles.Consultant)]
    public void Each_role_has_its_word(string words, Roles roles) => Assert.Equal(roles, MayaWith(("roles", words)).Roles);

    [Fact]
    public void Several_ranges_and_single_days_away_are_read() => Assert.Equal(
        [
            new DateInterval(new LocalDate(2026, 1, 12), new LocalDate(2026, 1, 16)),
            new DateInterval(new LocalDate(2026, 2, 2), new LocalDate(2026, 2, 2)),
        ],
        MayaWith(("away", "2026-01-12/2026-01-16; 2026-02-02/2026-02-02")).Away.AsEnumerable());

    [Theory]
    [InlineData("2026-01-05", 8)]
    [InlineData("2026-01-05T10:00:00Z", 10)]
    [InlineData("2026-01-05T10:00:00-05:00", 15)]
    public void Consent_is_dated_by_an_instant_or_by_a_day_in_the_persons_zone(string at, int hourUtc) => Assert.Equal(
        new Consent(Instant.FromUtc(2026, 1, 5, hourUtc, 0), "paper form"),
        MayaWith(("sms_consent_at", at), ("sms_consent_how", "paper form")).Consent);

    [Theory]
    [InlineData("1/5/2026")]
    [InlineData("2026-01-05T10:00:00")]
    public void A_consent_without_a_plain_day_or_instant_is_an_error(string at) => Assert.Equal(
        ("sms_consent_at", $"\"{at}\" is not a day or instant; write one like 2026-01-05 or 2026-01-05T10:00:00Z"),
        ErrorOfMayaWith(("sms_consent_at", at), ("sms_consent_how", "paper form")));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("99", 99)]
    public void A_limit_of_consults_a_week_is_read(string text, int most) => Assert.Equal(most, MayaWith(("max_per_week", text)).MaxPerWeek);
}
