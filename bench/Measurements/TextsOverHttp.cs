using System.Collections.Concurrent;
using System.Diagnostics;
using Curbside.Bench.Practice;
using NodaTime;

namespace Curbside.Bench.Measurements;

/// <summary>
/// From a text in the webhook to the reply in its answer: at a fixed rate, counted from when each text was meant to be sent, so that waiting behind
/// others counts; and as fast as 64 connections can.
/// </summary>
internal static class TextsOverHttp
{
    private const int PerSecond = 200;
    private const int WarmUp = 10 * PerSecond;
    private const int Measured = 15 * PerSecond;
    private const int Connections = 64;
    private const int SaturatedTexts = 4000;
    private const double TargetMedian = 5;
    private const double TargetP99 = 25;

    public static async Task<IReadOnlyList<Line>> MeasureAsync(Workspace workspace)
    {
        var steady = await AtRateAsync(workspace);
        var (saturated, perSecond, computing) = await SaturatedAsync(workspace);
        var all = Milliseconds(steady);
        var shares = steady.CountBy(text => text.Kind)
            .OrderByDescending(kind => kind.Value)
            .Select(kind => $"{100.0 * kind.Value / steady.Count:F0} % {kind.Key}");
        var byKind = steady.GroupBy(text => text.Kind).Select(kind => $"{kind.Key} {Milliseconds(kind).Median:F1}");
        var fast = Milliseconds(saturated);
        return
        [
            new Line(
                $"text to reply at {PerSecond}/s ({string.Join(", ", shares)}), median", $"{all.Median:F1} ms", "≤ 5 ms", all.Median <= TargetMedian),
            new Line($"the same, p99 of {all.Count} (max {all.Max:F0} ms)", $"{all.P99:F1} ms", "≤ 25 ms", all.P99 <= TargetP99),
            new Line("the same, median by kind of text", string.Join(", ", byKind) + " ms"),
            new Line(
                $"texts saturated, {Connections} connections",
                $"{perSecond:F0}/s, p50 {fast.Median:F0} ms, p99 {fast.P99:F0} ms; {computing:F1} ms of computing each"),
        ];
    }

    private static async Task<IReadOnlyList<(string Kind, double Milliseconds)>> AtRateAsync(Workspace workspace)
    {
        var folder = workspace.NewFolder();
        await using var host = await StartAsync(folder, workspace);
        using var offers = new OpenOffers(folder);
        var mix = new Mix(offers);
        var results = new ConcurrentBag<(string, double)>();
        var sending = new List<Task>();
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < WarmUp + Measured; n++)
        {
            var intended = TimeSpan.FromSeconds((double)n / PerSecond);
            if (intended - watch.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            var (text, measured) = (mix.Next(), n >= WarmUp);
            sending.Add(Task.Run(async () =>
            {
                await SendAsync(host, text);
                if (measured)
                {
                    results.Add((text.Kind, (watch.Elapsed - intended).TotalMilliseconds));
                }
            }));
        }

        await Task.WhenAll(sending);
        return [.. results];
    }

    private static async Task<(IReadOnlyList<(string Kind, double Milliseconds)>, double PerSecond, double ComputingEach)> SaturatedAsync(
        Workspace workspace)
    {
        var folder = workspace.NewFolder();
        await using var host = await StartAsync(folder, workspace);
        using var offers = new OpenOffers(folder);
        var mix = new Mix(offers);
        var picking = new Lock();
        var results = new ConcurrentBag<(string, double)>();
        var left = SaturatedTexts;
        var before = host.Computing;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                Texted text;
                lock (picking)
                {
                    text = mix.Next();
                }

                var from = watch.Elapsed;
                await SendAsync(host, text);
                results.Add((text.Kind, (watch.Elapsed - from).TotalMilliseconds));
            }
        })));
        return (
            [.. results],
            SaturatedTexts / watch.Elapsed.TotalSeconds,
            (host.Computing - before).TotalMilliseconds / SaturatedTexts);
    }

    private static Task<HostProcess> StartAsync(string folder, Workspace workspace) =>
        HostProcess.StartAsync(folder, new BenchPractice(SystemClock.Instance.GetCurrentInstant()).WriteFiles(workspace.NewFolder()));

    private static async Task SendAsync(HostProcess host, Texted text)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("From", text.From), new("To", "+14155550100"), new("Body", text.Body), new("MessageSid", $"SM{Guid.NewGuid():N}"),
        ]);
        using var answer = await host.Client.PostAsync(new Uri("/sms/inbound", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static Percentiles Milliseconds(IEnumerable<(string Kind, double Milliseconds)> texts) => new(texts.Select(text => text.Milliseconds));
}
