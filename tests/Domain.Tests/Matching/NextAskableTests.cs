using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Matching;

/// <summary>When waiting helps, because somebody is only kept out by the hour.</summary>
public class NextAskableTests
{
    private static readonly Instant Night = At("2026-01-06 02:00");

    [Theory]
    [InlineData(Urgency.Today)]
    [InlineData(Urgency.ThisWeek)]
    public void A_sleeper_can_be_asked_when_the_night_ends(Urgency urgency) =>
        Assert.Equal(At("2026-01-06 08:00"), Next(urgency, Night, Colleague("Noor Ng")));

    [Fact]
    public void The_first_of_several_counts() =>
        Assert.Equal(
            At("2026-01-06 08:00", Eastern),
            Next(Urgency.Today, Night, Colleague("Noor Ng"), Colleague(Person("Eva East") with { Zone = Eastern })));

    [Theory]
    [InlineData("2026-03-08 00:30", "2026-03-08 08:00")]
    [InlineData("2026-11-01 00:30", "2026-11-01 08:00")]
    public void The_night_ends_by_the_clock_also_when_the_clocks_change(string now, string next) =>
        Assert.Equal(At(next), Next(Urgency.Today, At(now), Colleague("Noor Ng").At("Sun 09:00-17:00")));

    [Fact]
    public void A_pause_that_ends_at_night_lasts_until_morning()
    {
        var paused = Colleague("Noor Ng") with { Reach = new Reach { Consented = true, PausedUntil = At("2026-01-06 03:00") } };

        Assert.Equal(At("2026-01-06 08:00"), Next(Urgency.Today, At("2026-01-05 10:00"), paused));
    }

    [Fact]
    public void Whoever_comes_back_tomorrow_can_be_asked_in_the_morning()
    {
        var today = new LocalDate(2026, 1, 5);
        var away = Colleague(Person("Noor Ng") with { Away = [new DateInterval(today, today)] });

        Assert.Equal(At("2026-01-06 08:00"), Next(Urgency.ThisWeek, At("2026-01-05 10:00"), away));
    }

    [Fact]
    public void A_call_now_can_be_asked_of_whoever_comes_on_shift() =>
        Assert.Equal(At("2026-01-06 09:00"), Next(Urgency.Now, Night, Colleague("Noor Ng")));

    [Fact]
    public void A_call_now_can_be_asked_of_whoever_turned_night_calls_off_when_their_night_is_over() =>
        Assert.Equal(
            At("2026-01-06 08:00"),
            Next(
                Urgency.Now,
                Night,
                Colleague(Person("Noor Ng") with { WakeForNow = true }) with { Reach = new Reach { Consented = true, NightCallsOff = true } }));

    [Fact]
    public void A_call_now_can_be_asked_of_whoever_is_free_again()
    {
        var noor = Person("Noor Ng");
        var asking = Asking(Kind.Case, Urgency.Now);
        var free = asking.Now + Duration.FromMinutes(40);

        Assert.Equal(free, asking.WithBusy(noor, asking.Now - Duration.FromMinutes(20), free).Find(Colleague(noor)).NextAskable);
    }

    [Fact]
    public void A_call_now_can_be_asked_of_someone_with_a_full_week_when_the_next_one_starts()
    {
        var sunday = At("2026-01-11 20:00");
        var full = (Person("Noor Ng") with { MaxPerWeek = 1, Availability = WeeklyHours.Parse("Mon-Sun 00:00-24:00") }).WhoGave(sunday);

        Assert.Equal(At("2026-01-12 08:00"), Next(Urgency.Now, sunday, full));
    }

    [Fact]
    public void Nothing_after_the_promise_is_worth_waiting_for()
    {
        var asking = Asking(Kind.Case, Urgency.Today) with { Now = Night };
        var sleeper = Colleague("Noor Ng");

        Assert.Equal(At("2026-01-06 08:00"), (asking with { PromiseWithin = Duration.FromHours(6) }).Find(sleeper).NextAskable);
        Assert.Null((asking with { PromiseWithin = Duration.FromHours(6) - Duration.Epsilon }).Find(sleeper).NextAskable);
        Assert.Null((asking with { PromiseWithin = -Duration.FromHours(1) }).Find(sleeper).NextAskable);
    }

    [Fact]
    public void Nobody_is_waited_for_who_has_no_start_in_common_by_then() =>
        Assert.Null(Next(Urgency.Today, Night, Colleague("Noor Ng").At("Mon 09:00-17:00")));

    [Fact]
    public void Someone_later_is_waited_for_when_the_first_to_wake_has_no_time() =>
        Assert.Equal(
            At("2026-01-06 08:00"),
            Next(Urgency.Today, Night, Colleague(Person("Eva East") with { Zone = Eastern, Availability = WeeklyHours.None }), Colleague("Noor Ng")));

    [Fact]
    public void Nobody_is_waited_for_whom_a_lasting_rule_keeps_out() =>
        Assert.Null(Next(Urgency.Today, Night, Colleague("Noor Ng") with { Reach = Reach.Unknown }));

    [Fact]
    public void Nobody_is_waited_for_who_can_be_asked_at_once() =>
        Assert.Null(Next(Urgency.Today, At("2026-01-05 10:00"), Colleague("Noor Ng")));

    private static Instant? Next(Urgency urgency, Instant now, params Colleague[] roster) =>
        (Asking(Kind.Case, urgency) with { Now = now }).Find(roster).NextAskable;
}
