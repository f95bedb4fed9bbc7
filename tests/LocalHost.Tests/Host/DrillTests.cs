using System.Text.Json;

namespace Curbside.LocalHost.Host;

/// <summary>A manager of the demo practice drills, and the machine shows all of it as a drill.</summary>
public sealed class DrillTests : IAsyncLifetime
{
    private const string Elena = "+13125550109";

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task It_is_lived_through_on_one_phone_while_no_other_hears_of_it()
    {
        foreach (var step in new[] { "DRILL", "B1", "00:15:00", "A1", "A2" })
        {
            using var done = step.Contains(':', StringComparison.Ordinal)
                ? await _host.PostJsonAsync("/local/clock/advance", $$"""{ "by": "{{step}}" }""")
                : await _host.PostFormAsync($"/local/phones/{Elena}/texts", ("body", step));
        }

        Assert.Contains("DRILL A: that is all of it.", (await _host.BodiesAsync(Elena))[^1], StringComparison.Ordinal);
        var mails = JsonElement.Parse(await _host.GetAsync("/local/mailboxes/elena.petrova@example.org/messages"));
        Assert.Equal(2, mails.GetArrayLength());
        var overview = await _host.GetAsync("/local");
        Assert.DoesNotContain(" new</b>", overview, StringComparison.Ordinal);
        Assert.Equal(2, overview.Split("/local/mailboxes/").Length);
    }

    [Fact]
    public async Task In_the_list_and_where_it_is_told_why_somebody_was_asked_it_is_marked()
    {
        using var sent = await _host.PostFormAsync($"/local/phones/{Elena}/texts", ("body", "DRILL"));
        var consult = JsonElement.Parse(await _host.GetAsync("/local/consults"))[0];
        Assert.True(consult.GetProperty("drill").GetBoolean());
        Assert.Equal("Elena Petrova", consult.GetProperty("clinician").GetString());

        var id = consult.GetProperty("id").GetString();
        Assert.Contains($"""<a href="/local/consults/{id}">DRILL: case, today</a>""", await _host.GetAsync("/local"), StringComparison.Ordinal);
        var page = await _host.GetAsync($"/local/consults/{id}");
        Assert.Contains("DRILL: Who was asked, and why", page, StringComparison.Ordinal);
        Assert.Contains("<td>Stand-in</td><td>1, asked</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor Ng", page, StringComparison.Ordinal);
    }
}
