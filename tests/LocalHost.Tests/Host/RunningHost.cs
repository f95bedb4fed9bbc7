using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Curbside.LocalHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Curbside.LocalHost.Host;

/// <summary>The whole host in this process, on a free port and a data folder of its own, as a script would use it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    public const string Maya = "+14155550101";
    public const string Noor = "+14155550102";
    public const string Stranger = "+14155550199";

    private readonly WebApplication _app;
    private readonly TemporaryFolder? _ownFolder;

    private RunningHost(WebApplication app, TemporaryFolder? ownFolder)
    {
        _app = app;
        _ownFolder = ownFolder;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>On new data, which is gone afterwards.</summary>
    /// <param name="with">Changes options; a manual clock on the demo practice otherwise.</param>
    public static Task<RunningHost> StartAsync(Func<Options, Options>? with = null)
    {
        var folder = new TemporaryFolder();
        return StartAsync(folder, folder, with);
    }

    /// <summary>On data that stays.</summary>
    public static Task<RunningHost> StartAsync(TemporaryFolder folder, Func<Options, Options>? with = null) => StartAsync(folder, null, with);

    private static async Task<RunningHost> StartAsync(TemporaryFolder folder, TemporaryFolder? ownFolder, Func<Options, Options>? with)
    {
        var options = new Options { Port = 0, Data = folder.PathOf("data"), ManualClock = true };
        return new RunningHost(await LocalHostApp.StartAsync(with?.Invoke(options) ?? options), ownFolder);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> PostJsonAsync(string path, string json) =>
        Client.PostAsync(path, new StringContent(json, MediaTypeHeaderValue.Parse("application/json")));

    /// <summary>A text through the webhook.</summary>
    /// <returns>The TwiML as it was answered.</returns>
    public async Task<string> TextAsync(string from, string messageSid, string body)
    {
        using var response = await PostFormAsync("/sms/inbound", ("From", from), ("To", "+14155550190"), ("Body", body), ("MessageSid", messageSid));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The texts and keys of a TwiML answer.</summary>
    public static IReadOnlyList<(string Key, string Body)> Replies(string twiML) =>
        [.. XElement.Parse(twiML).Elements("Message").Select(message => (message.Attribute("action")!.Value.Split("?m=")[1], message.Value))];

    public Task<string> GetAsync(string path) => Client.GetStringAsync(path);

    public async Task<JsonElement[]> ThreadAsync(string phone) =>
        [.. JsonElement.Parse(await GetAsync($"/local/phones/{phone}/messages")).EnumerateArray()];

    public async Task<string[]> BodiesAsync(string phone) => [.. (await ThreadAsync(phone)).Select(text => text.GetProperty("body").GetString()!)];

    public async Task<string> AdvanceAsync(string by)
    {
        using var response = await PostJsonAsync("/local/clock/advance", $$"""{ "by": "{{by}}" }""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownFolder?.Dispose();
    }
}
