using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Phones;

/// <summary>
/// Every state that a phone line can be in meets every event, and every kind of text. What follows is written down in <c>phone-table.txt</c>, to be read by people.
/// </summary>
public class PhoneTableTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 20, 0);
    private static readonly Person Owner = Person("Noor Ng", "+14155550102", consented: true);
    private static readonly Person Manager = Person("Dana Fox", "+14155550106", consented: true) with { Roles = Roles.Manager };
    private static readonly ConsultId First = new("first");
    private static readonly ConsultId Second = new("second");

    private static readonly Question Offer = new(
        "q1",
        [new Answer(AnswerKind.Accept, Noon + Duration.FromHours(1)), new Answer(AnswerKind.Accept, Noon + Duration.FromHours(3))],
        new Answer(AnswerKind.Decline),
        Yes: null,
        TakesTime: true);

    private static readonly Question DidYouMeet = new(
        "q2", [new Answer(AnswerKind.Met)], new Answer(AnswerKind.NotMet), new Answer(AnswerKind.Met));

    private static readonly Message OfferMessage = new Message.Offer(
        new PersonName("Maya Lee", "LPC"), Kind.Case, Urgency.Today, Modality.Phone, Duration.FromMinutes(30), [.. Offer.Numbered.Select(answer => answer.At!.Value)]);

    private static readonly string[] Texts =
    [
        "1", "A1", "A2", "B1", "A9", "0", "yes", "no", "5:15p", "in 45", "A1 B0", "yes but after 4", "no but ask Dr Lee", "?", "HELP", "STOP", "please stop texting me",
        "START", "JOIN", "PAUSE 14", "RESUME", "SLEEP", "WAKE", "DRILL", "ASK", "ASK MED TODAY", "ASK RISK", "ASK RISK THIS WEEK", "ASK OBSERVATION", "X", "X A", "R A", "purple elephants", "", "Thanks!",
        "I want to die", "Auto-reply: I am out of office", "1 and she took all her pills",
    ];

    [Fact]
    public void Every_line_meets_every_event_as_the_table_says()
    {
        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Phones", "phone-table.txt"));
        var actual = Table().ToList();

        // Where the two differ on purpose, this is the table to be read and put in the place of the other.
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "phone-table.actual"), actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_event_is_in_the_table() => Assert.Equal(
        typeof(PhoneEvent).GetNestedTypes().Where(nested => nested.IsSubclassOf(typeof(PhoneEvent))).Select(nested => nested.Name).ToHashSet(),
        Events().Select(item => item.Event.GetType().Name).ToHashSet());

    [Fact]
    public void Nobody_who_has_not_consented_or_has_opted_out_is_told_anything_by_a_consult()
    {
        foreach (var (name, line, owner) in Lines().Where(line => line.Name is "never consented" or "opted out"))
        {
            foreach (var (told, happened) in Events().Where(item => item.Event is PhoneEvent.Told or PhoneEvent.LineTold))
            {
                Assert.True(!Decide(line, owner, happened).Outgoing.OfType<Outgoing.Text>().Any(), $"{name}: {told} sends a text.");
            }
        }
    }

    [Fact]
    public void An_offer_that_was_overtaken_by_its_end_is_not_made()
    {
        var line = new Phone { Number = Owner.Phone, Welcomed = true };
        var covered = Decide(line, Owner, new PhoneEvent.Told(First, Kind.Case, new Message.Covered(), null, Closes: true, Turn: 2));
        var offered = Decide(covered.State, Owner, new PhoneEvent.Told(First, Kind.Case, OfferMessage, Offer, Closes: false, Turn: 1));
        Assert.Single(covered.Outgoing);
        Assert.Empty(offered.Outgoing);
        Assert.Equal(covered.State, offered.State);
    }

    [Fact]
    public void A_letter_that_was_opened_again_is_not_closed_by_what_was_decided_before()
    {
        var line = new Phone { Number = Owner.Phone, Welcomed = true };
        var offered = Decide(line, Owner, new PhoneEvent.Told(First, Kind.Case, OfferMessage, Offer, Closes: false, Turn: 3));
        Assert.Equal(offered.State, Decide(offered.State, Owner, new PhoneEvent.LetterClosed(First, Turn: 2)).State);
    }

    /// <summary>Whatever a phone has been through, the next offer is put to it, on a letter that no other open consult has.</summary>
    [Fact]
    public void A_phone_never_runs_out()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (line, now) = (new Phone { Number = Owner.Phone, Welcomed = true }, Noon);
            for (var n = 0; n < 60; n++)
            {
                now += Duration.FromMinutes(random.Next(180));
                var consult = new ConsultId($"c{random.Next(40)}");
                PhoneEvent happened = random.Next(8) switch
                {
                    0 => new PhoneEvent.LetterClosed(consult, Turn: n),
                    1 => Text(Texts[random.Next(Texts.Length)] is var text && text is "STOP" or "please stop texting me" ? "?" : text),
                    2 => new PhoneEvent.Told(consult, Kind.Case, new Message.Covered(), null, Closes: true, Turn: n),
                    _ => new PhoneEvent.Told(consult, Kind.Case, OfferMessage, Offer with { Id = $"q{n}" }, Closes: false, Turn: n),
                };
                line = Decide(line, Owner, happened, now).State;
                Assert.True(line.Letters.Select(use => use.Letter).Distinct().Count() == line.Letters.Length, $"Seed {seed}: two consults have one letter.");
            }

            var next = Decide(line, Owner, new PhoneEvent.Told(new ConsultId("next"), Kind.Risk, OfferMessage, Offer, Closes: false, Turn: 1), now);
            Assert.True(next.Outgoing.OfType<Outgoing.Text>().Any() && next.Effects.Count == 0, $"Seed {seed}: the next offer is not put.");
            Assert.Contains(next.State.Letters, use => use.Consult == new ConsultId("next") && use.Asks(now));
        }
    }

    [Fact]
    public void The_ninth_consult_gets_a_letter_of_its_own()
    {
        var line = new Phone { Number = Owner.Phone, Welcomed = true };
        for (var n = 0; n < 9; n++)
        {
            line = Decide(line, Owner, new PhoneEvent.Told(new ConsultId($"c{n}"), Kind.Case, OfferMessage, Offer, Closes: false)).State;
        }

        Assert.Equal("ABCDEFGHJ", string.Concat(line.Letters.Select(use => use.Letter.Value).Order()));
        var answered = Decide(line, Owner, Text("J1")).Effects.OfType<PhoneEffect.ForConsult>().Single();
        Assert.Equal(new ConsultId("c8"), answered.Consult);
    }

    [Fact]
    public void The_letter_that_rests_longest_is_taken_before_one_beyond_the_eighth()
    {
        var line = new Phone { Number = Owner.Phone, Welcomed = true };
        for (var n = 0; n < 8; n++)
        {
            line = Decide(line, Owner, new PhoneEvent.Told(new ConsultId($"c{n}"), Kind.Case, OfferMessage, Offer, Closes: false)).State;
        }

        line = Decide(line, Owner, new PhoneEvent.LetterClosed(new ConsultId("c5")), Noon + Duration.FromHours(1)).State;
        line = Decide(line, Owner, new PhoneEvent.LetterClosed(new ConsultId("c2")), Noon + Duration.FromHours(2)).State;
        var next = Decide(line, Owner, new PhoneEvent.Told(new ConsultId("next"), Kind.Case, OfferMessage, Offer, Closes: false), Noon + Duration.FromHours(3)).State;
        var use = next.Letters.Single(use => use.Consult == new ConsultId("next"));

        // Its old numbers would be too fresh to begin at 1.
        Assert.Equal(('F', 3), (use.Letter.Value, use.FirstNumber));
    }

    [Fact]
    public void A_reminder_keeps_its_numbers_other_times_go_on_counting_and_a_new_question_begins_at_1()
    {
        var line = Decide(new Phone { Number = Owner.Phone, Welcomed = true }, Owner, new PhoneEvent.Told(First, Kind.Case, OfferMessage, Offer, Closes: false, Turn: 1)).State;
        var again = Decide(line, Owner, new PhoneEvent.Told(First, Kind.Case, OfferMessage, Offer with { Id = "q2" }, Closes: false, Turn: 2)).State;
        var others = Offer with { Id = "q3", Numbered = [new Answer(AnswerKind.Accept, Noon + Duration.FromHours(6)), new Answer(AnswerKind.Accept, Noon + Duration.FromHours(7))] };
        var changed = Decide(again, Owner, new PhoneEvent.Told(First, Kind.Case, OfferMessage, others, Closes: false, Turn: 3)).State;
        var met = Decide(changed, Owner, new PhoneEvent.Told(First, Kind.Case, new Message.DidYouMeet(PersonName.Of(Owner)), DidYouMeet, Closes: false, Turn: 4)).State;
        Assert.Equal([1, 1, 3, 1], new[] { line, again, changed, met }.Select(state => state.Letters.Single().FirstNumber));
    }

    [Fact]
    public void A_question_that_has_lapsed_is_answered_by_nothing()
    {
        var until = Noon + Duration.FromHours(1);
        var line = Decide(
            new Phone { Number = Owner.Phone, Welcomed = true }, Owner, new PhoneEvent.Told(First, Kind.Case, OfferMessage, Offer with { Until = until }, Closes: false)).State;
        var inTime = Decide(line, Owner, Text("A1"), until - Duration.Epsilon).Effects.OfType<PhoneEffect.ForConsult>().Single();
        var late = Decide(line, Owner, Text("A1"), until).Effects.OfType<PhoneEffect.ForConsult>().Single();
        Assert.Equal(AnswerKind.Accept, ((ConsultEvent.Answered)inTime.Happened).Answer.Kind);
        Assert.Equal(AnswerKind.Choose, ((ConsultEvent.Answered)late.Happened).Answer.Kind);
    }

    private static IEnumerable<string> Table()
    {
        foreach (var (name, line, owner) in Lines())
        {
            yield return "";
            yield return $"## {name}";
            foreach (var outcome in Events().GroupBy(item => Say(line, Decide(line, owner, item.Event))))
            {
                yield return $"{string.Join(" | ", outcome.Select(item => item.Told))} -> {outcome.Key}";
            }
        }
    }

    private static IEnumerable<(string Name, Phone? Line, Person? Owner)> Lines()
    {
        yield return ("a stranger", null, null);
        yield return ("a stranger who was told", Decide(null, null, Text("hello")).State, null);
        yield return ("never consented", null, Person("Kai Nakamura", "+12125550114", consented: false));
        var idle = new Phone { Number = Owner.Phone, Welcomed = true };
        yield return ("never texted before", null, Owner);
        yield return ("nothing open", idle, Owner);
        var offered = Decide(idle, Owner, new PhoneEvent.Told(First, Kind.Case, OfferMessage, Offer, Closes: false)).State;
        yield return ("one offer open on A", offered, Owner);
        yield return (
            "offers open on A and B", Decide(offered, Owner, new PhoneEvent.Told(Second, Kind.Case, OfferMessage, Offer, Closes: false)).State, Owner);
        yield return (
            "the offer on A has changed: 3 and 4",
            Decide(offered, Owner, new PhoneEvent.Told(First, Kind.Case, new Message.TimeGone([.. Offer.Numbered.Select(answer => answer.At!.Value)]), Offer, Closes: false)).State,
            Owner);
        yield return ("A booked, nothing asked", Decide(offered, Owner, new PhoneEvent.Told(First, Kind.Case, new Message.WordsKept(), null, Closes: false)).State with
        {
            Letters = [new LetterUse(new Letter('A'), First, Kind.Case, null, 1, 3, Noon)],
        }, Owner);
        yield return ("A at rest", Decide(offered, Owner, new PhoneEvent.Told(First, Kind.Case, new Message.Covered(), null, Closes: true)).State, Owner);
        yield return ("asked what the request is about", Decide(idle, Owner, Text("ASK")).State, Owner);
        yield return ("asked how soon", Decide(idle, Owner, Text("ASK MED")).State, Owner);
        yield return ("opted out", Decide(offered, Owner, Text("STOP")).State, Owner);
        yield return ("four texts that led nowhere", offered with { Fruitless = 4 }, Owner);
        yield return ("a person has taken over", offered with { Fruitless = 5 }, Owner);
        var managers = new Phone { Number = Manager.Phone, Welcomed = true };
        yield return ("a manager's, nothing open", managers, Manager);
        var drill = Decide(managers, Manager, Text("DRILL")).State;
        var standIn = new PhoneEvent.Told(ConsultId.From("text SM1"), Kind.Case, OfferMessage, Offer, Closes: false, Turn: 1, DrillPart.StandIn);
        var asked = Decide(drill, Manager, standIn).State;
        yield return ("a drill on A and B: the stand-in has the offer", asked, Manager);
        var both = Decide(
            asked,
            Manager,
            standIn with { Message = new Message.DidYouMeet(PersonName.Of(Owner)), Question = DidYouMeet, Drill = DrillPart.Asker, Turn = 2 }).State;
        yield return ("a drill on A and B: both are asked", both, Manager);
        yield return ("a drill on A and B, opted out", Decide(both, Manager, Text("STOP")).State, Manager);
    }

    private static IEnumerable<(string Told, PhoneEvent Event)> Events()
    {
        foreach (var text in Texts)
        {
            yield return ($"\"{text}\"", Text(text));
        }

        foreach (var word in new[] { "STOP", "START", "HELP" })
        {
            yield return ($"{word}, answered by the carrier", new PhoneEvent.TextReceived(word, word));
        }

        yield return ("told an offer", new PhoneEvent.Told(Second, Kind.Case, OfferMessage, Offer, Closes: false));
        yield return ("told that it is covered", new PhoneEvent.Told(First, Kind.Case, new Message.Covered(), null, Closes: true));
        yield return ("told something of the line", new PhoneEvent.LineTold(new Message.PersonNeeded(PersonName.Of(Owner), Owner.Phone)));
        yield return ("told something of the line by mail", new PhoneEvent.LineTold(new Message.LineInTrouble(LineTrouble.TextAccount, "Twilio"), ByMail: true));
        yield return ("letter closed", new PhoneEvent.LetterClosed(First));
        yield return ("invited", new PhoneEvent.Invited(
            First,
            new Message.CalledOff(PersonName.Of(Owner), Noon),
            new Invitation(PersonName.Of(Owner), Noon, Noon, Noon, Modality.Phone, 1, Cancelled: true)));
        yield return ("an offer failed", new PhoneEvent.TextFailed(new Outgoing.Text("words", First, "q1", null), OptedOut: false));
        yield return ("a text with a mail instead failed", new PhoneEvent.TextFailed(new Outgoing.Text("words", First, null, new Mail("s", "t")), OptedOut: false));
        yield return ("refused as opted out", new PhoneEvent.TextFailed(new Outgoing.Text("words", First, "q1", null), OptedOut: true));
    }

    private static PhoneEvent.TextReceived Text(string body) => new(body, null);

    private static PhoneDecision Decide(Phone? line, Person? owner, PhoneEvent happened, Instant? at = null)
    {
        var everyone = new[] { Owner, Manager }.Append(owner ?? Manager).DistinctBy(person => person.Id);
        var roster = new Roster(everyone.Select(person => new Colleague(person, new Reach { Consented = person.Consent is not null }, [])));
        var number = owner?.Phone ?? PhoneNumber.Parse("+14155550199");
        return PhoneDecider.Decide(number, line, "SM1", happened, new PhoneFacts(owner, roster, PolicyFile.Default), at ?? Noon);
    }

    private static string Say(Phone? before, PhoneDecision decision)
    {
        var parts = decision.Outgoing.Select(Say).Concat(decision.Effects.Select(Say)).Concat(Changes(before, decision.State)).ToList();
        return parts.Count == 0 ? "nothing" : string.Join("; ", parts);
    }

    private static string Say(Outgoing outgoing) => outgoing switch
    {
        Outgoing.Text text => $"\"{text.Body.Replace("Bay Curbside", "", StringComparison.Ordinal).TrimStart(':', ' ').Replace("\n", " / ", StringComparison.Ordinal)}\"",
        Outgoing.Email { Invitation: null } => "mail",
        _ => "mail with calendar",
    };

    private static string Say(PhoneEffect effect) => effect switch
    {
        PhoneEffect.ForConsult { Happened: ConsultEvent.Answered answered } consult =>
            $"{Name(consult)}: {answered.Answer.Kind}{(answered.Answer.At is { } at ? $" {at.InZone(Owner.Zone).TimeOfDay:HH:mm}" : "")}{(answered.Kept is null ? "" : $", kept \"{answered.Kept}\"")}",
        PhoneEffect.ForConsult { Happened: ConsultEvent.Requested requested } =>
            $"request {(requested.Request.IsDrill ? "drill " : "")}{requested.Request.Kind.Name()} {requested.Request.Urgency.Name()}",
        PhoneEffect.ForConsult consult => $"{Name(consult)}: {consult.Happened.GetType().Name}",
        PhoneEffect.ReachChanged => "reach changed",
        _ => "a manager is told",
    };

    /// <summary>In a drill, the side that it is told as; who that is goes with it.</summary>
    private static string Name(PhoneEffect.ForConsult effect) =>
        effect.Drill is not { } part ? effect.Consult.Value : part == DrillPart.Asker ? "drill A" : "drill B";

    private static IEnumerable<string> Changes(Phone? before, Phone after)
    {
        foreach (var use in after.Letters.Where(use => before?.Letters.Contains(use) != true).OrderBy(use => use.Letter.Value))
        {
            yield return $"[{use.Letter} {(use.IsOpen ? string.Join(' ', use.Numbers) : "rests")}]";
        }
    }

    private static Person Person(string name, string phone, bool consented) => new()
    {
        Name = name,
        Credentials = "MD",
        Phone = PhoneNumber.Parse(phone),
        Email = "someone@example.org",
        Roles = Roles.Clinician | Roles.Consultant,
        Discipline = Discipline.Psychiatrist,
        Licences = [UsState.Parse("CA")],
        Zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"],
        Availability = WeeklyHours.None,
        Consent = consented ? new Consent(Noon - Duration.FromDays(30), "form") : null,
    };
}
