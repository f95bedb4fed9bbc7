using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Consults;

/// <summary>Every question lapses after a time of its own, and the letter is put to rest with it.</summary>
public class QuestionLapseTests
{
    private static readonly Duration Longest = Duration.FromDays(8);

    [Fact]
    public void Every_question_says_until_when_it_is_open()
    {
        var questions = 0;
        foreach (var (name, stage) in Story.Stages())
        {
            foreach (var happened in Remarks(stage).Append(new ConsultEvent.CameDue()))
            {
                var scene = Scene.Of(stage).Happens(happened);
                var most = happened is ConsultEvent.CameDue ? 40 : 3;
                for (var steps = 0; !scene.Consult.Over && steps < most; steps++)
                {
                    foreach (var tell in scene.Effects.OfType<Effect.Tell>().Where(tell => tell.Question is not null))
                    {
                        questions++;
                        Assert.True(tell.Question!.Until > scene.Now, $"{name}: {tell.Message} is open until {tell.Question.Until}, at {scene.Now}.");
                        Assert.True(tell.Question.Until < scene.Now + Longest, $"{name}: {tell.Message} is open until {tell.Question.Until}.");
                    }

                    Next(scene);
                }
            }
        }

        Assert.True(questions > 1000, $"{questions} questions");
    }

    [Fact]
    public void No_letter_outlives_its_question_once_the_consult_has_no_other_for_it()
    {
        foreach (var (name, stage) in Story.Stages())
        {
            var scene = Scene.Of(stage);
            var open = new Dictionary<PersonId, Instant>();
            scene.Happens(new ConsultEvent.CameDue());
            for (var steps = 0; !scene.Consult.Over && steps < 60; steps++)
            {
                foreach (var effect in scene.Effects)
                {
                    if (effect is Effect.Tell { Closes: false, Question.Until: { } until } asked)
                    {
                        open[asked.To] = until;
                    }
                    else if (effect is Effect.Tell { Closes: true } or Effect.CloseLetter)
                    {
                        open.Remove(effect is Effect.Tell tell ? tell.To : ((Effect.CloseLetter)effect).On);
                    }
                }

                var isUnderWay = scene.Consult.Stage is Stage.Held or Stage.Asking or Stage.Proposed
                    || (scene.Consult.Stage is Stage.Booked && !scene.Consult.Done.ContainsKey(Step.DidYouMeetLapsed));
                Assert.True(isUnderWay || open.Values.All(until => until >= scene.Now), $"{name}: a letter is still open in {scene.Consult.Stage} at {scene.Now}.");
                Next(scene);
            }

            Assert.True(scene.Consult.Over, name);
            Assert.Empty(open);
        }
    }

    [Fact]
    public void Who_never_says_whether_they_met_has_a_free_letter_after_two_days()
    {
        var scene = Scene.Of("Booked, both are asked whether they met").After(Duration.FromDays(2) + Duration.FromHours(1));
        Assert.Equal(
            new[] { Story.Who("asker"), Story.Who("first") }.Order(Comparer<PersonId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))),
            scene.Effects.OfType<Effect.CloseLetter>().Select(close => close.On).Order(Comparer<PersonId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))));
        scene.After(Duration.FromDays(6)).IsTold("asker", typeof(Message.DidItHelp));
    }

    [Fact]
    public void A_manager_who_never_answers_has_a_free_letter_after_half_a_day()
    {
        var scene = Scene.Of("Unanswered, the manager is called in").After(Duration.FromHours(13));
        Assert.Contains(scene.Effects, effect => effect is Effect.CloseLetter close && close.On == Story.Who("manager"));
    }

    [Fact]
    public void A_late_yes_to_a_risk_that_nobody_took_is_taken_within_the_hour()
    {
        var scene = Scene.Of("Unanswered, risk now: both may still say that they can").After(Duration.FromMinutes(30)).Answers("second", AnswerKind.Accept);
        Assert.IsType<Stage.Booked>(scene.Consult.Stage);
        Assert.Null(scene.Consult.Call);
        scene.IsTold("asker", typeof(Message.BookedForAsker)).IsTold("first", typeof(Message.Covered));
    }

    [Fact]
    public void After_the_hour_the_letters_are_free_and_a_late_yes_is_told_what_became_of_it()
    {
        var scene = Scene.Of("Unanswered, risk now: both may still say that they can").After(Duration.FromMinutes(61));
        Assert.Equal(2, scene.Effects.OfType<Effect.CloseLetter>().Count());
        Assert.False(scene.Answers("second", AnswerKind.Accept).Told<Message.NobodyAnswered>("second").IsAsked);
        Assert.IsType<Stage.Unanswered>(scene.Consult.Stage);
    }

    [Fact]
    public void A_late_yes_after_a_manager_took_over_is_covered()
    {
        var scene = Scene.Of("Unanswered, risk now: both may still say that they can").Answers("manager", AnswerKind.TakesItOver);
        scene.Answers("first", AnswerKind.Accept).IsTold("first", typeof(Message.Covered));
        Assert.IsType<Stage.Unanswered>(scene.Consult.Stage);
    }

    [Fact]
    public void Others_who_were_asked_are_free_when_a_consultants_time_has_kept_the_promise()
    {
        var scene = Scene.Of("Asking, risk now: both have the offer").After(Duration.FromMinutes(12));
        scene.Answers("first", AnswerKind.Counter, scene.Now + Duration.FromHours(2)).After(Duration.FromMinutes(4));
        Assert.IsType<Stage.Proposed>(scene.Consult.Stage);
        scene.IsTold("second", typeof(Message.OfferLapsed));
        scene.Answers("asker", AnswerKind.Refuse, ((Stage.Proposed)scene.Consult.Stage).Start).IsTold("second", typeof(Message.Offer));
    }

    private static void Next(Scene scene)
    {
        var due = scene.Due ?? scene.Now;
        scene.After(Duration.Max(Duration.Zero, due - scene.Now));
    }

    private static IEnumerable<ConsultEvent> Remarks(Consult stage) =>
        from member in Story.CastOf(stage)
        from saying in Enum.GetValues<Saying>()
        select new ConsultEvent.Remarked(member.Person, saying, stage.NowIs() + Duration.FromHours(2), stage.NowIs() + Duration.FromHours(3), Modality.Video);
}
