using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Durable;
using Curbside.Functions.Support;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Curbside.Functions.Orchestrations;

public sealed class TimekeeperTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 21, 0);
    private static readonly ConsultId Consult = ConsultId.From("a test");

    private readonly StoppedClock _clock = new(Start);
    private readonly LogBook _log = new();
    private readonly LoggerFactory _loggers;
    private readonly DurableTimekeeper _timekeeper;
    private readonly Hub _hub;
    private readonly HubClient _client;
    private int _advanced;

    public TimekeeperTests()
    {
        _loggers = new LoggerFactory([_log]);
        _timekeeper = new DurableTimekeeper(_loggers.CreateLogger<DurableTimekeeper>());
        _hub = new Hub(
            _clock,
            new Dictionary<string, Func<TaskOrchestrationContext, Task>> { [ConsultOrchestration.Name] = ConsultOrchestration.RunAsync },
            (_, _) => Task.FromResult(_advanced++ == int.MaxValue ? null : (object?)(_clock.Now + Duration.FromHours(1)).ToDateTimeUtc()));
        _client = new HubClient(_hub);
    }

    [Fact]
    public async Task The_first_deadline_starts_the_orchestration_under_the_consults_id()
    {
        await WakeAsync(_client, Start + Duration.FromHours(1));
        Assert.Equal(Consult.Value, Assert.Single(_hub.Instances).Id);
        Assert.Equal(1, _advanced);
    }

    [Fact]
    public async Task Later_ones_tell_it_of_the_change()
    {
        await WakeAsync(_client, Start + Duration.FromHours(1));
        await WakeAsync(_client, Start + Duration.FromHours(2));
        await WakeAsync(_client, null);
        Assert.Equal(3, _advanced);
    }

    [Fact]
    public async Task Nothing_is_started_for_a_consult_that_is_over()
    {
        await WakeAsync(_client, null);
        Assert.Empty(_hub.Instances);
    }

    [Fact]
    public async Task Whoever_comes_second_to_start_it_tells_the_one_that_runs()
    {
        await WakeAsync(_client, Start + Duration.FromHours(1));
        await WakeAsync(new Late(_hub), Start + Duration.FromHours(2));
        Assert.Equal(2, _advanced);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task An_activity_does_not_tell_the_orchestration_that_waits_for_it()
    {
        using (DurableInvocation.Begin(_client, advancing: Consult))
        {
            await _timekeeper.WakeAtAsync(Consult, Start);
        }

        Assert.Equal(0, _client.Calls);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_logged_and_harms_nobody()
    {
        _client.Fails = true;
        await WakeAsync(_client, Start + Duration.FromHours(1));

        var line = Assert.Single(_log.Lines);
        Assert.Equal((LogLevel.Warning, 201), (line.Level, line.Event.Id));
    }

    [Fact]
    public async Task A_function_that_was_given_no_client_is_a_mistake_that_is_logged()
    {
        await WakeAsync(null, Start);
        Assert.Single(_log.Lines);
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _hub.Dispose();
    }

    private async Task WakeAsync(DurableTaskClient? client, Instant? at)
    {
        using (DurableInvocation.Begin(client))
        {
            await _timekeeper.WakeAtAsync(Consult, at);
        }

        await _hub.RunAsync();
    }

    /// <summary>Looks a moment before another one starts it.</summary>
    private sealed class Late(Hub hub) : HubClient(hub)
    {
        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => Task.FromResult<OrchestrationMetadata?>(null);
    }
}
