using System.Net;
using System.Text.Json;
using Curbside.LocalHost.Storage;
using NodaTime;

namespace Curbside.LocalHost.Host;

public sealed class ClockTests
{
    [Fact]
    public async Task A_manual_clock_stands_where_it_was_started()
    {
        await using var host = await RunningHost.StartAsync(options => options with { Start = Instant.FromUtc(2026, 2, 3, 4, 5) });
        Assert.Equal("""{"now":"2026-02-03T04:05:00Z"}""", await host.GetAsync("/local/clock"));
        Assert.Equal("""{"now":"2026-02-03T04:05:00Z"}""", await host.GetAsync("/local/clock"));
    }

    [Theory]
    [InlineData("00:45:00", "2026-01-05T17:45:00Z")]
    [InlineData("00:00:01", "2026-01-05T17:00:01Z")]
    [InlineData("00:00:00", "2026-01-05T17:00:00Z")]
    [InlineData("1.02:03:04", "2026-01-06T19:03:04Z")]
    [InlineData("40.00:00:00", "2026-02-14T17:00:00Z")]
    public async Task It_is_advanced_by_what_is_asked(string by, string now)
    {
        await using var host = await RunningHost.StartAsync();
        Assert.Equal($$"""{"now":"{{now}}"}""", await host.AdvanceAsync(by));
        Assert.Equal($$"""{"now":"{{now}}"}""", await host.GetAsync("/local/clock"));
    }

    [Theory]
    [InlineData("""{ "by": "-00:10:00" }""")]
    [InlineData("""{ "by": "45" }""")]
    [InlineData("""{ "by": "25:00:00" }""")]
    [InlineData("""{ "by": "9999.00:00:00" }""")]
    [InlineData("""{ "by": 45 }""")]
    [InlineData("""{ "by": null }""")]
    [InlineData("""{ }""")]
    [InlineData("""{ "by": """)]
    [InlineData("")]
    public async Task What_is_no_time_is_400_and_nothing_moves(string body)
    {
        await using var host = await RunningHost.StartAsync();
        using var response = await host.PostJsonAsync("/local/clock/advance", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("Send how far, as in { \"by\": \"00:45:00\" }", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"now":"2026-01-05T17:00:00Z"}""", await host.GetAsync("/local/clock"));
    }

    [Fact]
    public async Task A_real_clock_cannot_be_advanced()
    {
        await using var host = await RunningHost.StartAsync(options => options with { ManualClock = false });
        using var response = await host.PostJsonAsync("/local/clock/advance", """{ "by": "00:45:00" }""");
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("The clock is real. Start with --clock manual to advance it.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Everything_that_falls_due_on_the_way_happens_at_its_own_time()
    {
        await using var host = await RunningHost.StartAsync();
        await host.MayaAsksAsync();

        await host.AdvanceAsync("06:00:00");

        // A prescriber each half hour from 9 in California, until the promise of four hours ends.
        var offers = new List<string>();
        foreach (var prescriber in (string[])[RunningHost.Noor, "+13035550105", "+13035550106", "+12125550112"])
        {
            offers.AddRange(
                from text in await host.ThreadAsync(prescriber)
                where text.GetProperty("body").GetString()!.Contains("asks a CA medication question", StringComparison.Ordinal)
                select text.GetProperty("at").GetString()!);
        }

        Assert.Equal(["2026-01-05T17:00:00Z", "2026-01-05T17:30:00Z", "2026-01-05T18:00:00Z"], offers.Order().Take(3));
        var consult = JsonElement.Parse(await host.GetAsync("/local/consults"))[0];
        Assert.Equal("unanswered", consult.GetProperty("state").GetString());
        Assert.Equal("2026-01-05T21:00:00Z", consult.GetProperty("promiseAt").GetString());
        var told = (await host.ThreadAsync(RunningHost.Maya)).Select(text => text.GetProperty("at").GetString()!).ToList();
        Assert.Contains("2026-01-05T21:00:00Z", told);
        Assert.Equal(told.Order(), told);
    }

    [Fact]
    public async Task Advances_at_the_same_time_follow_each_other()
    {
        await using var host = await RunningHost.StartAsync();
        await host.MayaAsksAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.AdvanceAsync("00:10:00")));
        Assert.Equal("""{"now":"2026-01-05T17:40:00Z"}""", await host.GetAsync("/local/clock"));
        Assert.Equal(2, JsonElement.Parse(await host.GetAsync("/local/consults"))[0].GetProperty("wave").GetInt32());
    }

    [Fact]
    public async Task A_manual_clock_goes_on_where_it_was()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await RunningHost.StartAsync(folder))
        {
            await host.AdvanceAsync("1.00:00:00");
        }

        await using var again = await RunningHost.StartAsync(folder, options => options with { Start = Instant.FromUtc(2030, 1, 1, 0, 0) });
        Assert.Equal("""{"now":"2026-01-06T17:00:00Z"}""", await again.GetAsync("/local/clock"));
    }
}
