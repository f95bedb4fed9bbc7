using Curbside.LocalHost.Storage;
using NodaTime;

namespace Curbside.LocalHost.Host;

public sealed class OptionsTests
{
    [Fact]
    public void Without_any_the_demo_runs_on_5080_with_the_real_clock_and_a_folder_named_data() =>
        Assert.Equal(new Options { Port = 5080, Data = "data", ManualClock = false }, Options.Parse([]));

    [Fact]
    public void All_of_them_are_understood()
    {
        var expected = new Options
        {
            Port = 0,
            Data = "somewhere",
            Roster = "r.csv",
            Policy = "p.json",
            ManualClock = true,
            Start = Instant.FromUtc(2026, 3, 2, 16, 30),
        };
        string[] arguments =
        [
            "--start", "2026-03-02T08:30-08:00", "--clock", "manual", "--policy", "p.json", "--roster", "r.csv",
            "--data", "somewhere", "--port", "0",
        ];
        Assert.Equal(expected, Options.Parse(arguments));
    }

    [Theory]
    [InlineData("2026-01-05T17:00Z")]
    [InlineData("2026-01-05T17:00:00Z")]
    [InlineData("2026-01-05T09:00:00-08:00")]
    public void A_start_may_have_seconds_and_be_in_utc(string start) =>
        Assert.Equal(Instant.FromUtc(2026, 1, 5, 17, 0), Options.Parse(["--clock", "manual", "--start", start]).Start);

    [Theory]
    [InlineData("There is no option --prot.", "--prot", "1")]
    [InlineData("'5080' is not an option.", "5080")]
    [InlineData("--port lacks its value.", "--port")]
    [InlineData("--data lacks its value.", "--data", "--port", "1")]
    [InlineData("--data lacks its value.", "--data", "")]
    [InlineData("--port is given twice.", "--port", "1", "--port", "2")]
    [InlineData("'65536' is not a port: give a number from 0 to 65535.", "--port", "65536")]
    [InlineData("'-1' is not a port: give a number from 0 to 65535.", "--port", "-1")]
    [InlineData("'fast' is not a clock: give real or manual.", "--clock", "fast")]
    [InlineData("'2026-01-05' is not a time with its offset: write it like 2026-01-05T09:00-08:00.", "--start", "2026-01-05")]
    [InlineData("'2026-01-05T09:00' is not a time with its offset: write it like 2026-01-05T09:00-08:00.", "--start", "2026-01-05T09:00")]
    [InlineData("--start sets a manual clock: add --clock manual.", "--start", "2026-01-05T09:00-08:00")]
    public void A_bad_one_is_told_with_how_it_is_used(string what, params string[] arguments)
    {
        var wrong = Assert.Throws<StartException>(() => Options.Parse(arguments));
        Assert.Equal($"{what}\n\n{Options.Usage}", wrong.Message);
    }

    [Fact]
    public async Task A_bad_one_ends_the_program_with_2() => Assert.Equal(2, await Program.Main(["--port", "many"]));

    [Fact]
    public async Task A_wrong_roster_ends_the_program_with_2_and_every_error_has_its_line()
    {
        using var folder = new TemporaryFolder();
        var roster = folder.PathOf("roster.csv");
        await File.WriteAllTextAsync(roster, $"{People.RosterFile.Header}\nMaya Lee\n");
        var options = new Options { Port = 0, Data = folder.PathOf("data"), Roster = roster };

        var wrong = await Assert.ThrowsAsync<StartException>(() => LocalHostApp.StartAsync(options));

        var expected = $"Nothing is imported, because something is wrong in '{roster}':\n  line 2: this row has 1 fields";
        Assert.StartsWith(expected, wrong.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(options.Data));
        Assert.Equal(2, await Program.Main(["--port", "0", "--data", options.Data, "--roster", roster]));
    }

    [Fact]
    public async Task A_wrong_policy_names_its_line()
    {
        using var folder = new TemporaryFolder();
        var policy = folder.PathOf("policy.json");
        await File.WriteAllTextAsync(policy, "{\n  \"bufer\": \"5 min\"\n}");

        var options = new Options { Port = 0, Data = folder.PathOf("data"), Policy = policy };
        var wrong = await Assert.ThrowsAsync<StartException>(() => LocalHostApp.StartAsync(options));

        Assert.Contains("\n  line 2, bufer: ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        using var folder = new TemporaryFolder();
        var missing = folder.PathOf("missing.csv");
        var options = new Options { Port = 0, Data = folder.PathOf("data"), Roster = missing };
        var wrong = await Assert.ThrowsAsync<StartException>(() => LocalHostApp.StartAsync(options));
        Assert.StartsWith($"'{missing}' cannot be read: ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_told()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder);
        var port = host.Client.BaseAddress!.Port;
        var options = new Options { Port = port, Data = folder.PathOf("other") };
        var wrong = await Assert.ThrowsAsync<StartException>(() => LocalHostApp.StartAsync(options));
        Assert.StartsWith($"Port {port} cannot be used: ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_in_use_ends_the_program_with_2()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder);
        Assert.Equal(2, await Program.Main(["--port", "0", "--data", folder.PathOf("data")]));
    }
}
