using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>The preflight of the roster and policy that are loaded, looked at anew when one of them or the hour is another.</summary>
public sealed class PreflightBook(PeopleBook people, PolicyBook policies, IClock clock)
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
        var hour = now.ToUnixTimeSeconds() / NodaConstants.SecondsPerHour;
        if (_last is not { } last || last.Roster != roster || last.Policy != policy || last.Hour != hour)
        {
            _last = last = new Look(roster, policy, hour, PreflightReport.Of(roster.Present, policy, now));
        }

        return last.Report;
    }

    private sealed record Look(Roster Roster, Policy Policy, long Hour, PreflightReport Report);
}
