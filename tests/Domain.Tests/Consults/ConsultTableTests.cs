using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Consults;

/// <summary>
/// Every stage meets every event, by everyone it could come from. What follows is written down in <c>consult-table.txt</c>, line for line, to be read by people.
/// </summary>
public class ConsultTableTests
{
    [Fact]
    public void Every_stage_meets_every_event_as_the_table_says()
    {
        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Consults", "consult-table.txt"));
        var actual = Table().ToList();

        // Where the two differ on purpose, this is the table to be read and put in the place of the other.
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "consult-table.actual"), actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_stage_and_every_event_and_every_answer_is_in_the_table()
    {
        var cases = Cases().ToList();
        Assert.Equal(Unions(typeof(Stage)), cases.Select(item => item.Stage.Stage.GetType().Name).ToHashSet());
        Assert.Equal(Unions(typeof(ConsultEvent)), cases.Select(item => item.Event.GetType().Name).ToHashSet());
        Assert.Equal(
            Enum.GetValues<AnswerKind>().ToHashSet(),
            cases.Select(item => item.Event).OfType<ConsultEvent.Answered>().Select(answered => answered.Answer.Kind).ToHashSet());
    }

    [Fact]
    public void Whoever_answers_is_told_something()
    {
        foreach (var (name, stage, who, told, happened, by) in Cases())
        {
            if (happened is ConsultEvent.Answered or ConsultEvent.CalledOff or ConsultEvent.OtherTimeAsked or ConsultEvent.SteppedOut)
            {
                var decision = Decide(stage, happened);
                Assert.True(
                    decision.Effects.OfType<Effect.Tell>().Any(tell => tell.To == by!.Value),
                    $"{name}: {who} {told} is answered with silence.");
            }
        }
    }

    [Fact]
    public void Whoever_answers_an_offer_that_has_just_been_covered_is_not_told_so_twice()
    {
        var withdrawn = Story.Stages().Single(stage => stage.Name == "Withdrawn").Consult;
        var offer = withdrawn.Offers.Single(offer => offer.Status == OfferStatus.Covered);
        Assert.Empty(Decide(withdrawn, new ConsultEvent.Answered(offer.Person, offer.QuestionId, new Answer(AnswerKind.Decline))).Effects);
        Assert.Single(Decide(withdrawn, new ConsultEvent.Answered(offer.Person, "earlier", new Answer(AnswerKind.Decline))).Effects);
    }

    [Fact]
    public void Nothing_waits_without_a_deadline()
    {
        foreach (var (name, stage, who, told, happened, _) in Cases())
        {
            var decision = Decide(stage, happened);
            Assert.True(decision.State!.Over || decision.Due > stage.NowIs(), $"{name}, {who} {told}: due {decision.Due}.");
        }
    }

    [Fact]
    public void A_deadline_always_moves_on()
    {
        foreach (var (_, stage) in Story.Stages())
        {
            var consult = stage;
            for (var steps = 0; ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.CameDue(), Story.Facts, consult.NowIs()).Due is { } due; steps++)
            {
                Assert.True(steps < 60, $"{consult.Stage} does not end.");
                consult = ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.CameDue(), Story.Facts, due).State!;
            }

            Assert.True(consult.Over);
        }
    }

    private static HashSet<string> Unions(Type union) =>
        [.. union.GetNestedTypes().Where(nested => nested.IsSubclassOf(union)).Select(nested => nested.Name)];

    /// <summary>What leads to the same is one line.</summary>
    private static IEnumerable<string> Table()
    {
        foreach (var stage in Cases().GroupBy(item => item.Name))
        {
            yield return "";
            yield return $"## {stage.Key}";
            foreach (var outcome in stage.GroupBy(item => (item.Who, Outcome: Story.Say(item.Stage, Decide(item.Stage, item.Event)))))
            {
                yield return $"{outcome.Key.Who} {string.Join(", ", outcome.Select(item => item.Told))} -> {outcome.Key.Outcome}";
            }
        }
    }

    private static Decision Decide(Consult stage, ConsultEvent happened) =>
        ConsultDecider.Decide(stage.Id, stage, happened, Story.Facts, stage.NowIs());

    private static IEnumerable<(string Name, Consult Stage, string Who, string Told, ConsultEvent Event, PersonId? By)> Cases()
    {
        foreach (var (name, stage) in Story.Stages())
        {
            yield return (name, stage, "-", "the same request again", new ConsultEvent.Requested(stage.Request, null, Held: false), null);
            foreach (var (who, person) in Story.CastOf(stage))
            {
                foreach (var kind in Enum.GetValues<AnswerKind>())
                {
                    Instant? at = kind is AnswerKind.Accept or AnswerKind.Counter or AnswerKind.Take or AnswerKind.Refuse or AnswerKind.MoveTo or AnswerKind.CallOff
                        ? Story.TimeFor(stage, kind)
                        : null;
                    if (kind == AnswerKind.Accept && stage.IsNow)
                    {
                        at = null;
                    }

                    yield return (name, stage, who, $"{kind}", new ConsultEvent.Answered(person, "earlier", new Answer(kind, at)), person);
                }

                foreach (var saying in Enum.GetValues<Saying>())
                {
                    yield return (name, stage, who, $"says {saying}", new ConsultEvent.Remarked(person, saying), person);
                }

                yield return (name, stage, who, "calls off", new ConsultEvent.CalledOff(person), person);
                yield return (name, stage, who, "asks for another time", new ConsultEvent.OtherTimeAsked(person), person);
                yield return (name, stage, who, "steps out", new ConsultEvent.SteppedOut(person), person);
                yield return (name, stage, who, "is not reached", new ConsultEvent.NotReached(person, "q1"), person);
                yield return (name, stage, who, "opts out", new ConsultEvent.OptedOut(person), person);
                yield return (name, stage, who, "writes a note", new ConsultEvent.NoteAdded(person, "words", AsQuestion: false), person);
            }

            yield return (name, stage, "-", "a deadline that is not due", new ConsultEvent.CameDue(), null);
        }
    }
}
