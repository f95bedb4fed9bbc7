using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Matching;

/// <summary>Whom the hour of asking keeps out, and until when.</summary>
public class AskingHoursTests
{
    private static readonly Person Noor = Person("Noor Ng") with { Availability = WeeklyHours.Parse("Mon-Sun 00:00-24:00") };
    private static readonly Instant Night = At("2026-01-06 02:00");
    private static readonly Instant Morning = At("2026-01-06 08:00");

    [Theory]
    [InlineData(Kind.Risk, Urgency.Now, "risk", true)]
    [InlineData(Kind.Risk, Urgency.Now, "now", true)]
    [InlineData(Kind.Risk, Urgency.Now, "", false)]
    [InlineData(Kind.Risk, Urgency.Today, "risk", true)]
    [InlineData(Kind.Risk, Urgency.Today, "now", false)]
    [InlineData(Kind.Case, Urgency.Now, "now", true)]
    [InlineData(Kind.Case, Urgency.Now, "risk", false)]
    [InlineData(Kind.Case, Urgency.Today, "risk now", false)]
    [InlineData(Kind.Support, Urgency.Now, "now", true)]
    [InlineData(Kind.Support, Urgency.ThisWeek, "risk now", false)]
    public void At_night_only_those_are_asked_who_agreed_to_be_woken_for_it(Kind kind, Urgency urgency, string agreed, bool asked)
    {
        var person = Noor with
        {
            WakeForRisk = agreed.Contains("risk", StringComparison.Ordinal),
            WakeForNow = agreed.Contains("now", StringComparison.Ordinal),
        };
        var asking = Asking(kind, urgency) with { Now = Night };

        Assert.Equal(asked ? [] : [Reason.QuietHours], asking.Against(Colleague(person)));
        Assert.Equal([Reason.QuietHours], asking.Against(Colleague(person) with { Reach = new Reach { Consented = true, NightCallsOff = true } }));
    }

    [Fact]
    public void The_night_is_that_of_whoever_is_asked()
    {
        var asking = Asking(Kind.Case, Urgency.ThisWeek) with { Now = At("2026-01-05 18:30", Pacific) };

        Assert.Empty(asking.Against(Colleague(Noor)));
        Assert.Equal([Reason.QuietHours], asking.Against(Colleague(Noor with { Zone = Eastern })));
    }

    [Theory]
    [InlineData("2026-03-08 07:59", true)]
    [InlineData("2026-03-08 08:00", false)]
    [InlineData("2026-11-01 07:59", true)]
    [InlineData("2026-11-01 08:00", false)]
    public void The_night_ends_by_the_clock_also_when_the_clocks_change(string now, bool quiet) =>
        Assert.Equal(quiet ? [Reason.QuietHours] : [], (Asking(Kind.Case, Urgency.Today) with { Now = At(now) }).Against(Colleague(Noor)));

    [Fact]
    public void A_call_now_goes_to_whoever_is_in_their_hours()
    {
        var office = Colleague("Noor Ng");

        Assert.Empty((Asking(Kind.Case, Urgency.Now) with { Now = At("2026-01-05 16:59") }).Against(office));
        Assert.Equal([Reason.NotAvailable], (Asking(Kind.Case, Urgency.Now) with { Now = At("2026-01-05 17:00") }).Against(office));
    }

    [Theory]
    [InlineData("2026-01-05 20:59")]
    [InlineData("2026-01-05 21:00")]
    [InlineData("2026-01-11 15:00")]
    public void Whoever_agreed_to_be_woken_can_be_called_at_any_hour(string now)
    {
        var woken = Colleague(Person("Noor Ng") with { WakeForRisk = true });

        Assert.Empty((Asking(Kind.Risk, Urgency.Now) with { Now = At(now) }).Against(woken));
    }

    [Fact]
    public void Agreeing_to_be_woken_for_risk_opens_no_evening_for_anything_else()
    {
        var woken = Colleague(Person("Noor Ng") with { WakeForRisk = true });

        Assert.Equal([Reason.NotAvailable], (Asking(Kind.Case, Urgency.Now) with { Now = At("2026-01-05 19:00") }).Against(woken));
    }

    [Fact]
    public void Turning_night_calls_off_takes_back_the_night_and_not_the_evening()
    {
        var asleep = Colleague(Person("Noor Ng") with { WakeForRisk = true }) with { Reach = new Reach { Consented = true, NightCallsOff = true } };

        Assert.Empty((Asking(Kind.Risk, Urgency.Now) with { Now = At("2026-01-05 20:59") }).Against(asleep));
        Assert.Equal([Reason.QuietHours, Reason.NotAvailable], (Asking(Kind.Risk, Urgency.Now) with { Now = At("2026-01-05 21:00") }).Against(asleep));
    }

    [Fact]
    public void A_call_now_has_no_start_times() =>
        Assert.Empty(Asking(Kind.Case, Urgency.Now).Find(Colleague(Noor)).Candidates.Single().Starts);

    [Theory]
    [InlineData(-60, 0, false)]
    [InlineData(-60, 1, true)]
    [InlineData(29, 60, true)]
    [InlineData(30, 60, false)]
    public void A_call_now_needs_its_length_free(int from, int to, bool busy)
    {
        var asking = Asking(Kind.Case, Urgency.Now);
        var taken = asking.WithBusy(Noor, asking.Now + Duration.FromMinutes(from), asking.Now + Duration.FromMinutes(to));

        Assert.Equal(busy ? [Reason.NoCommonTime] : [], taken.Against(Colleague(Noor)));
    }

    [Theory]
    [InlineData(Urgency.Now)]
    [InlineData(Urgency.Today)]
    [InlineData(Urgency.ThisWeek)]
    public void Whoever_is_paused_or_away_is_left_alone(Urgency urgency)
    {
        var asking = Asking(Kind.Case, urgency);
        var today = new LocalDate(2026, 1, 5);
        var away = Colleague(Noor with { Away = [new DateInterval(today, today)] });
        var paused = Colleague(Noor) with { Reach = new Reach { Consented = true, PausedUntil = asking.Now + Duration.Epsilon } };
        var resumed = Colleague(Noor) with { Reach = new Reach { Consented = true, PausedUntil = asking.Now } };

        Assert.Equal([Reason.Away], asking.Against(away));
        Assert.Equal([Reason.Paused], asking.Against(paused));
        Assert.Empty(asking.Against(resumed));
    }

    [Fact]
    public void Days_away_are_those_of_the_person_s_own_calendar()
    {
        var sunday = new LocalDate(2026, 1, 4);
        var asking = Asking(Kind.Case, Urgency.Now) with { Now = At("2026-01-04 20:30", Pacific) };
        var tokyo = Noor with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"], Away = [new DateInterval(sunday, sunday)] };

        Assert.Equal([Reason.Away], asking.Against(Colleague(tokyo with { Zone = Pacific })));
        Assert.Empty(asking.Against(Colleague(tokyo)));
    }

    [Fact]
    public void All_that_holds_at_this_hour_is_told()
    {
        var day = new LocalDate(2026, 1, 6);
        var asking = Asking(Kind.Case, Urgency.Now) with { Now = Night };
        var person = Person("Noor Ng") with { Away = [new DateInterval(day, day)], MaxPerWeek = 0 };
        var reach = new Reach { Consented = true, PausedUntil = Morning };

        Assert.Equal(
            [Reason.Paused, Reason.Away, Reason.QuietHours, Reason.NotAvailable, Reason.WeekIsFull, Reason.NoCommonTime],
            asking.WithBusy(person, Night, Morning).Against(Colleague(person) with { Reach = reach }));
    }
}
