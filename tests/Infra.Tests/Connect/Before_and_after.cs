using Curbside.Connect;

namespace Curbside.Infra.Tests.Connect;

/// <summary>What is looked at before anything is made, and with the code in place.</summary>
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
    public async Task A_line_that_believes_Twilio_alone_is_well()
    {
        await using var vendors = await Vendors.StartAsync();
        vendors.Vault[Secrets.TwilioAuthToken] = Vendors.TwilioToken;
        var (exitCode, said) = await new Manager(vendors).RunAsync("check");
        Assert.Equal(0, exitCode);
        Assert.Contains("ok       what Twilio signs is believed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_believes_anybody_is_not()
    {
        await using var vendors = await Vendors.StartAsync();
        vendors.LineBelievesAnybody = true;
        var (exitCode, said) = await new Manager(vendors).RunAsync("check");
        Assert.Equal(1, exitCode);
        Assert.Contains("is it true that a text that Twilio did not sign is refused?", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_has_another_token_than_the_vault_is_not()
    {
        await using var vendors = await Vendors.StartAsync();
        vendors.Vault[Secrets.TwilioAuthToken] = "rotated, and the app not told";
        var (exitCode, said) = await new Manager(vendors).RunAsync("check");
        Assert.Equal(1, exitCode);
        Assert.Contains("is it true that what Twilio signs is believed?", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_deployment_it_says_what_to_run()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors) { ["CURBSIDE_VAULT"] = null };
        Assert.Equal((1, $"to do    CURBSIDE_VAULT is not set. Run: azd provision{Environment.NewLine}"), await manager.RunAsync("connect"));
    }
}
