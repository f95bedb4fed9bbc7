using System.Diagnostics;
using System.Globalization;
using Curbside.Bench.Practice;
using Curbside.Bench.Storage;
using Curbside.People;

namespace Curbside.Bench.Measurements;

/// <summary>
/// Steps a second, each durable before it is answered, by 64 callers in this process, beside a bare SQLite loop that reads and writes the same rows
/// with one transaction for each step. A step is a text and all that follows from it before its answer.
/// </summary>
internal static class DurableSteps
{
    private const int Callers = 64;
    private const int RequestsPerClinician = 8;
    private const int Rounds = 3;
    private const double TargetShare = 0.5;

    /// <summary>A consultant refuses, and the next is asked: the text is recorded, the consult decides, the next phone is told.</summary>
    private static readonly Step[] Refusals =
    [
        .. from letter in "ABCDEFGH"[..RequestsPerClinician]
           from state in Enumerable.Range(0, BenchPractice.States)
           select new Step(BenchPractice.Phone(state, 1), $"{letter}0", $"no {state} {letter}"),
    ];

    /// <summary>A look at what is open: the text is recorded, and answered.</summary>
    private static readonly Step[] Looks =
        [.. Enumerable.Range(0, 1000).Select(n => new Step(BenchPractice.Everyone[n % BenchPractice.Everyone.Length], "?", $"look {n}"))];

    public static async Task<IReadOnlyList<Line>> MeasureAsync(Workspace workspace)
    {
        var seed = workspace.NewFolder();
        using (var practice = Open(seed))
        {
            await practice.People.ImportAsync(new BenchPractice(BenchPractice.Morning).People);
            await Parallel.ForEachAsync(BenchPractice.Clinicians, async (clinician, _) =>
            {
                for (var n = 0; n < RequestsPerClinician; n++)
                {
                    await TextAsync(practice, new Step(clinician, "ASK MED TODAY", $"ask {clinician} {n}"));
                }
            });
        }

        return
        [
            await CompareAsync(workspace, seed, "a refusal and the next is asked", Refusals),
            await CompareAsync(workspace, seed, "?", Looks),
        ];
    }

    private static async Task<Line> CompareAsync(Workspace workspace, string seed, string name, Step[] steps)
    {
        var recorded = await RecordAsync(workspace.CopyOf(seed), steps);
        var rounds = new List<(double Bare, double Saturated, double Computing)>();
        for (var round = 0; round < Rounds; round++)
        {
            // In turn, since what else runs and the disk's rate change from one moment to the next.
            var bare = Bare(workspace.CopyOf(seed), recorded);
            var (saturated, computing) = await SaturatedAsync(workspace.CopyOf(seed), steps);
            rounds.Add((bare, saturated, computing));
        }

        var requests = recorded.Average(step => step.Count);
        var commits = recorded.Average(step => step.Count(request => request is StoreRequest.Commit));
        var shares = new Percentiles(rounds.Select(round => round.Saturated / round.Bare));
        return new Line(
            $"durable steps: {name} ({requests:F1} requests, {commits:F1} of them commits), medians of {Rounds}",
            $"{Median(round => round.Saturated):N0}/s ({Median(round => round.Computing):F1} ms of computing each); " +
            $"bare SQLite {Median(round => round.Bare):N0}/s: {shares.Median:P0} ({shares.Min:P0} to {shares.Max:P0})",
            "≥ 50 % of bare",
            shares.Median >= TargetShare);

        double Median(Func<(double Bare, double Saturated, double Computing), double> what) => new Percentiles(rounds.Select(what)).Median;
    }

    private static async Task<List<List<StoreRequest>>> RecordAsync(string folder, Step[] steps)
    {
        var requests = new List<StoreRequest>();
        using var practice = Open(folder, requests);
        await practice.People.CurrentAsync();
        var recorded = new List<List<StoreRequest>>();
        foreach (var step in steps)
        {
            requests.Clear();
            await TextAsync(practice, step);
            recorded.Add([.. requests]);
        }

        return recorded;
    }

    private static double Bare(string folder, List<List<StoreRequest>> steps)
    {
        using var sqlite = new BareSqlite(folder);
        var watch = Stopwatch.StartNew();
        foreach (var step in steps)
        {
            sqlite.Run(step);
        }

        return steps.Count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<(double PerSecond, double ComputingEach)> SaturatedAsync(string folder, Step[] steps)
    {
        using var practice = Open(folder);

        // The roster is read before all steps, as it is when a program has run for a while.
        await practice.People.CurrentAsync();
        var next = -1;
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < steps.Length;)
            {
                await TextAsync(practice, steps[n]);
            }
        })));
        return (
            steps.Length / watch.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / steps.Length);
    }

    private static InProcess Open(string folder, List<StoreRequest>? requests = null) => InProcess.Open(
        folder,
        new BenchPractice(BenchPractice.Morning).ReadPolicy(),
        BenchPractice.Morning,
        requests is null ? null : inner => new RecordingStore(inner, requests.Add));

    private static async Task TextAsync(InProcess practice, Step step)
    {
        var replies = await practice.Inbox.TextReceivedAsync(PhoneNumber.Parse(step.From), step.MessageSid, step.Body, null);
        if (replies.Count == 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{step} was not answered."));
        }
    }

    private sealed record Step(string From, string Body, string MessageSid);
}
