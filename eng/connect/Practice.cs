using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Curbside.Connect.Azure;

namespace Curbside.Connect;

/// <summary>Gives the line a roster or a policy, and asks it what they lack.</summary>
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
            using var request = await RequestAsync(HttpMethod.Put, what);
            request.Content = new ByteArrayContent(await File.ReadAllBytesAsync(file));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(what == "roster" ? "text/csv" : "application/json");
            using var response = await http.SendAsync(request);
            if (!response.IsSuccessStatusCode)
            {
                throw new TroubleException($"Nothing was changed. The line answered {(int)response.StatusCode}:\n{await response.Content.ReadAsStringAsync()}");
            }
        });
    }

    /// <summary>What the line says of its own policy, roster and hours.</summary>
    public async Task PreflightAsync()
    {
        using var request = await RequestAsync(HttpMethod.Get, "preflight");
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            var why = response.StatusCode == HttpStatusCode.NotFound ? "It runs an older version: azd deploy" : await response.Content.ReadAsStringAsync();
            throw new TroubleException($"{request.RequestUri} answered {(int)response.StatusCode}. {why}".TrimEnd());
        }

        var found = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        var links = found["url"]!.GetValue<string>();
        if (!string.Equals(links, values.Url, StringComparison.OrdinalIgnoreCase))
        {
            report.ToDo($"Links lead to {links}, and the line is at {values.Url}. Take public_url out of the policy, and load it again.");
        }

        foreach (var remark in found["remarks"]!.AsArray())
        {
            Tell(remark!["mark"]!.GetValue<string>(), remark["text"]!.GetValue<string>());
            if (remark["details"]!.AsArray() is { Count: > 0 } details)
            {
                report.Details(string.Join("; ", details.Select(detail => detail!.GetValue<string>())));
            }
        }

        if (found["hours"]!.GetValue<string>() is { Length: > 0 } hours)
        {
            report.Text(hours.TrimEnd());
        }
    }

    private void Tell(string mark, string sentence)
    {
        Action<string> tell = mark switch { "to do" => report.ToDo, "note" => report.Note, _ => report.Well };
        tell(sentence);
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string what)
    {
        var request = new HttpRequestMessage(method, new Uri($"{values.Url}/manage/{what}"));
        request.Headers.Add("x-functions-key", await KeyAsync());
        return request;
    }

    /// <summary>Asked for each time, and kept nowhere.</summary>
    private async Task<string> KeyAsync()
    {
        var keys = await azure.PostAsync($"{values["CURBSIDE_APP_ID"]}/host/default/listkeys?api-version=2024-11-01");
        return keys?["functionKeys"]?.AsObject().FirstOrDefault().Value?.GetValue<string>()
            ?? throw new TroubleException("The app has no key for its manager: Azure portal, the function app, App keys, New function key.");
    }
}
