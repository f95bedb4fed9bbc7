using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Time;

public class QuietHoursTests
{
    private static readonly QuietHours Siesta = new(new LocalTime(13, 0), new LocalTime(15, 0));
    private static readonly QuietHours Never = new(new LocalTime(8, 0), new LocalTime(8, 0));

    [Theory]
    [InlineData("2026-01-05 20:59", false)]
    [InlineData("2026-01-05 21:00", true)]
    [InlineData("2026-01-06 00:00", true)]
    [InlineData("2026-01-06 07:59", true)]
    [InlineData("2026-01-06 08:00", false)]
    [InlineData("2026-01-06 12:00", false)]
    public void A_night_runs_on_over_midnight(string at, bool quiet) => Assert.Equal(quiet, NineToEight.Covers(At(at), Pacific));

    [Theory]
    [InlineData("2026-01-05 12:59", false)]
    [InlineData("2026-01-05 13:00", true)]
    [InlineData("2026-01-05 14:59", true)]
    [InlineData("2026-01-05 15:00", false)]
    [InlineData("2026-01-05 00:00", false)]
    public void Quiet_hours_may_lie_within_a_day(string at, bool quiet) => Assert.Equal(quiet, Siesta.Covers(At(at), Pacific));

    [Fact]
    public void Hours_that_end_where_they_start_are_none()
    {
        var at = At("2026-01-05 08:00");

        Assert.False(Never.Covers(at, Pacific));
        Assert.Equal(at, Never.LastAllowed(at, Pacific));
        Assert.Equal(at, Never.NextAllowed(at, Pacific));
        Assert.True(Never.Between(at, at + Duration.FromDays(7), Pacific).IsEmpty);
    }

    [Fact]
    public void Hours_are_those_of_the_zone_that_is_asked_about()
    {
        var at = At("2026-01-05 19:00", Pacific);

        Assert.False(NineToEight.Covers(at, Pacific));
        Assert.True(NineToEight.Covers(at, Eastern));
    }

    [Theory]
    [InlineData("2026-01-05 12:34", "2026-01-05 12:34", "2026-01-05 12:34")]
    [InlineData("2026-01-05 21:00", "2026-01-05 20:59", "2026-01-06 08:00")]
    [InlineData("2026-01-05 23:30", "2026-01-05 20:59", "2026-01-06 08:00")]
    [InlineData("2026-01-06 07:59", "2026-01-05 20:59", "2026-01-06 08:00")]
    [InlineData("2026-01-06 08:00", "2026-01-06 08:00", "2026-01-06 08:00")]
    public void What_falls_at_night_moves_to_the_minute_before_or_the_moment_after(string at, string last, string next)
    {
        Assert.Equal(At(last), NineToEight.LastAllowed(At(at), Pacific));
        Assert.Equal(At(next), NineToEight.NextAllowed(At(at), Pacific));
    }

    [Theory]
    [InlineData("2026-03-07", "2026-03-08", 10)] // The night in which the clocks go forward has ten hours,
    [InlineData("2026-10-31", "2026-11-01", 12)] // and the one in which they go back twelve.
    [InlineData("2026-01-05", "2026-01-06", 11)]
    public void A_night_keeps_its_wall_clock_ends_when_the_clocks_change(string evening, string morning, int hours)
    {
        var inTheNight = At($"{morning} 04:00");

        Assert.Equal(At($"{evening} 20:59"), NineToEight.LastAllowed(inTheNight, Pacific));
        Assert.Equal(At($"{morning} 08:00"), NineToEight.NextAllowed(inTheNight, Pacific));
        var night = Assert.Single(NineToEight.Between(At($"{evening} 12:00"), At($"{morning} 12:00"), Pacific).All);
        Assert.Equal(Duration.FromHours(hours), night.Duration);
    }

    [Fact]
    public void An_end_that_the_clocks_skip_falls_on_the_moment_of_the_change()
    {
        var untilHalfPastTwo = new QuietHours(new LocalTime(21, 0), new LocalTime(2, 30));
        var fromHalfPastTwo = new QuietHours(new LocalTime(2, 30), new LocalTime(8, 0));
        var change = At("2026-03-08 03:00");

        Assert.Equal(change, untilHalfPastTwo.NextAllowed(At("2026-03-08 01:00"), Pacific));
        Assert.False(fromHalfPastTwo.Covers(At("2026-03-08 01:59"), Pacific));
        Assert.True(fromHalfPastTwo.Covers(change, Pacific));
    }

    [Fact]
    public void A_night_is_unbroken_when_an_hour_is_lived_twice()
    {
        var first = Instant.FromUtc(2026, 11, 1, 8, 0); // 01:00 PDT; 01:00 PST is an hour later.
        var fromHalfPastOne = new QuietHours(new LocalTime(1, 30), new LocalTime(8, 0));
        var untilHalfPastOne = new QuietHours(new LocalTime(21, 0), new LocalTime(1, 30));

        Assert.False(fromHalfPastOne.Covers(first, Pacific));
        Assert.True(fromHalfPastOne.Covers(first + Duration.FromMinutes(30), Pacific));
        Assert.True(fromHalfPastOne.Covers(first + Duration.FromMinutes(60), Pacific));
        Assert.True(untilHalfPastOne.Covers(first + Duration.FromMinutes(40), Pacific));
        Assert.Equal(first + Duration.FromMinutes(90), untilHalfPastOne.NextAllowed(first, Pacific));
    }

    [Fact]
    public void The_nights_of_a_week_come_in_order_and_cut_to_it()
    {
        var nights = NineToEight.Between(At("2026-01-05 07:00"), At("2026-01-06 22:00"), Pacific);

        Assert.Equal(
            [
                new Interval(At("2026-01-05 07:00"), At("2026-01-05 08:00")),
                new Interval(At("2026-01-05 21:00"), At("2026-01-06 08:00")),
                new Interval(At("2026-01-06 21:00"), At("2026-01-06 22:00")),
            ],
            nights.All.ToArray());
    }
}
