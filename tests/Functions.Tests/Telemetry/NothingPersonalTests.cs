using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Support;
using Curbside.People;
using Curbside.Telemetry;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Functions.Telemetry;

/// <summary>A conversation from the question to the follow-up, and everything that orchestrations, spans, measurements and logs kept of it.</summary>
public sealed class NothingPersonalTests : IDisposable
{
    private const string Maya = "+14155550101";
    private const string Noor = "+14155550102";
    private const string Dana = "+14155550106";
    private const string Question = "Sertraline at two hundred and still no sleep. Which one first?";

    private static readonly AsyncLocal<NothingPersonalTests?> Mine = new();

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measured = new();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meter = new();

    public NothingPersonalTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.Source,
            Sample = (ref _) => Mine.Value == this ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
        _meter.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == Measures.Meter)
            {
                meter.EnableMeasurementEvents(instrument);
            }
        };
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meter.Start();
    }

    [Fact]
    public async Task No_name_number_word_or_token_is_kept_by_anything_but_the_store()
    {
        await using var world = await ConverseAsync();
        string[] personal =
            ["Maya", "Lee", "Noor", "Ng", "4155550101", "4155550102", "415-555", "example.org", "Sertraline", "sleep", "medication", "ASK", "SM1"];
        var tokens = world.Providers.Thread(Maya).Concat(world.Providers.Thread(Noor))
            .SelectMany(heard => heard.Body.Split(' ')).Where(word => word.Contains("/c/", StringComparison.Ordinal))
            .Select(link => link.Split("/c/")[1]).ToList();
        var kept = world.Hub.Written.Concat(world.Hub.Instances.SelectMany(instance => instance.Written))
            .Concat(world.Log.Lines.Select(line => line.Text))
            .Concat(_spans.Select(Describe))
            .Concat(_measured.Select(measured => $"{measured.Name} {measured.Tags}")).ToList();

        Assert.NotEmpty(tokens);
        Assert.True(world.Hub.Instances.Sum(instance => instance.Written.Count) > 20 && _spans.Count > 20 && _measured.Count > 10);
        var words = kept.SelectMany(text => text.Split([' ', '"', '=', ',', '/', ':', ';'])).ToHashSet(StringComparer.Ordinal);
        Assert.All(personal.Concat(tokens), secret => Assert.False(
            secret.Length < 4 ? words.Contains(secret) : kept.Exists(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)), secret));
    }

    [Fact]
    public async Task All_work_on_a_consult_is_one_trace()
    {
        await using var world = await ConverseAsync();
        var ofConsult = _spans.Where(span => span.GetTagItem(Traces.Consult) is not null).ToList();

        Assert.Equal((await world.ConsultsAsync()).Select(consult => consult.Id), ofConsult.Select(span => $"{span.GetTagItem(Traces.Consult)}").Distinct());
        Assert.Single(ofConsult.Select(span => span.TraceId).Distinct());
        Assert.Superset(
            new HashSet<string> { "consult handle", "consult advance", "text send", "mail send" }, ofConsult.Select(span => span.OperationName).ToHashSet());
    }

    [Fact]
    public async Task What_is_worth_knowing_of_it_is_measured()
    {
        await using var world = await ConverseAsync();

        Assert.Equal([("curbside.consult.first_offer", 0d, "urgency=today risk=False")], Of("curbside.consult.first_offer"));
        Assert.Equal([("curbside.consult.booking", 600d, "urgency=today risk=False")], Of("curbside.consult.booking"));
        Assert.Equal([("curbside.consult.promises", 1d, "outcome=kept urgency=today risk=False")], Of("curbside.consult.promises"));
        Assert.Equal(["stage=asking", "stage=booked", "stage=met", "stage=closed"], Of("curbside.consult.stages").Select(measured => measured.Tags));
        var messages = Of("curbside.messages").CountBy(measured => measured.Tags).ToDictionary();
        Assert.Equal(2, messages["channel=mail outcome=sent"]);
        Assert.True(messages["channel=text outcome=sent"] > 4 && messages["channel=text outcome=delivered"] > messages["channel=text outcome=sent"]);
    }

    /// <summary>Every alert about consults looks at what is measured of them; a drill that goes wrong must call nobody out.</summary>
    [Theory]
    [InlineData("B1")]
    [InlineData("B0")]
    [InlineData("")]
    public async Task A_drill_is_measured_as_messages_and_nothing_else(string answer)
    {
        await using var world = await OpenAsync();
        await world.TextAsync(Dana, "SM1", "DRILL", null);
        if (answer.Length > 0)
        {
            await world.TextAsync(Dana, "SM2", answer, null);
        }

        await world.AdvanceAsync(Duration.FromHours(20));
        Assert.Contains(Assert.Single(await world.ConsultsAsync()).State, (string[])["closed", "unanswered"]);
        await world.AdvanceAsync(Duration.FromDays(2));

        Assert.Empty(await world.ConsultsAsync());
        Assert.Contains("curbside.messages", _measured.Select(measured => measured.Name));
        Assert.DoesNotContain(_measured, measured => measured.Name.StartsWith("curbside.consult.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_webhook_is_refused_and_counted()
    {
        await using var world = await OpenAsync();
        using var response = await world.PostSignedAsync(
            "/sms/inbound", new() { ["From"] = Maya, ["To"] = "+14155550190", ["Body"] = "ASK MED TODAY", ["MessageSid"] = "SM1" }, "a token that was guessed");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await world.ConsultsAsync());
        Assert.Equal([("curbside.webhooks.refused", 1d, "webhook=twilio")], Of("curbside.webhooks.refused"));
    }

    [Fact]
    public async Task What_the_sweep_had_to_find_is_counted()
    {
        await using var world = await OpenAsync();
        world.Client.Fails = true;
        await world.TextAsync(Maya, "SM1", "ASK MED TODAY", null);
        await world.AdvanceAsync(Duration.FromMinutes(31));

        Assert.Contains(Of("curbside.sweep.finds"), measured => measured.Tags == "table=consults");
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
        Mine.Value = null;
    }

    private async Task<FunctionsWorld> ConverseAsync()
    {
        var world = await OpenAsync();
        await world.TextAsync(Maya, "SM1", "ASK MED TODAY", null);
        await world.WriteAsync(Maya, "note", ("as", "question"), ("text", Question), ("not_identifying", "yes"));
        await world.AdvanceAsync(Duration.FromMinutes(10));
        await world.TextAsync(Noor, "SM2", "A1", null);
        await world.AdvanceAsync(Duration.FromHours(6));
        await world.TextAsync(Noor, "SM3", "yes", null);
        await world.AdvanceAsync(Duration.FromDays(7));
        await world.TextAsync(Maya, "SM4", "A2", null);
        return world;
    }

    /// <summary>Not async itself, so that the mark is still on whoever called when it is back there.</summary>
    private Task<FunctionsWorld> OpenAsync()
    {
        Mine.Value = this;
        var people = ((RosterReading.Accepted)RosterFile.Read($"{RosterFile.Header}\n{Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Dana)}")).People;
        return FunctionsWorld.OpenAsync(
            OffsetDateTimePattern.ExtendedIso.Parse(Conversations.Practice.Monday).Value.ToInstant(), PolicyFile.Default, people, keepsContext: true);
    }

    private List<(string Name, double Value, string Tags)> Of(string name) => [.. _measured.Where(measured => measured.Name == name)];

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Mine.Value == this)
        {
            _measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        }
    }

    private static string Describe(Activity span) => string.Join(
        ' ', [span.DisplayName, .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"), .. span.Events.Select(happened => happened.Name)]);
}
