using Curbside.Consults;
using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Time;

public class PromisesTests
{
    [Fact]
    public void A_fixed_wait_counts_from_asking_at_any_hour() =>
        Assert.Equal(At("2026-01-05 03:15"), Promises.For(new PromiseRule.After(Duration.FromMinutes(15)), At("2026-01-05 03:00"), Pacific));

    [Theory]
    [InlineData("2026-01-05 08:00", "2026-01-05 12:00")]
    [InlineData("2026-01-05 13:00", "2026-01-05 17:00")]
    [InlineData("2026-01-05 16:30", "2026-01-05 20:30")]
    [InlineData("2026-01-05 16:31", "2026-01-05 20:30")]
    [InlineData("2026-01-05 19:30", "2026-01-05 20:30")]
    [InlineData("2026-01-05 19:31", "2026-01-06 10:00")]
    [InlineData("2026-01-05 23:59", "2026-01-06 10:00")]
    [InlineData("2026-01-06 00:00", "2026-01-06 10:00")]
    [InlineData("2026-01-06 02:00", "2026-01-06 10:00")]
    [InlineData("2026-01-06 07:59", "2026-01-06 10:00")]
    public void Today_is_four_hours_but_not_at_night(string asked, string promised) =>
        Assert.Equal(At(promised), Promises.For(SameDay, At(asked), Pacific));

    [Theory]
    [InlineData("2026-03-08 00:30", "2026-03-08 10:00")]
    [InlineData("2026-03-07 22:00", "2026-03-08 10:00")]
    [InlineData("2026-10-31 22:00", "2026-11-01 10:00")]
    public void The_next_morning_is_by_the_clock_that_holds_then(string asked, string promised) =>
        Assert.Equal(At(promised), Promises.For(SameDay, At(asked), Pacific));

    [Theory]
    [InlineData("2026-01-05 09:00", "2026-01-07 17:00")] // Monday: Wednesday
    [InlineData("2026-01-07 23:59", "2026-01-09 17:00")] // Wednesday: Friday
    [InlineData("2026-01-08 09:00", "2026-01-12 17:00")] // Thursday: Monday
    [InlineData("2026-01-09 09:00", "2026-01-13 17:00")] // Friday: Tuesday
    [InlineData("2026-01-10 09:00", "2026-01-13 17:00")] // Saturday: Tuesday
    [InlineData("2026-01-11 09:00", "2026-01-13 17:00")] // Sunday: Tuesday
    [InlineData("2026-03-05 09:00", "2026-03-09 17:00")] // Over the weekend on which the clocks go forward,
    [InlineData("2026-10-29 09:00", "2026-11-02 17:00")] // and over the one on which they go back.
    public void This_week_is_the_second_weekday_after(string asked, string promised) =>
        Assert.Equal(At(promised), Promises.For(SecondWeekday, At(asked), Pacific));

    [Fact]
    public void The_day_of_asking_is_that_of_the_practice() =>
        Assert.Equal(
            At("2026-01-07 17:00", Pacific),
            Promises.For(SecondWeekday, At("2026-01-06 01:00", Eastern), Pacific));
}
