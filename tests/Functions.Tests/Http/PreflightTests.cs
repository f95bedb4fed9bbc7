using System.Text.Json;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Support;
using Curbside.People;
using NodaTime;

namespace Curbside.Functions.Http;

public sealed class PreflightTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 21, 0);

    [Fact]
    public async Task Anybody_sees_what_is_missing_and_the_manager_whom_it_is_about()
    {
        await using var world = await OpenAsync();
        var health = JsonElement.Parse(await world.Browser.GetStringAsync("/healthz"));
        Assert.False(health.GetProperty("ready").GetBoolean());
        Assert.Contains(health.GetProperty("missing").EnumerateArray(), sentence => sentence.GetString()!.StartsWith("3 people have a phone number that nobody has", StringComparison.Ordinal));

        Assert.Contains("Maya Lee; Noor Ng; ", await world.Browser.GetStringAsync("/manage/preflight"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_lives_on_when_storage_is_down()
    {
        await using var world = await OpenAsync();
        world.Store.FailAt(new Mishap(1, IsMade: false, Kills: true));
        await Assert.ThrowsAnyAsync<IOException>(() => world.Get<PolicyBook>().PutAsync("{}"));

        var health = JsonElement.Parse(await world.Browser.GetStringAsync("/healthz"));

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal("Storage does not answer, so roster and policy cannot be looked at.", Assert.Single(health.GetProperty("missing").EnumerateArray()).GetString());
    }

    private static Task<FunctionsWorld> OpenAsync() => FunctionsWorld.OpenAsync(
        Monday, PolicyFile.Default, ((RosterReading.Accepted)RosterFile.Read($"{RosterFile.Header}\n{Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar)}")).People);
}
