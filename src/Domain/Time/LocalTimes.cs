using NodaTime;
using NodaTime.TimeZones;

namespace Curbside.Time;

/// <summary>What a local date and time means in a zone whose clocks change.</summary>
public static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver Earlier =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver Later =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    public static LocalTimeReading Resolve(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            // Both ends of the gap are one instant: that of the change, which the clocks show as the end of the gap.
            0 => new LocalTimeReading.Skipped(mapping.LateInterval.IsoLocalStart),
            1 => new LocalTimeReading.One(mapping.Single().ToInstant()),
            _ => new LocalTimeReading.Twice(mapping.First().ToInstant(), mapping.Last().ToInstant()),
        };
    }

    /// <summary>When the clocks first show that time or, where they skip it, pass over it.</summary>
    public static Instant First(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Earlier).ToInstant();

    /// <summary>When the clocks last show that time or, where they skip it, pass over it.</summary>
    public static Instant Last(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Later).ToInstant();
}
