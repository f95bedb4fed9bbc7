using Curbside.Conversations;
using Curbside.Functions.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace Curbside.Functions.Orchestrations;

/// <summary>The orchestration by itself: what it waits for, over time that is moved by hand, replayed from its history at every turn.</summary>
public sealed class OrchestrationTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 21, 0);

    private readonly StoppedClock _clock = new(Start);
    private readonly Queue<Func<object?>> _turns = new();
    private readonly List<Instant> _advanced = [];
    private readonly Hub _hub;

    public OrchestrationTests()
    {
        var orchestrators = new Dictionary<string, Func<TaskOrchestrationContext, Task>> { [ConsultOrchestration.Name] = ConsultOrchestration.RunAsync };
        _hub = new Hub(_clock, orchestrators, (_, _) =>
        {
            _advanced.Add(_clock.Now);
            return Task.FromResult(_turns.TryDequeue(out var turn) ? turn() : Later(Duration.FromDays(1)));
        });
    }

    [Fact]
    public async Task It_wakes_at_each_deadline_and_ends_when_the_consult_is_over()
    {
        Turns(() => Later(Duration.FromMinutes(30)), () => Later(Duration.FromHours(4)), () => null);
        await BeginAsync();
        await UntilAsync(Start + Duration.FromHours(5));

        Assert.Equal([Start, Start + Duration.FromMinutes(30), Start + Duration.FromMinutes(270)], _advanced);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, Only.Status);
    }

    [Fact]
    public async Task A_hint_wakes_it_at_once_and_the_old_timer_wakes_it_no_more()
    {
        Turns(() => Later(Duration.FromMinutes(30)), () => Later(Duration.FromHours(2)));
        await BeginAsync();
        _clock.Now += Duration.FromMinutes(10);
        await HintAsync();
        Assert.Equal(2, _advanced.Count);
        Assert.Single(Only.Timers);

        await UntilAsync(Start + Duration.FromHours(2));
        Assert.Equal(2, _advanced.Count);
        await UntilAsync(Start + Duration.FromMinutes(130));
        Assert.Equal(3, _advanced.Count);
    }

    [Fact]
    public async Task A_hint_that_comes_while_it_is_advancing_is_not_lost()
    {
        Turns(
            () =>
            {
                _hub.Raise("consult", ConsultOrchestration.Changed, "null");
                return Later(Duration.FromDays(3));
            },
            () => Later(Duration.FromDays(3)));
        await BeginAsync();

        Assert.Equal(2, _advanced.Count);
    }

    [Fact]
    public async Task Hints_that_come_together_each_have_a_turn_and_no_more()
    {
        await BeginAsync();
        for (var hint = 0; hint < 5; hint++)
        {
            _hub.Raise("consult", ConsultOrchestration.Changed, "null");
        }

        await _hub.RunAsync();
        Assert.Equal(6, _advanced.Count);
    }

    [Fact]
    public async Task What_is_due_and_does_not_move_on_is_tried_every_two_seconds_and_not_without_end()
    {
        Turns([.. Enumerable.Repeat<Func<object?>>(() => Later(Duration.FromMinutes(-5)), 30)]);
        await BeginAsync();
        await UntilAsync(Start + Duration.FromSeconds(20));

        Assert.Equal(11, _advanced.Count);
    }

    [Fact]
    public async Task After_a_hundred_turns_it_begins_anew_and_a_hint_that_gets_lost_there_is_not_missed()
    {
        await BeginAsync();
        for (var hint = 1; hint < ConsultOrchestration.MostTurns; hint++)
        {
            await HintAsync();
        }

        Assert.Equal((1, ConsultOrchestration.MostTurns), (Only.Generations, _advanced.Count));

        // The second of these comes with the one that ends the first generation, and to nobody. What it tells of was saved before, and is read at the
        // beginning of the next.
        _hub.Raise("consult", ConsultOrchestration.Changed, "null");
        _hub.Raise("consult", ConsultOrchestration.Changed, "null");
        await _hub.RunAsync();
        Assert.Equal((2, ConsultOrchestration.MostTurns + 1), (Only.Generations, _advanced.Count));

        await HintAsync();
        await UntilAsync(_clock.Now + Duration.FromDays(1));
        Assert.Equal((2, ConsultOrchestration.MostTurns + 3), (Only.Generations, _advanced.Count));
    }

    [Fact]
    public async Task A_hint_that_nobody_waited_for_yet_when_it_begins_anew_is_carried_over()
    {
        await BeginAsync();
        for (var hint = 1; hint < ConsultOrchestration.MostTurns; hint++)
        {
            await HintAsync();
        }

        for (var hint = 0; hint < 3; hint++)
        {
            _hub.Raise("consult", ConsultOrchestration.Changed, "null");
        }

        await _hub.RunAsync();
        Assert.Equal((2, ConsultOrchestration.MostTurns + 2), (Only.Generations, _advanced.Count));
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_for_an_hour()
    {
        Turns([.. Enumerable.Repeat<Func<object?>>(() => throw new PassingTroubleException("IOException"), 8), () => Later(Duration.FromDays(2))]);
        await BeginAsync();
        await UntilAsync(Start + Duration.FromMinutes(30));

        Assert.Equal(9, _advanced.Count);
        Assert.Equal(
            [5, 10, 20, 40, 80, 160, 300, 300],
            _advanced.Zip(_advanced.Skip(1), (one, next) => (int)(next - one).TotalSeconds));
        Assert.True(Only.IsRunning);
    }

    [Fact]
    public async Task What_does_not_pass_within_the_hour_fails_the_orchestration()
    {
        Turns([.. Enumerable.Repeat<Func<object?>>(() => throw new PassingTroubleException("IOException"), 100)]);
        await BeginAsync();
        await UntilAsync(Start + Duration.FromHours(2));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, Only.Status);
        Assert.InRange((_advanced[^1] - Start).TotalMinutes, 55, 65);
    }

    [Fact]
    public async Task What_cannot_pass_fails_it_at_once()
    {
        Turns(() => throw new LastingTroubleException("JsonException"));
        await BeginAsync();
        await UntilAsync(Start + Duration.FromHours(2));

        Assert.Single(_advanced);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, Only.Status);
    }

    [Fact]
    public async Task The_double_tells_an_orchestrator_that_is_not_deterministic()
    {
        var runs = 0;
        using var hub = new Hub(
            _clock,
            new Dictionary<string, Func<TaskOrchestrationContext, Task>>
            {
                ["careless"] = context => context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(++runs), default),
            },
            (_, _) => Task.FromResult<object?>(null));
        hub.Start("careless", "one", "null");
        await hub.RunAsync();
        _clock.Now += Duration.FromMinutes(1);

        await Assert.ThrowsAsync<NotDeterministicException>(hub.RunAsync);
    }

    public void Dispose() => _hub.Dispose();

    private Instance Only => Assert.Single(_hub.Instances);

    private void Turns(params Func<object?>[] turns) => Array.ForEach(turns, _turns.Enqueue);

    private DateTime Later(Duration wait) => (_clock.Now + wait).ToDateTimeUtc();

    private Task BeginAsync()
    {
        _hub.Start(ConsultOrchestration.Name, "consult", "null");
        return _hub.RunAsync();
    }

    private Task HintAsync()
    {
        _hub.Raise("consult", ConsultOrchestration.Changed, "null");
        return _hub.RunAsync();
    }

    private async Task UntilAsync(Instant end)
    {
        while (_hub.NextAt is { } next && next <= end)
        {
            _clock.Now = Instant.Max(_clock.Now, next);
            await _hub.RunAsync();
        }

        _clock.Now = end;
    }
}
