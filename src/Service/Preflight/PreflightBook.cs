using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>The preflight of the roster and policy that are loaded, looked at anew when one of them or the hour is another.</summary>
/// <param name="sightings">Null on a host that is connected with nobody.</param>
public sealed class PreflightBook(PeopleBook people, PolicyBook policies, IClock clock, SightingBook? sightings = null)
{
    private readonly Lock _gate = new();
    private Task<PreflightReport>? _look;
    private Look? _last;

    /// <summary>
    /// However many ask at once, it is looked at once: anybody may ask, and a store that does not answer is not to be asked again by each of them.
    /// </summary>
    /// <returns>Fails as the store does.</returns>
    public Task<PreflightReport> CurrentAsync()
    {
        lock (_gate)
        {
            return _look is { IsCompleted: false } ? _look : _look = Task.Run(LookAsync);
        }
    }

    private async Task<PreflightReport> LookAsync()
    {
        var (roster, policy, now) = (await people.CurrentAsync(), await policies.CurrentAsync(), clock.GetCurrentInstant());
        var seen = sightings is null ? null : await sightings.CurrentAsync();
        var hour = now.ToUnixTimeSeconds() / NodaConstants.SecondsPerHour;
        if (_last is not { } last || last.Roster != roster || last.Policy != policy || last.Seen != seen || last.Hour != hour)
        {
            _last = last = new Look(roster, policy, seen, hour, PreflightReport.Of(roster.Present, policy, now, seen));
        }

        return last.Report;
    }

    private sealed record Look(
        Roster Roster, Policy Policy, ImmutableDictionary<Sighting, Instant>? Seen, long Hour, PreflightReport Report);
}
