using Azure.Core;
using Curbside.Connect.Azure;
using Curbside.Connect.SendGrid;
using Curbside.Connect.Twilio;

namespace Curbside.Connect;

/// <summary>What is done, in order.</summary>
internal sealed class Plan(
    Func<string, string?> environment, ISecretPrompt prompt, TokenCredential credential, HttpClient http, Hosts hosts, Report report)
{
    private readonly Values _values = new(environment);

    /// <param name="words">A verb, and its file where it has one.</param>
    /// <returns>The exit code: 0 when nothing is left to do; null for words that mean nothing.</returns>
    public async Task<int?> RunAsync(params string[] words)
    {
        Func<Task>? run = words switch
        {
            ["ready"] => ReadyAsync,
            ["connect"] => ConnectAsync,
            ["check"] => CheckAsync,
            ["roster" or "policy", var file] => () => new Practice(http, Azure(), _values, report).PutAsync(words[0], file),
            _ => null,
        };
        if (run is null)
        {
            return null;
        }

        try
        {
            await run();
        }
        catch (Exception trouble) when (trouble is TroubleException or HttpRequestException or TaskCanceledException)
        {
            report.ToDo(trouble.Message);
        }

        return report.ExitCode;
    }

    private async Task ReadyAsync()
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

    private async Task ConnectAsync()
    {
        var vault = new Vault(http, credential, new Uri(_values["CURBSIDE_VAULT"]));
        var secrets = new Secrets(vault, _values, prompt, report);
        var twilioToken = await secrets.GivenAsync(Secrets.TwilioAuthToken, "TWILIO_AUTH_TOKEN", "Twilio's auth token");
        var sendGridKey = await secrets.GivenAsync(Secrets.SendGridApiKey, "SENDGRID_API_KEY", "SendGrid's API key");
        await secrets.MadeOnceAsync(Secrets.LinkKey);

        if (twilioToken is not null)
        {
            var twilio = new TwilioApi(http, hosts.TwilioMessaging, _values["TWILIO_ACCOUNT_SID"], twilioToken);
            await new MessagingService(twilio, _values, report).ConnectAsync();
        }

        if (sendGridKey is not null)
        {
            var sendGrid = new SendGridApi(http, hosts.SendGrid, sendGridKey);
            if (await new EventWebhook(sendGrid, $"{_values.Url}/email/events", report).ConnectAsync() is { } publicKey)
            {
                await secrets.KeepAsync(Secrets.SendGridWebhookKey, publicKey, "the vault holds the key that SendGrid signs with");
            }

            await new Sender(sendGrid, _values["EMAIL_FROM"], report).CheckAsync();
        }

        if (secrets.Changed)
        {
            await report.ChangeAsync("the app reads its secrets anew", () => Azure().PostAsync($"{_values["CURBSIDE_APP_ID"]}/restart?api-version=2024-11-01"));
        }
    }

    private async Task CheckAsync()
    {
        var vault = new Vault(http, credential, new Uri(_values["CURBSIDE_VAULT"]));
        await new Line(http, _values, report).CheckAsync(await vault.FindAsync(Secrets.TwilioAuthToken));
    }

    private AzureApi Azure() => new(http, credential, hosts.Management);
}
