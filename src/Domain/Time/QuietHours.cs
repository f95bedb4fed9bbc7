using NodaTime;

namespace Curbside.Time;

/// <summary>The hours of every night, in a person's own zone, in which they are left alone: by default from 21:00 to 08:00.</summary>
public sealed record QuietHours(LocalTime From, LocalTime To);
