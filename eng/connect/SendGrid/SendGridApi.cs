using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Curbside.Connect.SendGrid;

/// <summary>SendGrid's API. https://www.twilio.com/docs/sendgrid/api-reference</summary>
internal sealed class SendGridApi(HttpClient http, Uri host, string key)
{
    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<JsonNode> PostAsync(string path, JsonObject body) => SendAsync(HttpMethod.Post, path, body);

    public Task<JsonNode> PatchAsync(string path, JsonObject body) => SendAsync(HttpMethod.Patch, path, body);

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(host, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<JsonNode>())!
            : throw new TroubleException((int)response.StatusCode switch
            {
                401 => "SendGrid does not accept the API key. Give it again: SENDGRID_API_KEY=… azd hooks run postprovision",
                403 => "SendGrid's API key may not do this. It needs Mail Send, Event Notification and Sender Authentication: docs/deploy.md, \"SendGrid\".",
                var status => $"SendGrid answered {status} to {method} {path}.",
            });
    }
}
