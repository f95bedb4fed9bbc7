using System.Globalization;
using Xunit.Abstractions;

namespace Curbside.Browser;

/// <summary>Each page weighs at most 50 KB with everything that it loads, and shows something within 100 ms on loopback.</summary>
/// <remarks>
/// Painted in a browser that has painted a page of the practice before: starting a process and looking up fonts is the browser's own. What a page takes in
/// one that has not is told beside it. A machine that is busy with something else paints nothing in time, so a bare line of text, painted just before, is
/// the yardstick there.
/// </remarks>
public class Light_and_fast(ITestOutputHelper output)
{
    private const int MostBytes = 50_000;
    private const double MostMilliseconds = 100;
    private const double MostTimesABareLine = 5;

    /// <summary>The best of a few: what else the machine does is not the page's.</summary>
    private const int Tries = 5;

    private const string FirstPaint =
        """
        async () => {
            for (;;) {
                const [paint] = performance.getEntriesByName('first-contentful-paint');
                if (paint) return paint.startTime;
                await new Promise(later => setTimeout(later, 10));
            }
        }
        """;

    [Fact]
    public async Task Every_page()
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await demo.TextAsync(Demo.Noor, "A1");
        foreach (var path in new[] { "/", await demo.LinkAsync(Demo.Maya), await demo.LinkAsync(Demo.Noor), "/?held", "/join", "/privacy", "/terms", "/local" })
        {
            var (bytes, bare, paint) = await MeasureAsync(demo, path);
            Assert.InRange(bytes, 1, MostBytes);
            Assert.InRange(paint, 0, Math.Max(MostMilliseconds, MostTimesABareLine * bare));
        }
    }

    /// <returns>Everything that was loaded, and the best first paints of a bare line and of the page.</returns>
    private async Task<(int Bytes, double Bare, double Paint)> MeasureAsync(Demo demo, string path)
    {
        var (bytes, bare, first, later) = (0, new List<double>(), new List<double>(), new List<double>());
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await using var visit = await Visit.OpenAsync(demo, "/healthz");
            bare.Add(await visit.Page.EvaluateAsync<double>(FirstPaint));
            var bodies = new List<Task<byte[]>>();
            visit.Page.Response += (_, response) => bodies.Add(response.BodyAsync());
            await visit.GoAsync(path);
            first.Add(await visit.Page.EvaluateAsync<double>(FirstPaint));
            bytes = (await Task.WhenAll(bodies)).Sum(body => body.Length);
            await visit.GoAsync(path);
            later.Add(await visit.Page.EvaluateAsync<double>(FirstPaint));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{path}: {bytes} bytes, painted after {later.Min():F0} ms, {first.Min():F0} ms in a new process; a bare line after {bare.Min():F0} ms"));
        return (bytes, bare.Min(), later.Min());
    }
}
