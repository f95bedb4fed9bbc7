using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Phones;

/// <summary>What a phone line does that its table does not show.</summary>
public class PhoneLineTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 20, 0);
    private static readonly Person Noor = Person("Noor Ng", "+14155550102", Roles.Clinician | Roles.Consultant);
    private static readonly Person Dana = Person("Dana Fox", "+14155550106", Roles.Manager);
    private static readonly string Backup = PolicyFile.Default.Practice.BackupLine.Spoken;

    private static readonly Question TwoTimes = new(
        "q1",
        [new Answer(AnswerKind.Accept, Noon + Duration.FromHours(1)), new Answer(AnswerKind.Accept, Noon + Duration.FromHours(3))],
        new Answer(AnswerKind.Decline),
        Yes: null,
        TakesTime: true);

    private static Message.Offer OfferOf(Kind kind) => new Message.Offer(
        kind == Kind.Support ? null : new PersonName("Maya Lee", "LPC"), kind, Urgency.Today, Modality.Phone, Duration.FromMinutes(30),
        [.. TwoTimes.Numbered.Select(answer => answer.At!.Value)]);

    private static PhoneEvent.Told Offered(string consult, Kind kind) => new(
        new ConsultId(consult), kind, OfferOf(kind), TwoTimes, Closes: false, 1, null,
        new LetterBrief(Side.Consultant, Phase.Offered, kind == Kind.Support ? null : new PersonName("Maya Lee", "LPC")));

    /// <summary>No manager ever learns of support by any way.</summary>
    [Theory]
    [InlineData("I don't do support anymore")]
    [InlineData("don't ask me on mondays")]
    public void No_manager_hears_of_fewer_offers_where_support_is_open(string text)
    {
        var decision = Text(Decide(null, Noor, Offered("s", Kind.Support)).State, Noor, text);
        Assert.Empty(decision.Effects.OfType<PhoneEffect.TellManager>().Select(told => told.Message.ToString()));
    }

    /// <summary>A manager would learn that somebody asked for support.</summary>
    [Fact]
    public void What_is_said_to_a_manager_of_a_kind_never_names_support()
    {
        var decision = Text(new Phone { Number = Noor.Phone, Welcomed = true }, Noor, "I don't do support anymore");
        Assert.Empty(decision.Effects.OfType<PhoneEffect.TellManager>().Select(told => told.Message.ToString()));
    }

    /// <summary>The same words get at most three replies an hour, whatever they are read as.</summary>
    [Theory]
    [InlineData("I'm with a client")]
    [InlineData("who is this")]
    [InlineData("let me check")]
    public void Alike_words_that_are_read_as_remarks_are_bounded_too(string text)
    {
        var line = Decide(null, Noor, Offered("c", Kind.Case)).State;
        var acted = 0;
        for (var n = 0; n < 20; n++)
        {
            var decision = Text(line, Noor, text, Noon + Duration.FromMinutes(n), $"SM{n}");
            line = decision.State;
            acted += decision.Effects.OfType<PhoneEffect.ForConsult>().Any() || decision.Outgoing.Count > 0 ? 1 : 0;
        }

        Assert.InRange(acted, 1, 3);
    }

    /// <summary>Whoever asks a risk hears 911, 988 and the backup line first, in every state of the phone.</summary>
    [Theory]
    [InlineData("not consented")]
    [InlineData("opted out")]
    public void Whoever_asks_a_risk_hears_the_backup_line_first(string state)
    {
        var owner = state == "not consented" ? Noor with { Consent = null } : Noor;
        var line = new Phone { Number = Noor.Phone, Welcomed = true, OptedOutAt = state == "opted out" ? Noon : null };
        AssertAllLines(Text(line, owner, "ASK RISK NOW"));
    }

    /// <summary>Both letters of a drill are letters of their own, also where every other letter asks something.</summary>
    [Fact]
    public void A_drill_on_a_full_phone_has_two_letters()
    {
        var line = new Phone { Number = Dana.Phone, Welcomed = true };
        for (var n = 0; n < Letter.Count; n++)
        {
            line = Decide(line, Dana, Offered($"c{n}", Kind.Case), Noon + Duration.FromMinutes(n)).State;
        }

        var drill = Text(line, Dana, "DRILL", Noon + Duration.FromHours(1)).State.Letters.Where(use => use.Drill is not null);
        Assert.Equal([DrillPart.Asker, DrillPart.StandIn], drill.Select(use => use.Drill!.Value).Order());
    }

    /// <summary>A usual letter that was never used, or was forgotten, comes before one that closed just now.</summary>
    [Fact]
    public void A_letter_that_is_free_for_good_comes_before_one_that_rests()
    {
        var line = new Phone { Number = Noor.Phone, Welcomed = true };
        for (var n = 0; n < Letter.Usual + 1; n++)
        {
            line = Decide(line, Noor, Offered($"c{n}", Kind.Case)).State;
        }

        line = line with { Letters = line.Letters.RemoveAll(use => use.Letter == new Letter('A')) };
        line = Decide(line, Noor, new PhoneEvent.LetterClosed(new ConsultId("c1"), Turn: 1)).State;
        var next = Decide(line, Noor, Offered("next", Kind.Case)).State.Letters.Single(use => use.Consult == new ConsultId("next"));
        Assert.Equal('A', next.Letter.Value);
    }

    /// <summary>A text and a new question may pass each other on the way.</summary>
    [Fact]
    public void A_number_that_fits_both_right_after_a_new_question_is_asked_back()
    {
        var line = Decide(null, Noor, Offered("c", Kind.Case)).State;
        var take = new Question("q2", [new Answer(AnswerKind.Take, Noon + Duration.FromHours(5))], new Answer(AnswerKind.Refuse), null);
        line = Decide(line, Noor, new PhoneEvent.Told(
            new ConsultId("c"), Kind.Case, new Message.AskerProposes(new PersonName("Maya Lee", "LPC"), take.Numbered[0].At!.Value, Noon + Duration.FromHours(1)),
            take, Closes: false, 2), Noon + Duration.FromMinutes(5)).State;
        Assert.Empty(Text(line, Noor, "A1", Noon + Duration.FromMinutes(6)).Effects);
        Assert.Single(Text(line, Noor, "A1", Noon + Duration.FromMinutes(8)).Effects);
    }

    /// <summary>What has lapsed is not counted among the questions of "which one?".</summary>
    [Fact]
    public void A_lapsed_question_is_in_no_list()
    {
        var line = Decide(null, Noor, Offered("c", Kind.Case) with { Question = TwoTimes with { Until = Noon + Duration.FromHours(1) } }).State;
        line = Decide(line, Noor, Offered("d", Kind.Case), Noon + Duration.FromMinutes(90)).State;
        var list = Body(Text(line, Noor, "?", Noon + Duration.FromHours(2)));
        Assert.DoesNotContain("A1", list, StringComparison.Ordinal);
        Assert.Contains("B1", list, StringComparison.Ordinal);
        var one = Text(line, Noor, "1", Noon + Duration.FromHours(2)).Effects.OfType<PhoneEffect.ForConsult>().Single();
        Assert.Equal(new ConsultId("d"), one.Consult);
    }

    /// <summary>The manager hears of it for every other phone.</summary>
    [Fact]
    public void Nobody_is_told_that_a_phone_with_support_open_is_not_understood()
    {
        var line = Decide(null, Noor, Offered("s", Kind.Support)).State;
        var effects = new List<PhoneEffect>();
        foreach (var words in new[] { "purple elephants", "green ones", "blue whales dance", "yellow submarines", "orange lemurs", "red pandas" })
        {
            var decision = Text(line, Noor, words);
            line = decision.State;
            effects.AddRange(decision.Effects);
        }

        Assert.Empty(effects.OfType<PhoneEffect.TellManager>());
    }

    private static void AssertAllLines(PhoneDecision decision)
    {
        var said = Body(decision);
        Assert.Contains("911", said, StringComparison.Ordinal);
        Assert.Contains("988", said, StringComparison.Ordinal);
        Assert.True(said.Contains(Backup, StringComparison.Ordinal), said);
    }

    private static string Body(PhoneDecision decision) => string.Join(" | ", decision.Outgoing.OfType<Outgoing.Text>().Select(text => text.Body));

    private static PhoneDecision Text(Phone line, Person? owner, string text, Instant? at = null, string id = "SM1") =>
        Decide(line, owner, new PhoneEvent.TextReceived(text, null), at, id);

    private static PhoneDecision Decide(Phone? line, Person? owner, PhoneEvent happened, Instant? at = null, string id = "SM1")
    {
        var everyone = new[] { Dana }.Concat(owner is null ? [] : [owner]).DistinctBy(person => person.Id);
        var roster = new Roster(everyone.Select(person => new Colleague(person, new Reach { Consented = person.Consent is not null }, [])));
        return PhoneDecider.Decide((owner ?? Noor).Phone, line, id, happened, new PhoneFacts(owner, roster, PolicyFile.Default), at ?? Noon);
    }

    private static Person Person(string name, string phone, Roles roles) => new()
    {
        Name = name,
        Credentials = "MD",
        Phone = PhoneNumber.Parse(phone),
        Email = "someone@example.org",
        Roles = roles,
        Discipline = Discipline.Psychiatrist,
        Licences = [UsState.Parse("CA")],
        Zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"],
        Availability = WeeklyHours.None,
        OffersSupport = true,
        Consent = new Consent(Noon - Duration.FromDays(30), "form"),
    };
}
