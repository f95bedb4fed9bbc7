using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>
/// What people say about a consult in their own words. A remark changes only what it says plainly; whatever does not fit is answered with where the consult stands.
/// </summary>
internal sealed partial class Turn
{
    public void Remarked(ConsultEvent.Remarked remark)
    {
        if (!Heard(remark))
        {
            TellStanding(remark.By);
        }
    }

    private bool Heard(ConsultEvent.Remarked remark)
    {
        if (remark.What == Saying.Acknowledges)
        {
            // Nothing is answered to "ok", but for a question about somebody's safety: that one is asked again.
            _ = remark.By == Asker.Id && RepeatSafetyQuestion();
            return true;
        }

        if (remark.By == Asker.Id)
        {
            return AskerSays(remark);
        }

        if (_consult.Stage is Stage.Booked { Booking: var booking } && booking.Consultant == remark.By)
        {
            return BookedSays(remark, booking);
        }

        if (_consult.Call is { TakenOver: false } call && call.Called.Contains(remark.By))
        {
            return ManagerSays(remark);
        }

        return AwaitedOf(remark.By) is { } offer
            ? OfferedSays(remark, offer)
            : remark.What switch
            {
                Saying.OnIt => AnswerLate(remark.By, new Answer(AnswerKind.Accept)),
                Saying.CannotMakeIt => AnswerLate(remark.By, new Answer(AnswerKind.Decline)),
                _ => false,
            };
    }

    private bool AskerSays(ConsultEvent.Remarked remark)
    {
        if (IsTalkingAsked && WhileAskedWhetherTalking(remark) is { } heard)
        {
            return heard;
        }

        if (!IsTalkingAsked && _consult.EveningAskedAt is not null && WhileAskedThisEvening(remark))
        {
            return true;
        }

        if (remark.What == Saying.WouldTalk && _consult.IsRisk && _consult.Stage is Stage.Met or Stage.Unanswered)
        {
            OfferHelpThisEvening();
            return true;
        }

        return _consult.Stage switch
        {
            Stage.Held => HeldSays(remark),
            Stage.Asking or Stage.Proposed => AskingSays(remark),
            Stage.Booked booked => BookedSays(remark, booked.Booking),
            Stage.Met => MetSays(remark),
            Stage.Missed missed => MissedSays(remark, missed.Booking),
            Stage.Closed or Stage.Withdrawn or Stage.Unanswered => false,
            _ => throw new InvalidOperationException($"Nobody says anything in {_consult.Stage.GetType().Name}."),
        };
    }

    private bool HeldSays(ConsultEvent.Remarked remark)
    {
        if (remark.What != Saying.NoLongerNeeded || _consult.IsRisk)
        {
            return false;
        }

        DiscardHeld();
        return true;
    }

    private bool ManagerSays(ConsultEvent.Remarked remark) => remark.What switch
    {
        Saying.OnIt => AnswerManagerCall(remark.By, new Answer(AnswerKind.TakesItOver)),
        Saying.CannotMakeIt or Saying.SomeoneElse => AnswerManagerCall(remark.By, new Answer(AnswerKind.CannotTakeItOver)),
        _ => false,
    };

    private bool IsTalkingAsked => _consult.Stage is Stage.Booked && _consult.Done.ContainsKey(Step.TalkingYet);

    /// <summary>Only plain words of talking end the watch. What says that nobody calls moves on; all else leaves the question open.</summary>
    /// <returns>Null for what is said of the booking, and not of talking.</returns>
    private bool? WhileAskedWhetherTalking(ConsultEvent.Remarked remark)
    {
        var booking = BookingOf()!;
        switch (remark.What)
        {
            case Saying.Talking:
                return AnswerTalking(remark.By, new Answer(AnswerKind.Talking));
            case Saying.NoContact or Saying.DidNotTakePlace or Saying.SomeoneElse:
                NobodyCalled();
                return true;
            case Saying.MissedTheirCall or Saying.RunningLate or Saying.AsksDetails or Saying.AsksWhereItStands:
                return BookedSays(remark, booking);
            default:
                return RepeatSafetyQuestion();
        }
    }

    private bool WhileAskedThisEvening(ConsultEvent.Remarked remark)
    {
        switch (remark.What)
        {
            case Saying.AllRight:
                return AnswerEvening(remark.By, new Answer(AnswerKind.DoingAllRight));
            case Saying.WouldTalk or Saying.AsksForCall or Saying.StillStuck:
                return AnswerEvening(remark.By, new Answer(AnswerKind.WouldLikeACall));
            case Saying.AsksDetails or Saying.RunningLate or Saying.NamesTime or Saying.NamesWindow or Saying.CannotMakeIt
                when _consult.Stage is Stage.Booked:
                return false;
            default:
                return RepeatSafetyQuestion();
        }
    }

    /// <summary>Puts an open question about somebody's safety again, with both answers and the lines. Its time goes on as before.</summary>
    private bool RepeatSafetyQuestion()
    {
        if (IsTalkingAsked)
        {
            TellAsker(
                _consult.IsRisk
                    ? new Message.TalkingYetAgain(NameOf(BookingOf()!.Consultant), Practice.BackupLine)
                    : new Message.TalkingYet(NameOf(BookingOf()!.Consultant), TalkingYetUntil()),
                TalkingQuestion());
            return true;
        }

        if (_consult.EveningAskedAt is null)
        {
            return false;
        }

        if (_consult.Done.ContainsKey(Step.EveningHelp))
        {
            PutEveningHelp();
        }
        else
        {
            TellAsker(new Message.EveningAgain(Practice.AssistanceLine), EveningQuestion());
        }

        return true;
    }

    /// <summary>Puts whatever is open with a person once more, since what they said was no answer to it.</summary>
    private bool RepeatQuestion(PersonId by)
    {
        var isAsker = by == Asker.Id;
        if (isAsker && RepeatSafetyQuestion())
        {
            return true;
        }

        if (isAsker && IsAskedAfterwards(by))
        {
            if (_consult.Done.ContainsKey(Step.SecondOpinion))
            {
                PutSecondOpinion();
            }
            else
            {
                PutDidItHelp();
            }

            return true;
        }

        if (_consult.Stage is not Stage.Booked booked || !IsParty(by, booked.Booking))
        {
            return false;
        }

        var booking = booked.Booking;
        if (booked.Move is { Start: null } choosing && choosing.By == by)
        {
            PutNewTimes(by, booking, StartsWith(booking.Consultant), choosing.Until);
        }
        else if (booked.Move is { Start: not null } moving && moving.By != by)
        {
            PutMove(by, booking, booked);
        }
        else if (_consult.Done.ContainsKey(Step.DidYouMeet) && !_consult.Done.ContainsKey(Step.DidYouMeetLapsed))
        {
            Tell(by, new Message.DidYouMeet(NameOf(OtherSide(by, booking))), MetQuestion());
        }
        else if (isAsker && _consult.Request.Kind == Kind.Observation && _consult.Done.ContainsKey(Step.Start)
            && !_consult.Done.ContainsKey(Step.ConsentSettled) && booking.End > now)
        {
            AskForConsentAgain(booking);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>"Did it help?" is open with them.</summary>
    private bool IsAskedAfterwards(PersonId person) =>
        person == Asker.Id && _consult.Stage is (Stage.Met or Stage.Booked) && _consult.Done.ContainsKey(Step.DidItHelp);
}
