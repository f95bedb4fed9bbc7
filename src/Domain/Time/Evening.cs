using NodaTime;

namespace Curbside.Time;

/// <summary>When someone is asked how they are doing after a hard consult.</summary>
public static class Evening
{
    private static readonly Duration Rest = Duration.FromMinutes(30);
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <returns>
    /// The same evening or, where the consult ended less than half an hour before that or later, an hour after its end. In quiet hours that moves to
    /// the last minute before them and, where the consult was not over by then, to their end.
    /// </returns>
    /// <param name="evening">The local time of the check-in, such as 19:00.</param>
    /// <param name="zone">The zone of whoever is asked.</param>
    public static Instant CheckInAfter(Instant consultEnd, LocalTime evening, QuietHours quiet, DateTimeZone zone)
    {
        var sameEvening = LocalTimes.First(consultEnd.InZone(zone).Date.At(evening), zone);
        var wanted = consultEnd <= sameEvening - Rest ? sameEvening : consultEnd + Hour;
        var before = quiet.LastAllowed(wanted, zone);
        return before > consultEnd ? before : quiet.NextAllowed(wanted, zone);
    }
}
