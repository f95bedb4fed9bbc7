using Curbside.Bench.Practice;

namespace Curbside.Bench.Measurements;

/// <summary>From the start of the process to the first 200 of its health page, with no data and with the data of an earlier run.</summary>
internal static class StartTime
{
    private const int Starts = 10;
    private const double TargetSeconds = 0.5;

    public static async Task<IReadOnlyList<Line>> MeasureAsync(Workspace workspace)
    {
        // The first start of all reads the program from disk, and warms up this side.
        await StartAsync(workspace.NewFolder());
        var fresh = new List<(double Seconds, double Computing)>();
        var existing = new List<(double Seconds, double Computing)>();
        for (var n = 0; n < Starts; n++)
        {
            var folder = workspace.NewFolder();
            fresh.Add(await StartAsync(folder));
            existing.Add(await StartAsync(folder));
        }

        return [Of("no data", fresh), Of("existing data", existing)];
    }

    private static async Task<(double Seconds, double Computing)> StartAsync(string folder)
    {
        await using var host = await HostProcess.StartAsync(folder);
        return (host.StartedIn.TotalSeconds, host.Computing.TotalSeconds);
    }

    private static Line Of(string data, List<(double Seconds, double Computing)> starts)
    {
        var seconds = new Percentiles(starts.Select(start => start.Seconds));
        var computing = new Percentiles(starts.Select(start => start.Computing));
        return new Line(
            $"start to first 200, {data}, median of {Starts}",
            $"{seconds.Median:F2} s (slowest {seconds.Max:F2} s; {computing.Median:F2} s of computing)",
            "≤ 0.5 s",
            seconds.Median <= TargetSeconds);
    }
}
