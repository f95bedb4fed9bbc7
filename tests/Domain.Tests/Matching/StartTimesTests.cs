using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Matching;

/// <summary>The times that a candidate is offered. A consult is half an hour long here, with ten minutes free around it.</summary>
public class StartTimesTests
{
    private static readonly Situation Today = Asking(Kind.Case, Urgency.Today);
    private static readonly Situation ThisWeek = Asking(Kind.Case, Urgency.ThisWeek);
    private static readonly Colleague Noor = Colleague("Noor Ng");

    [Fact]
    public void Three_times_are_offered_an_hour_apart() => Assert.Equal("Mon 10:15, Mon 11:15, Mon 12:15", Today.Starts(Noor));

    [Theory]
    [InlineData("Mon 12:00-14:30", "Mon 12:00, Mon 13:00, Mon 14:00")]
    [InlineData("Mon 12:00-13:30", "Mon 12:00, Mon 12:30, Mon 13:00")] // Closer where an hour apart leaves no choice.
    [InlineData("Mon 12:00-13:00", "Mon 12:00, Mon 12:15, Mon 12:30")]
    [InlineData("Mon 12:00-12:45", "Mon 12:00, Mon 12:15")]
    [InlineData("Mon 12:00-12:30", "Mon 12:00")]
    [InlineData("Mon 12:05-13:00", "Mon 12:15, Mon 12:30")]
    [InlineData("Mon 12:00-12:30; Mon 15:00-15:30", "Mon 12:00, Mon 15:00")]
    public void Times_fit_into_the_hours_of_whoever_is_asked(string hours, string starts) =>
        Assert.Equal(starts, Today.Starts(Noor.At(hours)));

    [Theory]
    [InlineData("Mon 12:00-12:29")]
    [InlineData("Mon 08:00-10:15")]
    [InlineData("Wed 09:00-17:00")]
    [InlineData("")]
    public void Without_hours_that_are_long_enough_nobody_is_asked(string hours) =>
        Assert.Equal([Reason.NotAvailable], Today.Against(Noor.At(hours)));

    [Theory]
    [InlineData("2026-01-05 10:00", "Mon 10:15, Mon 11:15, Mon 12:15")]
    [InlineData("2026-01-05 10:01", "Mon 10:30, Mon 11:30, Mon 12:30")]
    [InlineData("2026-01-05 16:15", "Mon 16:30, Tue 09:00, Tue 10:00")]
    public void A_start_is_on_the_quarter_hour_and_a_quarter_of_an_hour_away(string now, string starts) =>
        Assert.Equal(starts, (Today with { Now = At(now) }).Starts(Noor));

    [Fact]
    public void The_quarter_hour_is_that_of_the_clock_in_Nepal_too()
    {
        var nepal = DateTimeZoneProviders.Tzdb["Asia/Kathmandu"]; // 5:45 ahead of UTC.
        var asking = Today with { Now = At("2026-01-05 10:03", nepal), Asker = Asker with { Zone = nepal } };

        var start = asking.Find(Colleague(Noor.Person with { Zone = nepal })).Candidates.Single().Starts[0];

        Assert.Equal(At("2026-01-05 10:30", nepal), start);
    }

    [Theory]
    [InlineData(135, "Mon 10:15, Mon 11:15, Mon 12:15")]
    [InlineData(134, "Mon 10:15, Mon 10:45, Mon 11:15")]
    [InlineData(15, "Mon 10:15")]
    public void No_start_is_later_than_the_latest(int minutes, string starts) =>
        Assert.Equal(starts, (Today with { Within = Duration.FromMinutes(minutes) }).Starts(Noor));

    [Fact]
    public void Too_late_for_any_start_nobody_is_asked() =>
        Assert.Equal([Reason.NotAvailable], (Today with { Within = Duration.FromMinutes(14) }).Against(Noor));

    [Theory]
    [InlineData("12:00", "13:00", "Mon 13:15")] // 11:15 would leave 15 minutes until noon; 11:30 would end at noon.
    [InlineData("12:00", "13:05", "Mon 13:15")]
    [InlineData("12:00", "13:06", "Mon 13:30")]
    [InlineData("11:56", "13:00", "Mon 13:15")]
    public void Ten_minutes_are_kept_free_around_what_is_booked(string from, string to, string next)
    {
        var hours = Noor.At("Mon 11:15-17:00");
        var busy = Today.WithBusy(Noor.Person, At($"2026-01-05 {from}"), At($"2026-01-05 {to}"));

        Assert.StartsWith($"Mon 11:15, {next}, ", busy.Starts(hours), StringComparison.Ordinal);
    }

    [Fact]
    public void A_consult_may_end_ten_minutes_before_what_is_booked_and_no_less()
    {
        var hours = Noor.At("Mon 11:15-12:00");

        Assert.Equal("Mon 11:15", Today.WithBusy(Noor.Person, At("2026-01-05 11:55"), At("2026-01-05 13:00")).Starts(hours));
        Assert.Equal([Reason.NoCommonTime], Today.WithBusy(Noor.Person, At("2026-01-05 11:54"), At("2026-01-05 13:00")).Against(hours));
    }

    [Fact]
    public void What_the_asker_has_booked_counts_as_well() =>
        Assert.Equal(
            "Mon 14:15, Mon 15:15, Mon 16:15",
            Today.WithBusy(Asker, At("2026-01-05 10:00"), At("2026-01-05 14:00")).Starts(Noor));

    [Fact]
    public void The_asker_s_own_hours_count_where_there_are_any()
    {
        var asker = Asker with { Availability = WeeklyHours.Parse("Mon 15:00-16:00; Tue 09:00-09:30") };

        Assert.Equal("Mon 15:00, Mon 15:30, Tue 09:00", (Today with { Asker = asker }).Starts(Noor));
        Assert.Equal([Reason.NoCommonTime], (Today with { Asker = asker }).Against(Noor.At("Mon 10:00-15:00")));
    }

    [Fact]
    public void An_asker_without_hours_is_not_offered_a_time_in_their_own_night()
    {
        var asking = Today with { Now = At("2026-01-05 20:00"), Asker = Asker with { Zone = Eastern } };

        Assert.Equal("Tue 05:00, Tue 06:00, Tue 07:00", asking.Starts(Noor.At("Mon-Sun 00:00-24:00")));
    }

    [Fact]
    public void An_asker_who_is_away_is_not_offered_a_time_on_those_days()
    {
        var tuesday = new LocalDate(2026, 1, 6);
        var asking = ThisWeek with { Asker = Asker with { Away = [new DateInterval(tuesday, tuesday)] } };

        Assert.Equal("Wed 09:00, Wed 10:00, Wed 11:00", asking.Starts(Noor.At("Tue-Wed 09:00-17:00")));
    }

    [Fact]
    public void Named_times_are_the_only_ones_and_need_neither_the_grid_nor_the_asker_s_hours()
    {
        var asking = ThisWeek with
        {
            Asker = Asker with { Availability = WeeklyHours.Parse("Sun 10:00-11:00") },
            When = [At("2026-01-06 16:50"), At("2026-01-06 09:10"), At("2026-01-05 14:05"), At("2026-01-06 09:10"), At("2026-01-05 08:00")],
        };

        Assert.Equal("Mon 14:05, Tue 09:10", asking.Starts(Noor));
        Assert.Equal("Tue 09:10", asking.WithBusy(Asker, At("2026-01-05 14:00"), At("2026-01-05 15:00")).Starts(Noor));
        Assert.Equal([Reason.NoCommonTime], asking.Against(Noor.At("Wed 09:00-17:00")));
    }

    [Fact]
    public void Named_times_that_are_too_soon_or_too_late_are_no_times() =>
        Assert.Equal(
            "Mon 10:15, Tue 10:00",
            (Today with { When = [At("2026-01-05 10:14"), At("2026-01-05 10:15"), At("2026-01-06 10:00"), At("2026-01-06 10:01")] })
                .Starts(Noor.At("Mon-Sun 00:00-24:00")));

    [Fact]
    public void Days_away_are_left_out()
    {
        var away = Colleague(Noor.Person with { Away = [new DateInterval(new LocalDate(2026, 1, 6), new LocalDate(2026, 1, 7))] });

        Assert.Equal("Thu 09:00, Thu 10:00, Thu 11:00", (ThisWeek with { Now = At("2026-01-05 17:00") }).Starts(away));
        Assert.Equal([Reason.Away], (Today with { Now = At("2026-01-05 17:00") }).Against(away));
    }

    [Fact]
    public void A_full_week_leaves_out_its_own_days_alone()
    {
        var friday = ThisWeek with { Now = At("2026-01-09 10:00") };
        var full = (Noor.Person with { MaxPerWeek = 2 }).WhoGave(At("2026-01-05 00:00"), At("2026-01-11 23:59"));

        Assert.Equal("Mon 09:00, Mon 10:00, Mon 11:00", friday.Starts(full));
        Assert.Equal([Reason.WeekIsFull], (Today with { Now = At("2026-01-09 10:00") }).Against(full));
        Assert.Equal("Fri 10:15, Fri 11:15, Fri 12:15", friday.Starts(full with { Taken = [At("2026-01-05 00:00"), At("2026-01-04 23:59")] }));
        Assert.Equal("Fri 10:15, Fri 11:15, Fri 12:15", friday.Starts(full with { Taken = [At("2026-01-05 00:00"), At("2026-01-12 00:00")] }));
    }

    [Fact]
    public void A_week_starts_on_Monday_where_the_consultant_is()
    {
        // Monday 00:30 in New York is still Sunday in California.
        var taken = At("2026-01-12 00:30", Eastern);
        var asking = Today with { Now = At("2026-01-12 09:00") };

        Assert.Empty(asking.Against((Noor.Person with { MaxPerWeek = 1 }).WhoGave(taken)));
        Assert.Equal([Reason.WeekIsFull], asking.Against((Noor.Person with { MaxPerWeek = 1, Zone = Eastern }).WhoGave(taken)));
    }

    [Fact]
    public void Risk_today_at_night_starts_as_soon_as_whoever_is_woken_can()
    {
        var asking = Asking(Kind.Risk, Urgency.Today) with { Now = At("2026-01-06 02:00"), Within = Duration.FromHours(1) };

        Assert.Equal("Tue 02:15, Tue 02:30, Tue 02:45", asking.Starts(Colleague(Noor.Person with { WakeForRisk = true })));
    }

    [Fact]
    public void Risk_does_not_wait_for_the_asker_s_own_hours()
    {
        var asking = Asking(Kind.Risk, Urgency.Today) with
        {
            Now = At("2026-01-05 12:00"),
            Asker = Asker with { Availability = WeeklyHours.Parse("Fri 09:00-10:00") },
        };

        Assert.Equal("Mon 12:15, Mon 13:15, Mon 14:15", asking.Starts(Noor));
        Assert.Equal([Reason.NoCommonTime], (asking with { Kind = Kind.Case }).Against(Noor));
    }

    [Theory]
    [InlineData("2026-03-07 20:00", "Sun 01:00, Sun 03:00, Sun 04:00")] // The hour from two to three does not exist.
    [InlineData("2026-10-31 20:00", "Sun 01:00, Sun 01:00, Sun 02:00")] // The hour from one to two comes twice.
    public void Hours_that_span_a_clock_change_are_offered_as_they_are_lived(string now, string starts) =>
        Assert.Equal(
            starts,
            (Asking(Kind.Risk, Urgency.Today) with { Now = At(now) }).Starts(Noor.At("Sun 01:00-08:00")));
}
