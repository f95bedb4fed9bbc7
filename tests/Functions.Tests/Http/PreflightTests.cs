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

    /// <summary>A text that comes in shows that Twilio's webhook is right, and its answer that texts arrive.</summary>
    [Fact]
    public async Task What_was_seen_to_work_is_known_to_every_deployment()
    {
        await using var world = await OpenAsync();
        const string cameIn = "A text that Twilio signed came in, last on Mon 5 Jan.";
        const string arrived = "A text reached its phone, last on Mon 5 Jan.";
        Assert.Contains("No text that Twilio signed has come in yet.", await world.Browser.GetStringAsync("/manage/preflight"), StringComparison.Ordinal);

        await world.TextAsync("+14155550101", "SM1", "ASK MED TODAY", null);

        await using var another = await world.OpenAnotherAsync();
        foreach (var one in new[] { world, another })
        {
            var report = await one.Browser.GetStringAsync("/manage/preflight");
            Assert.Contains(cameIn, report, StringComparison.Ordinal);
            Assert.Contains(arrived, report, StringComparison.Ordinal);
            Assert.Contains("No email has reached a mailbox yet.", report, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_text_that_nobody_signed_was_not_seen()
    {
        await using var world = await OpenAsync();
        using var refused = await world.PostSignedAsync("/sms/inbound", new() { ["From"] = "+14155550101", ["MessageSid"] = "SM1", ["Body"] = "?" }, "a token that is not the carrier's");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("No text that Twilio signed has come in yet.", await world.Browser.GetStringAsync("/manage/preflight"), StringComparison.Ordinal);
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
