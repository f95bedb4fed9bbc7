using Curbside.LocalHost.Demo;

namespace Curbside.LocalHost;

/// <summary>What <c>--check</c> says of a roster before it is loaded.</summary>
public class CoverageCheckTests
{
    private static readonly string[] DemoNames = ["Noor Ng", "Priya Raman", "Tom Whitehorse", "Ruth Goldberg"];

    [Fact]
    public void The_demo_practice_has_somebody_for_risk_at_every_hour_and_nobody_to_observe_on_weekends()
    {
        var (exitCode, text) = Check(new Options { ManualClock = true });
        Assert.Equal(1, exitCode);
        Assert.Contains("\nSat 10 Jan  all day  all day  5-18        all day         nobody       5-18\n", text, StringComparison.Ordinal);
        Assert.Contains("observation: nobody on Sat 10 Jan, Sun 11 Jan, Sat 17 Jan, Sun 18 Jan.", text, StringComparison.Ordinal);
        Assert.Contains("medication: nobody on the roster may answer Luis Fernández about a client in FL, at any hour.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("risk: nobody at", text, StringComparison.Ordinal);
    }

    /// <summary>Planted: whoever may prescribe has a free Saturday.</summary>
    [Fact]
    public void No_prescriber_on_Saturday_is_found()
    {
        var rows = DemoRoster.Csv().Split('\n').Select(row => DemoNames.Any(row.StartsWith) ? row.Replace("Mon-Sun", "Sun-Fri", StringComparison.Ordinal) : row);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join('\n', rows));
            var (_, text) = Check(new Options { ManualClock = true, Roster = file });
            Assert.Contains("medication: nobody on Sat 10 Jan, Sat 17 Jan.", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int ExitCode, string Text) Check(Options options)
    {
        using var said = new StringWriter { NewLine = "\n" };
        return (CoverageCheck.Run(options, said), said.ToString());
    }
}
