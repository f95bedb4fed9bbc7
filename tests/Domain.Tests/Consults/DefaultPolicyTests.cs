using Curbside.Consults;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Consults;

/// <summary>The shipped file says what the design's table says, row by row.</summary>
public class DefaultPolicyTests
{
    private static readonly Policy Default = PolicyFile.Default;

    public static TheoryData<Kind, int> LengthsWithTime => new()
    {
        { Kind.Case, 30 },
        { Kind.Medication, 20 },
        { Kind.SecondOpinion, 45 },
        { Kind.Observation, 60 },
        { Kind.Support, 30 },
    };

    [Fact]
    public void Risk_now() =>
        Assert.Equal(new Pace(3, Minutes(3), new PromiseRule.After(Minutes(15)), Minutes(15), Minutes(5)), Default.PaceOf(Kind.Risk, Urgency.Now));

    [Fact]
    public void Risk_today() => Assert.Equal(
        new Pace(2, Minutes(10), new PromiseRule.After(Minutes(60)), Minutes(30), Minutes(10)), Default.PaceOf(Kind.Risk, Urgency.Today));

    [Fact]
    public void Risk_this_week_does_not_exist() => Assert.Null(Default.PaceOf(Kind.Risk, Urgency.ThisWeek));

    [Theory]
    [MemberData(nameof(LengthsWithTime))]
    public void Others_now(Kind kind, int _) =>
        Assert.Equal(new Pace(2, Minutes(5), new PromiseRule.After(Minutes(15)), Minutes(15), Minutes(5)), Default.PaceOf(kind, Urgency.Now));

    [Theory]
    [MemberData(nameof(LengthsWithTime))]
    public void Others_today(Kind kind, int length) => Assert.Equal(
        new Pace(
            1,
            Minutes(30),
            new PromiseRule.SameDay(Duration.FromHours(4), new LocalTime(20, 30), new LocalTime(19, 30), new LocalTime(10, 0)),
            Minutes(length),
            Minutes(60)),
        Default.PaceOf(kind, Urgency.Today));

    [Theory]
    [MemberData(nameof(LengthsWithTime))]
    public void Others_this_week(Kind kind, int length) => Assert.Equal(
        new Pace(1, Duration.FromHours(4), new PromiseRule.Weekday(2, new LocalTime(17, 0)), Minutes(length), Duration.FromHours(4))
        {
            WaitSkipsQuietHours = true,
        },
        Default.PaceOf(kind, Urgency.ThisWeek));

    [Fact]
    public void There_are_no_further_paces() => Assert.Equal(2 + (3 * 5), Default.Paces.Count);

    [Fact]
    public void Waits_and_times()
    {
        Assert.Equal(new QuietHours(new LocalTime(21, 0), new LocalTime(8, 0)), Default.QuietHours);
        Assert.Equal(Minutes(5), Default.Buffer);
        Assert.Equal(Minutes(10), Default.TalkingYetAfter);
        Assert.Equal(Minutes(5), Default.TalkingYetWait);
        Assert.Equal(Minutes(30), Default.HeldFor);
        Assert.Equal(Minutes(2), Default.HeldRiskAgainAfter);
        Assert.Equal(Minutes(5), Default.HeldRiskManagerAfter);
        Assert.Equal(Minutes(15), Default.ManagerWait);
        Assert.Equal(new LocalTime(19, 0), Default.EveningCheckIn);
        Assert.Equal(30, Default.KeepDays);
        Assert.Equal(7, Default.FollowUpDays);
    }

    [Fact]
    public void The_practice_of_the_default_is_invented()
    {
        Assert.Equal("Bay Curbside", Default.Practice.SenderName);
        Assert.Equal("Bay Curbside Counseling", Default.Practice.Name);
        Assert.Equal("America/Los_Angeles", Default.Practice.Zone.Id);
        Assert.Equal(UsState.Parse("CA"), Default.Practice.State);
        Assert.Equal("http://localhost:5080", Default.Practice.PublicUrl);
        Assert.Equal(
            ["+14155550190", "+14155550191", "+14155550192"],
            new[] { Default.Practice.BackupLine, Default.Practice.AssistanceLine, Default.Practice.OfficeLine }.Select(line => line.Value));
    }

    private static Duration Minutes(int minutes) => Duration.FromMinutes(minutes);
}
