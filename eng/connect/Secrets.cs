using System.Security.Cryptography;
using Curbside.Connect.Azure;

namespace Curbside.Connect;

/// <summary>Sees to it that the vault holds what the app reads from it. infra/modules/settings.bicep refers to these names.</summary>
internal sealed class Secrets(Vault vault, Values values, ISecretPrompt prompt, Report report)
{
    public const string TwilioAuthToken = "twilio-auth-token";
    public const string SendGridApiKey = "sendgrid-api-key";
    public const string SendGridWebhookKey = "sendgrid-webhook-key";
    public const string LinkKey = "link-key";

    /// <summary>Whether the app has to read them anew.</summary>
    public bool Changed { get; private set; }

    /// <summary>A secret that the manager has from a vendor: from the environment, from the vault, or typed in.</summary>
    /// <returns>Null when nobody could give it.</returns>
    public async Task<string?> GivenAsync(string name, string variable, string what)
    {
        var kept = await vault.FindAsync(name);
        var given = values.Find(variable) ?? (kept is null && !report.OnlyLooks ? prompt.Ask($"{what} (not shown)") : null);
        if (given is null && kept is null)
        {
            report.ToDo($"{what} is missing. Run in a terminal, or with {variable} in the environment: azd hooks run postprovision");
            return null;
        }

        await KeepAsync(name, given ?? kept!, $"the vault holds {what}");
        return given ?? kept;
    }

    public async Task KeepAsync(string name, string value, string what)
    {
        if (await vault.FindAsync(name) == value)
        {
            report.Well(what);
            return;
        }

        Changed = true;
        await report.ChangeAsync(what, () => vault.PutAsync(name, value));
    }

    /// <summary>A secret that is made by chance, once: another one would end every link that was texted.</summary>
    public async Task MadeOnceAsync(string name)
    {
        const string what = "the vault holds the key that makes links unguessable";
        if (await vault.FindAsync(name) is not null)
        {
            report.Well(what);
            return;
        }

        Changed = true;
        await report.ChangeAsync(what, () => vault.PutAsync(name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
    }
}
