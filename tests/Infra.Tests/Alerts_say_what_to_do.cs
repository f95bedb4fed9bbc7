using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Curbside.Infra.Tests.Compiler;
using Curbside.Telemetry;

namespace Curbside.Infra.Tests;

/// <summary>Each alert tells a manager what happened and what to do, and looks at something that the code really measures.</summary>
public sealed partial class Alerts_say_what_to_do
{
    [Fact]
    public async Task There_is_one_for_everything_that_a_manager_must_know()
    {
        var names = (await AllAsync()).Select(alert => alert.Name);
        Assert.Equal(
            [
                "No one reached",
                "Promise broken",
                "Texts or emails do not arrive",
                "The line does not answer",
                "The line stands still",
                "The sweep finds too much",
                "Webhooks are refused",
            ],
            names.Order());
        Assert.Single(Resource.In(await Practice.DefaultAsync(), "Microsoft.Consumption/budgets"));
    }

    [Fact]
    public async Task Each_has_its_section_in_the_operating_page()
    {
        var headings = File.ReadLines(Path.Combine(Bicep.Repository, "docs", "operating.md"))
            .Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ')).ToHashSet();
        Assert.All(await AllAsync(), alert =>
        {
            Assert.Contains(alert.Name, headings);
            Assert.EndsWith($"See docs/operating.md, \"{alert.Name}\".", alert.Description, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Each_tells_somebody() => Assert.All(await AllAsync(), alert => Assert.Contains("actionGroup", alert.Actions, StringComparison.Ordinal));

    [Fact]
    public async Task The_manager_is_texted_only_with_a_phone()
    {
        var without = Resource.In(await Practice.DefaultAsync(), "Microsoft.Insights/actionGroups");
        Assert.All(without, group => Assert.True(!group.Properties.TryGetProperty("smsReceivers", out var phones) || phones.GetArrayLength() == 0));

        var with = Resource.In(await Practice.WithAsync(("managerPhone", "'4155550190'")), "Microsoft.Insights/actionGroups");
        var urgent = Assert.Single(with, group => group.Properties.TryGetProperty("smsReceivers", out var phones) && phones.GetArrayLength() == 1);
        Assert.Equal("Curbside urgent", urgent.Name);
    }

    [Fact]
    public async Task Each_measurement_that_is_looked_at_is_taken()
    {
        var taken = Instruments();
        var looked = (await AllAsync()).SelectMany(alert => Measurements().Matches(alert.Query).Select(match => match.Groups[1].Value)).ToList();
        Assert.Equal(5, looked.Count);
        Assert.All(looked, name => Assert.Contains(name, taken));
    }

    [Fact]
    public async Task Each_outcome_that_is_looked_for_is_one()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Bicep.Repository, "docs", "telemetry.md"));
        var stages = typeof(Consults.Stage).GetNestedTypes().Select(stage => stage.Name.ToLowerInvariant());
        var words = (await AllAsync()).SelectMany(alert => Dimensions().Matches(alert.Query)).SelectMany(match => Quoted().Matches(match.Value))
            .Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["broken", "consults", "try_later", "unanswered", "undeliverable", "unreachable"], words.Order(StringComparer.Ordinal));
        Assert.All(words.Except(stages), word => Assert.Contains($"`{word}`", page, StringComparison.Ordinal));
    }

    private sealed record Alert(string Name, string Description, string Query, string Actions);

    private static async Task<IReadOnlyList<Alert>> AllAsync()
    {
        var practice = await Practice.DefaultAsync();
        return
        [
            .. Resource.In(practice, "Microsoft.Insights/scheduledQueryRules").Select(rule => Read(
                rule, rule.Properties.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!)),
            .. Resource.In(practice, "Microsoft.Insights/metricAlerts").Select(rule => Read(rule, "")),
        ];
    }

    private static Alert Read(Resource rule, string query) =>
        new(rule.Name, rule.Properties.GetProperty("description").GetString()!, query, rule.Properties.GetProperty("actions").ToString());

    private static HashSet<string> Instruments()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Measures.Meter)
                {
                    names.Add(instrument.Name);
                }
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(Measures).TypeHandle);
        listener.Start();
        return names;
    }

    [GeneratedRegex("customMetrics \\| where name == \"([^\"]+)\"")]
    private static partial Regex Measurements();

    [GeneratedRegex("customDimensions[^|]+")]
    private static partial Regex Dimensions();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
