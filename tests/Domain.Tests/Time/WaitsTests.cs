using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Time;

public class WaitsTests
{
    [Fact]
    public void A_wait_runs_through_the_night_where_nothing_is_skipped() =>
        Assert.Equal(At("2026-01-06 00:00"), Waits.After(At("2026-01-05 20:00"), Duration.FromHours(4), null, Pacific));

    [Theory]
    [InlineData("2026-01-05 10:00", 4, "2026-01-05 14:00")]
    [InlineData("2026-01-05 20:00", 4, "2026-01-06 11:00")]
    [InlineData("2026-01-05 23:00", 4, "2026-01-06 12:00")]
    [InlineData("2026-01-06 07:00", 4, "2026-01-06 12:00")]
    [InlineData("2026-01-05 20:00", 15, "2026-01-07 09:00")]
    [InlineData("2026-01-05 20:00", 0, "2026-01-05 20:00")]
    [InlineData("2026-01-05 22:00", 0, "2026-01-06 08:00")]
    public void A_wait_stands_still_at_night(string from, int hours, string over) =>
        Assert.Equal(At(over), Waits.After(At(from), Duration.FromHours(hours), NineToEight, Pacific));

    [Fact]
    public void A_wait_that_is_used_up_as_the_night_begins_is_over_in_the_morning() =>
        Assert.Equal(At("2026-01-06 08:00"), Waits.After(At("2026-01-05 17:00"), Duration.FromHours(4), NineToEight, Pacific));

    [Theory]
    [InlineData("2026-03-07 20:00", "2026-03-08 11:00")]
    [InlineData("2026-10-31 20:00", "2026-11-01 11:00")]
    public void A_wait_over_a_clock_change_goes_on_when_the_clock_says_morning(string from, string over) =>
        Assert.Equal(At(over), Waits.After(At(from), Duration.FromHours(4), NineToEight, Pacific));

    [Fact]
    public void Quiet_hours_that_are_none_hold_nothing_up()
    {
        var none = new QuietHours(new LocalTime(8, 0), new LocalTime(8, 0));

        Assert.Equal(At("2026-01-06 02:00"), Waits.After(At("2026-01-05 22:00"), Duration.FromHours(4), none, Pacific));
    }
}
