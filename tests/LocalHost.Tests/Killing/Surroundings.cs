using NodaTime;

namespace Curbside.LocalHost.Killing;

/// <summary>What happens beside the texting: time passes, and phones get out of reach and back.</summary>
internal sealed class Surroundings(int seed, World world)
{
    /// <summary>Rows of events are kept for 30 days, and what is checked at the end must still be there.</summary>
    private static readonly Duration LongestRun = Duration.FromDays(25);

    private readonly Random _random = new(seed);
    private Duration _passed;

    public async Task LiveAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(_random.Next(20, 150), CancellationToken.None);
            if (_random.Next(4) == 0)
            {
                await world.SetReachableAsync(Crowd.Everybody[_random.Next(Crowd.Everybody.Count)].Phone, _random.Next(2) == 0);
            }
            else if (NextStep() is var step && _passed + step < LongestRun)
            {
                _passed += step;
                await world.AdvanceAsync(step);
            }
        }

        foreach (var member in Crowd.Everybody)
        {
            await world.SetReachableAsync(member.Phone, true);
        }
    }

    /// <summary>Mostly minutes, so that people answer in time; sometimes hours, for reminders; now and then days, for what comes after.</summary>
    private Duration NextStep() => _random.Next(20) switch
    {
        < 13 => Duration.FromMinutes(_random.Next(1, 10)),
        < 18 => Duration.FromMinutes(_random.Next(20, 120)),
        _ => Duration.FromHours(_random.Next(10, 80)),
    };
}
