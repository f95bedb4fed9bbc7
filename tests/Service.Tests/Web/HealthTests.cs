using System.Text.Json;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.People;
using Curbside.Preflight;
using Curbside.Service.Tests.Support;
using Curbside.Storage;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Curbside.Web;

/// <summary>What anybody sees at <c>/healthz</c>, and the manager at <c>/manage/preflight</c>. It is Monday 5 January 2026, 13:00 in California.</summary>
public sealed class HealthTests : IDisposable
{
    private const string NoStorage = "Storage does not answer, so roster and policy cannot be looked at.";

    private readonly WatchedStore _store = new();
    private readonly StoppedClock _clock = new(Instant.FromUtc(2026, 1, 5, 21, 0));
    private readonly PeopleBook _people;
    private readonly PolicyBook _policies;
    private readonly PreflightBook _preflight;

    public HealthTests()
    {
        _people = new PeopleBook(_store, _clock, Duration.FromHours(1));
        _policies = new PolicyBook(_store, _clock, Duration.FromHours(1), PolicyFile.Default);
        _preflight = new PreflightBook(_people, _policies, _clock);
    }

    public void Dispose()
    {
        _people.Dispose();
        _policies.Dispose();
    }

    [Fact]
    public async Task Says_what_is_missing_and_sees_at_once_what_is_loaded()
    {
        var health = new Health(new HealthOptions([new("texts", "twilio")]), _preflight);
        const string empty = "No roster is loaded, so nobody can ask or be asked: docs/deploy.md, section 7.";
        var before = await AskAsync(health);
        Assert.Equal(("ok", "twilio", false), (before.GetProperty("status").GetString(), before.GetProperty("texts").GetString(), before.GetProperty("ready").GetBoolean()));
        Assert.Contains(empty, Sentences(before, "missing"));

        await ImportAsync(Rosters.Maya, Rosters.Noor);

        var after = await AskAsync(health);
        Assert.DoesNotContain(empty, Sentences(after, "missing"));
        Assert.Contains("No manager is on the roster, so nobody is called in when no one is free. Give somebody the role manager.", Sentences(after, "missing"));
        Assert.Contains("medication: nobody can be called on Sat 10 Jan, Sun 11 Jan, Sat 17 Jan, Sun 18 Jan.", Sentences(after, "notes"));
    }

    [Fact]
    public async Task Names_nobody_and_shows_no_number()
    {
        (string Name, string Phone)[] people = [("Zoe Ünal", "+14155550142"), ("D'Arcy O'Brien", "+14155550143"), ("{0} <b>", "+442079460958"), ("Ng", "+14155550144")];
        await ImportAsync([.. people.Select(person => Rosters.Row(person.Name, "LPC", person.Phone, "clinician;manager", "counselor", licences: "NY"))]);

        var said = (await AskAsync(new Health(new HealthOptions([]), _preflight))).GetRawText();

        Assert.Contains("3 people have", said, StringComparison.Ordinal);
        Assert.All(people, person => Assert.DoesNotContain(JsonEncodedText.Encode(person.Name).Value, said, StringComparison.Ordinal));
        Assert.All(people, person => Assert.DoesNotContain(person.Name, said, StringComparison.Ordinal));
        Assert.DoesNotMatch("[0-9]{3}[-. ]?[0-9]{4}|@", said);
    }

    [Fact]
    public async Task Lives_on_when_storage_is_down()
    {
        _store.HoldUp = () => throw new StoreUnavailableException("The table is not there.");
        var health = new Health(new HealthOptions([]), _preflight);
        Assert.Equal([NoStorage], Sentences(await AskAsync(health), "missing"));

        _store.HoldUp = () => Task.CompletedTask;
        Assert.DoesNotContain(NoStorage, Sentences(await AskAsync(health), "missing"));
    }

    /// <summary>Anybody may ask as often as they like, and a store that is slow must not be asked more for it.</summary>
    [Fact]
    public async Task Asks_storage_that_does_not_answer_once()
    {
        var answer = new TaskCompletionSource();
        _store.HoldUp = () => answer.Task;
        var health = new Health(new HealthOptions([]) { Wait = TimeSpan.Zero }, _preflight);
        for (var n = 0; n < 20; n++)
        {
            Assert.Equal(["Roster and policy have not been looked at yet. Ask again in a few seconds."], Sentences(await AskAsync(health), "missing"));
        }

        var look = _preflight.CurrentAsync();
        answer.SetException(new StoreUnavailableException("It took too long."));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => look);
        Assert.Equal(1, _store.Queries);
    }

    [Fact]
    public async Task Waits_until_the_host_has_opened_what_is_looked_at()
    {
        var opened = new TaskCompletionSource();
        var health = new Health(new HealthOptions([]) { Wait = TimeSpan.Zero, Opened = () => opened.Task }, _preflight);
        await AskAsync(health);
        Assert.Equal(0, _store.Queries);
    }

    [Fact]
    public async Task Is_looked_at_anew_when_roster_policy_or_hour_is_another()
    {
        var first = await _preflight.CurrentAsync();
        Assert.Same(first, await _preflight.CurrentAsync());

        await _policies.PutAsync("""{ "practice": { "name": "Hill Street" } }""");
        var second = await _preflight.CurrentAsync();
        Assert.Equal("Hill Street", second.Practice.Name);

        _clock.Now += Duration.FromMinutes(59);
        Assert.Same(second, await _preflight.CurrentAsync());
        _clock.Now += Duration.FromMinutes(1);
        Assert.NotSame(second, await _preflight.CurrentAsync());
    }

    /// <summary>A look that began before a roster was put ends after it, and whoever put it joins in.</summary>
    [Fact]
    public async Task Whoever_has_just_loaded_something_never_sees_what_was_before()
    {
        var policy = new TaskCompletionSource();
        _store.HoldUpRow = partition => partition == "practice" ? policy.Task : Task.CompletedTask;
        var before = _preflight.CurrentAsync();
        while (!_store.Read.Contains("practice"))
        {
            await Task.Yield();
        }

        await ImportAsync(Rosters.Maya, Rosters.Noor);
        var after = _preflight.CurrentAsync();
        policy.SetResult();

        Assert.Same(before, after);
        Assert.Contains((await after).Remarks, remark => remark.Sentence.StartsWith("2 people are on the roster", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_manager_reads_names_and_the_table_of_hours()
    {
        await ImportAsync(Rosters.Maya, Rosters.Noor);
        var management = new Management(_people, _policies, _preflight);

        var (status, text) = await AskAsync(management.GetPreflightAsync, accept: "*/*");
        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Contains("\n           Maya Lee; Noor Ng\n", text, StringComparison.Ordinal);
        Assert.Contains("\nSat 10 Jan ", text, StringComparison.Ordinal);

        var json = JsonElement.Parse((await AskAsync(management.GetPreflightAsync, accept: "application/json")).Body);
        Assert.Equal("2026-01-05T21:00:00Z", json.GetProperty("at").GetString());
        Assert.Equal(PolicyFile.Default.Practice.PublicUrl, json.GetProperty("url").GetString());
        Assert.Contains(json.GetProperty("remarks").EnumerateArray(), remark =>
            remark.GetProperty("mark").GetString() == "to do" && remark.GetProperty("details").EnumerateArray().Any(name => name.GetString() == "Maya Lee"));
        Assert.EndsWith(json.GetProperty("hours").GetString()!, text[..text.LastIndexOf("\n\n", StringComparison.Ordinal)] + "\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_is_told_that_storage_is_down()
    {
        _store.HoldUp = () => throw new StoreUnavailableException("The table is not there.");
        var management = new Management(_people, _policies, _preflight);
        Assert.Equal((StatusCodes.Status503ServiceUnavailable, NoStorage), await AskAsync(management.GetPreflightAsync, accept: "*/*"));
    }

    private async Task ImportAsync(params string[] rows) =>
        await _people.ImportAsync(((RosterReading.Accepted)RosterFile.Read($"{RosterFile.Header}\n{Rosters.Of(rows)}")).People);

    private static async Task<JsonElement> AskAsync(Health health)
    {
        var (status, body) = await AskAsync(health.GetAsync, accept: "");
        Assert.Equal(StatusCodes.Status200OK, status);
        return JsonElement.Parse(body);
    }

    private static async Task<(int Status, string Body)> AskAsync(RequestDelegate handler, string accept)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Headers.Accept = accept;
        context.Response.Body = body;
        await handler(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    private static IEnumerable<string?> Sentences(JsonElement health, string name) => health.GetProperty(name).EnumerateArray().Select(sentence => sentence.GetString());
}
