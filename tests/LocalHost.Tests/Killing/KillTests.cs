using System.Globalization;
using Curbside.LocalHost.Storage;
using NodaTime;
using Xunit.Abstractions;

namespace Curbside.LocalHost.Killing;

/// <summary>
/// The program is killed again and again while many people text, time passes and phones get out of reach, and is started again on the same data. Whatever it
/// acknowledged is still there in the end, nothing was sent twice, and nobody is in two consults at once.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 40;

    /// <summary>Fewer would be no load. A machine that is busy with something else is killed more often until there was as much, but not for ever.</summary>
    private const int TextsWanted = 10 * Kills;
    private const int MostKills = 4 * Kills;

    /// <summary>One kill in this many comes while the program is still starting, which is when it mends what the last one left.</summary>
    private const int StartsKilled = 4;

    private const int ComplaintsShown = 20;

    /// <summary>Repeats the choices of a run; when the process is where is up to the machine.</summary>
    private const string SeedVariable = "CURBSIDE_KILL_SEED";

    [Fact]
    public async Task What_was_acknowledged_survives_being_killed_and_nothing_is_sent_or_booked_twice()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"{SeedVariable}={seed}");
        using var folder = new TemporaryFolder();
        var roster = folder.PathOf("roster.csv");
        await File.WriteAllTextAsync(roster, Crowd.Csv());
        var data = folder.PathOf("data");
        var ledger = new Ledger();
        using (var host = new HostProcess(data, roster, ledger))
        using (var world = new World(host, ledger))
        {
            await LiveAndDieAsync(seed, host, world, ledger);
            await SettleAsync(world, ledger);
        }

        new Aftermath(ledger, await Evidence.ReadAsync(data)).Check();
        output.WriteLine($"At least {Kills} kills, {ledger.Texts.Count} texts and {ledger.Forms.Count} forms acknowledged");
        Assert.True(ledger.Texts.Count > TextsWanted, $"Only {ledger.Texts.Count} texts were acknowledged: there was no load.");
        Assert.True(
            ledger.Complaints.Count == 0,
            $"{SeedVariable}={seed}, {ledger.Complaints.Count} complaints:\n{string.Join("\n\n", ledger.Complaints.Take(ComplaintsShown))}");
    }

    private static async Task LiveAndDieAsync(int seed, HostProcess host, World world, Ledger ledger)
    {
        var random = new Random(seed);
        using var enough = new CancellationTokenSource();
        var living = Crowd.Everybody.Select(member => new Texter(member, random.Next(), world, ledger).LiveAsync(enough.Token))
            .Append(new Surroundings(random.Next(), world).LiveAsync(enough.Token)).ToList();
        for (var kill = 0; kill < Kills || (ledger.Texts.Count <= TextsWanted && kill < MostKills); kill++)
        {
            host.Start();
            if (random.Next(StartsKilled) > 0)
            {
                await host.StartedAsync();
                Bookings.Check(await world.ConsultsAsync(), ledger);
            }

            await Task.Delay(random.Next(50, 400));
            await Task.WhenAll(living.Where(life => life.IsFaulted));
            ledger.Note($"killed for the {kill + 1}. time", "host");
            host.Kill();
        }

        host.Start();
        await host.StartedAsync();
        await enough.CancelAsync();
        await Task.WhenAll(living);
    }

    /// <summary>Nothing new comes, and time passes until whatever was claimed is looked after; then every webhook is delivered once more.</summary>
    private static async Task SettleAsync(World world, Ledger ledger)
    {
        await world.AdvanceAsync(Duration.FromMinutes(2));
        foreach (var (text, twiML) in ledger.Texts.ToList())
        {
            var again = await world.DeliverAsync(text);
            if (again != twiML)
            {
                ledger.Complain($"{text.Sid} again was answered with\n{again}\nand not with\n{twiML}", text.Phone);
            }
        }

        await world.AdvanceAsync(Duration.Zero);
        Bookings.Check(await world.ConsultsAsync(), ledger);
    }
}
