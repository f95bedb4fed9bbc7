using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Preflight;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Preflight;

/// <summary>Gaps that a roster leaves in the next 14 days.</summary>
public class HoursTests
{
    private static readonly Given Ready = new();

    /// <summary>Planted: everybody is there on Saturday but for the one who prescribes.</summary>
    [Fact]
    public void No_prescriber_on_Saturday()
    {
        var given = With(
            Given.Rosa with { Discipline = Discipline.Counselor },
            Sample.Person("Noor Ng") with { Discipline = Discipline.Psychiatrist, Availability = WeeklyHours.Parse("Sun-Fri 09:00-17:00") });
        Assert.Equal("medication: nobody can be called on Sat 10 Jan, Sat 17 Jan.", given.Only.Sentence);
        Assert.Contains("\nFri 9 Jan   all day  all day  9-17        all day         all day      all day\n", given.Text, StringComparison.Ordinal);
        Assert.Contains("\nSat 10 Jan  all day  all day  nobody      all day         all day      all day\n", given.Text, StringComparison.Ordinal);

        // It is for the practice to judge: whoever asks on that day is told that no one is free.
        Assert.True(given.Report.IsReady);
    }

    /// <summary>In the evening nobody can be called any more that day, and that is no day without anybody.</summary>
    [Theory]
    [InlineData("2026-01-05 00:00")]
    [InlineData("2026-01-05 20:30")]
    public void What_is_left_of_today_is_no_day(string at)
    {
        var given = With(Given.Rosa with { Availability = WeeklyHours.Parse("Mon-Sun 09:00-17:00"), WakeForNow = false }) with { At = at };
        Assert.Contains("medication: somebody can be called on every one of the next 14 days.", given.All(Mark.Well));
    }

    /// <summary>Planted: three who follow the sun, and one of them is not there at three on Wednesdays.</summary>
    [Fact]
    public void Nobody_for_a_risk_at_three_on_Wednesday()
    {
        Person At(string name, string zone, string hours) =>
            Sample.Person(name) with { Zone = DateTimeZoneProviders.Tzdb[zone], Availability = WeeklyHours.Parse(hours) };
        var given = With(
            Given.Rosa with { TakesRisk = false },
            At("Samuel Adeyemi", "America/Los_Angeles", "Mon-Sun 08:00-21:00"),
            At("Ruth Goldberg", "Europe/London", "Mon-Tue,Thu-Sun 08:00-21:00; Wed 08:00-11:00; Wed 12:00-21:00"),
            At("Priya Raman", "Asia/Tokyo", "Mon-Sun 08:00-20:00"));
        Assert.Equal(Mark.ToDo, given.Only.Mark);
        Assert.StartsWith("risk: nobody can be called at 3-4 on Wed 7 Jan, Wed 14 Jan. ", given.Only.Sentence, StringComparison.Ordinal);
        Assert.Contains("\nWed 7 Jan   0-3 4-24 ", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_wakes_leaves_every_night()
    {
        var given = With(Given.Rosa with { WakeForRisk = false, WakeForNow = false });
        Assert.StartsWith("risk: nobody can be called at 0-8 21-24 on Mon 5 Jan to Sun 18 Jan. ", Assert.Single(given.All(Mark.ToDo)), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_texted_SLEEP_does_not_wake()
    {
        var asleep = Sample.Colleague(Given.Rosa) with { Reach = new Reach { Consented = true, NightCallsOff = true } };
        var given = Ready with { Roster = [.. Given.Of(Given.Maya, Given.Daniel), asleep] };
        Assert.StartsWith("risk: nobody can be called at 0-8 21-24 ", Assert.Single(given.All(Mark.ToDo)), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_with_the_same_gap_are_told_together()
    {
        var away = Given.Rosa with { WakeForRisk = false, WakeForNow = false, Away = [new DateInterval(new LocalDate(2026, 1, 7), new LocalDate(2026, 1, 8))] };
        var given = With(away);
        Assert.StartsWith(
            "risk: nobody can be called at 0-8 21-24 on Mon 5 Jan, Tue 6 Jan, Fri 9 Jan to Sun 18 Jan; on Wed 7 Jan, Thu 8 Jan. ",
            Assert.Single(given.All(Mark.ToDo)),
            StringComparison.Ordinal);
        Assert.Contains("medication: nobody can be called on Wed 7 Jan, Thu 8 Jan.", given.All(Mark.Note));
    }

    [Fact]
    public void A_clinician_whom_nobody_may_answer_is_told_apart_from_the_rest()
    {
        var luis = Given.Maya with { Name = "Luis Fernandez", Phone = PhoneNumber.Parse("+12122345678"), Licences = [Sample.Nevada] };
        var given = Ready with { Roster = [.. Ready.Roster, .. Given.Of(luis)] };
        var risk = Assert.Single(given.Report.Remarks, remark => remark.Mark == Mark.ToDo);
        Assert.Equal("risk: nobody on the roster may ever answer 1 of those who may ask.", risk.Sentence);
        Assert.Equal("Luis Fernandez, about a client in NV", Assert.Single(risk.Details));
        Assert.Contains("risk, for all others: somebody can be called at every hour of the next 14 days.", given.All(Mark.Well));
        Assert.Equal("medication: nobody on the roster may ever answer 1 of those who may ask.", Assert.Single(given.All(Mark.Note)));
    }

    [Fact]
    public void A_kind_that_nobody_may_answer_is_told_without_its_days()
    {
        var given = With(Given.Rosa with { Discipline = Discipline.Counselor });
        Assert.Equal("medication: nobody on the roster may ever answer any of those who may ask.", given.Only.Sentence);
        Assert.Equal("nobody", CoverageTable.Write(given.Report.Coverage, Sample.Pacific).Split('\n')[3][30..36]);
    }

    private static Given With(params Person[] asked) => Ready with { Roster = Given.Of([Given.Maya, Given.Daniel, .. asked]) };
}
