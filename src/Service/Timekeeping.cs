using Curbside.Consults;
using NodaTime;

namespace Curbside.Timekeeping;

/// <summary>Wakes consults at their deadlines: durable orchestrations in Azure, a loop over SQLite on one machine.</summary>
public interface ITimekeeper
{
    /// <summary>
    /// The consult wants attention at this time; null for never again. A hint, and never the only record: the deadline is stored with the consult's state,
    /// so a lost, late or repeated call does no harm.
    /// </summary>
    Task WakeAtAsync(ConsultId consult, Instant? at);
}
