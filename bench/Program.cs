using System.Diagnostics;
using Curbside.Bench.Cost;
using Curbside.Bench.Measurements;
using Curbside.Bench.Practice;

namespace Curbside.Bench;

/// <summary>
/// Measures what Curbside promises of its speed and size, on loopback alone, and prints one table. It stops after four minutes at the latest.
/// </summary>
internal static class Program
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private static readonly (string Name, Func<Workspace, Task<IReadOnlyList<Line>>> Measure)[] Measurements =
    [
        ("start", StartTime.MeasureAsync),
        ("texts", TextsOverHttp.MeasureAsync),
        ("steps", DurableSteps.MeasureAsync),
        ("deadlines", PendingDeadlines.MeasureAsync),
        ("requests", StorageRequests.MeasureAsync),
        ("durable", DurableRequests.MeasureAsync),
    ];

    /// <param name="args">Names of measurements; none for all; <c>cost</c> alone for what a month costs.</param>
    public static async Task<int> Main(string[] args)
    {
        if (args is ["cost"])
        {
            Console.Write(CostPage.Of(await OneConsult.CountAsync()));
            return 0;
        }

        var unknown = args.Except(Measurements.Select(measurement => measurement.Name)).ToList();
        if (unknown.Count > 0)
        {
            var known = string.Join(", ", Measurements.Select(measurement => measurement.Name));
            await Console.Error.WriteLineAsync($"There is no {string.Join(", ", unknown)}; there are {known}.");
            return 1;
        }

#if DEBUG
        await Console.Error.WriteLineAsync("This is a debug build, whose figures say nothing. Run it with: dotnet run -c Release --project bench");
#endif
        using var workspace = Workspace.Create();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => HostProcess.KillAll();
        var watch = Stopwatch.StartNew();
        var lines = new List<Line>();
        foreach (var (name, measure) in Measurements.Where(measurement => args.Length == 0 || args.Contains(measurement.Name)))
        {
            await Console.Error.WriteLineAsync($"{name} …");
            var syncs = DiskRate.SyncsPerSecond(workspace.NewFolder());
            var measuring = measure(workspace);
            if (await Task.WhenAny(measuring, Task.Delay(Longest - watch.Elapsed)) != measuring)
            {
                lines.Add(new Line(name, "not finished: the four minutes were over") { SyncsPerSecond = syncs });
                break;
            }

            lines.AddRange((await measuring).Select(line => line with { SyncsPerSecond = syncs }));
        }

        HostProcess.KillAll();
        Console.WriteLine(Report.Of(lines));
        return 0;
    }
}
