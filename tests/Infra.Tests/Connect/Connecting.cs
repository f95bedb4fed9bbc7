using Curbside.Connect;

namespace Curbside.Infra.Tests.Connect;

/// <summary>After a deployment: the vault is filled, Twilio and SendGrid call the line.</summary>
public sealed class Connecting
{
    [Fact]
    public async Task Fills_the_vault_and_sets_the_webhooks()
    {
        await using var vendors = await Vendors.StartAsync();
        var (exitCode, said) = await new Manager(vendors).RunAsync("connect");

        Assert.Equal(0, exitCode);
        Assert.Equal($"{vendors.Url}/sms/inbound#rc=2&rp=5xx,ct,rt", vendors.Service["inbound_request_url"]!.GetValue<string>());
        Assert.Equal("https://curbside-x.azurewebsites.net/sms/inbound#rc=2&rp=5xx,ct,rt", vendors.Service["fallback_url"]!.GetValue<string>());
        var webhook = Assert.Single(vendors.Webhooks)!;
        Assert.Equal($"{vendors.Url}/email/events", webhook["url"]!.GetValue<string>());
        Assert.False(webhook["open"]!.GetValue<bool>());
        Assert.Equal(
            [Secrets.LinkKey, Secrets.SendGridApiKey, Secrets.SendGridWebhookKey, Secrets.TwilioAuthToken], vendors.Vault.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("the public key", vendors.Vault[Secrets.SendGridWebhookKey]);
        Assert.Equal(32, Convert.FromBase64String(vendors.Vault[Secrets.LinkKey]).Length);
        Assert.Contains("POST /app/restart", vendors.Changes);
        Assert.DoesNotContain("to do", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_no_secret()
    {
        await using var vendors = await Vendors.StartAsync();
        var (_, said) = await new Manager(vendors).RunAsync("connect");
        Assert.All(vendors.Vault.Values, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors);
        await manager.RunAsync("connect");
        vendors.Changes.Clear();

        var (exitCode, said) = await manager.RunAsync("connect");

        Assert.Equal(0, exitCode);
        Assert.Empty(vendors.Changes);
        Assert.DoesNotContain("changed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_change_and_changes_nothing()
    {
        await using var vendors = await Vendors.StartAsync();
        var (exitCode, said) = await new Manager(vendors).RunAsync("connect", dryRun: true);

        Assert.Equal(0, exitCode);
        Assert.Empty(vendors.Changes);
        Assert.Contains($"would    Twilio brings each text to {vendors.Url}", said, StringComparison.Ordinal);
        Assert.Contains("would    SendGrid tells", said, StringComparison.Ordinal);
    }

    /// <summary>The manager moves the line to the practice's own domain.</summary>
    [Fact]
    public async Task A_new_address_is_taken_to_both()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors);
        await manager.RunAsync("connect");
        manager["CURBSIDE_URL"] = "https://line.example.org";

        await manager.RunAsync("connect");

        Assert.StartsWith("https://line.example.org/", vendors.Service["inbound_request_url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("https://line.example.org/email/events", Assert.Single(vendors.Webhooks)!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_rotated_token_replaces_the_old_one_and_the_link_key_stays()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors);
        await manager.RunAsync("connect");
        var linkKey = vendors.Vault[Secrets.LinkKey];
        vendors.Changes.Clear();
        manager["TWILIO_AUTH_TOKEN"] = "a new token";

        await manager.RunAsync("connect");

        Assert.Equal("a new token", vendors.Vault[Secrets.TwilioAuthToken]);
        Assert.Equal(linkKey, vendors.Vault[Secrets.LinkKey]);
        Assert.Equal(["PUT /secrets/twilio-auth-token", "POST /app/restart"], vendors.Changes);
    }

    [Fact]
    public async Task A_secret_that_nobody_gives_is_asked_for_and_the_rest_is_done()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors);
        manager.Typed.Clear();
        manager["TWILIO_AUTH_TOKEN"] = Vendors.TwilioToken;

        var (exitCode, said) = await manager.RunAsync("connect");

        Assert.Equal(1, exitCode);
        Assert.Contains("to do    SendGrid's API key is missing. Run in a terminal, or with SENDGRID_API_KEY in the environment: azd hooks run postprovision", said, StringComparison.Ordinal);
        Assert.NotNull(vendors.Service["inbound_request_url"]);
    }

    [Fact]
    public async Task A_wrong_key_says_how_to_give_it_again()
    {
        await using var vendors = await Vendors.StartAsync();
        var manager = new Manager(vendors);
        manager["SENDGRID_API_KEY"] = "wrong";

        var (exitCode, said) = await manager.RunAsync("connect");

        Assert.Equal(1, exitCode);
        Assert.Contains("SendGrid does not accept the API key. Give it again: SENDGRID_API_KEY=", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+14155550100", "VERIFIED", "ok       the campaign of +14155550100 is registered")]
    [InlineData("+14155550100", "IN_PROGRESS", "to do    The A2P 10DLC campaign is in progress.")]
    [InlineData("+14155550100", null, "to do    The A2P 10DLC campaign is not begun.")]
    [InlineData("+18335550100", "TWILIO_APPROVED", "ok       the toll-free number +18335550100 is verified")]
    [InlineData("+18335550100", "TWILIO_REJECTED", "to do    The toll-free verification is twilio rejected.")]
    public async Task Carriers_must_know_the_sender(string number, string? registration, string expected)
    {
        await using var vendors = await Vendors.StartAsync();
        vendors.Number = number;
        vendors.Registration = registration;
        var (_, said) = await new Manager(vendors).RunAsync("connect");
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendGrid_must_know_the_domain()
    {
        await using var vendors = await Vendors.StartAsync();
        vendors.DomainIsAuthenticated = false;
        var (exitCode, said) = await new Manager(vendors).RunAsync("connect");
        Assert.Equal(1, exitCode);
        Assert.Contains("to do    SendGrid may not send in the name of example.org yet", said, StringComparison.Ordinal);
    }
}
