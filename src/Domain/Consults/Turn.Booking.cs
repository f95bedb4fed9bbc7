using System.Collections.Immutable;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Consults;

/// <summary>From yes to the consult itself: booking, moving, reminding, and giving it up again.</summary>
internal sealed partial class Turn
{
    /// <summary>Calendars are kept in cells of this length; source of the design's slot table.</summary>
    private static readonly Duration Cell = Duration.FromMinutes(5);

    private bool TimeIsTaken(PersonId consultant, Instant start, Booking? except = null, bool immediate = false) =>
        ReservationsFor(new Booking(consultant, start, Pace.Length, immediate, now, Attempt: 0)).Any(wanted =>
            (except is null ? _busy : BusyWithout(except)).Overlaps(wanted.Person, wanted.From, wanted.To));

    private Busy BusyWithout(Booking booking) =>
        ReservationsFor(booking).Aggregate(_busy, (busy, free) => busy.Without(free.Person, free.From, free.To));

    /// <summary>In both calendars; a drill leaves the manager's own alone.</summary>
    private ImmutableArray<Reservation> ReservationsFor(Booking booking)
    {
        var time = ReservedTime(booking, facts.Policy);
        var consultants = new Reservation(booking.Consultant, time.Start, time.End, _consult.Id, booking.Attempt);
        return _consult.IsDrill ? [consultants] : [consultants, consultants with { Person = Asker.Id }];
    }

    /// <summary>Whole cells, with the buffer before and after an appointment; a call within ten minutes has no time for one.</summary>
    internal static Interval ReservedTime(Booking booking, Policy policy)
    {
        var buffer = booking.Immediate ? Duration.Zero : policy.Buffer;
        return new Interval(Floor(booking.Start - buffer), Floor(booking.End + buffer + Cell - Duration.Epsilon));
    }

    private static Instant Floor(Instant at)
    {
        var ticks = at.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (ticks % (long)Cell.TotalTicks));
    }

    private ImmutableArray<Instant> StartsWith(PersonId consultant)
    {
        var only = facts.Roster.Find(consultant) is { } colleague ? new[] { colleague } : [];
        var match = Matcher.Find(Need([]), only, _busy, facts.Policy, now);
        return match.Candidates.IsEmpty ? [] : match.Candidates[0].Starts;
    }

    private void Book(PersonId consultant, Instant start, bool immediate)
    {
        var attempt = _consult.Attempt + 1;
        var booking = new Booking(consultant, start, Pace.Length, immediate, now, attempt);
        SetOffer(consultant, OfferStatus.Accepted);
        _consult = _consult with { Attempt = attempt, Done = ImmutableDictionary<Step, Instant>.Empty };
        Enter(new Stage.Booked(booking, null));
        Log(Happening.Booked, consultant, start);
        _reserve.AddRange(ReservationsFor(booking));
        TellBookedAsker(booking);
        TellBookedConsultant(booking);
        MailInvites(booking, BookedForAsker(booking), BookedForConsultant(booking), cancelled: false);
        CoverOthers(new Message.Covered(), except: consultant);
        EndManagerCall(new Message.Covered());
        CountLoad(consultant, start);
    }

    private void TellBookedAsker(Booking booking) => TellAsker(BookedForAsker(booking));

    private void TellBookedConsultant(Booking booking) => Tell(booking.Consultant, BookedForConsultant(booking));

    private Message.BookedForAsker BookedForAsker(Booking booking) => new(
        NameOf(booking.Consultant), booking.Immediate ? null : booking.Start, _consult.Request.Modality);

    private Message.BookedForConsultant BookedForConsultant(Booking booking) => new(
        AskerName, Asker.Phone, booking.Immediate ? null : booking.Start, _consult.Request.Modality);

    /// <summary>A call within ten minutes is no calendar entry.</summary>
    private void MailInvites(Booking booking, Message toAsker, Message toConsultant, bool cancelled)
    {
        if (booking.Immediate)
        {
            return;
        }

        foreach (var (to, message, other) in new[]
        {
            (Asker.Id, toAsker, booking.Consultant),
            (booking.Consultant, toConsultant, Asker.Id),
        })
        {
            // A cancellation outranks the entry that it takes away.
            var sequence = (2 * booking.Attempt) + (cancelled ? 1 : 0);
            _effects.Add(new Effect.MailInvite(to, message, other, booking.Start, booking.End, _consult.Request.Modality, sequence, cancelled));
        }
    }

    private void Release(Booking booking)
    {
        _effects.AddRange(ReservationsFor(booking).Select(reservation => new Effect.ReleaseSlots(reservation)));
        _busy = BusyWithout(booking);
        CountLoad(booking.Consultant, null);
        if (booking.End > now)
        {
            MailInvites(
                booking,
                new Message.CalledOff(NameOf(booking.Consultant), booking.Start),
                new Message.CalledOff(AskerName, booking.Start),
                cancelled: true);
        }
    }

    /// <summary>The consultant is out; the asker hears it without a reason, with a new promise, and others are asked.</summary>
    /// <param name="toAsker">With the new promise; null where nobody else can be asked, and "no one was free" follows.</param>
    private void Reopen(Booking booking, Func<Instant?, Message?> toAsker)
    {
        Release(booking);
        _effects.Add(new Effect.RevokeLink(booking.Consultant));
        SetOffer(booking.Consultant, OfferStatus.Released);
        _consult = _consult with { Done = ImmutableDictionary<Step, Instant>.Empty };
        StartPromise();
        Enter(new Stage.Asking(null));
        Log(Happening.Released, booking.Consultant);
        var told = _effects.Count;
        AskWave();
        if (toAsker(_consult.Stage is Stage.Asking ? _consult.PromiseAt : null) is { } message)
        {
            _effects.Insert(told, new Effect.Tell(Asker.Id, message));
        }
    }

    private static bool IsParty(PersonId person, Person asker, Booking booking) => person == asker.Id || person == booking.Consultant;

    private bool IsParty(PersonId person, Booking booking) => IsParty(person, Asker, booking);

    private PersonId OtherSide(PersonId of, Booking booking) => of == Asker.Id ? booking.Consultant : Asker.Id;

    public void CalledOff(PersonId by)
    {
        if (by == Asker.Id)
        {
            AskerCallsOff();
        }
        else if (_consult.Stage is Stage.Booked { Booking: var booking } && booking.Consultant == by)
        {
            if (booking.End <= now)
            {
                ItDidNotTakePlace(booking, by);
                return;
            }

            Tell(by, new Message.ReleaseAck(), closes: true);
            Reopen(booking, promise => new Message.ConsultantReleased(NameOf(by), promise));
        }
        else if (_consult.Stage is Stage.Asking or Stage.Proposed && OfferTo(by) is { IsLive: true } offer)
        {
            Decline(offer);
        }
        else if (!AnswerManagerCall(by, new Answer(AnswerKind.CannotTakeItOver)) && !AnswerLate(by, new Answer(AnswerKind.Decline)))
        {
            TellStanding(by);
        }
    }

    public void SteppedOut(PersonId by)
    {
        // The words are the same as for calling off: nobody learns that a client was recognised.
        if (by == Asker.Id)
        {
            TellStanding(by);
        }
        else
        {
            CalledOff(by);
        }
    }

    private void AskerCallsOff()
    {
        switch (_consult.Stage)
        {
            case Stage.Held:
                DiscardHeld();
                break;
            case Stage.Asking or Stage.Proposed:
                TellAsker(new Message.WithdrawnAck(), closes: true);
                CoverOthers(RequestWithdrawn());
                Enter(new Stage.Withdrawn(now));
                Log(Happening.Withdrawn);
                EndManagerCall(new Message.RequestWithdrawn(AskerName));
                break;
            case Stage.Booked { Booking: var booking } when booking.End > now:
                TellAsker(new Message.WithdrawnAck(), closes: true);
                WithdrawBooked(booking);
                break;
            case Stage.Booked or Stage.Met or Stage.Missed:
                TellAsker(new Message.ThankYou(), closes: true);
                Close();
                break;
            default:
                TellAskerStanding();
                break;
        }
    }

    private void WithdrawBooked(Booking booking)
    {
        Tell(booking.Consultant, new Message.CalledOff(AskerName, booking.Immediate ? null : booking.Start), closes: true);
        Release(booking);
        _effects.Add(new Effect.RevokeLink(booking.Consultant));
        Enter(new Stage.Withdrawn(now));
        Log(Happening.Withdrawn);
    }

    public void OtherTimeAsked(PersonId by)
    {
        if (_consult.Stage is not Stage.Booked { Booking: { Immediate: false } booking } || booking.Start <= now || !IsParty(by, booking))
        {
            TellStanding(by);
            return;
        }

        LetChooseNewTime(by, booking, StartsWith(booking.Consultant));
    }

    private void LetChooseNewTime(PersonId by, Booking booking, ImmutableArray<Instant> starts)
    {
        var until = Instant.Min(now + Pace.Hold, booking.Start);
        Enter(new Stage.Booked(booking, new Move(by, null, until)));
        Log(Happening.MoveAsked, by);
        PutNewTimes(by, booking, starts, until);
    }

    private void PutNewTimes(PersonId by, Booking booking, ImmutableArray<Instant> starts, Instant until) => Tell(
        by,
        new Message.ChooseNewTime(NameOf(OtherSide(by, booking)), booking.Start, starts, until),
        Ask(until, [.. starts.Select(start => new Answer(AnswerKind.MoveTo, start))], new Answer(AnswerKind.KeepTime), takesTime: true));

    private bool AnswerMove(PersonId by, Answer answer)
    {
        if (_consult.Stage is not Stage.Booked { Move: { } move } booked || by != move.By)
        {
            return false;
        }

        if (answer.Kind == AnswerKind.MoveTo)
        {
            return NameNewTime(by, booked, answer.At!.Value);
        }

        KeepTime();
        return true;
    }

    private bool NameNewTime(PersonId by, Stage.Booked booked, Instant start)
    {
        var booking = booked.Booking;
        var trouble = start <= now ? TimeTrouble.Past
            : start > now + facts.Policy.Tempo.FurthestCounter ? TimeTrouble.TooLate
            : TimeIsTaken(booking.Consultant, start, except: booking) ? TimeTrouble.Taken
            : (TimeTrouble?)null;
        if (trouble is { } reason)
        {
            Tell(by, new Message.TimeImpossible(start, reason));
            return true;
        }

        var other = OtherSide(by, booking);
        var until = Instant.Max(now + Duration.FromMinutes(1), Instant.Min(now + Pace.Hold, booking.Start));
        Enter(booked with { Move = new Move(by, start, until) });
        Log(Happening.TimeProposed, by, start);
        Tell(by, new Message.MovePassedOn(NameOf(other), start, until));
        PutMove(other, booking, (Stage.Booked)_consult.Stage);
        return true;
    }

    private void PutMove(PersonId to, Booking booking, Stage.Booked booked)
    {
        var start = booked.Move!.Start!.Value;
        Tell(to, new Message.MoveAsked(NameOf(booked.Move.By), booking.Start, start, booked.Move.Until), ProposalQuestion(start));
    }

    private bool AnswerMoveProposal(Stage.Booked booked, Move move, Answer answer)
    {
        if (answer.At != move.Start)
        {
            return false;
        }

        if (answer.Kind == AnswerKind.Refuse || move.Start <= now || TimeIsTaken(booked.Booking.Consultant, move.Start!.Value, except: booked.Booking))
        {
            KeepTime();
            return true;
        }

        var old = booked.Booking;
        var moved = old with { Start = move.Start!.Value, BookedAt = now, Attempt = _consult.Attempt + 1 };
        _consult = _consult with { Attempt = moved.Attempt, Done = ImmutableDictionary<Step, Instant>.Empty };
        Enter(new Stage.Booked(moved, null));
        Log(Happening.Moved, null, moved.Start);
        TellAsker(new Message.Moved(NameOf(moved.Consultant), moved.Start));
        Tell(moved.Consultant, new Message.Moved(AskerName, moved.Start));
        ReserveMove(old, moved);
        CountLoad(moved.Consultant, moved.Start);
        MailInvites(moved, new Message.Moved(NameOf(moved.Consultant), moved.Start), new Message.Moved(AskerName, moved.Start), cancelled: false);
        return true;
    }

    /// <summary>
    /// A consult may move into time that it holds itself. Only what it does not hold yet can be reserved, and only what it will not use is let go.
    /// </summary>
    private void ReserveMove(Booking old, Booking moved)
    {
        foreach (var (held, wanted) in ReservationsFor(old).Zip(ReservationsFor(moved)))
        {
            _reserve.AddRange(Without(wanted, held));
            _effects.AddRange(Without(held, wanted).Select(rest => new Effect.ReleaseSlots(rest)));
        }
    }

    private static IEnumerable<Reservation> Without(Reservation all, Reservation part)
    {
        if (part.To <= all.From || all.To <= part.From)
        {
            return [all];
        }

        return new[] { all with { To = part.From }, all with { From = part.To } }.Where(rest => rest.From < rest.To);
    }

    /// <summary>The new time was not agreed in time, or not wanted: the old one stands, and both hear it.</summary>
    private void KeepTime()
    {
        var booked = (Stage.Booked)_consult.Stage;
        var booking = booked.Booking;
        Enter(booked with { Move = null });
        Log(Happening.TimeKept, null, booking.Start);
        var by = booked.Move!.By;
        var other = OtherSide(by, booking);
        Tell(by, new Message.TimeKept(NameOf(other), booking.Start));
        if (booked.Move.Start is not null)
        {
            Tell(other, new Message.TimeKept(NameOf(by), booking.Start));
        }
    }

    private void Remind(Step step, bool toAsker)
    {
        var booking = ((Stage.Booked)_consult.Stage).Booking;
        MarkDone(step);
        Tell(
            toAsker ? Asker.Id : booking.Consultant,
            new Message.Reminder(toAsker ? NameOf(booking.Consultant) : AskerName, booking.Start, _consult.Request.Modality));
    }

    private void TellHowToConnect()
    {
        var booking = ((Stage.Booked)_consult.Stage).Booking;
        var consultant = facts.Roster[booking.Consultant];
        var modality = _consult.Request.Modality;
        MarkDone(Step.Start);
        TellAsker(new Message.StartNow(PersonName.Of(consultant), consultant.Phone, modality, YouCall: false));
        Tell(consultant.Id, new Message.StartNow(AskerName, Asker.Phone, modality, YouCall: true));
        if (_consult.Request.Kind == Kind.Observation)
        {
            AskForConsentAgain(booking);
        }
    }

    private void AskForConsentAgain(Booking booking)
    {
        var stands = new Answer(AnswerKind.ConsentStands);
        TellAsker(
            new Message.ConsentAgain(NameOf(booking.Consultant)), Ask(booking.End, [stands], new Answer(AnswerKind.ConsentWithdrawn), stands));
    }

    private bool AnswerConsent(PersonId by, Answer answer)
    {
        if (_consult.Stage is not Stage.Booked { Booking: var booking } || by != Asker.Id || _consult.Request.Kind != Kind.Observation)
        {
            return false;
        }

        if (answer.Kind == AnswerKind.ConsentStands)
        {
            MarkDone(Step.ConsentSettled);
            TellAsker(new Message.ThankYou());
        }
        else
        {
            TellAsker(new Message.WithdrawnAck(), closes: true);
            WithdrawBooked(booking);
        }

        return true;
    }
}
