using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Consults;

/// <summary>"Talking yet?" and the evening check-in: only a plain yes ends the watch. A no, and silence, bring in somebody else.</summary>
public class SafetyQuestionTests
{
    private enum Watch
    {
        Talking,
        Evening,
    }

    [Fact]
    public void Nothing_that_anybody_says_or_answers_ends_a_watch_but_a_plain_yes_or_a_no_that_moves_on()
    {
        var watched = 0;
        var ended = 0;
        foreach (var (name, before) in Story.Stages())
        {
            foreach (var (who, person, told, happened) in Everything(before))
            {
                var after = ConsultDecider.Decide(before.Id, before, happened, Story.Facts, before.NowIs()).State!;
                foreach (var watch in Enum.GetValues<Watch>())
                {
                    if (!IsOn(before, watch))
                    {
                        continue;
                    }

                    watched++;
                    if (!IsOn(after, watch))
                    {
                        ended++;
                        Assert.True(IsPlainYes(before, person, happened, watch) || MovesOn(before, after, person, happened), $"{name}: {who} {told} ends {watch}.");
                    }
                }
            }
        }

        Assert.True(watched > 1000, $"{watched} watched");
        Assert.True(ended > 10, $"{ended} ended");
    }

    [Fact]
    public void A_remark_leaves_the_time_of_a_safety_question_as_it_was()
    {
        foreach (var (name, before) in Story.Stages())
        {
            foreach (var (_, _, told, happened) in Everything(before).Where(item => item.Happened is ConsultEvent.Remarked))
            {
                var after = ConsultDecider.Decide(before.Id, before, happened, Story.Facts, before.NowIs()).State!;
                foreach (var step in new[] { Step.TalkingYet, Step.Evening })
                {
                    var isKept = !before.Done.TryGetValue(step, out var asked) || !after.Done.TryGetValue(step, out var still) || asked == still;
                    Assert.True(isKept, $"{name}, {told}: {step} is moved.");
                }
            }
        }
    }

    [Fact]
    public void Whatever_is_said_silence_brings_in_somebody_else_within_the_time_that_was_told()
    {
        var before = Story.Stages().Single(stage => stage.Name == "Booked, risk now, asked whether they talk").Consult;
        foreach (var (who, _, told, happened) in Everything(before))
        {
            var scene = Scene.Of(before).Happens(happened);
            if (IsOn(scene.Consult, Watch.Talking))
            {
                Assert.True(scene.After(Story.Facts.Policy.TalkingYetWait).ToldTo("asker").Any(message => message is Message.AskingAgain), $"{who} {told}");
            }
        }
    }

    [Fact]
    public void An_ok_is_asked_back_with_both_answers_the_backup_line_911_and_988()
    {
        var scene = Scene.Of("Booked, risk now, asked whether they talk").Says("asker", Saying.Acknowledges);
        var text = Wording.Text(scene.Told<Message.TalkingYetAgain>("asker"), Context(scene));
        Assert.Contains("A1 talking, A0 not yet", text, StringComparison.Ordinal);
        Assert.Contains("Backup line", text, StringComparison.Ordinal);
        Assert.Contains("911", text, StringComparison.Ordinal);
        Assert.Contains("988", text, StringComparison.Ordinal);
        scene.After(Duration.FromMinutes(20));
        Assert.Contains(scene.ToldTo("manager"), message => message is Message.ManagerCalledIn { Missed: true });
    }

    [Fact]
    public void Of_a_risk_the_consultants_word_that_they_talk_is_not_enough() =>
        Assert.IsType<Stage.Booked>(Scene.Of("Booked, risk now").Says("first", Saying.Talking).IsTold("first", typeof(Message.AskerIsAsked)).Consult.Stage);

    [Fact]
    public void Still_waiting_brings_in_the_next_and_the_backup_line()
    {
        var scene = Scene.Of("Booked, risk now, asked whether they talk").Says("asker", Saying.NoContact);
        Assert.NotNull(scene.Told<Message.AskingAgain>("asker").BackupLine);
        scene.IsTold("second", typeof(Message.Offer));
        Assert.True(scene.Told<Message.ManagerCalledIn>("manager").Missed);
    }

    [Fact]
    public void After_an_evening_that_is_not_all_right_a_colleague_can_call_and_no_manager_hears_of_it()
    {
        var scene = Scene.Of("Met, risk now, asked how the evening is").Says("asker", Saying.WouldTalk);
        Assert.True(scene.Told<Message.EveningHelp>("asker").ColleagueMayCall);
        Assert.Equal(AnswerKind.ColleagueCalls, Assert.Single(scene.Asked("asker").Numbered).Kind);
        scene.Answers("asker", AnswerKind.ColleagueCalls);
        var support = Assert.Single(scene.Effects.OfType<Effect.StartConsult>());
        Assert.Equal((Kind.Support, Urgency.Now, Story.Who("asker")), (support.Request.Request.Kind, support.Request.Request.Urgency, support.Request.Request.Asker));
        Assert.Null(support.Request.Question);
        scene.IsTold("manager").Answers("asker", AnswerKind.ColleagueCalls);
        Assert.Empty(scene.Effects.OfType<Effect.StartConsult>());
    }

    [Fact]
    public void An_evening_that_nobody_answers_lapses_by_the_next_noon_and_frees_the_letter()
    {
        var scene = Scene.Of("Met, risk now, asked how the evening is").After(Duration.FromHours(13));
        Assert.Equal(Story.Who("asker"), Assert.Single(scene.Effects.OfType<Effect.CloseLetter>()).On);
    }

    private static bool IsOn(Consult consult, Watch watch) => consult.IsRisk && watch switch
    {
        Watch.Talking => consult.Stage is Stage.Booked,
        Watch.Evening => consult.Stage is Stage.Booked or Stage.Met or Stage.Unanswered
            && (!consult.Done.ContainsKey(Step.Evening) || consult.EveningAskedAt is not null),
        _ => throw new ArgumentOutOfRangeException(nameof(watch)),
    };

    private static bool IsPlainYes(Consult before, PersonId person, ConsultEvent happened, Watch watch) =>
        person == before.Request.Asker && happened switch
        {
            ConsultEvent.Answered { Answer.Kind: AnswerKind.Talking } or ConsultEvent.Remarked { What: Saying.Talking } => watch == Watch.Talking,
            ConsultEvent.Answered { Answer.Kind: AnswerKind.DoingAllRight } or ConsultEvent.Remarked { What: Saying.AllRight } => watch == Watch.Evening,
            _ => false,
        };

    /// <summary>Somebody else is asked, a colleague's call was taken or left after "I'd like to talk", or the asker confirmed that they call it off.</summary>
    private static bool MovesOn(Consult before, Consult after, PersonId person, ConsultEvent happened) =>
        after.Stage is Stage.Asking or Stage.Unanswered
        || (before.Done.ContainsKey(Step.EveningHelp) && happened is ConsultEvent.Answered { Answer.Kind: AnswerKind.ColleagueCalls or AnswerKind.NoColleague })
        || (after.Stage is Stage.Withdrawn && person == before.Request.Asker && !before.Done.ContainsKey(Step.TalkingYet)
            && happened is ConsultEvent.Answered { Answer.Kind: AnswerKind.CallOff });

    private static IEnumerable<(string Who, PersonId Person, string Told, ConsultEvent Happened)> Everything(Consult consult)
    {
        foreach (var (who, person) in Story.CastOf(consult))
        {
            foreach (var kind in Enum.GetValues<AnswerKind>())
            {
                yield return (who, person, $"{kind}", new ConsultEvent.Answered(person, "earlier", new Answer(kind, Story.TimeFor(consult, kind))));
                yield return (who, person, $"{kind}, no time", new ConsultEvent.Answered(person, "earlier", new Answer(kind == AnswerKind.Counter ? AnswerKind.Accept : kind, kind is AnswerKind.MoveTo ? consult.NowIs() : null)));
            }

            foreach (var saying in Enum.GetValues<Saying>())
            {
                foreach (var (time, until) in new (Duration?, Duration?)[] { (null, null), (Duration.FromMinutes(20), null), (Duration.FromHours(2), Duration.FromHours(3)) })
                {
                    yield return (
                        who, person, $"says {saying} {time}",
                        new ConsultEvent.Remarked(person, saying, consult.NowIs() + time, consult.NowIs() + until, Modality.Video));
                }
            }
        }
    }

    private static WordingContext Context(Scene scene) => new(
        "Bay Curbside", DateTimeZoneProviders.Tzdb["America/Los_Angeles"], scene.Now, new Letter('A'), [1], HasNone: true, LinkLength: 51);
}
