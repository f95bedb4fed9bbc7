using Curbside.Bench.Measurements;

namespace Curbside.Bench;

/// <summary>Measures what Curbside promises of its speed and size, on loopback alone, and prints one table. Takes less than three minutes.</summary>
internal static class Program
{
    private static readonly (string Name, Func<Workspace, Task<IReadOnlyList<Line>>> Measure)[] Measurements =
    [
        ("start", StartTime.MeasureAsync),
        ("texts", TextsOverHttp.MeasureAsync),
        ("steps", DurableSteps.MeasureAsync),
        ("deadlines", PendingDeadlines.MeasureAsync),
        ("requests", StorageRequests.MeasureAsync),
    ];

    /// <param name="args">Names of measurements; none for all.</param>
    public static async Task<int> Main(string[] args)
    {
        var unknown = args.Except(Measurements.Select(measurement => measurement.Name)).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"There is no {string.Join(", ", unknown)}; there are {string.Join(", ", Measurements.Select(known => known.Name))}.");
            return 1;
        }

#if DEBUG
        await Console.Error.WriteLineAsync("This is a debug build, whose figures say nothing. Run it with: dotnet run -c Release --project bench");
#endif
        using var workspace = Workspace.Create();
        var lines = new List<Line>();
        foreach (var (name, measure) in Measurements.Where(measurement => args.Length == 0 || args.Contains(measurement.Name)))
        {
            await Console.Error.WriteLineAsync($"{name} …");
            var syncs = DiskRate.SyncsPerSecond(workspace.NewFolder());
            lines.AddRange((await measure(workspace)).Select(line => line with { SyncsPerSecond = syncs }));
        }

        Console.WriteLine(Report.Of(lines));
        return 0;
    }
}
