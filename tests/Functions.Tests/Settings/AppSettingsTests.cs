using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Curbside.Functions.Settings;

public sealed class AppSettingsTests
{
    private static readonly Dictionary<string, string?> Sample = JsonElement
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")))
        .GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString());

    [Fact]
    public void The_sample_for_one_machine_is_complete_and_right()
    {
        var settings = Read();
        Assert.Equal("https://curbside.example", settings.PublicUrl);
        Assert.Equal("https://curbside.example", settings.PolicyUntilPut.Practice.PublicUrl);
        Assert.Equal(("UseDevelopmentStorage=true", (Uri?)null), (settings.Storage.ConnectionString, settings.Storage.TableEndpoint));
        Assert.Equal((null, "+14155550190"), (settings.Twilio.MessagingServiceSid, settings.Twilio.From));
        Assert.True(settings.SendGrid.Sandbox);
    }

    [Fact]
    public void The_sample_sets_nothing_that_is_not_read()
    {
        string[] ofTheHost = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"];
        Assert.Empty(Sample.Keys.Except(ofTheHost).Except(Known.All.Select(setting => setting.Name)));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_with_its_name_and_how_to_set_it()
    {
        var message = Assert.Throws<SettingsException>(() => AppSettings.Read(new ConfigurationBuilder().Build())).Message;

        string[] needed =
        [
            "PublicUrl", "LinkKey", "Storage__TableEndpoint", "Twilio__AccountSid", "Twilio__AuthToken", "Twilio__MessagingServiceSid", "SendGrid__ApiKey",
            "SendGrid__From", "SendGrid__WebhookKey",
        ];
        Assert.Equal(needed, message.Split('\n').Skip(1).Select(line => line.Trim().Split(' ')[0]));
        Assert.Contains("LinkKey is missing. It is 32 random bytes in base64 that links are made from, as `openssl", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicUrl", "http://curbside.example", "PublicUrl does not look right. It is the address of this app on the web")]
    [InlineData("PublicUrl", "https://curbside.example/app", "PublicUrl does not look right.")]
    [InlineData("PublicUrl", "https://a-name-that-is-far-too-long-for-a-text.example.org", "PublicUrl does not look right.")]
    [InlineData("LinkKey", "c2hvcnQ=", "LinkKey does not look right.")]
    [InlineData("LinkKey", "@Microsoft.KeyVault(SecretUri=https://bay.vault.azure.net/secrets/link-key)", "LinkKey is a Key Vault reference that could")]
    [InlineData("Storage__TableEndpoint", "https://bay.table.core.windows.net", "Storage__TableEndpoint and Storage__ConnectionString are both")]
    [InlineData("Storage__ConnectionString", null, "Storage__TableEndpoint or Storage__ConnectionString is missing. Set one of them: the table address")]
    [InlineData("Twilio__AccountSid", "SK00000000000000000000000000000000", "Twilio__AccountSid does not look right. It is the account SID")]
    [InlineData("Twilio__MessagingServiceSid", "MG00000000000000000000000000000000", "Twilio__MessagingServiceSid and Twilio__From are both set.")]
    [InlineData("Twilio__From", "555-0190", "Twilio__From does not look right. It is the number that texts are sent from")]
    [InlineData("Twilio__From", null, "Twilio__MessagingServiceSid or Twilio__From is missing.")]
    [InlineData("Twilio__Form", "+14155550190", "Twilio__Form is no setting. Those of Twilio are Twilio__AccountSid,")]
    [InlineData("Twilio__TextsPerSecond", "fast", "Twilio__TextsPerSecond does not look right.")]
    [InlineData("SendGrid__ApiKey", "a password", "SendGrid__ApiKey does not look right.")]
    [InlineData("SendGrid__Sandbox", "yes", "SendGrid__Sandbox does not look right. It is true to have mail checked")]
    [InlineData("SendGrid__WebhookKey", "-----BEGIN", "SendGrid__WebhookKey does not look right.")]
    public void A_setting_that_is_wrong_is_named(string name, string? value, string error)
    {
        var errors = Assert.Throws<SettingsException>(() => Read((name, value))).Errors;
        Assert.StartsWith(error, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_of_its_own_the_practice_is_where_the_platform_has_put_it() => Assert.Equal(
        "https://curbside-bay-area-counseling-k3x9.azurewebsites.net",
        Read(("PublicUrl", null), ("WEBSITE_HOSTNAME", "curbside-bay-area-counseling-k3x9.azurewebsites.net")).PolicyUntilPut.Practice.PublicUrl);

    /// <summary>Twilio falls back to it.</summary>
    [Fact]
    public void The_platforms_name_leads_to_the_app_as_well() => Assert.Equal(
        ("https://curbside.example", "https://curbside-k3x9.azurewebsites.net"),
        (Read(("WEBSITE_HOSTNAME", "curbside-k3x9.azurewebsites.net")).PublicUrl, Read(("WEBSITE_HOSTNAME", "curbside-k3x9.azurewebsites.net")).PlatformUrl));

    [Fact]
    public void A_wrong_value_is_not_repeated_since_it_may_be_a_secret_in_the_wrong_place()
    {
        var message = Assert.Throws<SettingsException>(() => Read(("Twilio__AccountSid", "hunter2hunter2"))).Message;
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    /// <summary>The sample, as the host reads it.</summary>
    internal static IConfiguration Sampled() => Configured(Sample);

    private static AppSettings Read(params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Sample);
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return AppSettings.Read(Configured(values));
    }

    private static IConfiguration Configured(IEnumerable<KeyValuePair<string, string?>> values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value))).Build();
}
