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

    [Fact]
    public void Never_more_than_eight_letters_are_in_use()
    {
        var line = new Phone { Number = Owner.Phone, Welcomed = true };
        for (var n = 0; n < 12; n++)
        {
            var told = new PhoneEvent.Told(new ConsultId($"c{n}"), Kind.Case, OfferMessage, Offer, Closes: false);
            var decision = Decide(line, Owner, told);
            Assert.Equal(n < 8, decision.Outgoing.Count == 1);
            Assert.Equal(n >= 8, decision.Effects.Any(effect => effect is PhoneEffect.ForConsult { Happened: ConsultEvent.NotReached }));
            line = decision.State;
        }
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

    private static PhoneDecision Decide(Phone? line, Person? owner, PhoneEvent happened)
    {
        var everyone = new[] { Owner, Manager }.Append(owner ?? Manager).DistinctBy(person => person.Id);
        var roster = new Roster(everyone.Select(person => new Colleague(person, new Reach { Consented = person.Consent is not null }, [])));
        var number = owner?.Phone ?? PhoneNumber.Parse("+14155550199");
        return PhoneDecider.Decide(number, line, "SM1", happened, new PhoneFacts(owner, roster, PolicyFile.Default), Noon);
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
