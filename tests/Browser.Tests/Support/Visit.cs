using System.Text.Json;
using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary>One person at a browser. Whatever a page does that it must not is kept, and fails the test at the next look or at the end.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly (int Width, int Height) Phone = (360, 740);
    private static readonly (int Width, int Height) Desk = (1280, 900);

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Tools.Path("node_modules/axe-core/axe.min.js")));

    private readonly IBrowserContext _context;
    private readonly string _host;
    private readonly List<string> _troubles = [];

    private Visit(IBrowserContext context, IPage page, string host)
    {
        (_context, Page, _host) = (context, page, host);
        context.Request += (_, request) => Note(new Uri(request.Url).Authority != _host, $"asked another host: {request.Url}");
        context.Console += (_, message) => Note(IsTrouble(message), $"said: {message.Text}");
        context.WebError += (_, error) => Note(true, $"failed: {error.Error}");
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public static async Task<Visit> OpenAsync(Demo demo, string path = "/", bool atPhone = false, bool dark = false, bool script = true)
    {
        var (width, height) = atPhone ? Phone : Desk;
        var context = await (await Chromium.Browser).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = demo.Url,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "America/Los_Angeles",
            Locale = "en-US",
        });
        context.SetDefaultTimeout(20_000);
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))");
        var visit = new Visit(context, await context.NewPageAsync(), new Uri(demo.Url).Authority);
        await visit.GoAsync(path);
        return visit;
    }

    public Task GoAsync(string path) => Page.GotoAsync(path);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public Task PressAsync(string button) => Button(button).ClickAsync();

    public async Task SeesAsync(string text) =>
        await Assertions.Expect(Page.Locator("body")).ToContainTextAsync(text, new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });

    public async Task DoesNotSeeAsync(string text) => await Assertions.Expect(Page.Locator("body")).Not.ToContainTextAsync(text);

    /// <summary>
    /// What is on the page now can be read and used by everyone (axe, WCAG 2.2 AA), at a phone in the light and at a desk in the dark, and nothing sticks
    /// out sideways.
    /// </summary>
    public async Task LooksRightAsync(string state)
    {
        foreach (var ((width, height), scheme) in new[] { (Phone, ColorScheme.Light), (Desk, ColorScheme.Dark) })
        {
            await Page.SetViewportSizeAsync(width, height);
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var where = $"{state}, {width} px, {scheme}";
            var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{where}: the page is {wide} px wide.");
            var violations = await ViolationsAsync();
            Assert.True(violations.Length == 0, $"{where}: {violations}");
        }

        NoTroubles();
    }

    /// <summary>Nothing was blocked, nothing failed, and nobody else was asked.</summary>
    public void NoTroubles()
    {
        lock (_troubles)
        {
            Assert.True(_troubles.Count == 0, string.Join('\n', _troubles));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        NoTroubles();
    }

    private async Task<string> ViolationsAsync()
    {
        // An evaluation is not bound by the page's policy, as a script in the page would be.
        if (!await Page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await Page.EvaluateAsync(Axe.Value);
        }

        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
                    resultTypes: ['violations'], preload: false,
                })).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)} (${node.failureSummary})`))
            """);
        return string.Join('\n', found.EnumerateArray().Select(violation => violation.GetString()));
    }

    /// <summary>A form that is refused is answered with 400, and a link that opens nothing with 404; the browser's remark on that is no trouble.</summary>
    private static bool IsTrouble(IConsoleMessage message) =>
        message.Type is "error" or "warning"
        && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal)
        && !message.Text.StartsWith("Failed to load resource: net::ERR_", StringComparison.Ordinal);

    private void Note(bool isTrouble, string trouble)
    {
        if (isTrouble)
        {
            lock (_troubles)
            {
                _troubles.Add(trouble);
            }
        }
    }
}
