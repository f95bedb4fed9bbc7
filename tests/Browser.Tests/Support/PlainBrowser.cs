using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Curbside.Browser;

/// <summary>
/// A browser that is told where to go and asked when it painted, and nothing else (https://chromedevtools.github.io/devtools-protocol/). What the other
/// tests watch it with takes about as long as a page does.
/// </summary>
internal sealed partial class PlainBrowser : IAsyncDisposable
{
    private const string FirstPaint =
        "new Promise(painted => new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(paint => painted(paint.startTime)))"
        + ".observe({ type: 'paint', buffered: true }))";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _page = new();
    private int _calls;

    private PlainBrowser(Process process, string profile) => (_process, _profile) = (process, profile);

    public static async Task<PlainBrowser> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("curbside-").FullName;
        string[] arguments =
            [.. Chromium.Arguments, "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--window-size=1280,900", "about:blank"];
        var process = Process.Start(new ProcessStartInfo(await Chromium.PathAsync(), arguments) { RedirectStandardError = true })!;
        var browser = new PlainBrowser(process, profile);
        await browser.ConnectAsync();
        return browser;
    }

    /// <returns>Milliseconds from the navigation to the first contentful paint.</returns>
    public async Task<double> PaintAsync(string url)
    {
        await CallAsync("Page.navigate", new JsonObject { ["url"] = url });
        var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = FirstPaint, ["awaitPromise"] = true, ["returnByValue"] = true });
        return answer["result"]!["value"]!.GetValue<double>();
    }

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // One of its processes is still ending; the system clears its folder of temporary files.
        }
    }

    private async Task ConnectAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var port = "";
        while (port.Length == 0)
        {
            var line = await _process.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The browser ended at once.");
            port = Listening().Match(line).Groups[1].Value;
        }

        // What else it has to say is read, so that it need not wait to say it.
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var http = new HttpClient();
        var targets = JsonElement.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), patience.Token));
        var page = targets.EnumerateArray().First(target => target.GetProperty("type").GetString() == "page");
        await _page.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), patience.Token);
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        using var patience = new CancellationTokenSource(Patience);
        var call = new JsonObject { ["id"] = ++_calls, ["method"] = method, ["params"] = parameters };
        await _page.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        while (true)
        {
            var answer = JsonNode.Parse(await ReceiveAsync(patience.Token))!;
            if (answer["id"]?.GetValue<int>() == _calls)
            {
                return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
            }
        }
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken stop)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _page.ReceiveAsync(buffer, stop);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return message.ToArray();
    }

    [GeneratedRegex("DevTools listening on ws://127\\.0\\.0\\.1:([0-9]+)/")]
    private static partial Regex Listening();
}
