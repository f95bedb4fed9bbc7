using Curbside.Consults;
using Curbside.Files;
using NodaTime;
using static Curbside.Tests.Consults.PolicyText;

namespace Curbside.Tests.Consults;

/// <summary>How a practice changes the pace of a kind and urgency.</summary>
public class PaceTests
{
    [Fact]
    public void An_entry_changes_only_what_it_names_of_only_its_kind_and_urgency()
    {
        var policy = PolicyIn("""{ "paces": [{ "kind": "medication", "urgency": "today", "asked_at_once": 4, "length": "25 min" }] }""");

        var key = (Kind.Medication, Urgency.Today);
        Assert.Equal(PolicyFile.Default.Paces[key] with { AskedAtOnce = 4, Length = Duration.FromMinutes(25) }, policy.Paces[key]);
        Assert.Equal(Others(PolicyFile.Default), Others(policy));

        IEnumerable<KeyValuePair<(Kind, Urgency), Pace>> Others(Policy policy) => policy.Paces.Remove(key).OrderBy(pace => pace.Key);
    }

    [Fact]
    public void An_entry_for_others_changes_all_kinds_but_risk()
    {
        var policy = PolicyIn("""{ "paces": [{ "kind": "others", "urgency": "now", "asked_at_once": 5 }] }""");

        Assert.Equal(
            [3, 5, 5, 5, 5, 5], Enum.GetValues<Kind>().Select(kind => policy.PaceOf(kind, Urgency.Now)!.AskedAtOnce));
    }

    [Fact]
    public void An_entry_for_one_kind_goes_before_others_wherever_it_stands()
    {
        var policy = PolicyIn("""
            {
              "paces": [
                { "kind": "case", "urgency": "now", "asked_at_once": 7 },
                { "kind": "others", "urgency": "now", "asked_at_once": 5, "hold": "4 min" }
              ]
            }
            """);

        Assert.Equal((7, Duration.FromMinutes(4)), (policy.PaceOf(Kind.Case, Urgency.Now)!.AskedAtOnce, policy.PaceOf(Kind.Case, Urgency.Now)!.Hold));
        Assert.Equal(5, policy.PaceOf(Kind.Support, Urgency.Now)!.AskedAtOnce);
    }

    [Fact]
    public void Lengths_may_be_given_by_kind()
    {
        var policy = PolicyIn("""{ "paces": [{ "kind": "others", "urgency": "today", "length": { "case": "50 min", "second-opinion": "1 h" } }] }""");

        Assert.Equal(
            [50, 20, 60, 60, 30], Enum.GetValues<Kind>()[1..].Select(kind => (int)policy.PaceOf(kind, Urgency.Today)!.Length.TotalMinutes));
    }

    [Fact]
    public void Every_form_of_promise_is_read()
    {
        var policy = PolicyIn("""
            {
              "paces": [
                { "kind": "case", "urgency": "now", "promise": "20 min" },
                { "kind": "case", "urgency": "today", "promise": { "weekdays_later": 1, "at": "09:00" } },
                {
                  "kind": "case",
                  "urgency": "this-week",
                  "promise": { "within": "5 h", "at_the_latest": "21:00", "asked_after": "18:00", "next_morning": "9:30" },
                  "wait_skips_quiet_hours": false
                }
              ]
            }
            """);

        Assert.Equal(new PromiseRule.After(Duration.FromMinutes(20)), policy.PaceOf(Kind.Case, Urgency.Now)!.Promise);
        Assert.Equal(new PromiseRule.Weekday(1, new LocalTime(9, 0)), policy.PaceOf(Kind.Case, Urgency.Today)!.Promise);
        Assert.Equal(
            new PromiseRule.SameDay(Duration.FromHours(5), new LocalTime(21, 0), new LocalTime(18, 0), new LocalTime(9, 30)),
            policy.PaceOf(Kind.Case, Urgency.ThisWeek)!.Promise);
        Assert.False(policy.PaceOf(Kind.Case, Urgency.ThisWeek)!.WaitSkipsQuietHours);
    }

    [Theory]
    [InlineData("\"kind\": \"cases\"", "kind",
        "\"cases\" is not a kind; write one of risk, case, medication, second-opinion, observation, support or others")]
    [InlineData("\"urgency\": \"later\"", "urgency", "\"later\" is not an urgency; write one of now, today, this-week")]
    [InlineData("\"asked_at_once\": 0", "asked_at_once", "0 is not a whole number from 1 to 50; write one without quotes")]
    [InlineData("\"asked_at_once\": 51", "asked_at_once", "51 is not a whole number from 1 to 50; write one without quotes")]
    [InlineData("\"next_wave_after\": \"0 min\"", "next_wave_after",
        "\"0 min\" is not a wait of at least 1 min and at most 14 days; write it like 15 min, 4 h or 1 h 30 min")]
    [InlineData("\"hold\": \"-1 min\"", "hold",
        "\"-1 min\" is not a wait of at least 1 min and at most 14 days; write it like 15 min, 4 h or 1 h 30 min")]
    [InlineData("\"length\": \"4 min\"", "length", "\"4 min\" is not a length of at least 5 min and at most 4 h; write it like 45 min or 1 h 30 min")]
    [InlineData("\"length\": { \"case\": \"5 h\" }", "length.case",
        "\"5 h\" is not a length of at least 5 min and at most 4 h; write it like 45 min or 1 h 30 min")]
    [InlineData("\"length\": { \"risk\": \"30 min\" }", "length.risk", "this is not known; the nearest known one is case")]
    [InlineData("\"wait_skips_quiet_hours\": \"yes\"", "wait_skips_quiet_hours",
        "\"yes\" is neither true nor false; write one of them without quotes")]
    [InlineData("\"promise\": \"soon\"", "promise",
        "\"soon\" is not a promise; write it like \"15 min\", or { \"weekdays_later\": 2, \"at\": \"17:00\" }, "
        + "or { \"within\": \"4 h\", \"at_the_latest\": \"20:30\", \"asked_after\": \"19:30\", \"next_morning\": \"10:00\" }")]
    [InlineData("\"promise\": { \"weekdays_later\": 2 }", "promise.at", "this is missing, and there is no default for it here")]
    [InlineData("\"promise\": { \"weekdays_later\": 0, \"at\": \"17:00\" }", "promise.weekdays_later",
        "0 is not a whole number from 1 to 10; write one without quotes")]
    [InlineData("\"promise\": { \"within\": \"4 h\", \"at_the_latest\": \"20:30\", \"asked_after\": \"8:30pm\", \"next_morning\": \"10:00\" }",
        "promise.asked_after", "\"8:30pm\" is not a time of day; write it like 20:30")]
    [InlineData("\"promise\": { \"within\": \"4 h\", \"at_the_latest\": \"19:30\", \"asked_after\": \"20:30\", \"next_morning\": \"10:00\" }",
        "promise", "the times of day are out of order; next_morning comes first, then asked_after, then at_the_latest")]
    public void A_wrong_part_is_told_once_with_what_to_write_instead(string property, string field, string text)
    {
        var kind = field == "kind" ? "" : "\"kind\": \"others\",";
        var urgency = field == "urgency" ? "" : "\"urgency\": \"now\",";
        var json = $$"""
            { "paces": [
              { {{kind}} {{urgency}}
                {{property}} }
            ] }
            """;

        Assert.Equal([new FileError(3, $"paces[0].{field}", text)], ErrorsIn(json));
    }

    [Theory]
    [InlineData("\"case\"", "\"case\"")]
    [InlineData("7", "7")]
    public void An_entry_is_an_object(string entry, string shown) => Assert.Equal(
        [
            new FileError(1, "paces[0]", $"{shown} is not a pace; write an object like "
                + "{ \"kind\": \"case\", \"urgency\": \"now\", \"hold\": \"5 min\" }"),
        ],
        ErrorsIn($$"""{ "paces": [{{entry}}] }"""));

    [Fact]
    public void An_entry_names_its_kind_and_urgency() => Assert.Equal(
        [
            new FileError(1, "paces[0].kind", "this is missing, and there is no default for it here"),
            new FileError(1, "paces[0].urgency", "this is missing, and there is no default for it here"),
        ],
        ErrorsIn("""{ "paces": [{ "asked_at_once": 2 }] }"""));

    [Fact]
    public void Risk_this_week_is_refused_with_the_reason() => Assert.Equal(
        [new FileError(1, "paces[0]", "risk this week is refused: a client who may be unsafe cannot wait for days; write today, or another kind")],
        ErrorsIn("""{ "paces": [{ "kind": "risk", "urgency": "this-week", "hold": "1 h" }] }"""));

    [Fact]
    public void A_kind_and_urgency_are_written_once() => Assert.Equal(
        [new FileError(3, "paces[1]", "case now is on line 2 already; write it once")],
        ErrorsIn("""
            { "paces": [
              { "kind": "case", "urgency": "now", "asked_at_once": 2 },
              { "kind": "case", "urgency": "now", "asked_at_once": 3 }
            ] }
            """));

    [Theory]
    [InlineData("\"kind\": \"risk\", \"urgency\": \"now\", \"promise\": \"2 min\", \"hold\": \"1 min\"",
        "the promise of 2 min would be over before the next wave is asked after 3 min; make next_wave_after shorter, or promise later")]
    [InlineData("\"kind\": \"others\", \"urgency\": \"today\", \"next_wave_after\": \"4 h 1 min\"",
        "the promise of 4 h would be over before the next wave is asked after 4 h 1 min; make next_wave_after shorter, or promise later")]
    [InlineData("\"kind\": \"others\", \"urgency\": \"now\", \"hold\": \"16 min\"",
        "the promise of 15 min would be over before a hold of 16 min; make hold shorter, or promise later")]
    [InlineData("\"kind\": \"others\", \"urgency\": \"this-week\", \"hold\": \"42 h\"",
        "the promise of 41 h would be over before a hold of 42 h; make hold shorter, or promise later")]
    public void A_promise_outlasts_its_first_wave_and_its_holds(string entry, string text) =>
        Assert.Equal([new FileError(2, "paces[0]", text)], ErrorsIn($$"""
            { "paces": [
              { {{entry}} }
            ] }
            """));
}
