using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Curbside.Connect.Twilio;

/// <summary>Twilio's messaging API. https://www.twilio.com/docs/messaging/api</summary>
internal sealed class TwilioApi(HttpClient http, Uri messaging, string accountSid, string authToken)
{
    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<JsonNode> PostAsync(string path, IReadOnlyList<KeyValuePair<string, string>> fields) => SendAsync(HttpMethod.Post, path, fields);

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, IReadOnlyList<KeyValuePair<string, string>>? fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(messaging, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{accountSid}:{authToken}")));
        request.Content = fields is null ? null : new FormUrlEncodedContent(fields);
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(await response.Content.ReadAsStreamAsync())!
            : throw new TroubleException((int)response.StatusCode switch
            {
                401 => "Twilio does not accept the auth token. Give it again: TWILIO_AUTH_TOKEN=… azd hooks run postprovision",
                404 => $"Twilio knows no {path.Split('?')[0]}. Are TWILIO_ACCOUNT_SID and TWILIO_MESSAGING_SERVICE_SID of the same account?",
                var status => $"Twilio answered {status} to {method} {path.Split('?')[0]}.",
            });
    }
}
