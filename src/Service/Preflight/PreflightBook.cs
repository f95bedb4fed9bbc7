using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>The preflight of the roster and policy that are loaded, looked at anew when one of them or the hour is another.</summary>
/// <param name="sightings">Null on a host that is connected with nobody.</param>
public sealed class PreflightBook(PeopleBook people, PolicyBook policies, IClock clock, SightingBook? sightings = null)
{
    private const int MostLooks = 2;

    private readonly Lock _gate = new();
    private Task<PreflightReport>? _look;
    private (Loaded At, PreflightReport Report)? _last;

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
        // Whoever has changed something meanwhile, and joins in, is not to see what was before. Where changes never cease, what is seen last is good enough.
        for (var looks = 0; ; looks++)
        {
            var now = await NowAsync();
            if (looks == MostLooks || _last?.At == now)
            {
                return _last!.Value.Report;
            }

            _last = (now, PreflightReport.Of(now.Roster.Present, now.Policy, clock.GetCurrentInstant(), now.Seen));
        }
    }

    private async Task<Loaded> NowAsync() => new(
        await people.CurrentAsync(),
        await policies.CurrentAsync(),
        sightings is null ? null : await sightings.CurrentAsync(),
        clock.GetCurrentInstant().ToUnixTimeSeconds() / NodaConstants.SecondsPerHour);

    /// <summary>What is looked at; each is another object when it has changed.</summary>
    private sealed record Loaded(Roster Roster, Policy Policy, ImmutableDictionary<Sighting, Instant>? Seen, long Hour);
}
