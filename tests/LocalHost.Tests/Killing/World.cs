using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;

namespace Curbside.LocalHost.Killing;

/// <summary>A text in a phone's thread, as the simulated phones show it.</summary>
internal sealed record ThreadEntry(string Id, string? Key, string Direction, string Body);

/// <summary>A consult as it is listed.</summary>
internal sealed record ListedEntry(string Id, string Kind, string Urgency, string State, string Clinician, string? Consultant, string? StartsAt);

/// <summary>Everything outside the program: it waits while the program is dead, and says again what was not acknowledged.</summary>
internal sealed class World(HostProcess host, Ledger ledger) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new() { BaseAddress = host.Url, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Delivers a text as Twilio does: again with the same MessageSid until it is acknowledged.</summary>
    /// <returns>The TwiML.</returns>
    public async Task<string> DeliverAsync(SentText text)
    {
        ledger.Note($"texts {text.Sid} \"{text.Body}\"", text.Phone);
        Dictionary<string, string> fields = new() { ["From"] = text.Phone, ["To"] = "+14155550000", ["Body"] = text.Body, ["MessageSid"] = text.Sid };
        if (text.OptOut is { } word)
        {
            fields["OptOutType"] = word;
        }

        var twiML = await AcknowledgedAsync("/sms/inbound", fields, HttpStatusCode.OK, text.Phone);
        ledger.Texts.Enqueue(new AcknowledgedText(text, twiML));
        ledger.Note($"acknowledged {text.Sid}: {twiML}", text.Phone);
        return twiML;
    }

    /// <summary>Sends a request form: again with the same form id until it is acknowledged.</summary>
    public async Task RequestAsync(string phone, string formId, string kind, string urgency)
    {
        ledger.Note($"sends form {formId}", phone);
        Dictionary<string, string> fields = new()
        {
            ["form"] = formId, ["phone"] = phone, ["kind"] = kind, ["urgency"] = urgency, ["question"] = "How would you go on?", ["not_identifying"] = "yes",
        };
        using var answer = JsonDocument.Parse(await AcknowledgedAsync("/requests", fields, HttpStatusCode.Accepted, phone));
        var id = answer.RootElement.GetProperty("id").GetString()!;
        ledger.Forms.Enqueue(id);
        ledger.Note($"acknowledged form {formId} as {id}", phone);
    }

    public Task<ThreadEntry[]> ThreadAsync(string phone) => ReadAsync<ThreadEntry[]>($"/local/phones/{phone}/messages");

    public Task<ListedEntry[]> ConsultsAsync() => ReadAsync<ListedEntry[]>("/local/consults");

    public Task SetReachableAsync(string phone, bool reachable) => TellAsync($"/local/phones/{phone}", new { reachable });

    /// <summary>Lets time pass. Nobody says it again if the program dies meanwhile: time has passed as far as it has.</summary>
    public Task AdvanceAsync(Duration by) => TellAsync("/local/clock/advance", new { by = by.ToTimeSpan().ToString(@"d\.hh\:mm\:ss") });

    public void Dispose() => _http.Dispose();

    private async Task<string> AcknowledgedAsync(string path, Dictionary<string, string> fields, HttpStatusCode wanted, string about)
    {
        while (true)
        {
            await host.Answers;
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
                request.Headers.Add("Accept", "application/json");
                using var response = await _http.SendAsync(request);
                var body = await response.Content.ReadAsStringAsync();
                if (response.StatusCode == wanted)
                {
                    return body;
                }

                ledger.Complain($"{path} answered {(int)response.StatusCode}: {body}", about);
                return body;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                ledger.Note($"no answer from {path}", about);
            }
        }
    }

    private async Task<T> ReadAsync<T>(string path)
    {
        while (true)
        {
            await host.Answers;
            try
            {
                return (await _http.GetFromJsonAsync<T>(path, Json))!;
            }
            catch (Exception e) when (e is HttpRequestException { StatusCode: null } or IOException)
            {
                // Killed meanwhile; the next one answers.
            }
        }
    }

    private async Task TellAsync<T>(string path, T what)
    {
        await host.Answers;
        try
        {
            ledger.Note($"{path} {JsonSerializer.Serialize(what)}", "host");
            using var response = await _http.PostAsJsonAsync(path, what);
            await response.Content.ReadAsStringAsync();
            ledger.Note($"{path} done", "host");
            if (!response.IsSuccessStatusCode)
            {
                ledger.Complain($"{path} answered {(int)response.StatusCode}", "host");
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            ledger.Note($"no answer from {path}", "host");
        }
    }
}
