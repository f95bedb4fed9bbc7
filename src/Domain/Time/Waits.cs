using NodaTime;

namespace Curbside.Time;

/// <summary>Waits that may stand still while people sleep.</summary>
public static class Waits
{
    /// <returns>
    /// When the wait is over. With quiet hours to skip it is never in them: a wait that is used up just as a night begins is over when it ends.
    /// </returns>
    /// <param name="skip">Hours that do not count; null where all do.</param>
    public static Instant After(Instant from, Duration wait, QuietHours? skip, DateTimeZone zone)
    {
        if (skip is null)
        {
            return from + wait;
        }

        var at = skip.NextAllowed(from, zone);
        var left = wait;
        while (skip.Between(at, at + left + Duration.Epsilon, zone).All is [var night, ..])
        {
            left -= night.Start - at;
            at = skip.NextAllowed(night.Start, zone);
        }

        return at + left;
    }
}
