using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Consults;

public class RequestFormTests
{
    /// <summary>Monday 5 January 2026, 10:00 in California.</summary>
    private static readonly Instant Monday = Sample.At("2026-01-05 10:00");

    private static readonly (string, string)[] Case = [("phone", "(415) 555-0123"), ("kind", "case"), ("urgency", "today")];

    [Fact]
    public void The_least_that_can_be_asked_is_a_phone_a_kind_and_an_urgency()
    {
        var accepted = Accepted(Case);
        Assert.Equal("+14155550123", accepted.Phone.Value);
        Assert.Null(accepted.Question);
        Assert.Equal((Kind.Case, Urgency.Today, null, Modality.Phone, null), Parts(accepted.Draft));
        Assert.Empty(accepted.Draft.Topics);
        Assert.Empty(accepted.Draft.When);

        static (Kind, Urgency, UsState?, Modality, LocalDate?) Parts(RequestDraft draft) =>
            (draft.Kind, draft.Urgency, draft.ClientState, draft.Modality, draft.ConsentDate);
    }

    [Fact]
    public void Everything_that_can_be_said_is_read()
    {
        var accepted = Accepted(
            ("phone", "+1 415 555 0123"), ("kind", "Observation"), ("urgency", "this-week"), ("client_state", "nv"), ("topic", " Trauma "),
            ("topic", "grief"), ("topic", ""), ("modality", "in-person"), ("when", "2026-01-06T15:00"), ("when", ""), ("when", "2026-01-07T09:30:00"),
            ("consent_date", "2026-01-05"), ("question", " How do I\r\nend well? "), ("form", "abc"), ("something", "else"));
        Assert.Equal("How do I\nend well?", accepted.Question);
        Assert.Equal(["trauma", "grief"], accepted.Draft.Topics.ToArray());
        Assert.Equal(
            [new DesiredTime(new LocalDateTime(2026, 1, 6, 15, 0), false), new DesiredTime(new LocalDateTime(2026, 1, 7, 9, 30), false)],
            accepted.Draft.When.ToArray());
        Assert.Equal((Kind.Observation, Urgency.ThisWeek), (accepted.Draft.Kind, accepted.Draft.Urgency));
        Assert.Equal((Sample.Nevada, Modality.InPerson), (accepted.Draft.ClientState, accepted.Draft.Modality));
        Assert.Equal(new LocalDate(2026, 1, 5), accepted.Draft.ConsentDate);
    }

    [Fact]
    public void Every_wrong_field_is_told_at_once()
    {
        var errors = Refused(
            ("phone", "555-01"), ("kind", "gossip"), ("urgency", "yesterday"), ("client_state", "ZZ"), ("modality", "pigeon"),
            ("topic", new string('x', 41)), ("when", "soon"), ("consent_date", "last week"), ("question", "Ask Jane Doe"),
            ("not_identifying", "maybe"));
        Assert.Equal(
            ["client_state", "consent_date", "kind", "modality", "not_identifying", "phone", "question", "topic", "urgency", "when"],
            errors.Keys);
        Assert.All(errors.Values, texts => Assert.NotEmpty(texts));
    }

    [Fact]
    public void What_is_missing_is_asked_for()
    {
        var errors = Refused(("phone", " "), ("urgency", ""));
        Assert.Equal(["kind", "phone", "urgency"], errors.Keys);
        Assert.Equal(["Choose risk, case, medication, second-opinion, observation or support."], errors["kind"]);
        Assert.Equal(["Choose now, today or this-week."], errors["urgency"]);
        Assert.Equal(["Type your own mobile number, the one that the practice texts you on."], errors["phone"]);
    }

    [Theory]
    [InlineData(
        "phone",
        "12",
        "\"12\" is not a phone number. Type it like 415-555-0123; outside North America begin with + and the country code.")]
    [InlineData("kind", "gossip", "\"gossip\" is not known here. Choose risk, case, medication, second-opinion, observation or support.")]
    [InlineData("urgency", "later", "\"later\" is not known here. Choose now, today or this-week.")]
    [InlineData("modality", "fax", "\"fax\" is not known here. Choose phone, video or in-person.")]
    [InlineData("client_state", "Texas", "\"Texas\" is not a US state. Write its two letters, like CA, or leave it out.")]
    [InlineData("not_identifying", "on", "Send yes once you have checked that the question identifies nobody, or leave it out.")]
    [InlineData("consent_date", "1/5/2026", "\"1/5/2026\" is not a date. Write it like 2026-01-05.")]
    public void What_is_not_known_is_quoted_with_what_to_do(string field, string value, string error)
    {
        var typed = Case.Where(pair => pair.Item1 != field).Append((field, value)).ToArray();
        Assert.Contains(error, Refused(typed)[field]);
    }

    [Fact]
    public void A_field_that_is_sent_twice_is_no_choice_between_the_two() =>
        Assert.Equal(["This was sent more than once. Send it once."], Refused([.. Case, ("kind", "risk")])["kind"]);

    [Fact]
    public void Risk_cannot_wait_for_this_week()
    {
        var errors = Refused(("phone", "4155550123"), ("kind", "risk"), ("urgency", "this-week"));
        Assert.Equal(["urgency"], errors.Keys);
        Assert.Equal(
            ["A client who may be unsafe cannot wait for this week. Choose now or today, or another kind if nobody may be unsafe."],
            errors["urgency"]);
    }

    [Theory]
    [InlineData("when", "2026-01-05T15:00", "Now means a call within 10 minutes. Leave the times out, or choose today or this week.")]
    [InlineData("modality", "video", "Now means a call within 10 minutes. Choose phone, or today instead of now.")]
    [InlineData("modality", "in-person", "Now means a call within 10 minutes. Choose phone, or today instead of now.")]
    public void Now_is_a_call_and_contradicts(string field, string value, string error) =>
        Assert.Equal([error], Refused(("phone", "4155550123"), ("kind", "case"), ("urgency", "now"), (field, value))[field]);

    [Fact]
    public void Support_has_no_client_and_so_no_state() => Assert.Equal(
        ["Support is about you and not about a client. Leave the client's state out."],
        Refused(("phone", "4155550123"), ("kind", "support"), ("urgency", "today"), ("client_state", "CA"))["client_state"]);

    [Theory]
    [InlineData("observation", null, "An observation needs your client's written consent. Give the date of it, like 2026-01-05.")]
    [InlineData("observation", "2026-01-06", "2026-01-06 is still to come. Ask when your client has consented in writing, and give that date.")]
    [InlineData("case", "2026-01-05", "Only an observation needs a date of consent. Leave it out, or choose observation.")]
    public void Consent_belongs_to_an_observation_and_is_given_before(string kind, string? date, string error) => Assert.Equal(
        [error],
        Refused(("phone", "4155550123"), ("kind", kind), ("urgency", "today"), ("consent_date", date ?? ""))["consent_date"]);

    [Theory]
    [InlineData("soon", "\"soon\" is not a date and time. Write it like 2026-01-05T15:00.")]
    [InlineData("2026-01-05 15:00", "\"2026-01-05 15:00\" is not a date and time. Write it like 2026-01-05T15:00.")]
    [InlineData("2026-01-05T10:00", "2026-01-05T10:00 is already past. Choose a later time, or none if any time will do.")]
    [InlineData("0001-01-01T00:00", "0001-01-01T00:00 is already past. Choose a later time, or none if any time will do.")]
    [InlineData("2026-01-19T10:01", "2026-01-19T10:01 is more than 14 days away. Choose a time before that, or none if any time will do.")]
    [InlineData("9999-12-31T23:59", "9999-12-31T23:59 is more than 14 days away. Choose a time before that, or none if any time will do.")]
    [InlineData("2026-03-08T02:30", "The clocks skip 2026-03-08T02:30. The nearest time is 2026-03-08T03:00; write that, or another time.")]
    [InlineData(
        "2026-11-01T01:30",
        "2026-11-01T01:30 comes twice, because the clocks go back. "
            + "Write 2026-11-01T01:30-07:00 for the first, 2026-11-01T01:30-08:00 for the second.")]
    [InlineData(
        "2026-01-06T15:00-05:00",
        "The clocks of America/Los_Angeles do not show \"2026-01-06T15:00-05:00\". Write 2026-01-06T15:00 or 2026-01-06T15:00-08:00.")]
    public void A_time_that_cannot_be_is_told_why(string when, string error) => Assert.Equal([error], Refused([.. Case, ("when", when)])["when"]);

    [Fact]
    public void A_fortnight_to_the_minute_is_near_enough() =>
        Assert.Equal(
            new DesiredTime(new LocalDateTime(2026, 1, 19, 10, 0), false), Accepted([.. Case, ("when", "2026-01-19T10:00")]).Draft.When.Single());

    [Theory]
    [InlineData("2026-11-01T01:30-07:00", "2026-11-01T08:30:00Z")]
    [InlineData("2026-11-01T01:30-08:00", "2026-11-01T09:30:00Z")]
    public void An_offset_says_which_of_two_hours_is_meant(string when, string instant)
    {
        var october = Sample.At("2026-10-26 10:00");
        var draft = Accepted(null, october, [.. Case, ("when", when)]).Draft;
        Assert.Equal([instant], draft.For(Sample.Asker, Sample.Policy.Practice, october).When.Select(at => at.ToString()));
    }

    [Fact]
    public void Times_are_at_most_ten()
    {
        var ten = Enumerable.Range(0, 10).Select(minute => ("when", $"2026-01-06T15:0{minute}")).ToArray();
        Assert.Equal(10, Accepted([.. Case, .. ten]).Draft.When.Length);
        Assert.Equal(["These are 11 times. Name at most 10."], Refused([.. Case, .. ten, ("when", "2026-01-06T16:00")])["when"]);
    }

    [Fact]
    public void Topics_are_at_most_ten_and_short()
    {
        var ten = Enumerable.Range(0, 10).Select(n => ("topic", $"topic {n}")).ToArray();
        Assert.Equal(10, Accepted([.. Case, .. ten, ("topic", "TOPIC 1")]).Draft.Topics.Length);
        Assert.Equal(["These are 11 topics. Name at most 10."], Refused([.. Case, .. ten, ("topic", "another")])["topic"]);
        Assert.Single(Accepted([.. Case, ("topic", new string('x', 40))]).Draft.Topics);
        Assert.Single(Refused([.. Case, ("topic", new string('x', 41))])["topic"]);
    }

    [Fact]
    public void A_question_has_at_most_2000_characters_with_a_line_break_counted_as_one()
    {
        var longest = $"{new string('x', 1000)}\r\n{new string('y', 999)}";
        Assert.Equal(2000, Accepted([.. Case, ("question", longest)]).Question!.Length);
        Assert.Equal(["This has 2,001 characters. Shorten it to at most 2,000."], Refused([.. Case, ("question", longest + "z")])["question"]);
    }

    [Fact]
    public void A_question_has_lines_and_tabs_but_no_other_control_characters()
    {
        Assert.Equal("one\n\ttwo", Accepted([.. Case, ("question", "one\n\ttwo")]).Question);
        Assert.Equal(
            ["There is a control character in it. Take it out, or type the text anew instead of pasting it."],
            Refused([.. Case, ("question", "one\u0007")])["question"]);
    }

    [Fact]
    public void What_may_identify_a_client_is_quoted_with_what_to_write_instead()
    {
        Assert.Equal(
            [
                "\"Jane Doe\": Looks like a name; write \"my client\", \"his sister\" or an initial.",
                "\"415-555-0199\": Looks like a phone number; leave it out.",
                "If none of this identifies anybody, check \"I checked, this identifies nobody\" (not_identifying=yes).",
            ],
            Refused([.. Case, ("question", "My client Jane Doe calls from 415-555-0199.")])["question"]);
    }

    [Fact]
    public void A_writer_who_has_checked_is_believed() => Assert.Equal(
        "My client Jane Doe.", Accepted([.. Case, ("question", "My client Jane Doe."), ("not_identifying", "yes")]).Question);

    [Fact]
    public void A_known_browser_is_read_by_its_owners_own_clock()
    {
        var easterner = Sample.Asker with { Zone = Sample.Eastern };
        (string, string)[] typed = [("phone", easterner.Phone.Value), ("kind", "case"), ("urgency", "today"), ("when", "2026-01-05T12:30")];
        Assert.Equal(["when"], Refused(easterner, Monday, typed).Keys);
        Assert.Single(Accepted(null, Monday, typed).Draft.When);
    }

    [Fact]
    public void A_known_browser_with_another_number_in_it_is_read_like_an_unknown_one()
    {
        var easterner = Sample.Asker with { Zone = Sample.Eastern };
        Assert.Single(Accepted(easterner, Monday, [.. Case, ("when", "2026-01-05T12:30")]).Draft.When);
    }

    [Fact]
    public void Times_are_taken_by_the_askers_own_clock_once_it_is_known_and_past_ones_are_dropped()
    {
        var draft = Accepted([.. Case, ("when", "2026-01-05T15:00"), ("when", "2026-01-05T12:30")]).Draft;
        var request = draft.For(Sample.Asker with { Zone = Sample.Eastern }, Sample.Policy.Practice, Monday);
        Assert.Equal(Sample.At("2026-01-05 15:00", Sample.Eastern), request.When.Single());
    }

    [Theory]
    [InlineData("case", "CA;NV", null, "CA")]
    [InlineData("case", "NV;CA", null, "NV")]
    [InlineData("case", "NV", "CA", "CA")]
    [InlineData("risk", "", null, "CA")]
    [InlineData("support", "NV", null, null)]
    public void The_client_is_where_it_is_said_or_where_the_asker_is_licensed_first_or_where_the_practice_is(
        string kind, string licences, string? said, string? state)
    {
        var asker = Sample.Asker with { Licences = [.. licences.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(UsState.Parse)] };
        var draft = Accepted(("phone", "4155550123"), ("kind", kind), ("urgency", "today"), ("client_state", said ?? "")).Draft;
        Assert.Equal(state, draft.For(asker, Sample.Policy.Practice, Monday).ClientState?.Code);
    }

    private static RequestReading.Accepted Accepted(params (string, string)[] typed) => Accepted(null, Monday, typed);

    private static RequestReading.Accepted Accepted(Person? known, Instant now, (string, string)[] typed) =>
        Assert.IsType<RequestReading.Accepted>(Read(known, now, typed));

    private static SortedDictionary<string, string[]> Refused(params (string, string)[] typed) => Refused(null, Monday, typed);

    private static SortedDictionary<string, string[]> Refused(Person? known, Instant now, (string, string)[] typed) =>
        new(Assert.IsType<RequestReading.Refused>(Read(known, now, typed)).Errors.ToDictionary(error => error.Key, error => error.Value.ToArray()));

    private static RequestReading Read(Person? known, Instant now, (string Field, string Value)[] typed) =>
        RequestForm.Read(typed.ToLookup(pair => pair.Field, pair => pair.Value), known, Sample.Policy, now);
}
