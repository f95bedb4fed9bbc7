using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using NodaTime;

namespace Curbside.Tests.Drills;

/// <summary>Drills as chance would have them: whatever the manager answers, whenever, on a roster that is full of others.</summary>
public class DrillTests
{
    private const int Walks = 400;
    private const int Steps = 25;

    private static readonly Instant Noon = Sample.At("2026-01-05 12:00");

    private static readonly Person Manager = Sample.Person("Dana Fox") with
    {
        Roles = Roles.Manager,
        Email = "dana@example.org",
        Consent = new Consent(Noon, "form"),
    };

    private static readonly PersonId StandIn = PersonId.StandInOn(Manager.Phone);

    private static readonly Facts Everybody = new(
        new Roster(new[]
        {
            Manager,
            Sample.Person("Abe Long") with { Roles = Roles.Manager | Roles.Consultant, WakeForNow = true },
            Sample.Person("Ines Costa") with { Roles = Roles.Supervisor },
            Sample.Person("Noor Ng") with { WakeForRisk = true },
            Sample.Person("Zoe Hart") with { Roles = Roles.Manager },
        }.Select(Sample.Colleague)),
        Busy.Nobody.With(Manager.Id, Noon, Noon + Duration.FromHours(9)),
        PolicyFile.Default);

    [Fact]
    public void Only_the_two_who_are_on_the_managers_phone_are_ever_told_anything_and_nothing_counts() => Walk((_, decision, _) =>
    {
        foreach (var effect in decision.Effects)
        {
            PersonId? to = effect switch
            {
                Effect.Tell tell => tell.To,
                Effect.CloseLetter close => close.On,
                Effect.MailInvite invite => invite.To,
                Effect.RevokeLink revoke => revoke.Person,
                Effect.ReleaseSlots release => release.Reservation.Person,
                _ => null,
            };
            Assert.True(to is null || to == Manager.Id || to == StandIn, $"{effect}");
            Assert.False(effect is Effect.CountLoad or Effect.StartConsult, $"{effect}");
        }

        Assert.All(decision.Reserve, reservation => Assert.Equal(StandIn, reservation.Person));
        Assert.Null(decision.State!.Call);
    });

    [Fact]
    public void Every_text_of_it_is_one_segment_that_says_so_and_is_among_those_whose_length_is_measured() => Walk((_, decision, now) =>
    {
        foreach (var tell in decision.Effects.OfType<Effect.Tell>())
        {
            var text = Wording.Text(tell.Message, Messages.Cast.Longest.Context(new Letter('A')) with
            {
                Now = now,
                IsDrill = true,
                Numbers = [.. Enumerable.Range(10, tell.Question?.Numbered.Length ?? 0)],
                HasNone = tell.Question?.None is not null,
            });
            Assert.StartsWith("Bay Area Curbside 24 DRILL A: ", text, StringComparison.Ordinal);
            Assert.Equal(1, Gsm7.Segments(text.Replace(Wording.LinkMark, new string('x', 51), StringComparison.Ordinal)));
            Assert.True(Messages.Sample.MayBeInDrill(tell.Message), $"{tell.Message}");
        }
    });

    [Fact]
    public void As_long_as_it_goes_on_a_second_one_is_refused_and_then_it_is_not() => Walk((phone, decision, now) =>
    {
        var answer = Assert.IsType<Outgoing.Text>(Heard(phone, "DRILL", now).Outgoing[0]).Body;
        Assert.Equal(!HasEnded(decision.State!), answer.Contains("one is under way already", StringComparison.Ordinal));
    });

    [Fact]
    public void Whenever_the_manager_stops_answering_it_is_over_within_half_an_hour_of_what_is_booked_and_forgotten_after_a_day() => Walk((_, decision, now) =>
    {
        var (consult, due) = (decision.State!, decision.Due);
        var latest = Duration.FromMinutes(30) + (StartOf(consult) is { } start && start > now ? start - now : Duration.Zero);
        Instant? ended = HasEnded(consult) ? now : null;
        for (var steps = 0; due is { } at; steps++)
        {
            Assert.True(steps < 20, $"{consult.Stage} does not end.");
            var next = ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.CameDue(), Everybody, at);
            (consult, due) = (next.State!, next.Due);
            ended ??= HasEnded(consult) ? at : null;
        }

        Assert.True(ended - now <= latest, $"ended {ended - now} after {decision.State!.Stage}");
        Assert.True(consult.Over);
    });

    [Fact]
    public void Every_way_that_it_can_end_is_come_to()
    {
        var ends = new HashSet<DrillEnd>();
        Walk((_, decision, _) => ends.UnionWith(
            decision.Effects.OfType<Effect.Tell>().Select(tell => tell.Message).OfType<Message.DrillOver>().Select(over => over.How)));
        Assert.Equal(Enum.GetValues<DrillEnd>().ToHashSet(), ends);
    }

    [Fact]
    public void An_ordinary_consult_of_the_same_manager_is_decided_on_all_there_is()
    {
        var request = Drill.RequestBy(Manager, Everybody.Policy.Practice) with { IsDrill = false };
        Assert.Same(Everybody, Drill.FactsFor(request, Everybody));
    }

    /// <summary>Looks at every decision of many drills, and at the manager's phone after it.</summary>
    private static void Walk(Action<Phone, Decision, Instant> look)
    {
        for (var seed = 0; seed < Walks; seed++)
        {
            var random = new Random(seed);
            var now = Noon + Duration.FromMinutes(random.Next(24 * 60));
            var phone = Heard(new Phone { Number = Manager.Phone, Welcomed = true }, "DRILL", now).State;
            var decision = Begin(Drill.RequestBy(Manager, Everybody.Policy.Practice), now);
            for (var step = 0; ; step++)
            {
                phone = Told(phone, decision, now);
                look(phone, decision, now);
                if (step == Steps || decision.State!.Over)
                {
                    break;
                }

                var waits = decision.Due is { } due && random.Next(2) == 0;
                now = waits ? decision.Due!.Value : now + Duration.FromSeconds(random.Next(90));
                var happened = waits ? new ConsultEvent.CameDue() : Something(random, decision, now);
                decision = ConsultDecider.Decide(decision.State.Id, decision.State, happened, Everybody, now);
            }
        }
    }

    /// <summary>An answer to what is asked as often as not, and otherwise anything.</summary>
    private static ConsultEvent Something(Random random, Decision decision, Instant now)
    {
        var by = random.Next(2) == 0 ? Manager.Id : StandIn;
        var asked = decision.Effects.OfType<Effect.Tell>().Where(tell => tell.Question is not null).ToList();
        if (asked.Count > 0 && random.Next(3) > 0)
        {
            var tell = asked[random.Next(asked.Count)];
            ImmutableArray<Answer> answers = [.. tell.Question!.Numbered, .. tell.Question.None is { } none ? new[] { none } : []];
            return new ConsultEvent.Answered(tell.To, tell.Question.Id, answers[random.Next(answers.Length)]);
        }

        return random.Next(20) switch
        {
            0 => new ConsultEvent.CalledOff(by),
            1 => new ConsultEvent.SteppedOut(by),
            2 => new ConsultEvent.OptedOut(by),
            3 => new ConsultEvent.NotReached(by, decision.State!.Offers is [.., var offer] ? offer.QuestionId : null),
            4 or 5 => new ConsultEvent.OtherTimeAsked(by),
            6 => new ConsultEvent.NoteAdded(by, "words", AsQuestion: false),
            _ => new ConsultEvent.Answered(by, "q", new Answer(AnyOf(random), now + Duration.FromMinutes(random.Next(-5, 80)))),
        };
    }

    private static AnswerKind AnyOf(Random random)
    {
        var kinds = Enum.GetValues<AnswerKind>();
        return random.Next(3) == 0 ? AnswerKind.Counter : kinds[random.Next(kinds.Length)];
    }

    private static Decision Begin(Request request, Instant at) => ConsultDecider.Decide(
        ConsultId.From("text SM1"), null, new ConsultEvent.Requested(request, null, Held: false), Everybody, at);

    private static PhoneDecision Heard(Phone phone, string text, Instant now) => PhoneDecider.Decide(
        phone.Number, phone, "SM1", new PhoneEvent.TextReceived(text, null), new PhoneFacts(Manager, Everybody.Roster, Everybody.Policy), now);

    private static Phone Told(Phone phone, Decision decision, Instant now)
    {
        var (id, request) = (decision.State!.Id, decision.State.Request);
        foreach (var effect in decision.Effects)
        {
            PhoneEvent? happened = effect switch
            {
                Effect.Tell tell => new PhoneEvent.Told(id, request.Kind, tell.Message, tell.Question, tell.Closes, tell.Turn, Drill.PartOf(request, tell.To)),
                Effect.CloseLetter close => new PhoneEvent.LetterClosed(id, close.Turn, Drill.PartOf(request, close.On)),
                _ => null,
            };
            if (happened is not null)
            {
                phone = PhoneDecider.Decide(
                    phone.Number, phone, "consult", happened, new PhoneFacts(Manager, Everybody.Roster, Everybody.Policy), now).State;
            }
        }

        return phone;
    }

    private static bool HasEnded(Consult consult) => consult.Stage is Stage.Closed or Stage.Withdrawn or Stage.Unanswered;

    private static Instant? StartOf(Consult consult) => consult.Stage switch
    {
        Stage.Booked { Booking: var booking } => booking.Start,
        _ => null,
    };
}
