using System.Text.Json;
using Curbside.Functions.Durable;
using Curbside.Functions.Orchestrations;
using Curbside.Functions.Support;
using Curbside.Timekeeping;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Curbside.Bench.Practice;

/// <summary>The Azure host's orchestrations and activities on a task hub in memory.</summary>
/// <param name="practice">Known once it is open.</param>
/// <param name="beforeActivity">Called before each activity.</param>
internal sealed class Orchestrations(Func<InProcess> practice, Action beforeActivity) : IDisposable
{
    private Hub? _hub;
    private HubClient? _client;

    /// <summary>Tells orchestrations of deadlines and changes, from within a function.</summary>
    public static ITimekeeper Timekeeper { get; } = new DurableTimekeeper(NullLogger<DurableTimekeeper>.Instance);

    public IReadOnlyCollection<Instance> Instances => Hub.Instances;

    /// <summary>How often the host's durable client was called.</summary>
    public int ClientCalls => Client.Calls;

    public Instant? NextAt => Hub.NextAt;

    private Hub Hub => _hub ??= new Hub(
        practice().Clock,
        FunctionMap.Orchestrators,
        async (name, input) =>
        {
            beforeActivity();
            return await FunctionMap.RunAsync(practice().Services, name, Client, JsonSerializer.Deserialize<string>(input)!);
        });

    private HubClient Client => _client ??= new HubClient(Hub);

    /// <summary>Dispose what is returned when the function ends.</summary>
    public IDisposable BeginFunction() => DurableInvocation.Begin(Client);

    /// <summary>Runs whatever can run at this moment.</summary>
    public Task RunAsync() => Hub.RunAsync();

    public void Dispose() => _hub?.Dispose();
}
