using System.Globalization;
using Curbside.Messages;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Tests.Messages;

public class SpokenTimeTests
{
    [Theory]
    [InlineData("America/Los_Angeles", "today 3:30p PT")]
    [InlineData("America/Denver", "today 4:30p MT")]
    [InlineData("America/Phoenix", "today 4:30p MT")]
    [InlineData("America/Chicago", "today 5:30p CT")]
    [InlineData("America/New_York", "today 6:30p ET")]
    [InlineData("America/Anchorage", "today 2:30p AKT")]
    [InlineData("Pacific/Honolulu", "today 1:30p HT")]
    [InlineData("America/Puerto_Rico", "today 7:30p")]
    [InlineData("Asia/Shanghai", "today 7:30a")]
    [InlineData("Asia/Manila", "today 7:30a")]
    [InlineData("UTC", "today 11:30p")]
    public void A_time_is_told_in_the_readers_own_zone(string zone, string spoken) =>
        Assert.Equal(spoken, SpokenTime.At(At("2026-01-05T23:30Z"), Zone(zone), At("2026-01-05T21:00Z")));

    [Theory]
    [InlineData("America/Los_Angeles", "today 4:30p PT")]
    [InlineData("America/Denver", "today 5:30p MT")]
    [InlineData("America/Chicago", "today 6:30p CT")]
    [InlineData("America/New_York", "today 7:30p ET")]
    public void The_suffix_is_the_same_in_summer(string zone, string spoken) =>
        Assert.Equal(spoken, SpokenTime.At(At("2026-07-06T23:30Z"), Zone(zone), At("2026-07-06T21:00Z")));

    [Theory]
    [InlineData("2026-01-05T18:00", "today 6:00p", "6:00p")]
    [InlineData("2026-01-05T12:00", "today 12:00p", "12:00p")]
    [InlineData("2026-01-05T23:59", "today 11:59p", "11:59p")]
    [InlineData("2026-01-06T00:00", "tomorrow 12:00a", "tomorrow 12:00a")]
    [InlineData("2026-01-06T09:05", "tomorrow 9:05a", "tomorrow 9:05a")]
    [InlineData("2026-01-07T09:00", "wed 9:00a", "wed 9:00a")]
    [InlineData("2026-01-11T14:00", "sun 2:00p", "sun 2:00p")]
    [InlineData("2026-01-12T09:00", "mon 1/12 9:00a", "mon 1/12 9:00a")]
    [InlineData("2026-01-04T09:00", "sun 1/4 9:00a", "sun 1/4 9:00a")]
    public void The_day_is_named_as_seen_from_Monday_at_five(string local, string choice, string by)
    {
        var zone = Zone("America/Chicago");
        var time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value.InZoneStrictly(zone).ToInstant();
        var now = new LocalDateTime(2026, 1, 5, 17, 0).InZoneStrictly(zone).ToInstant();
        Assert.Equal(choice, SpokenTime.Choice(time, zone, now));
        Assert.Equal(by, SpokenTime.By(time, zone, now));
    }

    [Theory]
    [InlineData("America/Los_Angeles", "today 10:30p")]
    [InlineData("America/Denver", "today 11:30p")]
    [InlineData("America/Chicago", "today 12:30a")]
    [InlineData("America/New_York", "today 1:30a")]
    public void Midnight_is_the_readers_own(string zone, string spoken) =>
        Assert.Equal(spoken, SpokenTime.Choice(At("2026-01-06T06:30Z"), Zone(zone), At("2026-01-06T06:00Z")));

    [Fact]
    public void Half_an_hour_may_be_tomorrow() =>
        Assert.Equal("tomorrow 12:15a", SpokenTime.By(At("2026-01-06T08:15Z"), Zone("America/Los_Angeles"), At("2026-01-06T07:45Z")));

    [Theory]
    [InlineData("2026-03-08T09:59Z", "today 1:59a PT")]
    [InlineData("2026-03-08T10:00Z", "today 3:00a PT")]
    [InlineData("2026-03-09T06:30Z", "today 11:30p PT")]
    [InlineData("2026-03-09T07:00Z", "tomorrow 12:00a PT")]
    public void The_day_on_which_clocks_go_forward_is_23_hours_long(string time, string spoken) =>
        Assert.Equal(spoken, SpokenTime.At(At(time), Zone("America/Los_Angeles"), At("2026-03-08T08:00Z")));

    [Theory]
    [InlineData("2026-11-01T08:30Z", "today 1:30a PT")]
    [InlineData("2026-11-01T09:30Z", "today 1:30a PT")]
    [InlineData("2026-11-02T07:30Z", "today 11:30p PT")]
    [InlineData("2026-11-02T08:00Z", "tomorrow 12:00a PT")]
    public void The_day_on_which_clocks_go_back_is_25_hours_long(string time, string spoken) =>
        Assert.Equal(spoken, SpokenTime.At(At(time), Zone("America/Los_Angeles"), At("2026-11-01T07:00Z")));

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static Instant At(string utc) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));
}
