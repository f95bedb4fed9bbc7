using Curbside.Connect;

namespace Curbside.Infra.Tests.Connect;

/// <summary>What is looked at before anything is made, and what is loaded after.</summary>
public sealed class Before_and_after
{
    [Fact]
    public async Task Everything_that_is_not_chosen_yet_is_told_at_once()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors) { ["MANAGER_EMAIL"] = null, ["EMAIL_FROM"] = null };
        var (exitCode, said) = await manager.RunAsync("ready");
        Assert.Equal(1, exitCode);
        Assert.Contains("to do    azd env set MANAGER_EMAIL pat@example.org", said, StringComparison.Ordinal);
        Assert.Contains("to do    azd env set EMAIL_FROM line@example.org", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_without_the_plan_is_told_with_those_that_have_it()
    {
        await using var vendors = await Vendors.StartAsync();
        vendors.Regions = ["East US 2", "West US 2"];
        var (exitCode, said) = await new Manager(vendors).RunAsync("ready");
        Assert.Equal(1, exitCode);
        Assert.Contains("westus3 does not offer Flex Consumption to this subscription. Choose one of these: eastus2, westus2.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_the_subscription_does_not_know_is_registered()
    {
        await using var vendors = await Vendors.StartAsync();
        vendors.Unregistered.UnionWith(["Microsoft.KeyVault", "Microsoft.App"]);
        var manager = new Manager(vendors);

        Assert.Equal(0, (await manager.RunAsync("ready")).ExitCode);
        Assert.Equal(["Microsoft.App"], vendors.Unregistered);

        manager["PRIVATE_NETWORK"] = "true";
        await manager.RunAsync("ready");
        Assert.Empty(vendors.Unregistered);
    }

    [Fact]
    public async Task Without_a_deployment_it_says_what_to_run()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors) { ["CURBSIDE_VAULT"] = null };
        Assert.Equal(((int?)1, $"to do    CURBSIDE_VAULT is not set. Run: azd provision{Environment.NewLine}"), await manager.RunAsync("connect"));
    }

    [Fact]
    public async Task What_means_nothing_is_not_run()
    {
        await using var vendors = await Vendors.StartAsync();
        Assert.Null((await new Manager(vendors).RunAsync(["roster"])).ExitCode);
        Assert.Null((await new Manager(vendors).RunAsync("conect")).ExitCode);
    }

    [Fact]
    public async Task A_roster_is_given_with_a_key_that_is_asked_for()
    {
        await using var vendors = await Vendors.StartAsync();
        using var file = new TemporaryFile("name,phone\nMaya Lee,+14155550101\n");
        var (exitCode, said) = await new Manager(vendors).RunAsync(["roster", file.Path]);
        Assert.Equal(0, exitCode);
        Assert.Equal(await File.ReadAllTextAsync(file.Path), vendors.Roster);
        Assert.DoesNotContain(Vendors.FunctionKey, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_is_refused_says_why()
    {
        await using var vendors = await Vendors.StartAsync();
        using var file = new TemporaryFile("nonsense");
        var (exitCode, said) = await new Manager(vendors).RunAsync(["roster", file.Path]);
        Assert.Equal(1, exitCode);
        Assert.Contains("Nothing was changed. The line answered 400:\nline 1: no name", said, StringComparison.Ordinal);
    }

    [Fact]
    public void By_hand_it_reads_what_azd_has_kept()
    {
        var folder = Directory.CreateTempSubdirectory("curbside-azd-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, ".azure", "practice"));
            File.WriteAllText(Path.Combine(folder.FullName, ".azure", "config.json"), """{ "version": 1, "defaultEnvironment": "practice" }""");
            File.WriteAllText(Path.Combine(folder.FullName, ".azure", "practice", ".env"), "AZURE_ENV_NAME=\"practice\"\nCURBSIDE_URL=\"https://line.example.org\"\n");
            var inside = Directory.CreateDirectory(Path.Combine(folder.FullName, "eng", "connect"));
            Assert.Equal("https://line.example.org", AzdEnvironment.Read(inside.FullName)["CURBSIDE_URL"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
