using System.Globalization;
using Xunit.Abstractions;

namespace Curbside.Browser;

/// <summary>Each page weighs at most 50 KB with everything that it loads, and shows something within 100 ms on loopback.</summary>
public class Light_and_fast(ITestOutputHelper output)
{
    private const int MostBytes = 50_000;
    private const double MostMilliseconds = 100;

    /// <summary>A machine that is busy with something else paints nothing in time, so a bare line of text is the yardstick there.</summary>
    private const double MostTimesABareLine = 3;

    /// <summary>The best of a few: what else the machine does, and that a browser has just started, is not the page's.</summary>
    private const int Tries = 6;

    [Fact]
    public async Task Every_page()
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await demo.TextAsync(Demo.Noor, "A1");
        await using var browser = await PlainBrowser.StartAsync();
        foreach (var path in new[] { "/", await demo.LinkAsync(Demo.Maya), await demo.LinkAsync(Demo.Noor), "/?held", "/join", "/privacy", "/terms", "/local" })
        {
            var url = new Uri(new Uri(demo.Url), path).ToString();
            var bytes = await WeighAsync(demo, url);
            var (bare, paint) = (double.MaxValue, double.MaxValue);
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                bare = Math.Min(bare, await browser.PaintAsync($"{demo.Url}/healthz"));
                paint = Math.Min(paint, await browser.PaintAsync(url));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes} bytes, painted after {paint:F0} ms; a bare line after {bare:F0} ms"));
            Assert.InRange(bytes, 1, MostBytes);
            Assert.InRange(paint, 0, Math.Max(MostMilliseconds, MostTimesABareLine * bare));
        }
    }

    /// <returns>Everything that a browser loads which has seen nothing of it before.</returns>
    private static async Task<int> WeighAsync(Demo demo, string url)
    {
        await using var visit = await Visit.OpenAsync(demo, "/healthz");
        var bodies = new List<Task<byte[]>>();
        visit.Page.Response += (_, response) => bodies.Add(response.BodyAsync());
        await visit.GoAsync(url);
        return (await Task.WhenAll(bodies)).Sum(body => body.Length);
    }
}
