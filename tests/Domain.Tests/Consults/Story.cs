using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Tests.Consults;

/// <summary>A small cast, and consults brought to every stage by what people do and not by hand.</summary>
internal static class Story
{
    private static readonly DateTimeZone California = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 20, 0);
    private static readonly Person Asker = Make("Asker", "+14155550101", Roles.Clinician, Discipline.Counselor);
    private static readonly Person First = Make("First", "+14155550102", Roles.Consultant, Discipline.Psychiatrist);
    private static readonly Person Second = Make("Second", "+14155550103", Roles.Consultant, Discipline.PsychiatricNp);
    private static readonly Person Manager = Make("Manager", "+14155550104", Roles.Manager, Discipline.Other);

    public static Facts Facts { get; } = new(
        new Roster(new[] { Asker, First, Second, Manager }.Select(person => new Colleague(person, new Reach { Consented = true }, []))),
        Busy.Nobody,
        PolicyFile.Default);

    public static IReadOnlyList<(string Who, PersonId Person)> Cast { get; } =
        [("asker", Asker.Id), ("first", First.Id), ("second", Second.Id), ("manager", Manager.Id)];

    private static readonly PersonId StandIn = PersonId.StandInOn(Manager.Phone);

    public static PersonId Who(string name) => Cast.Single(member => member.Who == name).Person;

    /// <summary>Whom something can come from: a drill has nobody but the manager, twice.</summary>
    public static IReadOnlyList<(string Who, PersonId Person)> CastOf(Consult consult) =>
        consult.IsDrill ? [("manager", Manager.Id), ("stand-in", StandIn)] : Cast;

    /// <summary>Every stage, and those variants of it that decide differently.</summary>
    public static IEnumerable<(string Name, Consult Consult)> Stages()
    {
        var held = Begin(Kind.Medication, Urgency.Today, held: true);
        yield return ("Held", held);
        var asking = Begin(Kind.Medication, Urgency.Today);
        yield return ("Asking: first has the offer", asking);
        var proposed = asking.After(1, new ConsultEvent.Answered(First.Id, "q1", new Answer(AnswerKind.Counter, Noon + Duration.FromMinutes(95))));
        yield return ("Proposed by first to the asker", proposed);
        yield return (
            "Proposed by the asker to first",
            proposed.After(1, new ConsultEvent.Answered(Asker.Id, "q2", new Answer(AnswerKind.Counter, Noon + Duration.FromMinutes(155)))));
        var booked = asking.After(1, Accepts(asking, First));
        yield return ("Booked with first", booked);
        yield return ("Booked, the asker chooses another time", booked.After(1, new ConsultEvent.OtherTimeAsked(Asker.Id)));
        yield return (
            "Booked, first has the asker's new time",
            booked.After(1, new ConsultEvent.OtherTimeAsked(Asker.Id))
                .After(1, new ConsultEvent.Answered(Asker.Id, "q3", new Answer(AnswerKind.Counter, Noon + Duration.FromMinutes(200)))));
        var asked = booked.WhenDue(consult => consult.Done.ContainsKey(Step.DidYouMeet));
        yield return ("Booked, both are asked whether they met", asked);
        var met = asked.After(1, new ConsultEvent.Answered(Asker.Id, "q4", new Answer(AnswerKind.Met)));
        yield return ("Met", met);
        yield return ("Met, asked whether it helped", met.WhenDue(consult => consult.Done.ContainsKey(Step.DidItHelp)));
        yield return ("Missed", asked.After(1, new ConsultEvent.Answered(Asker.Id, "q4", new Answer(AnswerKind.NotMet))));
        yield return ("Closed", met.After(1, new ConsultEvent.CalledOff(Asker.Id)));
        yield return ("Withdrawn", asking.After(1, new ConsultEvent.CalledOff(Asker.Id)));
        yield return ("Unanswered, the manager is called in", asking.WhenDue(consult => consult.Stage is Stage.Unanswered));
        yield return (
            "Over", asking.After(1, new ConsultEvent.CalledOff(Asker.Id)).WhenDue(consult => consult.Over));
        var now = Begin(Kind.Risk, Urgency.Now);
        yield return ("Asking, risk now: both have the offer", now);
        var call = now.After(1, new ConsultEvent.Answered(First.Id, "q1", new Answer(AnswerKind.Accept)));
        yield return ("Booked, risk now", call);
        yield return ("Booked, risk now, asked whether they talk", call.WhenDue(consult => consult.Done.ContainsKey(Step.TalkingYet)));
        var talked = call.WhenDue(consult => consult.Done.ContainsKey(Step.TalkingYet)).Then(new ConsultEvent.Answered(Asker.Id, "q4", new Answer(AnswerKind.Talking)));
        yield return ("Met, risk now", talked);
        var evening = talked.WhenDue(consult => consult.Done.ContainsKey(Step.Evening));
        yield return ("Met, risk now, asked how the evening is", evening);
        yield return (
            "Met, risk now, would like to talk", evening.Then(new ConsultEvent.Answered(Asker.Id, "q5", new Answer(AnswerKind.WouldLikeACall))));
        yield return ("Unanswered, risk now: both may still say that they can", now.WhenDue(consult => consult.Stage is Stage.Unanswered));
        yield return ("Asking, first wants time to answer", asking.After(1, new ConsultEvent.Remarked(First.Id, Saying.NeedsTime)));
        var observation = Begin(Kind.Observation, Urgency.Today);
        yield return ("Booked, observation, at its start", observation.After(1, Accepts(observation, First)).WhenDue(consult => consult.Done.ContainsKey(Step.Start)));
        yield return ("Asking, support", Begin(Kind.Support, Urgency.Today));
        foreach (var drill in Drills())
        {
            yield return drill;
        }
    }

    private static IEnumerable<(string Name, Consult Consult)> Drills()
    {
        var request = new ConsultEvent.Requested(Drill.RequestBy(Manager, Facts.Policy.Practice), null, Held: false);
        var asking = ConsultDecider.Decide(ConsultId.From("drill"), null, request, Facts, Noon).State!;
        yield return ("Drill, asking: the stand-in has the offer", asking);
        yield return (
            "Drill, proposed by the stand-in",
            asking.After(1, new ConsultEvent.Answered(StandIn, "q1", new Answer(AnswerKind.Counter, Noon + Duration.FromMinutes(30)))));
        var booked = asking.After(1, new ConsultEvent.Answered(StandIn, "q1", new Answer(AnswerKind.Accept, Noon + Duration.FromMinutes(15))));
        yield return ("Drill, booked", booked);
        var asked = booked.WhenDue(consult => consult.Done.ContainsKey(Step.DidYouMeet));
        yield return ("Drill, both are asked whether they met", asked);
        yield return ("Drill, met and asked whether it helped", asked.Then(new ConsultEvent.Answered(Manager.Id, "q2", new Answer(AnswerKind.Met))));
        yield return ("Drill, missed", asked.Then(new ConsultEvent.Answered(Manager.Id, "q2", new Answer(AnswerKind.NotMet))));
        yield return ("Drill, unanswered", asking.WhenDue(consult => consult.Stage is Stage.Unanswered));
        yield return ("Drill, closed", asked.WhenDue(consult => consult.Stage is Stage.Closed));
    }

    /// <summary>When the consult stands as it does: a minute after the last thing that happened.</summary>
    public static Instant NowIs(this Consult consult) => consult.Done.Values.Append(consult.Timeline[^1].At).Max() + Duration.FromMinutes(1);

    /// <summary>The time that an answer of this kind would be about.</summary>
    public static Instant? TimeFor(Consult consult, AnswerKind kind) => (kind, consult.Stage) switch
    {
        (AnswerKind.CallOff, Stage.Booked booked) => booked.Booking.Start,
        (AnswerKind.CallOff, _) => null,
        (AnswerKind.Take or AnswerKind.Refuse, Stage.Proposed proposed) => proposed.Start,
        (AnswerKind.Take or AnswerKind.Refuse, Stage.Booked { Move.Start: { } start }) => start,
        _ => consult.NowIs() + Duration.FromMinutes(120),
    };

    /// <summary>What a decision does, in a line: the stage it leads to, and each effect.</summary>
    public static string Say(Consult before, Decision decision)
    {
        var after = decision.State!;
        var stage = Describe(after);
        var effects = decision.Effects.Select(Say).Prepend(stage == Describe(before) ? "stays" : stage);
        return string.Join("; ", effects);
    }

    private static string Say(Effect effect) => effect switch
    {
        Effect.Tell tell => $"tell {Name(tell.To)} {tell.Message.GetType().Name}{(tell.Question is null ? "" : "?")}{(tell.Closes ? "." : "")}",
        Effect.CloseLetter close => $"close {Name(close.On)}",
        Effect.MailInvite { Cancelled: var cancelled, To: var to } => $"{(cancelled ? "uninvite" : "invite")} {Name(to)}",
        Effect.ReleaseSlots release => $"free {Name(release.Reservation.Person)}",
        Effect.CountLoad load => $"{(load.Start is null ? "uncount" : "count")} {Name(load.Person)}",
        Effect.RevokeLink revoke => $"revoke {Name(revoke.Person)}",
        Effect.StartConsult start => $"start {start.Request.Request.Kind.Name()}",
        _ => effect.GetType().Name.ToLowerInvariant(),
    };

    private static string Describe(Consult consult) => consult.Stage switch
    {
        Stage.Proposed proposed => $"Proposed by {(proposed.ByConsultant ? Name(proposed.Consultant) : "asker")} at {Clock(proposed.Start)}",
        Stage.Booked { Move: null } booked => $"Booked {Name(booked.Booking.Consultant)} at {Clock(booked.Booking.Start)}",
        Stage.Booked booked => $"Booked {Name(booked.Booking.Consultant)} at {Clock(booked.Booking.Start)}, moving to {Clock(booked.Move!.Start)}",
        var stage => stage.GetType().Name,
    } + (consult.Wave == 0 ? "" : $" (wave {consult.Wave})");

    private static string Clock(Instant? at) =>
        at is { } instant ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(instant.InZone(California).TimeOfDay) : "?";

    private static string Name(PersonId person) => person == StandIn ? "stand-in" : Cast.First(member => member.Person == person).Who;

    private static Consult Begin(Kind kind, Urgency urgency, bool held = false)
    {
        var request = new Request
        {
            Asker = Asker.Id,
            Kind = kind,
            Urgency = urgency,
            ClientState = kind.IsClinical() ? UsState.Parse("CA") : null,
        };
        return ConsultDecider.Decide(ConsultId.From($"{kind}"), null, new ConsultEvent.Requested(request, "a question", held), Facts, Noon).State!;
    }

    private static ConsultEvent.Answered Accepts(Consult consult, Person person) => new(
        person.Id, "q1", new Answer(AnswerKind.Accept, Noon + Duration.FromHours(1)));

    private static Consult After(this Consult consult, int minutes, ConsultEvent happened) => ConsultDecider.Decide(
        consult.Id, consult, happened, Facts, consult.Timeline[^1].At + Duration.FromMinutes(minutes)).State!;

    private static Consult Then(this Consult consult, ConsultEvent happened) =>
        ConsultDecider.Decide(consult.Id, consult, happened, Facts, consult.NowIs()).State!;

    /// <summary>Lets deadlines pass until something is so.</summary>
    private static Consult WhenDue(this Consult consult, Func<Consult, bool> isSo)
    {
        for (var steps = 0; !isSo(consult); steps++)
        {
            Assert.True(steps < 60, "It never comes to that.");
            var due = ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.NoteAdded(Manager.Id, "", false), Facts, consult.AskedAt).Due!.Value;
            consult = ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.CameDue(), Facts, due).State!;
        }

        return consult;
    }

    private static Person Make(string name, string phone, Roles roles, Discipline discipline) => new()
    {
        Name = name,
        Phone = PhoneNumber.Parse(phone),
        Roles = roles == Roles.Consultant ? Roles.Consultant | Roles.Supervisor : roles,
        Discipline = discipline,
        Licences = [UsState.Parse("CA")],
        Zone = California,
        Availability = WeeklyHours.Parse("Mon-Fri 09:00-17:00"),
        TakesRisk = true,
        OffersSupport = true,
        Email = $"{name.ToLowerInvariant()}@example.org",
        Consent = new Consent(Noon - Duration.FromDays(30), "form"),
    };
}
