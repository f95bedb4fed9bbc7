using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Curbside.Connect.Azure;

namespace Curbside.Connect;

/// <summary>Gives the line a roster or a policy.</summary>
internal sealed class Practice(HttpClient http, AzureApi azure, Values values, Report report)
{
    /// <param name="what"><c>roster</c> or <c>policy</c>.</param>
    /// <param name="file">Where it is.</param>
    public async Task PutAsync(string what, string file)
    {
        if (!File.Exists(file))
        {
            throw new TroubleException($"There is no file {file}.");
        }

        await report.ChangeAsync($"the line goes by the {what} in {Path.GetFileName(file)}", async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{values.Url}/manage/{what}"));
            request.Headers.Add("x-functions-key", await KeyAsync());
            request.Content = new ByteArrayContent(await File.ReadAllBytesAsync(file));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(what == "roster" ? "text/csv" : "application/json");
            using var response = await http.SendAsync(request);
            if (!response.IsSuccessStatusCode)
            {
                throw new TroubleException($"Nothing was changed. The line answered {(int)response.StatusCode}:\n{await response.Content.ReadAsStringAsync()}");
            }
        });
    }

    /// <summary>Asked for each time, and kept nowhere.</summary>
    private async Task<string> KeyAsync()
    {
        var keys = await azure.PostAsync($"{values["CURBSIDE_APP_ID"]}/host/default/listkeys?api-version=2024-11-01");
        return keys!["functionKeys"]!.AsObject().Select(key => key.Value!.GetValue<string>()).First();
    }
}
