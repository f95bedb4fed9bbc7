using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Sample;

namespace Curbside.Tests.Time;

public class EveningTests
{
    [Theory]
    [InlineData("2026-01-05 11:00", "2026-01-05 19:00")]
    [InlineData("2026-01-05 18:30", "2026-01-05 19:00")]
    [InlineData("2026-01-05 18:31", "2026-01-05 19:31")]
    [InlineData("2026-01-05 19:59", "2026-01-05 20:59")]
    [InlineData("2026-01-05 20:30", "2026-01-05 20:59")] // An hour later would be quiet, so the last minute before,
    [InlineData("2026-01-05 20:59", "2026-01-06 08:00")] // unless the consult was not over by then.
    [InlineData("2026-01-05 23:30", "2026-01-06 08:00")]
    [InlineData("2026-01-06 02:00", "2026-01-06 19:00")]
    [InlineData("2026-03-08 12:00", "2026-03-08 19:00")]
    [InlineData("2026-10-31 23:30", "2026-11-01 08:00")]
    public void A_check_in_comes_the_same_evening_and_never_at_night(string ended, string asked) =>
        Assert.Equal(At(asked), Evening.CheckInAfter(At(ended), new LocalTime(19, 0), NineToEight, Pacific));
}
