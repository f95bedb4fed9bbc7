using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Demo;
using Curbside.LocalHost.Storage;

namespace Curbside.LocalHost.Host;

public sealed class RestartTests
{
    [Fact]
    public async Task Everything_is_as_it_was()
    {
        string[] paths =
        [
            "/local/consults", "/local/clock", $"/local/phones/{RunningHost.Maya}/messages", $"/local/phones/{RunningHost.Noor}/messages",
        ];
        using var folder = new TemporaryFolder();
        string twiML;
        string[] before;
        await using (var host = await RunningHost.StartAsync(folder))
        {
            twiML = await host.TextAsync(RunningHost.Stranger, "SM1", "hello");
            await host.MayaAsksAsync();
            await host.AdvanceAsync("00:10:00");
            before = await Task.WhenAll(paths.Select(host.GetAsync));
        }

        await using var again = await RunningHost.StartAsync(folder);

        Assert.Equal(before, await Task.WhenAll(paths.Select(again.GetAsync)));
        Assert.Equal(twiML, await again.TextAsync(RunningHost.Stranger, "SM1", "hello"));
        Assert.Equal(2, (await again.ThreadAsync(RunningHost.Stranger)).Length);
    }

    [Fact]
    public async Task Time_goes_on_for_what_was_asked_before()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await RunningHost.StartAsync(folder))
        {
            await host.MayaAsksAsync();
        }

        await using var again = await RunningHost.StartAsync(folder);
        await again.AdvanceAsync("00:30:00");
        Assert.Contains("\"wave\":2", await again.GetAsync("/local/consults"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_nobody_was_told_of_is_told_after_the_start()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await RunningHost.StartAsync(folder))
        {
            await host.MayaAsksAsync();
            await host.AdvanceAsync("00:00:00");
        }

        // As if the program had been killed after the carrier took a text and before it told what became of it.
        using (var data = DataFolder.Open(folder.PathOf("data")))
        using (var carrier = CarrierDatabase.Open(data))
        {
            new TextTable(carrier).AddOutgoing(RunningHost.Noor, "m-1", "Hello", arrived: true, "delivered", default);
        }

        await using var again = await RunningHost.StartAsync(folder);
        await again.GetAsync("/local/consults");
        Assert.Empty(again.Get<TextTable>().Owed(10));
    }

    [Fact]
    public async Task A_roster_that_was_put_stays()
    {
        using var folder = new TemporaryFolder();
        var headerAndMaya = string.Join('\n', DemoRoster.Csv().Split('\n').Take(2)) + "\n";
        var alone = headerAndMaya.Replace("+14155550103", "", StringComparison.Ordinal);
        await using (var host = await RunningHost.StartAsync(folder))
        {
            using var put = await host.Client.PutAsync("/manage/roster", new StringContent(alone));
            Assert.Equal("""{"people":1}""", await put.Content.ReadAsStringAsync());
        }

        await using var again = await RunningHost.StartAsync(folder);
        var page = await again.GetAsync("/local");
        Assert.Contains("Maya Lee", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor Ng", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_files_are_imported_at_every_start()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await RunningHost.StartAsync(folder))
        {
            Assert.Contains("Noor Ng", await host.GetAsync("/local"), StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(folder.PathOf("roster.csv"), DemoRoster.Csv().Replace("Noor Ng", "Nora Ng", StringComparison.Ordinal));
        await File.WriteAllTextAsync(
            folder.PathOf("policy.json"), """{ "practice": { "name": "Hill Street", "public_url": "https://hill.example.org" } }""");
        await using var again = await RunningHost.StartAsync(
            folder, options => options with { Roster = folder.PathOf("roster.csv"), Policy = folder.PathOf("policy.json") });

        Assert.Contains("Nora Ng", await again.GetAsync("/local"), StringComparison.Ordinal);
        var practice = (await again.Get<Consults.PolicyBook>().CurrentAsync()).Practice;
        Assert.Equal(("Hill Street", "https://hill.example.org"), (practice.Name, practice.PublicUrl));
    }
}
