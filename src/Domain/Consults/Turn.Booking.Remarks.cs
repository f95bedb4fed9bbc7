using System.Collections.Immutable;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>What either side says of a booking, before it begins, while it should be under way, and after it.</summary>
internal sealed partial class Turn
{
    /// <summary>People who talk a little before the time have still begun.</summary>
    private static readonly Duration EarlyStart = Duration.FromMinutes(15);

    /// <summary>Whoever is later than this needs another time.</summary>
    private static readonly Duration LatestArrival = Duration.FromHours(1);

    private bool BookedSays(ConsultEvent.Remarked remark, Booking booking)
    {
        var by = remark.By;
        switch (remark.What)
        {
            case Saying.AsksDetails or Saying.AsksWhereItStands or Saying.AsksWhatAbout when booking.End > now || IsWatched(booking):
                TellDetails(by, booking);
                return true;
            case Saying.AsksForCall when remark.Time is null && (booking.End > now || IsWatched(booking)):
                TellDetails(by, booking);
                return true;
            case Saying.NamesTime or Saying.AsksForCall when remark.Time is { } time && IsMovable(booking):
                return NameNewTime(by, (Stage.Booked)_consult.Stage, time);
            case Saying.NamesWindow when remark.Time is { } from && IsMovable(booking):
                return LetChooseNewTimeWithin(by, booking, from, remark.Until);
            case Saying.RunningLate when booking.End > now || IsWatched(booking):
                return PassOnLateness(by, booking, remark.Time);
            case Saying.CannotMakeIt when _consult.IsRisk && by == booking.Consultant:
                // Somebody may be unsafe: there is nothing to ask back.
                CalledOff(by);
                return true;
            case Saying.CannotMakeIt or Saying.NoLongerNeeded or Saying.ClientLeft or Saying.NamesTime or Saying.NamesWindow when booking.End > now:
                AskWhetherToCallOff(by, booking);
                return true;
            case Saying.SomeoneElse when by == Asker.Id && !HasBegun(booking):
                AskWhetherToCallOff(by, booking);
                return true;
            case Saying.Talking when now >= booking.Start - EarlyStart:
                return SaysTheyTalk(by, booking);
            default:
                return HasBegun(booking) && (by == Asker.Id ? AskerSaysAtStart(remark, booking) : ConsultantSaysAtStart(remark, booking));
        }
    }

    private bool HasBegun(Booking booking) => booking.Immediate || now >= booking.Start;

    private bool IsMovable(Booking booking) => !booking.Immediate && booking.Start > now;

    /// <summary>Time, how, who calls whom, and the other's number where that is known already: the consultant's from the start on.</summary>
    private void TellDetails(PersonId by, Booking booking)
    {
        var other = facts.Roster[OtherSide(by, booking)];
        var number = by == booking.Consultant || HasBegun(booking) ? other.Phone : (PhoneNumber?)null;
        Tell(
            by,
            new Message.BookingDetails(
                PersonName.Of(other), booking.Immediate ? null : booking.Start, _consult.Request.Modality, number, YouCall: by == booking.Consultant));
    }

    private bool LetChooseNewTimeWithin(PersonId by, Booking booking, Instant from, Instant? until)
    {
        var busy = BusyWithout(booking);
        var end = until ?? from + Duration.FromHours(1);
        var inside = FreeStarts(booking.Consultant, from, end, busy);
        var starts = inside.IsEmpty ? Nearest(booking.Consultant, from, end, busy) : inside;
        if (starts.IsEmpty)
        {
            Tell(by, new Message.NoFreeTime());
        }
        else
        {
            LetChooseNewTime(by, booking, [.. starts.Where(start => start != booking.Start)]);
        }

        return true;
    }

    private bool PassOnLateness(PersonId by, Booking booking, Instant? expected)
    {
        var other = OtherSide(by, booking);
        var at = expected > now && expected <= now + LatestArrival ? expected : null;
        Tell(other, new Message.RunsLate(NameOf(by), at));
        Tell(by, new Message.LatenessPassedOn(NameOf(other), at));
        return true;
    }

    private void AskWhetherToCallOff(PersonId by, Booking booking) => Tell(
        by,
        new Message.CallOffQuestion(NameOf(OtherSide(by, booking)), booking.Immediate ? null : booking.Start, IsMovable(booking)),
        Ask(
            Instant.Min(now + QuestionTimes.Confirmation, booking.End),
            [new Answer(AnswerKind.CallOff, booking.Start)],
            new Answer(AnswerKind.KeepAsItIs, booking.Start),
            takesTime: IsMovable(booking)));

    private bool AnswerCallOff(PersonId by, Answer answer)
    {
        if (answer.Kind == AnswerKind.KeepAsItIs)
        {
            // Where it stands is said next.
            return false;
        }

        switch (_consult.Stage)
        {
            case Stage.Asking or Stage.Proposed when by == Asker.Id && answer.At is null:
                AskerCallsOff();
                return true;
            case Stage.Booked { Booking: var booking } when IsParty(by, booking) && answer.At == booking.Start && booking.End > now && !IsTalkingAsked:
                CalledOff(by);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A risk is watched until the asker says that they talk; the consultant's word is welcome and not enough.</summary>
    private bool SaysTheyTalk(PersonId by, Booking booking)
    {
        if (_consult.IsRisk && by != Asker.Id)
        {
            Tell(by, new Message.AskerIsAsked(AskerName));
            return true;
        }

        SayTheyMet(by, booking);
        return true;
    }

    private bool AskerSaysAtStart(ConsultEvent.Remarked remark, Booking booking)
    {
        switch (remark.What)
        {
            case Saying.NoContact:
                AskerHearsNothing(booking);
                return true;
            case Saying.MissedTheirCall:
                AskToTryAgain(booking);
                TellAsker(new Message.AskedToTryAgain(NameOf(booking.Consultant), facts.Roster[booking.Consultant].Phone));
                return true;
            case Saying.TookPlace when !_consult.IsRisk:
                SayTheyMet(remark.By, booking);
                return true;
            case Saying.TookPlace or Saying.CutShort when IsWatched(booking):
                AskWhetherTalking();
                return true;
            case Saying.DidNotTakePlace:
                ItDidNotTakePlace(booking, remark.By);
                return true;
            case Saying.SomeoneElse when IsWatched(booking):
                NobodyCalled();
                return true;
            case Saying.CutShort:
                AskAfterCutShort(remark.By, booking);
                return true;
            case Saying.RatherNotSay:
                return RatherNotSayWhetherMet(remark.By);
            default:
                return false;
        }
    }

    private bool ConsultantSaysAtStart(ConsultEvent.Remarked remark, Booking booking)
    {
        var by = remark.By;
        switch (remark.What)
        {
            case Saying.NoContact or Saying.MissedTheirCall:
                TellAsker(new Message.TheyTried(NameOf(by), facts.Roster[by].Phone));
                Tell(by, new Message.TryOnceMore(AskerName, Asker.Phone));
                return true;
            case Saying.OnIt:
                Tell(by, new Message.AskerIsAsked(AskerName));
                return true;
            case Saying.TookPlace:
                return SaysTheyTalk(by, booking);
            case Saying.DidNotTakePlace:
                ItDidNotTakePlace(booking, by);
                return true;
            case Saying.CutShort when !IsWatched(booking):
                AskAfterCutShort(by, booking);
                return true;
            case Saying.RatherNotSay:
                return RatherNotSayWhetherMet(by);
            default:
                return false;
        }
    }

    /// <summary>Once, the other side is reminded. The second time, somebody else is asked or, for an appointment, the asker chooses what now.</summary>
    private void AskerHearsNothing(Booking booking)
    {
        if (_consult.Done.ContainsKey(Step.Nudged) || _consult.Done.ContainsKey(Step.DidYouMeet))
        {
            ItDidNotTakePlace(booking, Asker.Id);
            return;
        }

        MarkDone(Step.Nudged);
        AskToTryAgain(booking);
        TellAsker(new Message.OtherReminded(NameOf(booking.Consultant), _consult.IsRisk ? Practice.BackupLine : null));
    }

    private void AskToTryAgain(Booking booking) => Tell(booking.Consultant, new Message.WaitsForYou(AskerName, Asker.Phone));

    private void AskAfterCutShort(PersonId by, Booking booking)
    {
        if (!_consult.Done.ContainsKey(Step.DidYouMeet))
        {
            MarkDone(Step.DidYouMeet);
        }

        Tell(by, new Message.CutShort(NameOf(OtherSide(by, booking))), MetQuestion());
    }

    private bool RatherNotSayWhetherMet(PersonId by)
    {
        if (IsWatchedNow || !_consult.Done.ContainsKey(Step.DidYouMeet))
        {
            return false;
        }

        Tell(by, new Message.NotedClosed(), closes: true);
        return true;
    }

    private bool IsWatchedNow => _consult.Stage is Stage.Booked { Booking: var booking } && IsWatched(booking);

    private bool MetSays(ConsultEvent.Remarked remark)
    {
        var isAsked = _consult.Done.ContainsKey(Step.DidItHelp);
        switch (remark.What)
        {
            case Saying.Helped when isAsked:
                return AnswerHelped(remark.By, new Answer(AnswerKind.Helped));
            case Saying.Partly when isAsked:
                return AnswerHelped(remark.By, new Answer(AnswerKind.HelpedPartly));
            case Saying.StillStuck when isAsked:
                return AnswerHelped(remark.By, new Answer(AnswerKind.StillStuck));
            case Saying.StillStuck or Saying.NoContact or Saying.DidNotTakePlace or Saying.CutShort when _consult.IsRisk:
                TellAsker(new Message.StillStuckSupport(Kind.Risk, Practice.BackupLine));
                return true;
            case Saying.StillStuck when _consult.Request.Kind == Kind.Support:
                TellAsker(new Message.StillStuckSupport(Kind.Support, Practice.AssistanceLine));
                return true;
            case Saying.DidNotTakePlace or Saying.NoContact when !_consult.IsDrill && !isAsked:
                TheyMissed(BookingOf()!, Asker.Id);
                return true;
            case Saying.CutShort when !_consult.IsDrill && !isAsked:
                Enter(new Stage.Missed(BookingOf()!, now + facts.Policy.Tempo.MissedWait));
                AskWhatNow(until => new Message.CutShortWhatNow(until));
                return true;
            case Saying.StillStuck when !_consult.IsDrill:
                MarkDone(Step.DidItHelp);
                return AnswerHelped(remark.By, new Answer(AnswerKind.StillStuck));
            case Saying.ClientLeft or Saying.RatherNotSay or Saying.LeaveIt when isAsked || _consult.Done.ContainsKey(Step.SecondOpinion):
                if (_consult.IsDrill)
                {
                    return false;
                }

                TellAsker(new Message.NotedClosed(), closes: true);
                Close();
                return true;
            case Saying.ClientLeft or Saying.RatherNotSay:
                TellAsker(new Message.NotedClosed(), closes: true);
                return true;
            default:
                return false;
        }
    }

    private bool MissedSays(ConsultEvent.Remarked remark, Booking booking)
    {
        switch (remark.What)
        {
            case Saying.SamePerson:
                return AnswerWhatNow(remark.By, new Answer(AnswerKind.SamePersonAgain));
            case Saying.SomeoneElse:
                return AnswerWhatNow(remark.By, new Answer(AnswerKind.AskSomeoneElse));
            case Saying.Talking or Saying.TookPlace:
                SayTheyMet(remark.By, booking);
                CountLoad(booking.Consultant, booking.Start);
                return true;
            case Saying.LeaveIt or Saying.ClientLeft or Saying.RatherNotSay or Saying.NoLongerNeeded when !_consult.IsDrill:
                TellAsker(new Message.NotedClosed(), closes: true);
                Close();
                return true;
            default:
                return false;
        }
    }
}
