using Curbside.Bench.Practice;
using Curbside.Bench.Storage;
using Curbside.Functions.Durable;
using Curbside.Functions.Storage;

namespace Curbside.Bench.Measurements;

/// <summary>The same consult in the Azure host: what it asks of the tables, and what its orchestration does.</summary>
internal static class DurableRequests
{
    private const int TargetMost = 8;

    /// <summary>What was to be written is refused, and the table is made.</summary>
    private const int RequestsToMakeATable = 2;

    /// <summary>All but that of the people, whose roster was there before.</summary>
    private const int TablesMade = 5;

    public static async Task<IReadOnlyList<Line>> MeasureAsync(Workspace workspace)
    {
        var one = await RunAsync();
        return
        [
            .. from transition in one.Transitions
               group (double)transition.Requests by transition.Kind into kind
               let requests = new Percentiles(kind)
               orderby kind.Key
               select new Line(
                   $"table requests: {kind.Key} ({requests.Count})", $"mean {requests.Mean:F1}, most {requests.Max:F0}", "≤ 8", requests.Max <= TargetMost),
            new(
                "table requests of the whole consult",
                $"{one.InTransitions} in transitions, {one.Looks} looks for what is due, {one.ToMakeTables} to make tables that were not there"),
            new(
                "its orchestration",
                $"{one.Activities} activities, {one.Timers} timers, {one.Events} events, {one.Waits} waits for one, {one.Renewals} times continued as new; {one.ClientCalls} calls of the durable client"),
        ];
    }

    /// <exception cref="InvalidOperationException">The table service was called for something that no transition accounts for.</exception>
    public static async Task<DurableConsult> RunAsync()
    {
        var account = new FakeAccount(new Mishaps(), endsPagesEarly: false);
        var counter = new TransitionCounter();
        var looks = 0;
        var tables = new RecordingStore(new TableStore(account, TimeProvider.System), request => looks += request is StoreRequest.Look ? 1 : 0);
        using var story = await Story.OpenAsync(tables, new BenchPractice(BenchPractice.Morning), BenchPractice.Morning, counter);
        var before = account.Requests;
        looks = 0;
        await StorageRequests.FromAskToFollowUpAsync(story);
        var orchestration = story.Orchestrations!.Instances.Single();
        var toMakeTables = account.Requests - before - counter.All.Sum(transition => transition.Requests) - looks;
        if (toMakeTables != RequestsToMakeATable * TablesMade)
        {
            throw new InvalidOperationException($"{toMakeTables} calls of the table service are in no transition.");
        }

        return new DurableConsult(
            counter.All,
            looks,
            toMakeTables,
            Count(nameof(Asked.Activity)),
            Count(nameof(Asked.Timer)),
            Count(nameof(Happened.Raised)),
            Count(nameof(Asked.Wait)),
            orchestration.Generations - 1,
            story.Orchestrations.ClientCalls,
            story.TextsIn,
            [.. story.TextsOut.Select(text => text.Body)]);

        int Count(string kind) => orchestration.Written.Count(line => line.StartsWith($"{kind} ", StringComparison.Ordinal));
    }
}

/// <summary>What one consult took in the Azure host.</summary>
/// <param name="Transitions">With the calls of the table service, a page of rows counting as one.</param>
/// <param name="Looks">For what is due; in a practice, one for all of its consults.</param>
/// <param name="Events">That somebody raised.</param>
/// <param name="Waits">That it began for an event.</param>
/// <param name="Renewals">How often it was continued as new.</param>
internal sealed record DurableConsult(
    IReadOnlyList<Transition> Transitions,
    int Looks,
    int ToMakeTables,
    int Activities,
    int Timers,
    int Events,
    int Waits,
    int Renewals,
    int ClientCalls,
    int TextsIn,
    IReadOnlyList<string> TextsOut)
{
    public int InTransitions => Transitions.Sum(transition => transition.Requests);
}
