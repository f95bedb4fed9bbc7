using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Support;
using Curbside.People;
using Curbside.Storage;
using Microsoft.DurableTask.Client;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Functions.Orchestrations;

/// <summary>What can go wrong around a consult that is under way: nothing of it is lost, and nothing is said twice.</summary>
public sealed class FaultTests
{
    private static readonly string Ana = Rosters.Row("Ana Ruiz", "MD", "+14155550108", "consultant", "psychiatrist");

    private const string Noor = "+14155550102";
    private const string Maya = "+14155550101";

    [Fact]
    public async Task An_orchestration_that_was_purged_by_hand_is_started_again_and_the_consult_goes_on()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        world.Hub.Purge(Assert.Single(world.Hub.Instances).Id);

        await world.AdvanceAsync(Duration.FromMinutes(31));
        Assert.Single(world.Hub.Instances);
        Assert.Equal(2, (await OnlyAsync(world)).Wave);
    }

    [Fact]
    public async Task Without_any_orchestration_the_sweep_keeps_the_promise()
    {
        await using var world = await OpenAsync();
        world.Client.Fails = true;
        await AskAsync(world);
        await world.AdvanceAsync(Duration.FromHours(5));

        Assert.Equal("unanswered", (await OnlyAsync(world)).State);
        Assert.Empty(world.Hub.Instances);
        Assert.Contains(world.Log.Lines, line => line.Event.Id == 201);
    }

    [Fact]
    public async Task Without_the_sweep_the_orchestration_keeps_the_promise()
    {
        await using var world = await OpenAsync();
        world.WithoutSweep = true;
        await AskAsync(world);
        await world.AdvanceAsync(Duration.FromHours(5));

        Assert.Equal("unanswered", (await OnlyAsync(world)).State);
    }

    [Fact]
    public async Task Hints_that_all_get_lost_cost_nothing_that_anybody_would_notice()
    {
        await using var world = await OpenAsync();
        world.Hub.LosesEvents = true;
        await AskAsync(world);
        await world.TextAsync(Asked(world), "SM2", "A1", null);
        Assert.Equal("booked", (await OnlyAsync(world)).State);
        await world.AdvanceAsync(Duration.FromHours(3));

        Assert.Contains(world.Providers.Thread(Maya), heard => heard.Body.Contains("it is time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_says_what_is_due_once()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        await world.JumpAsync(Duration.FromDays(3));
        await world.SweepAsync();
        var thread = world.Providers.Thread(Maya).Count;
        await world.SweepAsync();

        Assert.Equal("unanswered", (await OnlyAsync(world)).State);
        Assert.Equal(thread, world.Providers.Thread(Maya).Count);
        var said = world.Providers.Thread(Maya).Select(heard => heard.Body).Where(body => !body.Contains("Asking", StringComparison.Ordinal));
        Assert.Single(said, body => body.Contains("no one was free", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_jumps_back_says_nothing_twice()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        await world.AdvanceAsync(Duration.FromMinutes(31));
        var before = (world.Providers.Thread(Maya).Count, world.Providers.Thread(Noor).Count, (await OnlyAsync(world)).Wave);
        await world.JumpAsync(Duration.FromHours(-2));
        await world.SweepAsync();

        Assert.Equal(before, (world.Providers.Thread(Maya).Count, world.Providers.Thread(Noor).Count, (await OnlyAsync(world)).Wave));
    }

    [Fact]
    public async Task New_rules_meet_a_consult_that_is_under_way()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        world.Policy = PolicyOf(
            """
            { "paces": [{
              "kind": "medication", "urgency": "today", "asked_at_once": 1, "next_wave_after": "10 min",
              "promise": { "within": "4 h", "at_the_latest": "20:30", "asked_after": "19:30", "next_morning": "10:00" }, "length": "20 min", "hold": "60 min"
            }] }
            """);
        await world.RestartAsync();

        await world.AdvanceAsync(Duration.FromMinutes(29));
        Assert.Equal(1, (await OnlyAsync(world)).Wave);
        await world.AdvanceAsync(Duration.FromMinutes(2));
        Assert.Equal(2, (await OnlyAsync(world)).Wave);
        await world.AdvanceAsync(Duration.FromMinutes(10));
        Assert.Equal(3, (await OnlyAsync(world)).Wave);
        Assert.True(Assert.Single(world.Hub.Instances).IsRunning);
    }

    [Fact]
    public async Task A_second_deployment_takes_over_within_a_minute_what_the_first_was_told()
    {
        await using var world = await OpenAsync();
        await using var swapped = await world.OpenAnotherAsync();
        Assert.Equal(4, (await swapped.Get<PeopleBook>().CurrentAsync()).All.Length);
        await world.Get<PeopleBook>().ImportAsync(Rosters.People(Rosters.Maya, Rosters.Noor));
        await world.AdvanceAsync(Duration.FromSeconds(61));

        Assert.True((await swapped.Get<PeopleBook>().CurrentAsync()).All.Single(colleague => colleague.Person.Name == "Omar Reyes").Person.Left);
    }

    [Fact]
    public async Task Two_deployments_that_are_told_the_same_text_act_on_it_once()
    {
        await using var world = await OpenAsync();
        await using var swapped = await world.OpenAnotherAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? world : swapped).TextAsync(Maya, "SM1", "ASK MED TODAY", null)));
        await world.AdvanceAsync(Duration.FromMinutes(3));

        await OnlyAsync(world);
        Assert.Single(world.Hub.Instances);
        Asked(world);
    }

    [Fact]
    public async Task A_consult_that_cannot_be_read_fails_alone_and_goes_on_once_it_can()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        var id = (await OnlyAsync(world)).Id;
        var row = (await world.Store.GetAsync(Table.Consults, id, RowKeys.State))!;
        await world.Store.CommitAsync(Table.Consults, id, [new Write.Put(RowKeys.State, "no longer readable", row.Due)]);
        await world.JumpAsync(Duration.FromMinutes(31));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, world.Hub.Find(id)!.Status);
        Assert.DoesNotContain(world.Hub.Find(id)!.Written, line => line.Contains("readable", StringComparison.Ordinal));

        await world.SweepAsync();
        await world.Store.CommitAsync(Table.Consults, id, [new Write.Put(RowKeys.State, row.Body, row.Due)]);
        await world.AdvanceAsync(Duration.FromMinutes(2));
        Assert.Equal(2, (await OnlyAsync(world)).Wave);
        Assert.True(world.Hub.Find(id)!.IsRunning);
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_while_is_tried_again()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        world.Store.FailAt(new Mishap(1, IsMade: false, Kills: true));
        await world.JumpAsync(Duration.FromMinutes(31));
        Assert.Equal(1, (await Revived(world)).Wave);

        await world.AdvanceAsync(Duration.FromMinutes(1));
        Assert.Equal(2, (await OnlyAsync(world)).Wave);

        static Task<Listed> Revived(FunctionsWorld world)
        {
            world.Store.Revive();
            return OnlyAsync(world);
        }
    }

    [Fact]
    public async Task Only_history_that_has_ended_and_is_old_is_purged()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        await world.TextAsync(Maya, "SM9", "X A", null);
        await world.AdvanceAsync(Duration.FromDays(59));
        await world.RunAsync("purge-history");
        var old = Assert.Single(world.Hub.Instances);
        Assert.False(old.IsRunning);
        await world.AdvanceAsync(Duration.FromDays(2));
        await world.TextAsync(Maya, "SM10", "ASK MED TODAY", null);
        await world.RunAsync("purge-history");

        Assert.NotEqual(old.Id, Assert.Single(world.Hub.Instances).Id);
    }

    [Fact]
    public async Task History_that_ended_in_a_failure_is_purged_as_well()
    {
        await using var world = await OpenAsync();
        await AskAsync(world);
        var consult = Assert.Single(await world.Store.ScanAsync(Table.Consults, RowKeys.State, RowKeys.State + "~"));
        await world.Store.CommitAsync(Table.Consults, consult.Partition, [new Write.Put(RowKeys.State, "no longer readable")]);
        await world.JumpAsync(Duration.FromDays(61));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, Assert.Single(world.Hub.Instances).Status);

        await world.RunAsync("purge-history");
        Assert.Empty(world.Hub.Instances);
    }

    private static Task<FunctionsWorld> OpenAsync() => FunctionsWorld.OpenAsync(
        OffsetDateTimePattern.ExtendedIso.Parse(Conversations.Practice.Monday).Value.ToInstant(),
        PolicyFile.Default,
        Rosters.People(Rosters.Maya, Rosters.Noor, Rosters.Omar, Ana));

    private static Task<IReadOnlyList<string>> AskAsync(FunctionsWorld world) => world.TextAsync(Maya, "SM1", "ASK MED TODAY", null);

    /// <summary>The only one who has an offer, and has it once.</summary>
    private static string Asked(FunctionsWorld world) => Assert.Single(
        from phone in new[] { Noor, "+14155550103", "+14155550108" }
        from heard in world.Providers.Thread(phone)
        where heard.Body.Contains("asks a CA medication question", StringComparison.Ordinal)
        select phone);

    private static async Task<Listed> OnlyAsync(FunctionsWorld world) => Assert.Single(await world.ConsultsAsync());

    private static Policy PolicyOf(string json) => ((PolicyReading.Accepted)PolicyFile.Read(json)).Policy;
}
