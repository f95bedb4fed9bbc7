using System.Text.Json;
using System.Text.RegularExpressions;
using Curbside.LocalHost;
using Microsoft.AspNetCore.Builder;

namespace Curbside.Browser;

/// <summary>The demo practice on a port of its own, with a clock that is moved by hand: Monday 5 January 2026, 13:00 in California.</summary>
internal sealed partial class Demo : IAsyncDisposable
{
    public const string Maya = "+14155550101";
    public const string Noor = "+14155550102";
    public const string Rosa = "+14155550103";
    public const string Priya = "+13035550105";
    public const string Marcus = "+13125550111";

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly HttpClient _client;

    private Demo(WebApplication app, string folder)
    {
        (_app, _folder) = (app, folder);
        Url = app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url) };
    }

    /// <summary>Without a slash at the end.</summary>
    public string Url { get; }

    public static async Task<Demo> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("curbside-").FullName;
        var start = NodaTime.Instant.FromUtc(2026, 1, 5, 21, 0);
        var app = await LocalHostApp.StartAsync(new Options { Port = 0, Data = Path.Combine(folder, "data"), ManualClock = true, Start = start });
        return new Demo(app, folder);
    }

    /// <summary>A person writes on their phone.</summary>
    public async Task TextAsync(string phone, string body)
    {
        using var response = await _client.PostAsync($"/local/phones/{phone}/texts", Form(("body", body)));
        Assert.Equal(303, (int)response.StatusCode);
    }

    /// <summary>Gives the first answer that the last text on a phone asks for.</summary>
    public async Task AnswerAsync(string phone) => await TextAsync(phone, Code().Match((await ThreadAsync(phone)).Last().Body).Value);

    public async Task AdvanceAsync(string by)
    {
        using var response = await _client.PostAsync("/local/clock/advance", Form(("by", by)));
        Assert.Equal(303, (int)response.StatusCode);
    }

    /// <summary>Moves on to each thing that falls due, until the text arrives.</summary>
    public async Task UntilAsync(string phone, string says)
    {
        for (var steps = 0; steps < 40; steps++)
        {
            if ((await ThreadAsync(phone)).LastOrDefault(text => text.Out)?.Body.Contains(says, StringComparison.Ordinal) == true)
            {
                return;
            }

            await AdvanceAsync("next");
        }

        Assert.Fail($"Nobody told {phone} \"{says}\": {string.Join(" | ", (await ThreadAsync(phone)).TakeLast(3).Select(text => text.Body))}");
    }

    /// <summary>The page behind the last link on a phone.</summary>
    public async Task<string> LinkAsync(string phone) =>
        (await ThreadAsync(phone)).Select(text => Link().Match(text.Body)).Last(match => match.Success).Value;

    public async Task<string> GetAsync(string path) => await _client.GetStringAsync(path);

    public async Task PutPolicyAsync(string json)
    {
        using var response = await _client.PutAsync("/manage/policy", new StringContent(json));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>How each consult stands, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> StatesAsync() =>
        [.. JsonElement.Parse(await GetAsync("/local/consults")).EnumerateArray().Select(consult => consult.GetProperty("state").GetString()!)];

    public async Task<string> ConsultIdAsync() =>
        JsonElement.Parse(await GetAsync("/local/consults")).EnumerateArray().Last().GetProperty("id").GetString()!;

    /// <summary>The host goes away, as a connection that breaks.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<List<Text>> ThreadAsync(string phone) =>
    [
        .. JsonElement.Parse(await GetAsync($"/local/phones/{phone}/messages")).EnumerateArray()
            .Select(text => new Text(text.GetProperty("direction").GetString() == "out", text.GetProperty("body").GetString()!)),
    ];

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex("https?://[^ ]+/c/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("[A-H][1-9]")]
    private static partial Regex Code();

    private sealed record Text(bool Out, string Body);
}
