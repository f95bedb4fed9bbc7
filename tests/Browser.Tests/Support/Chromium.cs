using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary>The one browser that all tests share; every visit is a stranger to the others.</summary>
internal static class Chromium
{
    /// <summary>Names the browser to use, where it is none of those that are looked for.</summary>
    public const string Variable = "CURBSIDE_BROWSER";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly Lazy<Task<IPlaywright>> Driver = new(Playwright.CreateAsync);
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    public static IReadOnlyList<string> Arguments { get; } = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

    public static Task<IBrowser> Browser => Shared.Value;

    /// <summary>Where it is.</summary>
    public static async Task<string> PathAsync()
    {
        var own = (await Driver.Value).Chromium.ExecutablePath;
        var path = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
            : Places.FirstOrDefault(File.Exists) ?? (File.Exists(own) ? own : null);
        return path ?? throw new InvalidOperationException($"There is no browser. Install Chromium or Chrome, or name one in {Variable}.");
    }

    private static async Task<IBrowser> LaunchAsync() =>
        await (await Driver.Value).Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = await PathAsync(), Args = Arguments });
}
