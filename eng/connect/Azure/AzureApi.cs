using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Core;

namespace Curbside.Connect.Azure;

/// <summary>Azure Resource Manager, as whoever is logged in with azd.</summary>
internal sealed class AzureApi(HttpClient http, TokenCredential credential, Uri management)
{
    private static readonly TokenRequestContext Scope = new(["https://management.azure.com/.default"]);

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return JsonNode.Parse(await response.Content.ReadAsStreamAsync())!;
    }

    /// <returns>Null where Azure has nothing to say.</returns>
    public async Task<JsonNode?> PostAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Post, path);
        var body = await response.Content.ReadAsStringAsync();
        return body.Length == 0 ? null : JsonNode.Parse(body);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(management, path));
        request.Headers.Authorization = await credential.BearerAsync(Scope);
        var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? response
            : throw new TroubleException($"Azure answered {(int)response.StatusCode} to {method} {path.Split('?')[0]}: are you logged in (azd auth login), and an owner of the subscription?");
    }
}

internal static class Bearer
{
    public static async Task<AuthenticationHeaderValue> BearerAsync(this TokenCredential credential, TokenRequestContext scope)
    {
        try
        {
            return new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(scope, CancellationToken.None)).Token);
        }
        catch (global::Azure.Identity.AuthenticationFailedException trouble)
        {
            throw new TroubleException($"Azure does not know who you are. Run: azd auth login ({trouble.Message.Split('\n')[0]})");
        }
    }
}
