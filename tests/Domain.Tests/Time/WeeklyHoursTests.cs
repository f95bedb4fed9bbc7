using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Tests.Time;

public class WeeklyHoursTests
{
    private static readonly DateTimeZone Pacific = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    [Fact]
    public void Hours_are_open_from_their_start_until_just_before_their_end()
    {
        var hours = WeeklyHours.Parse("Mon-Fri 09:00-17:00; Sat 10:00-12:00");

        Assert.False(hours.IsOpen(At("2026-01-05T08:59"), Pacific));
        Assert.True(hours.IsOpen(At("2026-01-05T09:00"), Pacific));
        Assert.True(hours.IsOpen(At("2026-01-09T16:59"), Pacific));
        Assert.False(hours.IsOpen(At("2026-01-09T17:00"), Pacific));
        Assert.True(hours.IsOpen(At("2026-01-10T11:00"), Pacific));
        Assert.False(hours.IsOpen(At("2026-01-11T11:00"), Pacific));
    }

    [Fact]
    public void Hours_that_end_before_they_start_run_into_the_next_day() => Assert.Equal(
        ["2026-01-09T22:00 2026-01-10T06:00"], Between("Fri 22:00-06:00", "2026-01-05T00:00", "2026-01-12T00:00"));

    [Fact]
    public void A_night_that_began_before_the_week_asked_about_is_found() => Assert.Equal(
        ["2026-01-05T00:00 2026-01-05T06:00", "2026-01-11T22:00 2026-01-12T00:00"],
        Between("Sun 22:00-06:00", "2026-01-05T00:00", "2026-01-12T00:00"));

    [Fact]
    public void Hours_that_end_when_they_start_are_a_whole_day() => Assert.Equal(
        ["2026-01-05T09:00 2026-01-06T09:00"], Between("Mon 09:00-09:00", "2026-01-05T00:00", "2026-01-12T00:00"));

    [Theory]
    [InlineData("Mon 20:00-24:00")]
    [InlineData("Mon 20:00-00:00")]
    [InlineData("Mon 20:00-0:00")]
    public void Midnight_ends_a_day(string hours) => Assert.Equal(
        ["2026-01-05T20:00 2026-01-06T00:00"], Between(hours, "2026-01-05T00:00", "2026-01-12T00:00"));

    [Fact]
    public void Always_is_one_stretch() => Assert.Equal(
        ["2026-01-05T07:00 2026-01-30T01:00"], Between("Mon-Sun 00:00-24:00", "2026-01-05T07:00", "2026-01-30T01:00"));

    [Theory]
    [InlineData("Sat-Mon 10:00-11:00")]
    [InlineData("sat,sun,mon 10:00-11:00")]
    [InlineData("Mon,Sat-Sun 10:00-11:00")]
    [InlineData("Saturday-Monday 10:00-11:00")]
    [InlineData("Mon 10:00-11:00;Sat-Sun 10:00-11:00;")]
    public void Days_wrap_around_the_week_and_may_be_listed_or_written_out(string hours) => Assert.Equal(
        ["2026-01-05T10:00 2026-01-05T11:00", "2026-01-10T10:00 2026-01-10T11:00", "2026-01-11T10:00 2026-01-11T11:00"],
        Between(hours, "2026-01-05T00:00", "2026-01-12T00:00"));

    [Fact]
    public void Stretches_that_touch_or_overlap_are_merged_and_others_are_not() => Assert.Equal(
        ["2026-01-05T09:00 2026-01-05T14:00", "2026-01-05T15:00 2026-01-05T16:00"],
        Between("Mon 15:00-16:00; Mon 12:00-14:00; Mon 09:00-12:00; Mon 10:00-11:00", "2026-01-05T00:00", "2026-01-06T00:00"));

    [Fact]
    public void Stretches_are_cut_to_what_was_asked() => Assert.Equal(
        ["2026-01-05T10:30 2026-01-05T11:00"], Between("Mon 09:00-17:00", "2026-01-05T10:30", "2026-01-05T11:00"));

    [Fact]
    public void Nothing_is_open_in_no_time() => Assert.Empty(Between("Mon 09:00-17:00", "2026-01-05T10:30", "2026-01-05T10:30"));

    [Fact]
    public void A_night_is_an_hour_shorter_when_clocks_go_forward()
    {
        var night = Assert.Single(WeeklyHours.Parse("Sat 22:00-06:00").Between(At("2026-03-07T12:00"), At("2026-03-08T12:00"), Pacific));

        Assert.Equal(Duration.FromHours(7), night.Duration);
        Assert.Equal(At("2026-03-08T06:00"), night.End);
    }

    [Fact]
    public void A_night_is_an_hour_longer_when_clocks_go_back()
    {
        var night = Assert.Single(WeeklyHours.Parse("Sat 22:00-06:00").Between(At("2026-10-31T12:00"), At("2026-11-01T12:00"), Pacific));

        Assert.Equal(Duration.FromHours(9), night.Duration);
        Assert.Equal(At("2026-11-01T06:00"), night.End);
    }

    [Theory]
    [InlineData("Sun 01:00-02:30", "2026-03-08T01:00 2026-03-08T03:00")]
    [InlineData("Sun 02:30-03:15", "2026-03-08T03:00 2026-03-08T03:15")]
    public void Hours_end_or_begin_at_the_change_where_the_clock_skips_them(string hours, string stretch) => Assert.Equal(
        [stretch], Between(hours, "2026-03-08T00:00", "2026-03-08T12:00"));

    [Fact]
    public void Hours_that_the_clock_skips_whole_are_not_open() => Assert.Empty(Between("Sun 02:15-02:45", "2026-03-08T00:00", "2026-03-08T12:00"));

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_ends_and_begins_stretches()
    {
        var (midnight, noon) = (At("2026-11-01T00:00"), At("2026-11-01T12:00"));

        Assert.Equal(Duration.FromMinutes(90), Open("Sun 00:00-01:30"));
        Assert.Equal(Duration.FromMinutes(210), Open("Sun 01:30-04:00"));
        Assert.Equal(Duration.FromHours(5), Open("Sun 00:00-01:30; Sun 01:30-04:00"));

        Duration Open(string hours) => Assert.Single(WeeklyHours.Parse(hours).Between(midnight, noon, Pacific)).Duration;
    }

    [Theory]
    [InlineData("Mon")]
    [InlineData("09:00-17:00")]
    [InlineData("Mo 09:00-17:00")]
    [InlineData("Monkey 09:00-17:00")]
    [InlineData("Mon- 09:00-17:00")]
    [InlineData("Mon-Wed-Fri 09:00-17:00")]
    [InlineData("Mon 9-17")]
    [InlineData("Mon 09:00")]
    [InlineData("Mon 24:00-06:00")]
    [InlineData("Mon 09:00-24:30")]
    [InlineData("Mon 09:60-10:00")]
    [InlineData("Mon 09:00 - 17:00")]
    public void What_is_not_hours_is_told_with_how_to_write_them(string part)
    {
        Assert.False(WeeklyHours.TryParse($"Tue 10:00-12:00; {part}", out _, out var error));
        Assert.Equal($"\"{part}\" is not hours; write them like Mon-Fri 09:00-17:00, and put ; between several", error);
        Assert.Throws<FormatException>(() => WeeklyHours.Parse(part));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ; ")]
    public void No_hours_are_never_open(string? text)
    {
        Assert.True(WeeklyHours.TryParse(text, out var hours, out _));
        Assert.True(hours.IsEmpty);
        Assert.Equal(WeeklyHours.None, hours);
        Assert.False(hours.IsOpen(At("2026-01-05T10:00"), Pacific));
    }

    [Fact]
    public void Hours_are_equal_when_they_open_alike_and_are_shown_as_they_were_written()
    {
        var hours = WeeklyHours.Parse(" Mon-Tue 09:00-17:00 ");

        Assert.Equal(WeeklyHours.Parse("Mon,Tuesday 9:00-17:00"), hours);
        Assert.Equal(WeeklyHours.Parse("Mon,Tuesday 9:00-17:00").GetHashCode(), hours.GetHashCode());
        Assert.NotEqual(WeeklyHours.Parse("Mon-Tue 09:00-16:00"), hours);
        Assert.Equal("Mon-Tue 09:00-17:00", hours.ToString());
    }

    private static IEnumerable<string> Between(string hours, string from, string to) => WeeklyHours.Parse(hours)
        .Between(At(from), At(to), Pacific)
        .Select(open => $"{Local(open.Start)} {Local(open.End)}");

    private static Instant At(string local) => Minute.Parse(local).Value.InZoneStrictly(Pacific).ToInstant();

    private static string Local(Instant at) => Minute.Format(at.InZone(Pacific).LocalDateTime);
}
