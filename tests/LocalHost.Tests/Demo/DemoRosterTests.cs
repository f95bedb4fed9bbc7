using Curbside.LocalHost.Demo;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Demo;

/// <summary>The demo has someone for whatever a visitor tries first: every kind on a Monday morning, and risk at any hour of the week.</summary>
public class DemoRosterTests
{
    private static readonly IReadOnlyList<Person> People = Assert.IsType<RosterReading.Accepted>(RosterFile.Read(DemoRoster.Csv())).People;
    private static readonly Person Maya = Named("Maya Lee");

    /// <summary>09:00 in Los Angeles, when the demo's manual clock starts.</summary>
    private static readonly Instant MondayMorning = Instant.FromUtc(2026, 1, 5, 17, 0);

    [Fact]
    public void It_has_fourteen_people_in_four_time_zones_with_numbers_for_fiction()
    {
        Assert.Equal(14, People.Count);
        Assert.Equal(
            ["America/Chicago", "America/Denver", "America/Los_Angeles", "America/New_York"],
            People.Select(person => person.Zone.Id).Distinct().Order());
        Assert.All(People, person => Assert.Matches("^\\+1[0-9]{3}55501[0-9]{2}$", person.Phone.Value));
        Assert.All(People, person => Assert.Matches("@example\\.(org|net)$", person.Email));
    }

    [Fact]
    public void It_has_every_discipline_and_role()
    {
        Assert.Equal(Enum.GetValues<Discipline>(), People.Select(person => person.Discipline).Distinct().Order());
        Assert.All(
            new[] { Roles.Clinician, Roles.Consultant, Roles.Supervisor, Roles.Manager },
            role => Assert.True(People.Count(person => person.Is(role)) >= 2));
        Assert.Contains(People, person => person.Discipline == Discipline.Coach && person.Is(Roles.Clinician));
    }

    [Fact]
    public void Maya_and_Noor_are_those_of_the_design()
    {
        var noor = Named("Noor Ng");

        Assert.Equal(("LPC", Discipline.Counselor, Roles.Clinician, "CA"), (Maya.Credentials, Maya.Discipline, Maya.Roles, Licences(Maya)));
        Assert.Equal(("MD", Discipline.Psychiatrist, Roles.Consultant, "CA;NV;OR"), (noor.Credentials, noor.Discipline, noor.Roles, Licences(noor)));
    }

    [Fact]
    public void One_person_has_not_consented_and_one_pair_is_kept_apart()
    {
        Assert.Equal("Kai Nakamura", Assert.Single(People, person => person.Consent is null).Name);

        var (aisha, tom) = (Named("Aisha Rahman"), Named("Tom Whitehorse"));
        Assert.Equal([tom.Phone], aisha.NotWith.AsEnumerable());
        Assert.Equal([aisha.Phone], tom.NotWith.AsEnumerable());
    }

    [Fact]
    public void On_monday_morning_Luis_is_away_and_evening_weekend_and_night_people_are_off() => Assert.Equal(
        ["Aisha Rahman", "Grace Kim", "Kai Nakamura", "Luis Fernández", "Priya Raman", "Samuel Adeyemi"],
        People.Where(person => !IsThere(person, MondayMorning)).Select(person => person.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void On_monday_morning_risk_finds_a_first_wave_in_each_of_Mayas_states()
    {
        Assert.Equal(["Daniel Okafor", "Elena Petrova", "Noor Ng", "Rosa Delgado", "Ruth Goldberg"], There(MondayMorning, TakesRiskIn("CA")));
        Assert.Equal(["Daniel Okafor", "Elena Petrova", "Noor Ng", "Ruth Goldberg"], There(MondayMorning, TakesRiskIn("NV")));
    }

    [Fact]
    public void On_monday_morning_a_case_and_a_second_opinion_find_consultants()
    {
        Assert.Equal(
            ["Daniel Okafor", "Elena Petrova", "Noor Ng", "Rosa Delgado", "Ruth Goldberg", "Tom Whitehorse"],
            There(MondayMorning, person => person.Discipline != Discipline.Coach && (person.Topics.IsEmpty || person.Topics.Contains("trauma"))));
        Assert.Equal(
            ["Daniel Okafor", "Elena Petrova", "Noor Ng", "Rosa Delgado", "Ruth Goldberg", "Tom Whitehorse"],
            There(MondayMorning, person => person.IsLicensed));
    }

    [Fact]
    public void On_monday_morning_medication_finds_prescribers_in_each_of_Mayas_states()
    {
        Assert.Equal(["Noor Ng", "Ruth Goldberg", "Tom Whitehorse"], There(MondayMorning, PrescribesIn("CA")));
        Assert.Equal(["Noor Ng", "Ruth Goldberg", "Tom Whitehorse"], There(MondayMorning, PrescribesIn("NV")));
    }

    [Fact]
    public void Noor_comes_before_other_prescribers_who_are_as_free_because_of_the_name() =>
        Assert.Equal("Noor Ng", There(MondayMorning, PrescribesIn("CA")).First());

    [Fact]
    public void On_monday_morning_an_observation_finds_seniors() =>
        Assert.Equal(["Elena Petrova", "Rosa Delgado"], There(MondayMorning, person => person.Is(Roles.Supervisor)));

    [Fact]
    public void On_monday_morning_support_finds_people_outside_Mayas_reporting_line()
    {
        var above = Above(Maya).ToHashSet();

        Assert.Equal(["Daniel Okafor", "Rosa Delgado"], above.Select(person => person.Name).Order());
        Assert.Equal(
            ["Elena Petrova", "Marcus Bell", "Ruth Goldberg"], There(MondayMorning, person => person.OffersSupport && !above.Contains(person)));
    }

    [Fact]
    public void At_two_in_the_morning_two_people_may_be_woken_for_risk()
    {
        var night = MondayMorning - Duration.FromHours(7);

        Assert.Equal(["Ruth Goldberg", "Samuel Adeyemi"], There(night, person => person.WakeForRisk && TakesRiskIn("CA")(person)));
        Assert.Equal(["Samuel Adeyemi"], There(night, person => person.WakeForNow));
    }

    [Theory]
    [InlineData("CA")]
    [InlineData("NV")]
    public void At_every_hour_of_the_week_someone_may_be_woken_for_risk(string state) => Assert.All(
        Enumerable.Range(0, 7 * 24),
        hour => Assert.NotEmpty(There(MondayMorning + Duration.FromHours(hour), person => person.WakeForRisk && TakesRiskIn(state)(person))));

    private static Person Named(string name) => Assert.Single(People, person => person.Name == name);

    private static string Licences(Person person) => string.Join(';', person.Licences);

    private static Func<Person, bool> TakesRiskIn(string state) =>
        person => person.TakesRisk && person.IsLicensed && person.Licences.Contains(UsState.Parse(state));

    private static Func<Person, bool> PrescribesIn(string state) => person => person.IsPrescriber && person.Licences.Contains(UsState.Parse(state));

    private static bool IsThere(Person person, Instant at) =>
        person.Availability.IsOpen(at, person.Zone) && !person.IsAway(at.InZone(person.Zone).Date);

    private static IEnumerable<string> There(Instant at, Func<Person, bool> suits) => People
        .Where(person => person.Is(Roles.Consultant | Roles.Supervisor) && person.Consent is not null && IsThere(person, at) && suits(person))
        .Select(person => person.Name)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<Person> Above(Person person) => person.ReportsTo
        .Select(phone => Assert.Single(People, other => other.Phone == phone))
        .SelectMany(boss => Above(boss).Prepend(boss));
}
