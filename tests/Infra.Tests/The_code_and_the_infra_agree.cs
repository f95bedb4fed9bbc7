using System.Reflection;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Identity;
using Curbside.Functions.Settings;
using Curbside.Functions.Telemetry;
using Curbside.Infra.Tests.Compiler;
using Curbside.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Secrets = Curbside.Connect.Secrets;

namespace Curbside.Infra.Tests;

/// <summary>What infra gives is what the code takes: read from the code itself, so that neither can change alone.</summary>
public sealed partial class The_code_and_the_infra_agree
{
    /// <summary>What Azure or the vault would put in the place of each expression.</summary>
    private static readonly Dictionary<string, string> Deployed = new()
    {
        ["parameters('tableEndpoint')"] = "https://curbdata.table.core.windows.net/",
        ["parameters('identityClientId')"] = "00000000-0000-0000-0000-000000000002",
        ["parameters('twilioAccountSid')"] = "AC" + new string('0', 32),
        ["parameters('twilioMessagingServiceSid')"] = "MG" + new string('0', 32),
        ["parameters('hostAccountName')"] = "curbhost",
        ["parameters('insightsConnectionString')"] = "InstrumentationKey=00000000-0000-0000-0000-000000000003",
        ["parameters('emailFrom')"] = "line@example.org",
        [Secrets.LinkKey] = Convert.ToBase64String(new byte[32]),
        [Secrets.TwilioAuthToken] = "token",
        [Secrets.SendGridApiKey] = "SG.key",
        [Secrets.SendGridWebhookKey] = Convert.ToBase64String(new byte[91]),
    };

    /// <summary>Links are made with the practice's domain once it is ready, and with the name that Azure gives the app until then.</summary>
    [Theory]
    [InlineData(false, "https://curbside-x.azurewebsites.net")]
    [InlineData(true, "https://line.example.org")]
    public async Task The_app_starts_with_the_settings_that_it_is_given(bool domainReady, string publicUrl)
    {
        var given = (await GivenSettings.OfCurbsideAsync())
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)InAzure(setting.Value));
        given[AppSettings.PlatformName] = "curbside-x.azurewebsites.net";
        if (domainReady)
        {
            Assert.Contains($"createObject('{Known.PublicUrl.Name}', format('https://{{0}}', parameters('domain')))", await GivenSettings.AddressAsync(), StringComparison.Ordinal);
            given[Known.PublicUrl.Name] = "https://line.example.org";
        }

        Assert.Equal(publicUrl, AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build()).PublicUrl);
    }

    /// <summary>Application Insights takes nothing without a role here, so without this every alert would be blind.</summary>
    [Fact]
    public async Task Telemetry_is_sent_with_the_identity()
    {
        var given = (await GivenSettings.AllAsync()).ToDictionary(setting => setting.Key, setting => (string?)InAzure(setting.Value));
        Assert.IsType<ManagedIdentityCredential>(TelemetryExport.Identity(new ConfigurationBuilder().AddInMemoryCollection(given).Build()));
        Assert.Null(TelemetryExport.Identity(new ConfigurationBuilder().Build()));
    }

    [Fact]
    public async Task Every_setting_that_it_is_given_is_read()
    {
        var known = Known.All.Select(setting => setting.Name);
        Assert.Empty((await GivenSettings.OfCurbsideAsync()).Keys.Except(known));
    }

    [Fact]
    public async Task Every_secret_that_it_reads_is_put_into_the_vault()
    {
        var read = (await GivenSettings.AllAsync()).Values.SelectMany(value => SecretNames().Matches(value).Select(match => match.Groups[1].Value));
        var put = typeof(Secrets).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(put.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_table_is_there()
    {
        var tables = Resource.In(await Practice.DefaultAsync(), "Microsoft.Storage/storageAccounts/tableServices/tables").Select(table => table.Name.Split('/')[^1]);
        Assert.Equal(Enum.GetNames<Table>().Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_address_that_a_vendor_or_a_check_calls_is_answered()
    {
        var routes = Functions().SelectMany(function => function.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).Where(trigger => trigger is not null)
            .Select(trigger => $"/{trigger!.Route}").ToHashSet();
        Assert.Superset(new HashSet<string> { "/healthz", "/sms/inbound", "/sms/status", "/email/events", "/manage/roster", "/manage/policy", "/manage/preflight" }, routes);
    }

    [Fact]
    public async Task The_function_whose_silence_is_an_alert_is_there()
    {
        var query = Resource.In(await Practice.DefaultAsync(), "Microsoft.Insights/scheduledQueryRules").Single(rule => rule.Name == "The line stands still")
            .Properties.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!;
        var names = Functions().Select(function => function.GetCustomAttribute<FunctionAttribute>()!.Name);
        Assert.Contains(FunctionName().Match(query).Groups[1].Value, names);
    }

    [Fact]
    public async Task The_runtime_is_the_one_that_it_is_built_for()
    {
        var built = typeof(AppSettings).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        var runtime = Resource.In(await Practice.DefaultAsync(), "Microsoft.Web/sites").Single()
            .Properties.GetProperty("functionAppConfig").GetProperty("runtime").GetProperty("version").GetString();
        Assert.Equal($".NETCoreApp,Version=v{runtime}", built);
    }

    [Fact]
    public async Task The_scheduler_has_the_hub_that_host_json_names()
    {
        using var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Bicep.Repository, "host.json")));
        var hub = Assert.Single(Resource.In(await Practice.WithAsync(("durableTaskScheduler", "true")), "Microsoft.DurableTask/schedulers/taskHubs"));
        Assert.Equal(host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString(), hub.Name.Split('/')[^1]);
    }

    private static IEnumerable<MethodInfo> Functions() => typeof(AppSettings).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    /// <param name="value">As compiled: plain, or an expression of one parameter or one secret.</param>
    private static string InAzure(string value) =>
        SecretNames().Match(value) is { Success: true } secret ? Deployed[secret.Groups[1].Value]
        : Parameters().Match(value) is { Success: true } parameter ? Format().Match(value) is { Success: true } format ? format.Groups[1].Value.Replace("{0}", Deployed[parameter.Value], StringComparison.Ordinal) : Deployed[parameter.Value]
        : value;

    [GeneratedRegex("secrets/([a-z-]+)")]
    private static partial Regex SecretNames();

    [GeneratedRegex(@"parameters\('\w+'\)")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"format\('([^']*)'")]
    private static partial Regex Format();

    [GeneratedRegex("requests \\| where name == \"([^\"]+)\"")]
    private static partial Regex FunctionName();
}
