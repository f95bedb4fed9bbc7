using NodaTime;

namespace Curbside.Time;

/// <summary>The instants that a local date and time names: one as a rule, none or two where the clocks change.</summary>
public abstract record LocalTimeReading
{
    private LocalTimeReading()
    {
    }

    public sealed record One(Instant At) : LocalTimeReading;

    /// <summary>The clocks pass over it; <paramref name="Nearest"/> is the time that they show at that moment.</summary>
    public sealed record Skipped(LocalDateTime Nearest) : LocalTimeReading;

    /// <summary>The clocks show it twice.</summary>
    public sealed record Twice(Instant Earlier, Instant Later) : LocalTimeReading;
}
