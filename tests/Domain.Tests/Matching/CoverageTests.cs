using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Matching;

/// <summary>Gaps that a roster leaves, found before anybody asks.</summary>
public class CoverageTests
{
    private static readonly Policy Defaults = ((PolicyReading.Accepted)PolicyFile.Read("{}")).Policy;

    /// <summary>A Monday.</summary>
    private static readonly Instant Monday = At("2026-01-05 00:00");

    private static readonly Colleague Maya = Colleague(Asker);

    private static readonly Colleague Noor = Colleague(Person("Noor Ng") with { Discipline = Discipline.Psychiatrist });

    [Fact]
    public void A_prescriber_in_office_hours_leaves_the_weekend_open()
    {
        var medication = Of(Kind.Medication, Maya, Noor.At("Mon-Fri 09:00-17:00"));
        Assert.Equal(14 * 24, medication.Hours.Length);
        Assert.Equal(10 * 8, medication.Hours.Count(hour => hour.Fewest == 1));
    }

    [Fact]
    public void Somebody_who_is_away_leaves_a_gap()
    {
        var away = Colleague(Noor.At("Mon-Sun 09:00-17:00").Person with { Away = [new DateInterval(new LocalDate(2026, 1, 7), new LocalDate(2026, 1, 8))] });
        var days = Of(Kind.Medication, Maya, away).Hours.Where(hour => hour.Fewest > 0).Select(hour => hour.From.InZone(Pacific).Day).Distinct();
        Assert.Equal([5, 6, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18], days);
    }

    [Fact]
    public void Whoever_wakes_for_risk_covers_the_night()
    {
        var rosa = Colleague("Rosa Delgado").At("Mon-Sun 08:00-20:00");
        Assert.Equal(14 * 12, Of(Kind.Risk, Maya, rosa).Hours.Count(hour => hour.Fewest == 1));

        var onCall = Colleague(rosa.Person with { WakeForRisk = true });
        Assert.All(Of(Kind.Risk, Maya, onCall).Hours, hour => Assert.Equal(1, hour.Fewest));
    }

    [Fact]
    public void Who_has_not_consented_covers_nothing() =>
        Assert.Equal("Maya Lee", Assert.Single(Of(Kind.Medication, Maya, Noor with { Reach = Reach.Unknown }).Never).Name);

    [Fact]
    public void A_clinician_whose_state_nobody_else_is_licensed_in_is_named_and_does_not_hide_what_others_have()
    {
        var luis = Colleague(Asker with { Name = "Luis Fernandez", Phone = PhoneNumber.Parse("+12125550113"), Licences = [Nevada] });
        var medication = Of(Kind.Medication, Maya, luis, Noor.At("Mon-Sun 00:00-24:00"));
        Assert.Equal("Luis Fernandez", Assert.Single(medication.Never).Name);
        Assert.Contains(medication.Hours, hour => hour.Fewest == 1);
    }

    /// <summary>Each covered hour is one in which the matcher finds exactly so many.</summary>
    [Theory]
    [InlineData(Kind.Risk)]
    [InlineData(Kind.Case)]
    [InlineData(Kind.Medication)]
    [InlineData(Kind.SecondOpinion)]
    [InlineData(Kind.Observation)]
    [InlineData(Kind.Support)]
    public void It_is_what_the_matcher_would_find(Kind kind)
    {
        Colleague[] roster =
        [
            Maya,
            Noor.At("Mon-Fri 09:00-17:00"),
            Colleague(Person("Rosa Delgado") with { Roles = Roles.Consultant | Roles.Supervisor, WakeForRisk = true }).At("Mon-Thu 08:00-18:00"),
            Colleague(Person("Samuel Adeyemi") with { WakeForNow = true }).At("Sun-Thu 22:00-06:00"),
        ];
        foreach (var hour in Of(kind, roster).Hours)
        {
            var need = new Need
            {
                Asker = Maya.Person,
                Request = new Request { Asker = Maya.Id, Kind = kind, Urgency = Urgency.Now },
                Pace = Defaults.PaceOf(kind, Urgency.Now)!,
                PromiseAt = hour.From + Duration.FromMinutes(15),
                LatestStart = hour.From + Duration.FromMinutes(15),
            };
            Assert.Equal(Matcher.Find(need, roster, Busy.Nobody, Defaults, hour.From).Candidates.Length, hour.Fewest);
        }
    }

    [Theory]
    [InlineData("2026-03-08 00:00", 23)]
    [InlineData("2026-11-01 00:00", 25)]
    [InlineData("2026-01-05 09:20", 14)]
    [InlineData("2026-01-05 23:00", 1)]
    public void A_day_has_the_hours_that_are_left_of_it(string from, int hours) =>
        Assert.Equal(hours, Coverage.Of([Maya, Noor], Defaults, At(from), days: 1)[0].Hours.Length);

    private static KindCoverage Of(Kind kind, params Colleague[] roster) => Coverage.Of(roster, Defaults, Monday).Single(found => found.Kind == kind);
}
