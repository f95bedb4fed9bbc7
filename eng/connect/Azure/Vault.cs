using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core;

namespace Curbside.Connect.Azure;

/// <summary>The secrets of a Key Vault. https://learn.microsoft.com/rest/api/keyvault/secrets</summary>
internal sealed class Vault(HttpClient http, TokenCredential credential, Uri uri)
{
    private const string Version = "api-version=7.4";
    private static readonly TokenRequestContext Scope = new(["https://vault.azure.net/.default"]);

    /// <returns>Null when there is none.</returns>
    public async Task<string?> FindAsync(string name)
    {
        using var response = await SendAsync(HttpMethod.Get, name, null);
        return response.StatusCode == HttpStatusCode.NotFound
            ? null
            : (await Fine(response).Content.ReadFromJsonAsync<JsonNode>())!["value"]!.GetValue<string>();
    }

    public async Task PutAsync(string name, string value)
    {
        using var response = await SendAsync(HttpMethod.Put, name, new JsonObject { ["value"] = value });
        Fine(response);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string name, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(uri, $"secrets/{name}?{Version}"));
        request.Headers.Authorization = await credential.BearerAsync(Scope);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await http.SendAsync(request);
    }

    private static HttpResponseMessage Fine(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Forbidden => throw new TroubleException(
            "The vault does not let you in. A role that was just given takes some minutes: wait, and run: azd hooks run postprovision"),
        _ when response.IsSuccessStatusCode => response,
        var status => throw new TroubleException($"The vault answered {(int)status}."),
    };
}
