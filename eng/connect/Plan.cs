using Azure.Core;
using Curbside.Connect.Azure;
using Curbside.Connect.SendGrid;
using Curbside.Connect.Twilio;

namespace Curbside.Connect;

/// <summary>What is done, in order.</summary>
/// <param name="say">Makes the report of a run.</param>
internal sealed class Plan(
    Func<string, string?> environment, ISecretPrompt prompt, TokenCredential credential, HttpClient http, Hosts hosts, Func<Doing, Report> say)
{
    private readonly Values _values = new(environment);

    /// <param name="words">A verb, and its file where it has one.</param>
    /// <returns>The exit code: 0 when nothing is left to do; null for words that mean nothing.</returns>
    public async Task<int?> RunAsync(bool dryRun, params string[] words)
    {
        var report = say(words is ["preflight"] ? Doing.Look : dryRun ? Doing.DryRun : Doing.Change);
        Func<Task>? run = words switch
        {
            ["ready"] => () => ReadyAsync(report),
            ["connect"] => () => ConnectAsync(report),
            ["preflight"] => () => PreflightAsync(report),
            ["roster" or "policy", var file] => () => new Practice(http, Azure(), _values, report).PutAsync(words[0], file),
            _ => null,
        };
        if (run is null)
        {
            return null;
        }

        await PartAsync(report, run);
        return report.ExitCode;
    }

    /// <summary>One thing that is done. What stops it stops nothing else.</summary>
    private static async Task PartAsync(Report report, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception trouble) when (trouble is TroubleException or HttpRequestException or TaskCanceledException)
        {
            report.ToDo(trouble.Message);
        }
    }

    private async Task ReadyAsync(Report report)
    {
        var open = Values.Chosen.Where(value => _values.Find(value.Name) is null).ToList();
        foreach (var (name, example) in open)
        {
            report.ToDo($"azd env set {name} {example}");
        }

        if (open.Count > 0)
        {
            return;
        }

        await new Subscription(Azure(), report).CheckAsync(
            _values["AZURE_SUBSCRIPTION_ID"], _values["AZURE_LOCATION"], _values.Find("PRIVATE_NETWORK") == "true");
    }

    /// <returns>What Twilio signs with; null when nobody could give it.</returns>
    private async Task<string?> ConnectAsync(Report report)
    {
        var vault = new Vault(http, credential, new Uri(_values["CURBSIDE_VAULT"]));
        var secrets = new Secrets(vault, _values, prompt, report);
        var twilioToken = await secrets.GivenAsync(Secrets.TwilioAuthToken, "TWILIO_AUTH_TOKEN", "Twilio's auth token");
        var sendGridKey = await secrets.GivenAsync(Secrets.SendGridApiKey, "SENDGRID_API_KEY", "SendGrid's API key");
        await secrets.MadeOnceAsync(Secrets.LinkKey);

        if (twilioToken is not null)
        {
            await PartAsync(report, () => new MessagingService(
                new TwilioApi(http, hosts.TwilioMessaging, _values["TWILIO_ACCOUNT_SID"], twilioToken), _values, report).ConnectAsync());
        }

        if (sendGridKey is not null)
        {
            await PartAsync(report, () => ConnectSendGridAsync(report, secrets, sendGridKey));
        }

        if (secrets.Changed && !report.OnlyLooks)
        {
            await report.ChangeAsync("the app reads its secrets anew", () => Azure().PostAsync($"{_values["CURBSIDE_APP_ID"]}/restart?api-version=2024-11-01"));
        }

        return twilioToken;
    }

    private async Task ConnectSendGridAsync(Report report, Secrets secrets, string key)
    {
        var sendGrid = new SendGridApi(http, hosts.SendGrid, key);
        if (await new EventWebhook(sendGrid, $"{_values.Url}/email/events", report).ConnectAsync() is { } publicKey)
        {
            await secrets.KeepAsync(Secrets.SendGridWebhookKey, publicKey, "the vault holds the key that SendGrid signs with");
        }

        await new Sender(sendGrid, _values["EMAIL_FROM"], report).CheckAsync();
    }

    /// <summary>Everything that has to be right before the first consult, and nothing that is changed.</summary>
    private async Task PreflightAsync(Report report)
    {
        if (_values.Find("CURBSIDE_URL") is null)
        {
            report.ToDo("Nothing is deployed yet: docs/deploy.md, section 5.");
            return;
        }

        string? twilioToken = null;
        report.Heading("The vault, Twilio and SendGrid");
        await PartAsync(report, async () => twilioToken = await ConnectAsync(report));
        report.Heading("The line, called from here");
        await PartAsync(report, () => new Line(http, _values, report).CheckAsync(twilioToken));
        report.Heading("The practice");
        await PartAsync(report, () => new Practice(http, Azure(), _values, report).PreflightAsync());
        report.Sum();
    }

    private AzureApi Azure() => new(http, credential, hosts.Management);
}
