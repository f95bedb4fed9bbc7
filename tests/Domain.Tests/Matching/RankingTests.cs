using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Matching;

public class RankingTests
{
    private static readonly Situation Today = Asking(Kind.Case, Urgency.Today);
    private static readonly Instant LastWeek = At("2025-12-30 10:00");

    [Fact]
    public void The_soonest_is_asked_first_and_told_so()
    {
        var match = Today.Find(
            Colleague("Ann").At("Mon 15:00-17:00"),
            Colleague("Bea").At("Mon 10:00-12:00"),
            Colleague("Cem").At("Mon 13:00-14:00"));

        Assert.Equal(
            [("Bea", 1, Reason.SoonestStart), ("Cem", 2, Reason.SoonestStart), ("Ann", 3, Reason.SoonestStart)],
            Places(match));
    }

    [Fact]
    public void A_difference_within_an_hour_does_not_beat_fairness()
    {
        var soon = Person("Ann").WhoGave(LastWeek);
        var later = Colleague("Bea").At("Mon 10:45-17:00");
        var muchLater = Colleague("Bea").At("Mon 11:00-17:00");

        Assert.Equal(["Bea", "Ann"], Today.Names(soon, later));
        Assert.Equal(["Ann", "Bea"], Today.Names(soon, muchLater));
    }

    [Fact]
    public void Of_several_who_are_as_soon_the_least_used_is_asked_first()
    {
        var match = Today.Find(Person("Ann").WhoGave(LastWeek, LastWeek), Person("Bea").WhoGave(LastWeek), Colleague("Cem"));

        Assert.Equal(
            [("Cem", 1, Reason.FewestRecentConsults), ("Bea", 2, Reason.FewestRecentConsults), ("Ann", 3, Reason.FewestRecentConsults)],
            Places(match));
    }

    [Fact]
    public void A_call_now_is_as_soon_for_everyone_who_can_take_it()
    {
        var match = Asking(Kind.Case, Urgency.Now).Find(Person("Ann").WhoGave(LastWeek), Colleague("Bea"), Colleague("Cem"));

        Assert.Equal(
            [("Bea", 1, Reason.TieBrokenByName), ("Cem", 2, Reason.FewestRecentConsults), ("Ann", 3, Reason.FewestRecentConsults)],
            Places(match));
    }

    [Fact]
    public void Whoever_is_at_work_goes_before_whoever_would_be_called_at_rest()
    {
        var asking = Asking(Kind.Risk, Urgency.Now) with { Now = At("2026-01-10 11:00") };
        var atRest = Person("Ann") with { WakeForRisk = true };
        var atWork = (Person("Bea") with { Availability = WeeklyHours.Parse("Sat 10:00-12:00") }).WhoGave(LastWeek);

        Assert.Equal(
            [("Bea", 1, Reason.InTheirHours), ("Ann", 2, Reason.InTheirHours)],
            Places(asking.Find(Colleague(atRest), atWork)));
    }

    [Fact]
    public void Fairness_is_in_proportion_to_what_a_week_has_room_for()
    {
        // Three in forty hours are fewer than one in ten.
        var full = Person("Ann").WhoGave(LastWeek, LastWeek, LastWeek);
        var part = (Person("Bea") with { Availability = WeeklyHours.Parse("Mon-Fri 10:00-12:00") }).WhoGave(LastWeek);

        Assert.Equal(["Ann", "Bea"], Today.Names(full, part));
    }

    [Fact]
    public void The_most_that_someone_set_for_a_week_is_their_capacity()
    {
        var limited = (Person("Ann") with { MaxPerWeek = 2 }).WhoGave(LastWeek);
        var open = Person("Bea").WhoGave(LastWeek, LastWeek);

        Assert.Equal(["Bea", "Ann"], Today.Names(limited, open));
    }

    [Fact]
    public void Whoever_has_no_hours_and_is_only_woken_has_room_for_one()
    {
        var asking = Asking(Kind.Risk, Urgency.Now) with { Now = At("2026-01-06 02:00") };
        var woken = Person("Ann") with { WakeForRisk = true, Availability = WeeklyHours.None };

        Assert.Equal(["Ann", "Bea"], asking.Names(woken.WhoGave(LastWeek), (woken with { Name = "Bea", Phone = Person("Bea").Phone, MaxPerWeek = 2 })
            .WhoGave(LastWeek, LastWeek, LastWeek)));
    }

    [Fact]
    public void Fairness_looks_back_twenty_eight_days_and_at_what_is_booked()
    {
        var longAgo = Today.Now - Duration.FromDays(28);

        Assert.Equal(["Bea", "Ann"], Today.Names(Person("Ann").WhoGave(longAgo), Person("Bea").WhoGave(longAgo - Duration.Epsilon)));
        Assert.Equal(["Bea", "Ann"], Today.Names(Person("Ann").WhoGave(Today.Now + Duration.FromDays(1)), Colleague("Bea")));
    }

    [Fact]
    public void A_tie_is_broken_by_name_and_between_namesakes_by_who_they_are()
    {
        var one = Person("Ann Lee");
        var other = one with { Phone = PhoneNumber.Parse("+14155550199") };
        var first = string.CompareOrdinal(one.Id.Value, other.Id.Value) < 0 ? one : other;

        var match = Today.Find(Colleague("Bea"), Colleague(one), Colleague(other));

        Assert.Equal(["Ann Lee", "Ann Lee", "Bea"], match.Candidates.Select(candidate => candidate.Person.Name));
        Assert.Equal(first.Id, match.Candidates[0].Person.Id);
        Assert.All(match.Rulings, ruling => Assert.Equal([Reason.TieBrokenByName], ruling.Reasons.ToArray()));
    }

    [Fact]
    public void Whoever_stands_alone_has_the_soonest_start() =>
        Assert.Equal([("Ann", 1, Reason.SoonestStart)], Places(Today.Find(Colleague("Ann"))));

    [Fact]
    public void Rulings_name_candidates_in_order_and_then_the_others_by_name()
    {
        var dan = Colleague(Person("Dan") with { Roles = Roles.Clinician });
        var eli = Colleague("Eli") with { Reach = Reach.Unknown };

        var match = Today.Find(eli, Colleague("Zoe"), dan, Colleague("Ann"));

        Assert.Equal(
            [(Person("Ann").Id, 1), (Person("Zoe").Id, 2), (dan.Id, (int?)null), (eli.Id, null)],
            match.Rulings.Select(ruling => (ruling.Person, ruling.Place)));
    }

    [Fact]
    public void Namesakes_who_are_kept_out_are_named_in_an_order_that_the_roster_does_not_change()
    {
        var one = Colleague("Ann Lee") with { Reach = Reach.Unknown };
        var other = Colleague(one.Person with { Phone = PhoneNumber.Parse("+14155550199") }) with { Reach = Reach.Unknown };

        Assert.Equal(
            Today.Find(one, other).Rulings.Select(ruling => ruling.Person),
            Today.Find(other, one).Rulings.Select(ruling => ruling.Person));
    }

    [Fact]
    public void Nobody_on_the_roster_is_nobody_to_ask()
    {
        var match = Today.Find([]);

        Assert.Empty(match.Candidates);
        Assert.Empty(match.Rulings);
        Assert.Null(match.NextAskable);
    }

    private static IEnumerable<(string Name, int Place, Reason Reason)> Places(Match match) => match.Candidates.Zip(
        match.Rulings,
        (candidate, ruling) =>
        {
            Assert.Equal(candidate.Person.Id, ruling.Person);
            return (candidate.Person.Name, ruling.Place!.Value, ruling.Reasons.Single());
        });
}
