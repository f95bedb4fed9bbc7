using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Time;

public class LocalTimesTests
{
    [Fact]
    public void An_ordinary_time_names_one_instant() =>
        Assert.Equal(
            new LocalTimeReading.One(Instant.FromUtc(2026, 1, 5, 23, 0)),
            LocalTimes.Resolve(new LocalDateTime(2026, 1, 5, 15, 0), Pacific));

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(59)]
    public void A_skipped_time_names_the_moment_of_the_change(int minute) =>
        Assert.Equal(
            new LocalTimeReading.Skipped(new LocalDateTime(2026, 3, 8, 3, 0)),
            LocalTimes.Resolve(new LocalDateTime(2026, 3, 8, 2, minute), Pacific));

    [Fact]
    public void A_time_that_comes_twice_names_both() =>
        Assert.Equal(
            new LocalTimeReading.Twice(Instant.FromUtc(2026, 11, 1, 8, 30), Instant.FromUtc(2026, 11, 1, 9, 30)),
            LocalTimes.Resolve(new LocalDateTime(2026, 11, 1, 1, 30), Pacific));

    [Fact]
    public void The_ends_of_both_changes_are_ordinary_times()
    {
        Assert.IsType<LocalTimeReading.One>(LocalTimes.Resolve(new LocalDateTime(2026, 3, 8, 1, 59), Pacific));
        Assert.IsType<LocalTimeReading.One>(LocalTimes.Resolve(new LocalDateTime(2026, 3, 8, 3, 0), Pacific));
        Assert.IsType<LocalTimeReading.One>(LocalTimes.Resolve(new LocalDateTime(2026, 11, 1, 0, 59), Pacific));
        Assert.IsType<LocalTimeReading.One>(LocalTimes.Resolve(new LocalDateTime(2026, 11, 1, 2, 0), Pacific));
    }

    [Fact]
    public void A_zone_without_clock_changes_has_every_time_once() =>
        Assert.Equal(
            new LocalTimeReading.One(Instant.FromUtc(2026, 3, 8, 9, 30)),
            LocalTimes.Resolve(new LocalDateTime(2026, 3, 8, 2, 30), DateTimeZoneProviders.Tzdb["America/Phoenix"]));
}
