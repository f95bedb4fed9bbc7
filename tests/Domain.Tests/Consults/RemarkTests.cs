using Curbside.Consults;
using Curbside.Messages;
using NodaTime;

namespace Curbside.Tests.Consults;

/// <summary>What people say of a consult in their own words, and what comes of it.</summary>
public class RemarkTests
{
    private const string Asking = "Asking: first has the offer";
    private const string RiskAsking = "Asking, risk now: both have the offer";
    private const string Booked = "Booked with first";
    private const string RiskCall = "Booked, risk now";
    private const string Started = "Booked, observation, at its start";

    [Fact]
    public void A_question_is_never_answered_with_silence_and_thanks_always_are()
    {
        foreach (var (name, stage) in Story.Stages())
        {
            foreach (var (who, person) in Story.CastOf(stage))
            {
                foreach (var saying in Enum.GetValues<Saying>())
                {
                    foreach (var time in new Instant?[] { null, stage.NowIs() + Duration.FromHours(2) })
                    {
                        var scene = Scene.Of(stage).Happens(new ConsultEvent.Remarked(person, saying, time, time + Duration.FromHours(1), Modality.Video));
                        var isTold = scene.Effects.OfType<Effect.Tell>().Any(tell => tell.To == person);
                        var isSafety = scene.ToldTo(person).Any(message => message is Message.TalkingYetAgain or Message.EveningAgain or Message.EveningHelp);
                        Assert.True(saying == Saying.Acknowledges ? !isTold || isSafety : isTold, $"{name}: {who} says {saying} at {time}.");
                    }
                }
            }
        }
    }

    [Fact]
    public void Support_names_nobody_before_a_yes_whatever_is_asked()
    {
        var stage = Story.Stages().Single(item => item.Name == "Asking, support").Consult;
        foreach (var saying in Enum.GetValues<Saying>())
        {
            var scene = Scene.Of(stage).Says("first", saying, stage.NowIs() + Duration.FromHours(2), stage.NowIs() + Duration.FromHours(3));
            if (scene.Consult.Stage is not Stage.Booked)
            {
                Assert.DoesNotContain(scene.ToldTo("first"), message => message.ToString().Contains("Asker Asker", StringComparison.Ordinal) || message.ToString().Contains("Full = Asker", StringComparison.Ordinal));
            }

            scene.IsTold("manager");
        }
    }

    // An offer is open.

    [Fact]
    public void What_is_this_about_is_answered_with_what_may_be_said_and_the_choices_again()
    {
        var scene = Scene.Of(Asking).Says("first", Saying.AsksWhatAbout);
        var about = scene.Told<Message.WhatAbout>("first");
        Assert.Equal((Kind.Medication, Urgency.Today, 3), (about.Kind, about.Urgency, about.Starts.Length));
        Assert.Equal(about.Starts, scene.Asked("first").Numbered.Select(answer => answer.At!.Value));
    }

    [Fact]
    public void Let_me_check_is_held_a_quarter_of_an_hour_and_asked_again_once()
    {
        var scene = Scene.Of(Asking);
        var until = scene.Now + Duration.FromMinutes(15);
        Assert.Equal(until, scene.Says("first", Saying.NeedsTime).Told<Message.OfferPaused>("first").Until);
        scene.After(Duration.FromMinutes(15)).IsTold("first", typeof(Message.Offer)).After(Duration.FromMinutes(10)).IsTold("first");
        Assert.True(scene.Says("first", Saying.NeedsTime).Told<Message.OfferStaysOpen>("first").NextAsked);
        scene.IsTold("second", typeof(Message.Offer)).Answers("first", AnswerKind.Accept, scene.Now + Duration.FromHours(1));
        Assert.IsType<Stage.Booked>(scene.Consult.Stage);
    }

    [Fact]
    public void A_pause_past_half_of_what_is_left_asks_the_next_and_the_offer_stays_open()
    {
        var scene = Scene.Of(Asking);
        Assert.True(scene.Says("first", Saying.NeedsTime, scene.Now + Duration.FromHours(3)).Told<Message.OfferStaysOpen>("first").NextAsked);
        scene.IsTold("second", typeof(Message.Offer));
    }

    [Fact]
    public void A_pause_during_a_risk_is_short_and_the_others_are_asked_as_planned()
    {
        var scene = Scene.Of(RiskAsking);
        var promise = scene.Consult.PromiseAt!.Value;
        var until = scene.Says("first", Saying.NeedsTime).Told<Message.OfferPaused>("first").Until;
        Assert.Equal(scene.Now + ((promise - scene.Now) / 2), until);
        scene.Answers("second", AnswerKind.Accept);
        Assert.Equal(Story.Who("second"), scene.Consult.Confirmed);
    }

    [Fact]
    public void On_it_takes_a_call_now_and_no_appointment()
    {
        Assert.IsType<Stage.Booked>(Scene.Of(RiskAsking).Says("first", Saying.OnIt).Consult.Stage);
        Scene.Of(Asking).Says("first", Saying.OnIt).IsTold("first", typeof(Message.Offer));
    }

    [Fact]
    public void Call_me_is_answered_with_who_calls_whom_and_a_time_with_it_is_proposed()
    {
        var scene = Scene.Of(Asking).Says("first", Saying.AsksForCall).IsTold("first", typeof(Message.WhoCalls));
        scene.Says("first", Saying.AsksForCall, scene.Now + Duration.FromHours(3)).IsTold("first", typeof(Message.CounterPassedOn));
        Assert.Equal(scene.Now + Duration.FromHours(3), scene.Told<Message.Proposed>("asker").Start);
    }

    [Fact]
    public void A_window_becomes_at_most_three_choices_inside_it()
    {
        var scene = Scene.Of(Asking);
        var (from, to) = (scene.Now + Duration.FromHours(2), scene.Now + Duration.FromHours(4));
        var window = scene.Says("first", Saying.NamesWindow, from, to).Told<Message.WindowStarts>("first");
        Assert.True(window is { IsInside: true, Starts.Length: 3 });
        Assert.All(window.Starts, start => Assert.InRange(start, from, to));
        Assert.Equal(window.Starts, scene.Asked("first").Numbered.Select(answer => answer.At!.Value));
        scene.Answers("first", scene.Asked("first").Numbered[1].Kind, window.Starts[1]);
        Assert.Equal(window.Starts[1], ((Stage.Booked)scene.Consult.Stage).Booking.Start);
    }

    [Fact]
    public void A_window_on_another_day_than_was_asked_for_is_put_to_the_asker_first()
    {
        var scene = Scene.Of(Asking);
        var from = scene.Now + Duration.FromHours(21);
        scene.Says("first", Saying.NamesWindow, from, from + Duration.FromHours(3));
        var answer = scene.Asked("first").Numbered[0];
        Assert.Equal(AnswerKind.Counter, answer.Kind);
        Assert.IsType<Stage.Proposed>(scene.Answers("first", answer.Kind, answer.At).Consult.Stage);
    }

    [Fact]
    public void A_window_with_nothing_free_is_answered_with_the_nearest()
    {
        var scene = Scene.Of(Asking);
        var night = scene.Now + Duration.FromHours(9);
        Assert.False(scene.Says("first", Saying.NamesWindow, night, night + Duration.FromHours(1)).Told<Message.WindowStarts>("first").IsInside);
    }

    [Fact]
    public void Now_is_fine_proposes_a_call_now_and_only_the_asker_books_it()
    {
        var scene = Scene.Of(Asking);
        scene.Answers("first", AnswerKind.Counter, scene.Now).IsTold("first", typeof(Message.CallPassedOn)).IsTold("asker", typeof(Message.CallProposed));
        var take = scene.Asked("asker").Numbered[0];
        scene.After(Duration.FromMinutes(3)).Answers("asker", take.Kind, take.At);
        Assert.True(((Stage.Booked)scene.Consult.Stage).Booking.Immediate);
    }

    [Fact]
    public void A_call_now_that_the_asker_does_not_take_lapses_and_others_are_asked()
    {
        var scene = Scene.Of(Asking);
        scene.Answers("first", AnswerKind.Accept, scene.Now).After(Duration.FromMinutes(10)).IsTold("second", typeof(Message.Offer));
        Assert.IsType<Stage.Asking>(scene.Consult.Stage);
    }

    // Colleagues are asked, and the asker waits.

    [Fact]
    public void Any_news_is_answered_with_how_many_were_asked_and_by_when()
    {
        var where = Scene.Of(RiskAsking).Says("asker", Saying.AsksWhereItStands).Told<Message.WhereItStands>("asker");
        Assert.Equal(2, where.Asked);
    }

    [Fact]
    public void Make_it_urgent_asks_first_and_then_asks_everyone_anew_with_a_new_promise()
    {
        var scene = Scene.Of(Asking).Says("asker", Saying.WantsItNow).IsTold("asker", typeof(Message.MakeItNow));
        Assert.Equal(Urgency.Today, scene.Consult.Request.Urgency);
        scene.Answers("asker", AnswerKind.MakeItNow);
        Assert.Equal((Urgency.Now, scene.Now + Duration.FromMinutes(15)), (scene.Consult.Request.Urgency, scene.Consult.PromiseAt!.Value));
        scene.IsTold("first", typeof(Message.Offer)).IsTold("second", typeof(Message.Offer));
        Assert.True(scene.Answers("second", AnswerKind.Accept).Consult.Stage is Stage.Booked { Booking.Immediate: true });
    }

    [Fact]
    public void Leaving_it_as_it_is_changes_nothing()
    {
        var scene = Scene.Of(Asking).Says("asker", Saying.WantsItNow).Answers("asker", AnswerKind.KeepAsItIs).IsTold("asker", typeof(Message.WhereItStands));
        Assert.Equal(Urgency.Today, scene.Consult.Request.Urgency);
    }

    [Fact]
    public void A_wish_is_said_back_and_followed_and_another_time_is_put_to_the_asker()
    {
        var scene = Scene.Of(Asking);
        var wish = scene.Now + Duration.FromHours(3);
        Assert.Equal(wish, scene.Says("asker", Saying.NamesTime, wish).Told<Message.WishNoted>("asker").From);
        scene.Answers("first", AnswerKind.Accept, scene.Now + Duration.FromHours(1)).IsTold("asker", typeof(Message.Proposed));
        var again = Scene.Of(Asking).Says("asker", Saying.NamesTime, wish).Answers("first", AnswerKind.Decline);
        Assert.Equal(wish, Assert.Single(again.Told<Message.Offer>("second").Starts));
    }

    [Fact]
    public void Another_modality_is_said_back_and_offered_from_then_on()
    {
        var scene = Scene.Of(Asking).Says("asker", Saying.OtherModality, modality: Modality.Video).IsTold("asker", typeof(Message.ModalityNoted));
        Assert.Equal(Modality.Video, scene.Answers("first", AnswerKind.Decline).Told<Message.Offer>("second").Modality);
    }

    [Fact]
    public void Found_someone_withdraws_at_once_but_a_risk_asks_once()
    {
        Assert.IsType<Stage.Withdrawn>(Scene.Of(Asking).Says("asker", Saying.NoLongerNeeded).IsTold("first", typeof(Message.RequestWithdrawn)).Consult.Stage);
        var risk = Scene.Of(RiskAsking).Says("asker", Saying.NoLongerNeeded).IsTold("asker", typeof(Message.WithdrawQuestion)).IsTold("first");
        Assert.IsType<Stage.Asking>(risk.Consult.Stage);
        Assert.IsType<Stage.Withdrawn>(risk.Answers("asker", risk.Asked("asker").Numbered[0].Kind).Consult.Stage);
    }

    // Something is booked.

    [Fact]
    public void The_consultant_has_the_number_from_the_booking_and_the_asker_from_the_start()
    {
        Assert.NotNull(Scene.Of(Booked).Says("first", Saying.AsksDetails).Told<Message.BookingDetails>("first").Number);
        Assert.Null(Scene.Of(Booked).Says("asker", Saying.AsksDetails).Told<Message.BookingDetails>("asker").Number);
        Assert.NotNull(Scene.Of(Started).Says("asker", Saying.AsksDetails).Told<Message.BookingDetails>("asker").Number);
    }

    [Fact]
    public void Running_late_is_passed_on_and_said_back()
    {
        var scene = Scene.Of(Booked);
        var expected = scene.Now + Duration.FromMinutes(40);
        Assert.Equal(expected, scene.Says("first", Saying.RunningLate, expected).Told<Message.RunsLate>("asker").Expected);
        Assert.Equal(expected, scene.Told<Message.LatenessPassedOn>("first").Expected);
        Assert.IsType<Stage.Booked>(scene.Consult.Stage);
    }

    [Fact]
    public void A_new_time_goes_to_the_other_side_and_the_old_one_stands_until_it_is_taken()
    {
        var scene = Scene.Of(Booked);
        var old = ((Stage.Booked)scene.Consult.Stage).Booking.Start;
        scene.Says("asker", Saying.NamesTime, scene.Now + Duration.FromHours(3)).IsTold("first", typeof(Message.MoveAsked)).IsTold("asker", typeof(Message.MovePassedOn));
        Assert.Equal(old, ((Stage.Booked)scene.Consult.Stage).Booking.Start);
        scene.Answers("first", AnswerKind.Take, scene.Now + Duration.FromHours(3));
        Assert.Equal(scene.Now + Duration.FromHours(3), ((Stage.Booked)scene.Consult.Stage).Booking.Start);
    }

    [Fact]
    public void A_window_for_a_new_time_is_answered_with_free_times()
    {
        var scene = Scene.Of(Booked);
        var (from, to) = (scene.Now + Duration.FromHours(2), scene.Now + Duration.FromHours(4));
        Assert.All(scene.Says("asker", Saying.NamesWindow, from, to).Told<Message.ChooseNewTime>("asker").Starts, start => Assert.InRange(start, from, to));
        scene.Answers("asker", AnswerKind.MoveTo, scene.Asked("asker").Numbered[0].At).IsTold("first", typeof(Message.MoveAsked));
    }

    [Theory]
    [InlineData("asker", typeof(Stage.Withdrawn))]
    [InlineData("first", typeof(Stage.Asking))]
    public void Cannot_make_it_asks_back_with_calling_off(string who, Type after)
    {
        var scene = Scene.Of(Booked).Says(who, Saying.CannotMakeIt).IsTold(who, typeof(Message.CallOffQuestion)).IsTold(who == "asker" ? "first" : "asker");
        var question = scene.Asked(who);
        Assert.True(question.TakesTime);
        Assert.IsType<Stage.Booked>(scene.Consult.Stage);
        Assert.IsType<Stage.Booked>(Scene.Of(scene.Consult).Answers(who, question.None!.Kind, question.None.At).Consult.Stage);
        Assert.IsType(after, scene.Answers(who, question.Numbered[0].Kind, question.Numbered[0].At).Consult.Stage);
    }

    [Fact]
    public void A_question_about_an_old_booking_calls_off_no_new_one()
    {
        var scene = Scene.Of(Booked).Says("asker", Saying.CannotMakeIt);
        var old = scene.Asked("asker").Numbered[0];
        scene.Answers("asker", AnswerKind.Counter, scene.Now + Duration.FromHours(3)).Answers("first", AnswerKind.Take, scene.Now + Duration.FromHours(3));
        Assert.IsType<Stage.Booked>(scene.Answers("asker", old.Kind, old.At).Consult.Stage);
    }

    [Fact]
    public void In_a_risk_a_consultants_cannot_steps_out_at_once_and_an_askers_asks_back()
    {
        Scene.Of(RiskCall).Says("first", Saying.CannotMakeIt).IsTold("second", typeof(Message.Offer)).IsTold("asker", typeof(Message.ConsultantReleased));
        Scene.Of(RiskCall).Says("asker", Saying.CannotMakeIt).IsTold("asker", typeof(Message.CallOffQuestion)).IsTold("second");
    }

    // From the start on.

    [Fact]
    public void No_call_yet_reminds_once_and_then_asks_the_next_with_the_backup_line_at_once_for_a_risk()
    {
        var scene = Scene.Of(RiskCall).Says("asker", Saying.NoContact).IsTold("first", typeof(Message.WaitsForYou)).IsTold("second");
        Assert.NotNull(scene.Told<Message.OtherReminded>("asker").BackupLine);
        scene.Says("asker", Saying.NoContact).IsTold("second", typeof(Message.Offer));
        Assert.NotNull(scene.Told<Message.AskingAgain>("asker").BackupLine);
        Assert.True(scene.Told<Message.ManagerCalledIn>("manager").Missed);
    }

    [Fact]
    public void For_an_appointment_the_second_time_asks_what_now() => Scene.Of(Started)
        .Says("asker", Saying.NoContact).IsTold("first", typeof(Message.WaitsForYou)).IsTold("asker", typeof(Message.OtherReminded))
        .Says("asker", Saying.NoContact).IsTold("asker", typeof(Message.SorryMissed));

    [Fact]
    public void Before_the_start_no_call_is_no_news_yet() => Scene.Of(Booked).Says("asker", Saying.NoContact).IsTold("first").IsTold("asker", typeof(Message.BookedForAsker));

    [Fact]
    public void I_called_and_nobody_answered_is_passed_on() =>
        Scene.Of(RiskCall).Says("first", Saying.NoContact).IsTold("asker", typeof(Message.TheyTried)).IsTold("first", typeof(Message.TryOnceMore));

    [Fact]
    public void A_missed_call_has_the_other_try_again_and_the_watch_goes_on()
    {
        var scene = Scene.Of("Booked, risk now, asked whether they talk").Says("asker", Saying.MissedTheirCall).IsTold("first", typeof(Message.WaitsForYou));
        Assert.IsType<Stage.Booked>(scene.Consult.Stage);
    }

    [Fact]
    public void We_spoke_and_never_called_answer_whether_they_met()
    {
        Assert.IsType<Stage.Met>(Scene.Of("Booked, both are asked whether they met").Says("asker", Saying.TookPlace).Consult.Stage);
        Assert.IsType<Stage.Missed>(Scene.Of("Booked, both are asked whether they met").Says("asker", Saying.DidNotTakePlace).Consult.Stage);
        Scene.Of("Booked, both are asked whether they met").Says("asker", Saying.CutShort).IsTold("asker", typeof(Message.CutShort));
        Assert.IsType<Stage.Booked>(Scene.Of(Booked).Says("asker", Saying.TookPlace).Consult.Stage);
    }

    [Fact]
    public void Afterwards_worse_is_still_stuck_and_rather_not_say_closes_without_an_answer()
    {
        const string helped = "Met, asked whether it helped";
        Scene.Of(helped).Says("asker", Saying.StillStuck).IsTold("asker", typeof(Message.SecondOpinionOffer));
        foreach (var saying in new[] { Saying.RatherNotSay, Saying.ClientLeft })
        {
            var scene = Scene.Of(helped).Says("asker", saying).IsTold("asker", typeof(Message.NotedClosed)).IsTold("first");
            Assert.IsType<Stage.Closed>(scene.Consult.Stage);
        }
    }

    [Fact]
    public void A_managers_no_is_answered_with_words_of_their_own()
    {
        var scene = Scene.Of("Unanswered, the manager is called in").Says("manager", Saying.CannotMakeIt);
        Assert.False(scene.Told<Message.ManagerDeclineAck>("manager").IsAnotherAsked);
        Assert.True(Scene.Of("Unanswered, the manager is called in").Says("manager", Saying.OnIt).Consult.Call!.TakenOver);
    }

    // What is said must be so.

    [Fact]
    public void A_note_on_the_page_is_told_to_the_other_side_once_a_quarter_of_an_hour()
    {
        var scene = Scene.Of(Booked).Happens(new ConsultEvent.NoteAdded(Story.Who("first"), "bring the list", AsQuestion: false)).IsTold("asker", typeof(Message.NoteWritten));
        scene.After(Duration.FromMinutes(1)).Happens(new ConsultEvent.NoteAdded(Story.Who("first"), "and the dose", AsQuestion: false)).IsTold("asker");
        scene.After(Duration.FromMinutes(14)).IsTold("asker", typeof(Message.NoteWritten));
        scene.After(Duration.FromMinutes(15)).IsTold("asker");
        scene.Happens(new ConsultEvent.NoteAdded(Story.Who("asker"), "the question anew", AsQuestion: true)).IsTold("first", typeof(Message.NoteWritten));
    }

    [Fact]
    public void Partly_is_told_as_partly()
    {
        Assert.True(Scene.Of("Met, asked whether it helped").Answers("asker", AnswerKind.HelpedPartly).Told<Message.ConsultHelped>("first").Partly);
        Assert.False(Scene.Of("Met, asked whether it helped").Answers("asker", AnswerKind.Helped).Told<Message.ConsultHelped>("first").Partly);
    }

    [Fact]
    public void A_refusal_with_nobody_left_does_not_say_that_someone_else_is_asked()
    {
        var scene = Scene.Of(Asking).Answers("first", AnswerKind.Decline);
        Assert.False(scene.Told<Message.DeclineAck>("first").IsOver);
        Assert.True(scene.Answers("second", AnswerKind.Decline).Told<Message.DeclineAck>("second").IsOver);
    }

    [Fact]
    public void An_opt_out_with_something_booked_says_that_it_stands() =>
        Scene.Of(Booked).Happens(new ConsultEvent.OptedOut(Story.Who("asker"))).IsTold("asker", typeof(Message.StillBooked));

    // Words behind an answer.

    [Theory]
    [InlineData("please bring the med list", 1, typeof(Message.WordsKept))]
    [InlineData("it is about Jane Doe 415-555-2671", 0, typeof(Message.WordsIdentify))]
    public void Words_with_a_yes_are_screened_and_the_sender_is_told(string words, int kept, Type told)
    {
        var scene = Scene.Of(Asking);
        scene.Answers("first", AnswerKind.Accept, scene.Now + Duration.FromHours(1), words);
        Assert.Equal(kept, scene.Consult.Notes.Length);
        Assert.Equal(told, scene.ToldTo("first").First().GetType());
    }

    [Fact]
    public void Words_with_any_other_answer_are_stored_nowhere_and_the_sender_is_told_so()
    {
        foreach (var (name, stage) in Story.Stages())
        {
            foreach (var (who, person) in Story.CastOf(stage))
            {
                foreach (var kind in Enum.GetValues<AnswerKind>())
                {
                    var scene = Scene.Of(stage).Happens(new ConsultEvent.Answered(person, "earlier", new Answer(kind, Story.TimeFor(stage, kind)), "words of mine"));
                    var isStored = scene.Consult.Notes.Length > stage.Notes.Length;
                    var isPassedOn = kind is AnswerKind.Accept or AnswerKind.Take or AnswerKind.Counter or AnswerKind.MoveTo or AnswerKind.Send;
                    Assert.True(!isStored || isPassedOn, $"{name}: {who} {kind}");
                    if (!stage.Over)
                    {
                        var isSaid = scene.ToldTo(person).Any(message => message is Message.WordsKept or Message.WordsNotPassedOn
                            or Message.DeclineAck { WordsDropped: true } or Message.ThankYou { WordsDropped: true });
                        Assert.True(isSaid, $"{name}: {who} {kind} is told nothing of the words.");
                    }
                }
            }
        }
    }
}
