using System.Runtime.CompilerServices;
using Curbside.LocalHost.Demo;
using Curbside.LocalHost.Storage;
using Curbside.People;

namespace Curbside.LocalHost;

/// <summary>What <c>--check</c> says of a roster before it is loaded.</summary>
public class FilesCheckTests
{
    private static readonly string[] DemoNames = ["Noor Ng", "Priya Raman", "Tom Whitehorse", "Ruth Goldberg"];

    [Fact]
    public void The_demo_practice_has_somebody_for_risk_at_every_hour_and_nobody_to_observe_on_weekends()
    {
        var (exitCode, text) = Check(new Options { ManualClock = true });
        Assert.Equal(1, exitCode);
        Assert.Contains("\nSat 10 Jan  all day  all day  5-18        all day         nobody       5-18\n", text, StringComparison.Ordinal);
        Assert.Contains("\nnote     observation: nobody can be called on Sat 10 Jan, Sun 11 Jan, Sat 17 Jan, Sun 18 Jan.\n", text, StringComparison.Ordinal);
        Assert.Contains("Luis Fernández, about a client in FL\n", text, StringComparison.Ordinal);
        Assert.Contains("\nok       risk, for all others: somebody can be called at every hour of the next 14 days.\n", text, StringComparison.Ordinal);
    }

    /// <summary>Planted: whoever may prescribe has a free Saturday. The README shows what comes of it.</summary>
    [Fact]
    public void No_prescriber_on_Saturday_is_found()
    {
        var rows = DemoRoster.Csv().Split('\n').Select(row => DemoNames.Any(row.StartsWith) ? row.Replace("Mon-Sun", "Sun-Fri", StringComparison.Ordinal) : row);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("roster.csv"), string.Join('\n', rows));
        var (_, text) = Check(new Options { ManualClock = true, Roster = folder.PathOf("roster.csv") });
        Assert.Contains("\nnote     medication, for all others: nobody can be called on Sat 10 Jan, Sat 17 Jan.\n", text, StringComparison.Ordinal);

        var shown = Document("README.md").Split("```\n").Single(block => block.StartsWith("to do ", StringComparison.Ordinal)).Split("…\n");
        Assert.True(shown.Length > 4);
        Assert.All(shown, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    /// <summary>Whoever follows the page loads this, and is told of each number that is still invented.</summary>
    [Fact]
    public void The_policy_that_the_deployment_page_shows_is_one_but_for_its_numbers()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("policy.json"), Document("docs/deploy.md").Split("```json\n")[1].Split("```")[0]);
        var (_, text) = Check(new Options { ManualClock = true, Policy = folder.PathOf("policy.json") });
        Assert.Contains("\nok       Texts come from Bayside, for Bayside Counseling.\n", text, StringComparison.Ordinal);
        foreach (var number in new[] { "texting_number", "backup_line", "assistance_line", "office_line" })
        {
            Assert.Contains($"\nto do    {number} is not set", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_deployment_page_explains_every_column_of_the_roster() => Assert.All(
        RosterFile.Header.Split(','), column => Assert.Contains($"`{column}`", Document("docs/deploy.md"), StringComparison.Ordinal));

    [Fact]
    public void A_practice_that_lacks_nothing_ends_with_0()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("policy.json"), """
            {
              "practice": {
                "sender_name": "Bayside", "name": "Bayside Counseling", "texting_number": "+14152345673",
                "backup_line": "+14152345670", "assistance_line": "+14152345671", "office_line": "+14152345672"
              }
            }
            """);

        // Everybody agreed, nobody has an invented number, and nobody asks about a client in a state that nobody else is licensed in.
        var rows = DemoRoster.Csv().Split('\n').Where(row => !row.StartsWith("Luis", StringComparison.Ordinal) && !row.StartsWith("Kai", StringComparison.Ordinal));
        File.WriteAllText(folder.PathOf("roster.csv"), string.Join('\n', rows).Replace("55501", "23401", StringComparison.Ordinal));
        var (exitCode, text) = Check(new Options { ManualClock = true, Roster = folder.PathOf("roster.csv"), Policy = folder.PathOf("policy.json") });
        Assert.EndsWith("\nNothing is left to do.\n", text, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    private static string Document(string path, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../..", path)).ReplaceLineEndings("\n");

    private static (int ExitCode, string Text) Check(Options options)
    {
        using var said = new StringWriter { NewLine = "\n" };
        return (FilesCheck.Run(options, said), said.ToString());
    }
}
