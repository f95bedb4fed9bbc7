using System.Text.Json.Nodes;

namespace Curbside.Connect.SendGrid;

/// <summary>Makes SendGrid say, signed, which emails did not arrive.</summary>
/// <remarks>https://www.twilio.com/docs/sendgrid/api-reference/webhooks</remarks>
internal sealed class EventWebhook(SendGridApi sendGrid, string url, Report report)
{
    private const string Settings = "v3/user/webhooks/event/settings";
    private const string Name = "Curbside";

    /// <summary>What became of an email is wanted; who opened it or clicked is nobody's business.</summary>
    private static JsonObject Wanted(string url) => new()
    {
        ["enabled"] = true,
        ["url"] = url,
        ["friendly_name"] = Name,
        ["bounce"] = true,
        ["deferred"] = true,
        ["delivered"] = true,
        ["dropped"] = true,
        ["processed"] = false,
        ["open"] = false,
        ["click"] = false,
        ["spam_report"] = true,
        ["unsubscribe"] = false,
        ["group_unsubscribe"] = false,
        ["group_resubscribe"] = false,
    };

    /// <returns>The key that SendGrid signs with; null in a dry run that has none to show.</returns>
    public async Task<string?> ConnectAsync()
    {
        var wanted = Wanted(url);
        var all = (await sendGrid.GetAsync($"{Settings}/all"))["webhooks"]!.AsArray();

        // By its name, so that a line that moves to its own domain takes its webhook along.
        var found = all.FirstOrDefault(one => one!["friendly_name"]?.GetValue<string>() == Name);
        var what = $"SendGrid tells {url} what became of each email";
        if (found is null)
        {
            await report.ChangeAsync(what, async () => found = await sendGrid.PostAsync(Settings, wanted));
        }
        else if (wanted.Any(setting => !JsonNode.DeepEquals(found[setting.Key], setting.Value)))
        {
            await report.ChangeAsync(what, () => sendGrid.PatchAsync($"{Settings}/{Id(found)}", wanted));
        }
        else
        {
            report.Well(what);
        }

        return found is null ? null : await SignAsync(found);
    }

    private async Task<string?> SignAsync(JsonNode webhook)
    {
        const string what = "SendGrid signs what it says";
        var key = webhook["public_key"]?.GetValue<string>();
        if (string.IsNullOrEmpty(key))
        {
            await report.ChangeAsync(what, async () =>
                key = (await sendGrid.PatchAsync($"{Settings}/signed/{Id(webhook)}", new JsonObject { ["enabled"] = true }))["public_key"]!.GetValue<string>());
        }
        else
        {
            report.Well(what);
        }

        return string.IsNullOrEmpty(key) ? null : key;
    }

    private static string Id(JsonNode webhook) => webhook["id"]!.GetValue<string>();
}
