using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Curbside.Connect;

/// <summary>Calls the line itself: it answers, it believes Twilio, and it believes nobody else.</summary>
internal sealed class Line(HttpClient http, Values values, Report report)
{
    /// <param name="twilioToken">What Twilio signs with; null when the vault has none.</param>
    public async Task CheckAsync(string? twilioToken)
    {
        using var health = await AskHealthAsync();
        if (health.StatusCode != HttpStatusCode.OK)
        {
            report.ToDo($"{values.Url}/healthz answered {(int)health.StatusCode}. Azure portal, the function app, Log stream says why it does not start.");
            return;
        }

        report.Well($"{values.Url} answers");
        await ExpectAsync($"{values.Url}/sms/inbound", signature: null, HttpStatusCode.Forbidden, "a text that Twilio did not sign is refused");
        await ExpectAsync($"{values.Url}/email/events", signature: null, HttpStatusCode.Forbidden, "an email event that SendGrid did not sign is refused");
        if (twilioToken is null)
        {
            return;
        }

        // A status without a key: it is believed, and then refused for what it lacks, so that nothing changes.
        string[] addresses = [$"{values.Url}/sms/status", $"{values.FallbackUrl}/sms/status"];
        await ExpectAsync(addresses[0], Sign(addresses[0], twilioToken), HttpStatusCode.BadRequest, "what Twilio signs is believed");
        await ExpectAsync(addresses[1], Sign(addresses[1], twilioToken), HttpStatusCode.BadRequest, "what Twilio signs is believed where it falls back to");
    }

    private async Task<HttpResponseMessage> AskHealthAsync()
    {
        try
        {
            return await http.GetAsync(new Uri($"{values.Url}/healthz"));
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
        {
            throw new TroubleException($"{values.Url} cannot be reached. Do the records of the domain lead to Azure? docs/deploy.md, section 6. ({trouble.Message})");
        }
    }

    private async Task ExpectAsync(string url, string? signature, HttpStatusCode expected, string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url));
        request.Content = url.EndsWith("/email/events", StringComparison.Ordinal) ? new StringContent("[]", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
        if (signature is not null)
        {
            request.Headers.Add("X-Twilio-Signature", signature);
        }

        using var response = await http.SendAsync(request);
        if (response.StatusCode == expected)
        {
            report.Well(what);
        }
        else
        {
            report.ToDo($"{url} answered {(int)response.StatusCode} and not {(int)expected}: is it true that {what}? Run: azd hooks run postprovision");
        }
    }

    /// <summary>https://www.twilio.com/docs/usage/security#validating-requests: of the address alone, as there are no fields.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Twilio signs with it.")]
    private static string Sign(string url, string token) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(url)));
}
