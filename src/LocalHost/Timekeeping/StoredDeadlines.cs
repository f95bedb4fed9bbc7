using Curbside.Consults;
using Curbside.Timekeeping;
using NodaTime;

namespace Curbside.LocalHost.Timekeeping;

/// <summary>
/// Deadlines are kept with what they belong to, where <see cref="TimekeepingLoop"/> or a manual clock finds them, so on one machine there is nothing
/// to tell anybody.
/// </summary>
internal sealed class StoredDeadlines : ITimekeeper
{
    public Task WakeAtAsync(ConsultId consult, Instant? at) => Task.CompletedTask;
}
