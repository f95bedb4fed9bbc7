using System.Text.Json;
using Curbside.Functions.Orchestrations;

namespace Curbside.Functions.Settings;

/// <summary><c>host.json</c>, where the code leans on it.</summary>
public sealed class HostFileTests
{
    private static readonly JsonElement Host = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

    private static JsonElement Durable => Host.GetProperty("extensions").GetProperty("durableTask");

    private static JsonElement Insights => Host.GetProperty("logging").GetProperty("applicationInsights");

    [Fact]
    public void Addresses_have_no_prefix() => Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void An_orchestration_that_runs_is_never_replaced_by_another_start() =>
        Assert.Equal("NonRunningStates", Durable.GetProperty("overridableExistingInstanceStates").GetString());

    [Fact]
    public void The_host_keeps_no_address_of_a_request_since_the_token_of_a_link_is_in_it() => Assert.False(
        Insights.GetProperty("httpAutoCollectionOptions").GetProperty("enableHttpTriggerExtendedInfoCollection").GetBoolean());

    [Fact]
    public void What_alerts_need_is_not_sampled() => Assert.Superset(
        new HashSet<string> { "Exception", "Request", "Trace" },
        Insights.GetProperty("samplingSettings").GetProperty("excludedTypes").GetString()!.Split(';').ToHashSet());

    [Fact]
    public void The_hub_is_named_after_the_shape_of_the_orchestration() =>
        Assert.Equal($"Curbside{ConsultOrchestration.Shape}", Durable.GetProperty("hubName").GetString());
}
