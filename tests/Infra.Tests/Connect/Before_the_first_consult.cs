using Curbside.Connect;

namespace Curbside.Infra.Tests.Connect;

/// <summary>One command says what is missing before the first consult, and changes nothing.</summary>
public sealed class Before_the_first_consult
{
    [Fact]
    public async Task Everything_in_place()
    {
        await using var vendors = await ConnectedAsync();
        var (exitCode, said) = await new Manager(vendors).RunAsync("preflight");

        Assert.DoesNotContain("to do  ", said, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["The vault, Twilio and SendGrid", "The line, called from here", "The practice"],
            said.Split(Environment.NewLine).Where(line => line.StartsWith("The ", StringComparison.Ordinal)));
        Assert.Contains("ok       the campaign of +14155550100 is registered", said, StringComparison.Ordinal);
        Assert.Contains("ok       SendGrid sends in the name of example.org", said, StringComparison.Ordinal);
        Assert.Contains("ok       what Twilio signs is believed", said, StringComparison.Ordinal);
        Assert.Contains("ok       risk: somebody can be called at every hour of the next 14 days.", said, StringComparison.Ordinal);
        Assert.Contains("            risk     case     medication  second opinion  observation  support", said, StringComparison.Ordinal);
        Assert.EndsWith($"{Environment.NewLine}Nothing is left to do.{Environment.NewLine}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_connected_it_says_what_to_run_and_changes_nothing()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors) { ["TWILIO_AUTH_TOKEN"] = Vendors.TwilioToken, ["SENDGRID_API_KEY"] = Vendors.SendGridKey };

        var (exitCode, said) = await manager.RunAsync("preflight");

        Assert.Equal(1, exitCode);
        Assert.Contains($"to do    Not yet: Twilio brings each text to {vendors.Url}. Run: azd hooks run postprovision", said, StringComparison.Ordinal);
        Assert.Contains("to do    Not yet: SendGrid tells", said, StringComparison.Ordinal);
        Assert.Contains("to do    No roster is loaded", said, StringComparison.Ordinal);
        Assert.Empty(vendors.Vault);
        Assert.Null(vendors.Service["inbound_request_url"]);
        Assert.Empty(vendors.Webhooks);
    }

    [Fact]
    public async Task Before_anything_is_deployed_that_is_all_that_it_says()
    {
        await using var vendors = await Vendors.StartAsync();
        var (exitCode, said) = await new Manager(vendors) { ["CURBSIDE_URL"] = null }.RunAsync("preflight");
        Assert.Equal((1, $"to do    Nothing is deployed yet: docs/deploy.md, section 5.{Environment.NewLine}"), (exitCode, said));
    }

    /// <summary>Whoever runs it may not have the secrets at hand.</summary>
    [Fact]
    public async Task A_secret_that_is_missing_is_not_asked_for()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors);
        var (_, said) = await manager.RunAsync("preflight");
        Assert.Equal(2, manager.Typed.Count);
        Assert.Contains("to do    Twilio's auth token is missing. Run in a terminal, or with TWILIO_AUTH_TOKEN in the environment: azd hooks run postprovision", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stops_one_part_does_not_stop_the_others()
    {
        await using var vendors = await ConnectedAsync();
        vendors.Vault[Secrets.SendGridApiKey] = "expired";
        var (exitCode, said) = await new Manager(vendors) { ["TWILIO_ACCOUNT_SID"] = null }.RunAsync("preflight");
        Assert.Equal(1, exitCode);
        Assert.Contains("to do    TWILIO_ACCOUNT_SID is not set.", said, StringComparison.Ordinal);
        Assert.Contains("to do    SendGrid does not accept the API key.", said, StringComparison.Ordinal);
        Assert.Contains("ok       what Twilio signs is believed", said, StringComparison.Ordinal);
        Assert.EndsWith($"{Environment.NewLine}2 things are left to do.{Environment.NewLine}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_believes_anybody_is_not_ready()
    {
        await using var vendors = await ConnectedAsync();
        vendors.LineBelievesAnybody = true;
        var (exitCode, said) = await new Manager(vendors).RunAsync("preflight");
        Assert.Equal(1, exitCode);
        Assert.Contains("is it true that a text that Twilio did not sign is refused?", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_has_another_token_than_the_vault_is_not_ready()
    {
        await using var vendors = await ConnectedAsync();
        vendors.Vault[Secrets.TwilioAuthToken] = "rotated, and the app not told";
        var (exitCode, said) = await new Manager(vendors).RunAsync("preflight");
        Assert.Equal(1, exitCode);
        Assert.Contains("is it true that what Twilio signs is believed?", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_believes_Twilio_only_at_its_own_domain_is_not_ready()
    {
        await using var vendors = await ConnectedAsync();
        vendors.RefusedAt = PlatformName.Host;
        var (exitCode, said) = await new Manager(vendors).RunAsync("preflight");
        Assert.Equal(1, exitCode);
        Assert.Contains("to do    https://curbside-x.azurewebsites.net/sms/status answered 403 and not 400: is it true that what Twilio signs is believed where", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_leads_nowhere_is_told()
    {
        await using var vendors = await ConnectedAsync();
        var (exitCode, said) = await new Manager(vendors) { ["CURBSIDE_URL"] = "http://127.0.0.1:1" }.RunAsync("preflight");
        Assert.Equal(1, exitCode);
        Assert.Contains("to do    http://127.0.0.1:1 cannot be reached. Do the records of the domain lead to Azure?", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_reads_whom_it_is_about()
    {
        await using var vendors = await ConnectedAsync();
        await vendors.Line.LoadAsync(vendors.Url, "Luis Fernández,LMHC,+14152345104,,clinician,counselor,FL,,America/New_York,,,,,,no,no,no,no,,");
        var (exitCode, said) = await new Manager(vendors).RunAsync("preflight");
        Assert.Equal(1, exitCode);
        Assert.Contains(
            $"to do    risk: nobody on the roster may ever answer 1 of those who may ask.{Environment.NewLine}           Luis Fernández, about a client in FL{Environment.NewLine}",
            said,
            StringComparison.Ordinal);
        Assert.Contains("to do    1 person has not agreed to be texted yet.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_that_lead_elsewhere_are_told()
    {
        await using var vendors = await ConnectedAsync();
        await vendors.Line.LoadAsync("https://old.example.org");
        var (_, said) = await new Manager(vendors).RunAsync("preflight");
        Assert.Contains($"to do    Links lead to https://old.example.org, and the line is at {vendors.Url}. Take public_url out", said, StringComparison.Ordinal);
    }

    private static async Task<Vendors> ConnectedAsync()
    {
        var vendors = await Vendors.StartAsync();
        await new Manager(vendors).RunAsync("connect");
        await vendors.Line.LoadAsync(vendors.Url);
        return vendors;
    }
}
