using System.Collections.Immutable;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>After the yes: whether they talk, whether they met, how the evening is, whether it helped.</summary>
internal sealed partial class Turn
{
    private void AskWhetherTalking()
    {
        var booking = ((Stage.Booked)_consult.Stage).Booking;
        MarkDone(Step.TalkingYet);
        TellAsker(new Message.TalkingYet(NameOf(booking.Consultant), TalkingYetUntil()), TalkingQuestion());
    }

    private Instant TalkingYetUntil() => _consult.Done[Step.TalkingYet] + facts.Policy.TalkingYetWait;

    private Question TalkingQuestion()
    {
        var yes = new Answer(AnswerKind.Talking);
        return Ask(TalkingYetUntil(), [yes], new Answer(AnswerKind.NotTalking), yes);
    }

    private bool AnswerTalking(PersonId by, Answer answer)
    {
        if (_consult.Stage is not Stage.Booked { Booking: var booking } || by != Asker.Id || !_consult.Done.ContainsKey(Step.TalkingYet))
        {
            return false;
        }

        if (answer.Kind == AnswerKind.Talking)
        {
            TheyMet(booking);
            TellAsker(new Message.ThankYou(), closes: true);
        }
        else
        {
            NobodyCalled();
        }

        return true;
    }

    /// <summary>No, or silence: others are asked, and for risk the backup is called in.</summary>
    private void NobodyCalled()
    {
        var booking = ((Stage.Booked)_consult.Stage).Booking;
        Log(Happening.NotTalking, booking.Consultant);
        Tell(booking.Consultant, new Message.NotTalking(), closes: true);
        if (_consult.IsRisk)
        {
            CallInManager(missed: true);
        }

        Reopen(booking, AskingSomeoneElse);
    }

    private void ItDidNotTakePlace(Booking booking, PersonId saidBy)
    {
        if (IsWatched(booking))
        {
            NobodyCalled();
        }
        else
        {
            TheyMissed(booking, saidBy);
        }
    }

    /// <summary>"Talking yet?" is asked of it, and no or silence brings in somebody else.</summary>
    private bool IsWatched(Booking booking) => booking.Immediate || _consult.IsRisk;

    private Message.AskingAgain? AskingSomeoneElse(Instant? promise) =>
        promise is { } at ? new Message.AskingAgain(at, _consult.IsRisk ? Practice.BackupLine : null) : null;

    private void AskWhetherMet()
    {
        var booking = ((Stage.Booked)_consult.Stage).Booking;
        MarkDone(Step.DidYouMeet);
        foreach (var (to, other) in new[] { (Asker.Id, booking.Consultant), (booking.Consultant, Asker.Id) })
        {
            Tell(to, new Message.DidYouMeet(NameOf(other)), MetQuestion());
        }
    }

    private Question MetQuestion()
    {
        var met = new Answer(AnswerKind.Met);
        return Ask(_consult.Done[Step.DidYouMeet] + facts.Policy.Tempo.DidYouMeetWait, [met], new Answer(AnswerKind.NotMet), met);
    }

    /// <summary>Nobody said whether they met. The last question still follows, and both letters are free until then.</summary>
    private void DidYouMeetLapses()
    {
        MarkDone(Step.DidYouMeetLapsed);
        CloseLetter(BookingOf()!.Consultant);
        if (!_consult.Done.ContainsKey(Step.DidItHelp))
        {
            CloseLetter(Asker.Id);
        }
    }

    private bool AnswerMet(PersonId by, Answer answer)
    {
        if (_consult.Stage is not Stage.Booked { Booking: var booking } || !IsParty(by, booking) || !_consult.Done.ContainsKey(Step.DidYouMeet))
        {
            return false;
        }

        if (answer.Kind == AnswerKind.Met)
        {
            SayTheyMet(by, booking);
        }
        else
        {
            TheyMissed(booking, by);
        }

        return true;
    }

    private void SayTheyMet(PersonId by, Booking booking)
    {
        TheyMet(booking);
        if (_consult.IsDrill)
        {
            FollowUpDrill(by, booking);
            return;
        }

        Tell(by, new Message.ThankYou(), closes: true);
        CloseLetter(OtherSide(by, booking));
    }

    private void TheyMissed(Booking booking, PersonId saidBy)
    {
        Log(Happening.Missed);
        Enter(new Stage.Missed(booking, now + facts.Policy.Tempo.MissedWait));
        CountLoad(booking.Consultant, null);
        AskWhatNow(booking);
        if (saidBy == booking.Consultant)
        {
            Tell(saidBy, new Message.ThankYou(), closes: true);
        }
        else
        {
            CloseLetter(booking.Consultant);
        }
    }

    private void TheyMet(Booking booking)
    {
        Log(Happening.Met);
        Enter(new Stage.Met(booking, now));
        if (booking.Immediate || _consult.IsRisk)
        {
            CloseLetter(booking.Consultant);
        }
    }

    private void AskWhatNow(Booking booking) => AskWhatNow(until => new Message.SorryMissed(NameOf(booking.Consultant), until));

    private void AskWhatNow(Func<Instant, Message> inWords)
    {
        var until = ((Stage.Missed)_consult.Stage).Until;
        TellAsker(
            inWords(until),
            Ask(until, [new Answer(AnswerKind.SamePersonAgain), new Answer(AnswerKind.AskSomeoneElse)], new Answer(AnswerKind.LeaveIt)));
    }

    private bool AnswerWhatNow(PersonId by, Answer answer)
    {
        if (by != Asker.Id)
        {
            return false;
        }

        if (_consult.Stage is Stage.Met or Stage.Booked && answer.Kind == AnswerKind.LeaveIt && _consult.Done.ContainsKey(Step.SecondOpinion))
        {
            TellAsker(new Message.ThankYou(), closes: true);
            Close();
            return true;
        }

        if (_consult.Stage is not Stage.Missed { Booking: var booking })
        {
            return false;
        }

        switch (answer.Kind)
        {
            case AnswerKind.SamePersonAgain:
                AskAgain(booking.Consultant);
                break;
            case AnswerKind.AskSomeoneElse:
                Reopen(booking, AskingSomeoneElse);
                break;
            default:
                TellAsker(new Message.ThankYou(), closes: true);
                Close();
                break;
        }

        return true;
    }

    /// <summary>The person who was missed is a wave of their own.</summary>
    private void AskAgain(PersonId consultant)
    {
        var starts = StartsWith(consultant);
        if (starts.IsEmpty && !_consult.IsNow)
        {
            Reopen(BookingOf()!, AskingSomeoneElse);
            return;
        }

        SetOffer(consultant, OfferStatus.Released);
        _consult = _consult with { Done = ImmutableDictionary<Step, Instant>.Empty, Wave = _consult.Wave + 1 };
        StartPromise();
        WaitForNextWave();
        TellAsker(new Message.AskingSameAgain(NameOf(consultant), _consult.PromiseAt!.Value));
        MakeOffer(facts.Roster[consultant], starts);
    }

    private void CheckInThisEvening()
    {
        // Somebody who wished to talk before is asked like everybody else.
        _consult = _consult with { Done = _consult.Done.RemoveRange([Step.EveningHelp, Step.EveningSettled]) };
        MarkDone(Step.Evening);
        TellAsker(new Message.EveningCheckIn(), EveningQuestion());
    }

    private Question EveningQuestion()
    {
        var fine = new Answer(AnswerKind.DoingAllRight);
        var call = new Answer(AnswerKind.WouldLikeACall);
        return Ask(_consult.Done[Step.Evening] + QuestionTimes.Evening, [fine, call], none: null, fine) with { No = call };
    }

    private bool AnswerEvening(PersonId by, Answer answer)
    {
        if (by != Asker.Id || !_consult.Done.ContainsKey(Step.Evening))
        {
            return false;
        }

        if (answer.Kind == AnswerKind.DoingAllRight)
        {
            MarkDone(Step.EveningSettled);
            TellAsker(new Message.ThankYou(), closes: IsNothingElseOpen());
        }
        else
        {
            OfferHelpThisEvening();
        }

        return true;
    }

    /// <summary>The lines first, and a colleague who may call: a support consult of its own, which no manager hears of.</summary>
    private void OfferHelpThisEvening()
    {
        if (SupportUrgency() is null)
        {
            MarkDone(Step.EveningSettled);
            TellAsker(new Message.EveningHelp(Practice.AssistanceLine), closes: IsNothingElseOpen());
            return;
        }

        _consult = _consult with { Done = _consult.Done.Remove(Step.EveningSettled) };
        MarkDone(Step.EveningHelp);
        PutEveningHelp();
    }

    private void PutEveningHelp()
    {
        var until = _consult.Done[Step.EveningHelp] + QuestionTimes.Evening;
        TellAsker(
            new Message.EveningHelp(Practice.AssistanceLine, ColleagueMayCall: true),
            Ask(until, [new Answer(AnswerKind.ColleagueCalls)], new Answer(AnswerKind.NoColleague)));
    }

    private bool AnswerEveningHelp(PersonId by, Answer answer)
    {
        if (by != Asker.Id || !_consult.Done.TryGetValue(Step.EveningHelp, out var offered) || _consult.Done.ContainsKey(Step.EveningSettled))
        {
            return false;
        }

        MarkDone(Step.EveningSettled);
        TellAsker(new Message.ThankYou(), closes: IsNothingElseOpen());
        if (answer.Kind == AnswerKind.ColleagueCalls)
        {
            var request = new Request { Asker = Asker.Id, Kind = Kind.Support, Urgency = SupportUrgency() ?? Urgency.Today };
            _effects.Add(new Effect.StartConsult(
                ConsultId.From($"support after {_consult.Id} at {offered}"), new ConsultEvent.Requested(request, null, Held: false)));
        }

        return true;
    }

    /// <summary>As soon as the practice's policy has support; null where it has none.</summary>
    private Urgency? SupportUrgency() =>
        facts.Policy.PaceOf(Kind.Support, Urgency.Now) is not null ? Urgency.Now
        : facts.Policy.PaceOf(Kind.Support, Urgency.Today) is not null ? Urgency.Today
        : null;

    private void EveningLapses()
    {
        MarkDone(Step.EveningSettled);
        if (IsNothingElseOpen())
        {
            CloseLetter(Asker.Id);
        }
    }

    /// <summary>Beside the evening's question, nothing else goes on between the consult and the asker.</summary>
    private bool IsNothingElseOpen() => _consult.Stage is Stage.Met or Stage.Unanswered && !_consult.Done.ContainsKey(Step.DidItHelp);

    private void AskWhetherItHelped()
    {
        MarkDone(Step.DidItHelp);
        PutDidItHelp();
    }

    private void PutDidItHelp()
    {
        var helped = new Answer(AnswerKind.Helped);
        var stuck = new Answer(AnswerKind.StillStuck);
        var until = _consult.Done[Step.DidItHelp] + facts.Policy.Tempo.LastQuestionWait;
        TellAsker(
            new Message.DidItHelp(), Ask(until, [helped, new Answer(AnswerKind.HelpedPartly), stuck], none: null, helped) with { No = stuck });
    }

    private void PutSecondOpinion()
    {
        var yes = new Answer(AnswerKind.SecondOpinion);
        var until = _consult.Done[Step.SecondOpinion] + facts.Policy.Tempo.LastQuestionWait;
        TellAsker(new Message.SecondOpinionOffer(), Ask(until, [yes], new Answer(AnswerKind.LeaveIt), yes));
    }

    private bool AnswerHelped(PersonId by, Answer answer)
    {
        if (_consult.Stage is not (Stage.Met or Stage.Booked) || by != Asker.Id || !_consult.Done.ContainsKey(Step.DidItHelp))
        {
            return false;
        }

        Log(Happening.FollowedUp);
        if (_consult.IsDrill)
        {
            EndDrill(DrillEnd.Complete);
            return true;
        }

        switch (answer.Kind)
        {
            case AnswerKind.SecondOpinion:
                StartSecondOpinion();
                break;
            case AnswerKind.StillStuck when _consult.Request.Kind is Kind.Risk or Kind.Support:
                TellAsker(new Message.StillStuckSupport(_consult.Request.Kind, LineToCall()), closes: true);
                Close();
                break;
            case AnswerKind.StillStuck:
                MarkDone(Step.SecondOpinion);
                PutSecondOpinion();
                break;
            default:
                Tell(BookingOf()!.Consultant, new Message.ConsultHelped(AskerName, Partly: answer.Kind == AnswerKind.HelpedPartly), closes: true);
                TellAsker(new Message.ThankYou(), closes: true);
                Close();
                break;
        }

        return true;
    }

    /// <summary>Someone else, on the same matter and with the same words, within the week.</summary>
    private void StartSecondOpinion()
    {
        var second = _consult.Request with
        {
            Kind = Kind.SecondOpinion,
            Urgency = Urgency.ThisWeek,
            When = [],
            ConsentDate = null,
            AskedBefore = _consult.Request.AskedBefore.Union(_consult.Offers.Select(offer => offer.Person)),
            FollowsOn = _consult.Id,
        };
        TellAsker(new Message.ThankYou(), closes: true);
        Close();
        _effects.Add(new Effect.StartConsult(
            ConsultId.From($"second opinion on {_consult.Id}"), new ConsultEvent.Requested(second, _consult.Question, Held: false)));
    }

    private Booking? BookingOf() => _consult.Stage switch
    {
        Stage.Booked booked => booked.Booking,
        Stage.Met met => met.Booking,
        Stage.Missed missed => missed.Booking,
        _ => null,
    };

    private void Close()
    {
        if (BookingOf() is { } booking)
        {
            CloseLetter(booking.Consultant);
        }

        CloseLetter(Asker.Id);
        Enter(new Stage.Closed(now));
        Log(Happening.Closed);
    }
}
