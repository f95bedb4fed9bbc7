using System.Globalization;
using System.Text;

namespace Curbside.Bench;

/// <summary>One figure with what was hoped for.</summary>
/// <param name="Target">Empty where there is none.</param>
/// <param name="Met">Null where there is no target.</param>
internal sealed record Line(string What, string Measured, string Target = "", bool? Met = null)
{
    /// <summary>What the disk did in the same minute.</summary>
    public double SyncsPerSecond { get; init; }
}

/// <summary>The table, in Markdown.</summary>
internal static class Report
{
    public static string Of(IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""

            {Environment.ProcessorCount} cores, load before the run {LoadAverage()}. The load generator shares the cores with what it measures,
            and other programs may: figures of a busy machine. Last column: 4 KB appends made durable one by one on that disk just before.

            | what | measured | target | met | syncs/s |
            |---|---|---|---|---|
            """);
        foreach (var line in lines)
        {
            var met = line.Met switch { true => "yes", false => "**no**", null => "" };
            text.AppendLine(CultureInfo.InvariantCulture, $"| {line.What} | {line.Measured} | {line.Target} | {met} | {line.SyncsPerSecond:N0} |");
        }

        return text.ToString();
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
