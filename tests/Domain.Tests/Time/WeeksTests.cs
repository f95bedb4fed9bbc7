using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Time;

public class WeeksTests
{
    [Theory]
    [InlineData("2026-01-05 00:00", "2026-01-05 00:00")]
    [InlineData("2026-01-08 12:00", "2026-01-05 00:00")]
    [InlineData("2026-01-11 23:59", "2026-01-05 00:00")]
    [InlineData("2026-03-08 12:00", "2026-03-02 00:00")]
    [InlineData("2026-11-01 12:00", "2026-10-26 00:00")]
    public void A_week_starts_on_Monday_at_midnight(string at, string start) => Assert.Equal(At(start), Weeks.StartOf(At(at), Pacific));

    [Fact]
    public void The_same_instant_is_in_another_week_elsewhere()
    {
        var at = At("2026-01-11 22:00", Pacific); // Monday 01:00 in New York.

        Assert.Equal(At("2026-01-05 00:00", Pacific), Weeks.StartOf(at, Pacific));
        Assert.Equal(At("2026-01-12 00:00", Eastern), Weeks.StartOf(at, Eastern));
    }

    [Fact]
    public void A_week_is_an_hour_shorter_or_longer_when_the_clocks_change()
    {
        var spring = Weeks.Between(At("2026-03-04 12:00"), At("2026-03-10 12:00"), Pacific).Select(week => week.Duration.TotalHours);
        var autumn = Weeks.Between(At("2026-10-28 12:00"), At("2026-11-03 12:00"), Pacific).Select(week => week.Duration.TotalHours);

        Assert.Equal([167, 168], spring);
        Assert.Equal([169, 168], autumn);
    }

    [Fact]
    public void A_stretch_that_ends_as_a_week_begins_does_not_touch_it() =>
        Assert.Equal(
            [new Interval(At("2026-01-05 00:00"), At("2026-01-12 00:00"))],
            Weeks.Between(At("2026-01-10 12:00"), At("2026-01-12 00:00"), Pacific));
}
