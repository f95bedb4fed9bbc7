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
        var yes = new Answer(AnswerKind.Talking);
        TellAsker(new Message.TalkingYet(NameOf(booking.Consultant)), Ask([yes], new Answer(AnswerKind.NotTalking), yes));
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
            CallInManager();
        }

        Reopen(booking, AskingSomeoneElse);
    }

    private Message.AskingAgain? AskingSomeoneElse(Instant? promise) =>
        promise is { } at ? new Message.AskingAgain(at, _consult.IsRisk ? Practice.BackupLine : null) : null;

    private void AskWhetherMet()
    {
        var booking = ((Stage.Booked)_consult.Stage).Booking;
        MarkDone(Step.DidYouMeet);
        foreach (var (to, other) in new[] { (Asker.Id, booking.Consultant), (booking.Consultant, Asker.Id) })
        {
            var met = new Answer(AnswerKind.Met);
            Tell(to, new Message.DidYouMeet(NameOf(other)), Ask([met], new Answer(AnswerKind.NotMet), met));
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
            TheyMet(booking);
            if (_consult.IsDrill)
            {
                FollowUpDrill(by, booking);
                return true;
            }

            Tell(by, new Message.ThankYou(), closes: true);
            CloseLetter(OtherSide(by, booking));
        }
        else
        {
            TheyMissed(booking, by);
        }

        return true;
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

    private void AskWhatNow(Booking booking) => TellAsker(
        new Message.SorryMissed(NameOf(booking.Consultant)),
        Ask([new Answer(AnswerKind.SamePersonAgain), new Answer(AnswerKind.AskSomeoneElse)], new Answer(AnswerKind.LeaveIt)));

    private bool AnswerWhatNow(PersonId by, Answer answer)
    {
        if (by != Asker.Id)
        {
            return false;
        }

        if (_consult.Stage is Stage.Met && answer.Kind == AnswerKind.LeaveIt)
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
        MarkDone(Step.Evening);
        var fine = new Answer(AnswerKind.DoingAllRight);
        var call = new Answer(AnswerKind.WouldLikeACall);
        TellAsker(new Message.EveningCheckIn(), Ask([fine, call], none: null, fine) with { No = call });
    }

    private bool AnswerEvening(PersonId by, Answer answer)
    {
        if (by != Asker.Id || !_consult.Done.ContainsKey(Step.Evening))
        {
            return false;
        }

        TellAsker(answer.Kind == AnswerKind.DoingAllRight ? new Message.ThankYou() : new Message.EveningHelp(Practice.AssistanceLine), closes: true);
        return true;
    }

    private void AskWhetherItHelped()
    {
        MarkDone(Step.DidItHelp);
        var helped = new Answer(AnswerKind.Helped);
        var stuck = new Answer(AnswerKind.StillStuck);
        TellAsker(new Message.DidItHelp(), Ask([helped, new Answer(AnswerKind.HelpedPartly), stuck], none: null, helped) with { No = stuck });
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
                var yes = new Answer(AnswerKind.SecondOpinion);
                TellAsker(new Message.SecondOpinionOffer(), Ask([yes], new Answer(AnswerKind.LeaveIt), yes));
                break;
            default:
                Tell(BookingOf()!.Consultant, new Message.ConsultHelped(AskerName), closes: true);
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
