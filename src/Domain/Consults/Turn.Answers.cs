using System.Collections.Immutable;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>What people answer. Whoever answers is told where things stand, whatever they answered and whenever.</summary>
internal sealed partial class Turn
{
    public void Answered(ConsultEvent.Answered answered)
    {
        var told = _effects.Count;
        var understood = Understand(answered.By, answered.Answer);
        if (!understood && !IsBeingTold(answered.By, answered.QuestionId))
        {
            TellStanding(answered.By);
        }

        if (answered.Kept is { } kept && !_consult.Over)
        {
            KeepWords(answered.By, kept, isForOtherSide: understood && ArePassedOn(answered.Answer.Kind), told);
        }
    }

    /// <summary>They answered while "covered, thank you" was on its way to them: that is the answer, and twice is too often.</summary>
    private bool IsBeingTold(PersonId who, string questionId) =>
        OfferTo(who) is { Status: OfferStatus.Covered } offer && offer.QuestionId == questionId;

    private bool Understand(PersonId by, Answer answer) => answer.Kind switch
    {
        AnswerKind.Send or AnswerKind.NotMe => AnswerHeld(by, answer),
        AnswerKind.Accept or AnswerKind.Decline => AnswerOffer(by, answer),
        AnswerKind.Counter => NameTime(by, answer.At!.Value),
        AnswerKind.Take or AnswerKind.Refuse => AnswerProposal(by, answer),
        AnswerKind.Talking or AnswerKind.NotTalking => AnswerTalking(by, answer),
        AnswerKind.Met or AnswerKind.NotMet => AnswerMet(by, answer),
        AnswerKind.SamePersonAgain or AnswerKind.AskSomeoneElse or AnswerKind.LeaveIt => AnswerWhatNow(by, answer),
        AnswerKind.DoingAllRight or AnswerKind.WouldLikeACall => AnswerEvening(by, answer),
        AnswerKind.Helped or AnswerKind.HelpedPartly or AnswerKind.StillStuck or AnswerKind.SecondOpinion => AnswerHelped(by, answer),
        AnswerKind.ConsentStands or AnswerKind.ConsentWithdrawn => AnswerConsent(by, answer),
        AnswerKind.TakesItOver or AnswerKind.CannotTakeItOver => AnswerManagerCall(by, answer),
        AnswerKind.MoveTo or AnswerKind.KeepTime => AnswerMove(by, answer),
        AnswerKind.CallOff or AnswerKind.KeepAsItIs => AnswerCallOff(by, answer),
        AnswerKind.MakeItNow => AnswerMakeItNow(by),
        AnswerKind.ColleagueCalls or AnswerKind.NoColleague => AnswerEveningHelp(by, answer),
        AnswerKind.Choose => false,
        _ => throw new InvalidOperationException($"Nothing answers with {answer.Kind}."),
    };

    private bool AnswerHeld(PersonId by, Answer answer)
    {
        if (_consult.Stage is not Stage.Held || by != Asker.Id)
        {
            return false;
        }

        if (answer.Kind == AnswerKind.Send)
        {
            Send();
        }
        else
        {
            DiscardHeld();
        }

        return true;
    }

    private void DiscardHeld()
    {
        _consult = _consult with { Call = null };
        Enter(new Stage.Withdrawn(now));
        Log(Happening.Withdrawn);
        TellAsker(new Message.HeldDropped(), closes: true);
    }

    private bool AnswerOffer(PersonId by, Answer answer)
    {
        if (_consult.Stage is Stage.Unanswered)
        {
            return AnswerLate(by, answer);
        }

        if (_consult.Stage is not (Stage.Asking or Stage.Proposed) || OfferTo(by) is not { IsLive: true } offer)
        {
            return false;
        }

        if (answer.Kind == AnswerKind.Decline)
        {
            Decline(offer);
            return true;
        }

        if (!_consult.IsNow && (answer.At is null || IsAboutNow(answer.At.Value)))
        {
            return ProposeAtOnce(by);
        }

        var start = answer.At ?? now;
        if (answer.At <= now || TimeIsTaken(by, start, immediate: answer.At is null))
        {
            OfferOtherTimes(by);
        }
        else if (answer.At is { } named && !_consult.Request.When.IsEmpty && !_consult.Request.When.Contains(named))
        {
            // The asker has named other times since this one was offered.
            return NameTime(by, named);
        }
        else
        {
            Book(by, start, immediate: answer.At is null);
        }

        return true;
    }

    private void Decline(Offer offer)
    {
        var told = _effects.Count;
        Refused(offer, OfferStatus.Declined);
        _effects.Insert(told, new Effect.Tell(offer.Person, new Message.DeclineAck(IsOver: _consult.Stage is Stage.Unanswered), Closes: true));
    }

    /// <summary>The consultant will not take it, or the asker will not take the consultant's time.</summary>
    private void Refused(Offer offer, OfferStatus status)
    {
        SetOffer(offer.Person, status);
        Log(status == OfferStatus.NotReached ? Happening.NotReached : Happening.Declined, offer.Person);
        if (_consult.Stage is Stage.Proposed proposed && proposed.Consultant == offer.Person)
        {
            Enter(new Stage.Asking(null));
            PromiseAnewIfPast();
            MoveOnAfter(proposed);
        }
        else
        {
            MoveOn();
        }
    }

    /// <summary>The asker hears that the time is off before whatever comes of it.</summary>
    private void MoveOnAfter(Stage.Proposed proposed)
    {
        var told = _effects.Count;
        MoveOn();
        if (!_consult.IsDrill)
        {
            // In a drill there are no others to be asked now, and the next word is that it is over.
            var lapsed = new Message.ProposalLapsed(proposed.Start, _consult.PromiseAt!.Value, IsOver: _consult.Stage is Stage.Unanswered);
            _effects.Insert(told, new Effect.Tell(Asker.Id, lapsed));
        }
    }

    private void OfferOtherTimes(PersonId consultant) =>
        PutOfferAgain(consultant, starts => _consult.IsNow ? OfferMessage(starts) : new Message.TimeGone(starts));

    /// <summary>The same offer with the times that are free now; when there are none, somebody else is asked.</summary>
    private void PutOfferAgain(PersonId consultant, Func<ImmutableArray<Instant>, Message> inWords)
    {
        var starts = StartsWith(consultant);
        if (starts.IsEmpty && !_consult.IsNow)
        {
            Tell(consultant, new Message.NoTimeLeft(), closes: true);
            Refused(OfferTo(consultant)!, OfferStatus.NotTaken);
            return;
        }

        PutToOffered(consultant, inWords(starts), OfferQuestion(starts));
    }

    private void PutToOffered(PersonId consultant, Message message, Question question)
    {
        ChangeOffer(consultant, offer => offer with { QuestionId = question.Id });
        Tell(consultant, message, question);
    }

    /// <summary>Someone texts a time of their own: a consultant who was asked, the other side of a proposal, or either side of a booking that is being moved.</summary>
    private bool NameTime(PersonId by, Instant start)
    {
        if (_consult.Stage is Stage.Booked { Booking: { Immediate: false } booking } booked && booking.Start > now && IsParty(by, booking))
        {
            return NameNewTime(by, booked, start);
        }

        var consultant = _consult.Stage switch
        {
            Stage.Proposed proposed when by == Asker.Id => proposed.Consultant,
            Stage.Asking or Stage.Proposed when OfferTo(by) is { IsLive: true } => by,
            _ => (PersonId?)null,
        };
        if (consultant is not { } with)
        {
            return false;
        }

        if (by == with && !_consult.IsNow && IsAboutNow(start))
        {
            return ProposeAtOnce(by);
        }

        if (TroubleWith(start, with) is { } trouble)
        {
            Tell(by, new Message.TimeImpossible(start, trouble));
            return true;
        }

        if (by == Asker.Id)
        {
            ProposeToConsultant(with, start);
        }
        else if (_consult.Stage is Stage.Proposed { } other && other.Consultant != by)
        {
            // One time at a time is put to the asker; this one is next.
            SetOffer(by, OfferStatus.Countered, start);
            Tell(by, new Message.CounterPassedOn(AskerNameBeforeYes, start, other.Until));
        }
        else
        {
            ProposeToAsker(by, start);
            Tell(by, new Message.CounterPassedOn(AskerNameBeforeYes, start, HeldUntil(start)));
        }

        return true;
    }

    private TimeTrouble? TroubleWith(Instant start, PersonId consultant) =>
        start <= now ? TimeTrouble.Past
        : start > now + facts.Policy.Tempo.FurthestCounter ? TimeTrouble.TooLate
        : TimeIsTaken(consultant, start) ? TimeTrouble.Taken
        : null;

    /// <summary>A proposal is held for the policy's time, but never into the consult itself; one that waits for a consultant, not past the promise.</summary>
    private Instant HeldUntil(Instant start, Instant? promise = null) =>
        Instant.Max(now + Duration.FromMinutes(1), Instant.Min(Instant.Min(now + Pace.Hold, start), promise ?? start));

    /// <summary>A consultant's time may be on the table past the promise, which it kept. When it is off, the search that goes on needs a new one.</summary>
    private void PromiseAnewIfPast()
    {
        if (_consult.PromiseAt <= now)
        {
            StartPromise();
        }
    }

    private void ProposeToAsker(PersonId consultant, Instant start)
    {
        var until = HeldUntil(start);
        SetOffer(consultant, OfferStatus.Countered, start);
        Enter(new Stage.Proposed(consultant, start, ByConsultant: true, until));
        Log(Happening.TimeProposed, consultant, start);
        TellProposed((Stage.Proposed)_consult.Stage);
    }

    private void ProposeToConsultant(PersonId consultant, Instant start)
    {
        PromiseAnewIfPast();
        var until = HeldUntil(start, _consult.PromiseAt);
        Enter(new Stage.Proposed(consultant, start, ByConsultant: false, until));
        Log(Happening.TimeProposed, Asker.Id, start);
        Tell(consultant, new Message.AskerProposes(AskerNameBeforeYes, start, until), ProposalQuestion(start));
        TellAsker(new Message.ProposalSent(NameOf(consultant), start, until));
    }

    private Question ProposalQuestion(Instant start)
    {
        var take = new Answer(AnswerKind.Take, start);
        return Ask(ProposedUntil(), [take], new Answer(AnswerKind.Refuse, start), take, takesTime: true);
    }

    private Instant ProposedUntil() => _consult.Stage switch
    {
        Stage.Proposed proposed => proposed.Until,
        Stage.Booked { Move: { } move } => move.Until,
        _ => throw new InvalidOperationException($"No time is proposed in {_consult.Stage.GetType().Name}."),
    };

    /// <summary>"Now is fine", by the time that it takes to arrive.</summary>
    private bool IsAboutNow(Instant time) => time <= now + QuestionTimes.Least && time >= now - QuestionTimes.Least;

    /// <summary>A call now instead of an appointment, if the asker can.</summary>
    private bool ProposeAtOnce(PersonId consultant)
    {
        if (_consult.Stage is Stage.Proposed other && other.Consultant != consultant)
        {
            return false;
        }

        if (TimeIsTaken(consultant, now, immediate: true))
        {
            OfferOtherTimes(consultant);
            return true;
        }

        var until = now + QuestionTimes.CallAtOnce;
        SetOffer(consultant, OfferStatus.Countered, now);
        Enter(new Stage.Proposed(consultant, now, ByConsultant: true, until, AtOnce: true));
        Log(Happening.TimeProposed, consultant, now);
        TellProposed((Stage.Proposed)_consult.Stage);
        Tell(consultant, new Message.CallPassedOn(AskerNameBeforeYes, until));
        return true;
    }

    /// <summary>What the asker has to take or refuse.</summary>
    private void TellProposed(Stage.Proposed proposed) => TellAsker(
        proposed.AtOnce
            ? new Message.CallProposed(NameOf(proposed.Consultant), _consult.Request.Modality, proposed.Until)
            : new Message.Proposed(NameOf(proposed.Consultant), proposed.Start, _consult.Request.Modality, proposed.Until),
        ProposalQuestion(proposed.Start));

    private bool ProposeNextCounter()
    {
        if (_consult.Offers.FirstOrDefault(offer => offer.Status == OfferStatus.Countered && offer.Counter > now) is not { } next)
        {
            return false;
        }

        ProposeToAsker(next.Person, next.Counter!.Value);
        return true;
    }

    private bool AnswerProposal(PersonId by, Answer answer)
    {
        if (_consult.Stage is Stage.Booked { Move: { Start: not null } move } booked && IsParty(by, booked.Booking) && by != move.By)
        {
            return AnswerMoveProposal(booked, move, answer);
        }

        if (_consult.Stage is not Stage.Proposed proposed || by != ProposedTo(proposed) || answer.At != proposed.Start)
        {
            return false;
        }

        if (answer.Kind == AnswerKind.Refuse)
        {
            EndProposal(proposed, refusedBy: by);
        }
        else if (proposed.AtOnce && !TimeIsTaken(proposed.Consultant, now, immediate: true))
        {
            Book(proposed.Consultant, now, immediate: true);
        }
        else if (proposed.Start <= now || TimeIsTaken(proposed.Consultant, proposed.Start))
        {
            Tell(by, new Message.TimeImpossible(proposed.Start, proposed.Start <= now ? TimeTrouble.Past : TimeTrouble.Taken));
            EndProposal(proposed, refusedBy: null);
        }
        else
        {
            Book(proposed.Consultant, proposed.Start, immediate: false);
        }

        return true;
    }

    private PersonId ProposedTo(Stage.Proposed proposed) => proposed.ByConsultant ? Asker.Id : proposed.Consultant;

    private void ProposalLapses() => EndProposal((Stage.Proposed)_consult.Stage, refusedBy: null);

    /// <summary>Both sides hear that the time is off, and the search goes on.</summary>
    private void EndProposal(Stage.Proposed proposed, PersonId? refusedBy)
    {
        SetOffer(proposed.Consultant, OfferStatus.NotTaken);
        Enter(new Stage.Asking(null));
        Log(Happening.TimeNotTaken, proposed.Consultant, proposed.Start);
        Tell(
            proposed.Consultant,
            refusedBy == proposed.Consultant ? new Message.DeclineAck() : new Message.CounterNotTaken(proposed.Start),
            closes: true);
        PromiseAnewIfPast();
        MoveOnAfter(proposed);
    }

    /// <summary>An answer that fits nothing that is open: say where things stand.</summary>
    private void TellStanding(PersonId by)
    {
        if (RepeatQuestion(by))
        {
            return;
        }

        if (by == Asker.Id)
        {
            TellAskerStanding();
        }
        else if (_consult.Stage is Stage.Booked { Booking: var booking } && booking.Consultant == by)
        {
            TellBookedConsultant(booking);
        }
        else if (_consult.Confirmed == by)
        {
            Tell(by, new Message.ThankYou(), closes: true);
        }
        else if (_consult.Call is { TakenOver: true } call && call.Called.Contains(by))
        {
            Tell(by, new Message.TakeOverAck(AskerName, Asker.Phone), closes: true);
        }
        else if (_consult.Stage is Stage.Asking or Stage.Proposed && OfferTo(by) is { IsLive: true } offer)
        {
            TellOffered(offer);
        }
        else if (_consult.Call is { TakenOver: false } waiting && waiting.Called.Contains(by))
        {
            TellManagerCalled(by);
        }
        else if (MayAnswerLate(by) && _consult.Call is not { TakenOver: true })
        {
            AskWhetherAfterAll(by);
        }
        else
        {
            Tell(by, StandingForOthers(by), closes: true);
        }
    }

    /// <summary>For whoever has no part in the consult, or none any more.</summary>
    private Message StandingForOthers(PersonId by) => _consult.Stage switch
    {
        Stage.Withdrawn => RequestWithdrawn(),
        Stage.Unanswered unanswered when !_consult.IsDrill => NobodyAnswered(unanswered.At, isAsked: false),
        Stage.Asking or Stage.Proposed when OfferTo(by) is { Status: OfferStatus.Covered } => new Message.OthersAreAsked(),
        Stage.Asking or Stage.Proposed => new Message.DeclineAck(),
        Stage.Closed or Stage.Held or Stage.Unanswered => new Message.NoLongerNeeded(),
        Stage.Booked or Stage.Met or Stage.Missed => new Message.Covered(),
        _ => throw new InvalidOperationException($"Nothing to say of {_consult.Stage.GetType().Name}."),
    };

    private void TellOffered(Offer offer)
    {
        if (_consult.Stage is Stage.Proposed { ByConsultant: false } proposed && proposed.Consultant == offer.Person)
        {
            Tell(offer.Person, new Message.AskerProposes(AskerNameBeforeYes, proposed.Start, proposed.Until), ProposalQuestion(proposed.Start));
        }
        else if (_consult.Stage is Stage.Proposed { AtOnce: true } call && call.Consultant == offer.Person)
        {
            Tell(offer.Person, new Message.CallPassedOn(AskerNameBeforeYes, call.Until));
        }
        else if (offer.Counter is { } counter)
        {
            var until = _consult.Stage is Stage.Proposed other ? other.Until : HeldUntil(counter);
            Tell(offer.Person, new Message.CounterPassedOn(AskerNameBeforeYes, counter, until));
        }
        else
        {
            PutOfferAgain(offer.Person, OfferMessage);
        }
    }

    private void TellAskerStanding()
    {
        switch (_consult.Stage)
        {
            case Stage.Held:
                AskWhetherTheirs(again: true);
                break;
            case Stage.Asking:
                TellWhereItStands();
                break;
            case Stage.Proposed { ByConsultant: true } proposed:
                TellProposed(proposed);
                break;
            case Stage.Proposed proposed:
                TellAsker(new Message.ProposalSent(NameOf(proposed.Consultant), proposed.Start, proposed.Until));
                break;
            case Stage.Booked booked:
                TellBookedAsker(booked.Booking);
                break;
            case Stage.Missed missed:
                AskWhatNow(missed.Booking);
                break;
            case Stage.Met or Stage.Closed:
                TellAsker(new Message.ThankYou(), closes: true);
                break;
            case Stage.Withdrawn:
                TellAsker(_consult.PromiseAt is null ? new Message.HeldDropped() : new Message.WithdrawnAck(), closes: true);
                break;
            case Stage.Unanswered when _consult.IsDrill:
                TellAsker(new Message.DrillOver(UntakenEnd(), IsMailed: false), closes: true);
                break;
            case Stage.Unanswered:
                TellAsker(new Message.NoOneWasFree(_consult.Request.Kind, LineToCall(), null, UnlicensedState()), closes: true);
                break;
            default:
                throw new InvalidOperationException($"Nothing to say of {_consult.Stage.GetType().Name}.");
        }
    }
}
