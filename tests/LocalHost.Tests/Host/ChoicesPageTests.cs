using System.Net;
using Curbside.People;

namespace Curbside.LocalHost.Host;

/// <summary>What a manager sees of why somebody was asked and somebody else was not.</summary>
public sealed class ChoicesPageTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Everyone_has_a_reason_and_the_overview_leads_there()
    {
        var id = await _host.MayaAsksAsync();
        Assert.Contains($"""<a href="/local/consults/{id}">medication, today</a>""", await _host.GetAsync("/local"), StringComparison.Ordinal);
        var page = await _host.GetAsync($"/local/consults/{id}");
        Assert.Contains("<td>Noor Ng</td><td>1, asked</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>Maya Lee</td><td>not asked</td>\n<td>asks it; not a consultant; not a prescriber</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>Grace Kim</td><td>not asked</td>\n<td>not a prescriber</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_exclusion_looks_like_a_pause()
    {
        var people = _host.Get<PeopleBook>();
        await people.KeepApartAsync(IdOf(RunningHost.Maya), [IdOf(RunningHost.Noor)]);
        var id = await _host.MayaAsksAsync();
        var page = await _host.GetAsync($"/local/consults/{id}");
        Assert.Contains("<td>Noor Ng</td><td>not asked</td>\n<td>by private choice</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kept apart", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_shown_of_support()
    {
        await _host.TextAsync(RunningHost.Maya, "SM1", "ASK SUPPORT TODAY");
        Assert.DoesNotContain("/local/consults/", await _host.GetAsync("/local"), StringComparison.Ordinal);
        var listed = System.Text.Json.JsonElement.Parse(await _host.GetAsync("/local/consults"));
        using var response = await _host.Client.GetAsync($"/local/consults/{listed[0].GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static PersonId IdOf(string phone) => PersonId.Of(PhoneNumber.Parse(phone));
}
