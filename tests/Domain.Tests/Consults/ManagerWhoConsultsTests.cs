using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Consults;

/// <summary>A manager who is a consultant too has one letter for a consult, and it asks one thing at a time.</summary>
public class ManagerWhoConsultsTests
{
    private static readonly Facts Facts = Story.Facts with
    {
        Roster = new Roster(Story.Facts.Roster.All.Select(colleague => colleague.Id == Story.Who("manager")
            ? colleague with
            {
                Person = colleague.Person with { Roles = Roles.Manager | Roles.Consultant, Discipline = Discipline.Counselor, Name = "Zoe Manager" },
            }
            : colleague)),
    };

    [Fact]
    public void Called_in_to_take_it_over_they_are_not_offered_it_too()
    {
        var scene = Scene.Of("Booked, risk now, asked whether they talk");
        scene.Facts = Facts;
        scene.Answers("asker", AnswerKind.NotTalking).IsTold("manager", typeof(Message.ManagerCalledIn)).IsTold("second", typeof(Message.Offer));
        scene.After(Duration.FromMinutes(5));
        Assert.DoesNotContain(scene.ToldTo("manager"), message => message is Message.Offer);
    }

    [Fact]
    public void Holding_an_offer_that_nobody_took_they_are_asked_to_take_it_over_and_nothing_else()
    {
        var scene = WithThreeOffers();
        scene.After(Duration.FromMinutes(20));
        Assert.IsType<Stage.Unanswered>(scene.Consult.Stage);
        scene.IsTold("manager", typeof(Message.ManagerCalledIn)).Answers("manager", AnswerKind.Accept).IsTold("manager", typeof(Message.ManagerCalledIn));
        Assert.IsType<Stage.Unanswered>(scene.Consult.Stage);
        Assert.True(scene.Answers("manager", AnswerKind.TakesItOver).Consult.Call!.TakenOver);
    }

    [Fact]
    public void An_asker_out_of_reach_is_told_to_them_without_taking_their_offer_away()
    {
        var scene = WithThreeOffers().Happens(new ConsultEvent.NotReached(Story.Who("asker"), null));
        Assert.False(Assert.Single(scene.Effects.OfType<Effect.Tell>()).Closes);
        Assert.Equal(Story.Who("manager"), scene.Answers("manager", AnswerKind.Accept).Consult.Confirmed);
    }

    private static Scene WithThreeOffers()
    {
        var asking = Story.Stages().Single(stage => stage.Name == "Asking, risk now: both have the offer").Consult;
        var begun = ConsultDecider.Decide(
            asking.Id, null, new ConsultEvent.Requested(asking.Request, null, Held: false), Facts, asking.AskedAt).State!;
        Assert.Equal(3, begun.Offers.Length);
        var scene = Scene.Of(begun);
        scene.Facts = Facts;
        return scene;
    }
}
