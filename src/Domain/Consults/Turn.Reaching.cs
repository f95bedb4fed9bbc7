using System.Collections.Immutable;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>People who cannot be reached, and the managers who are called in instead.</summary>
internal sealed partial class Turn
{
    public void NotReached(PersonId who, string? questionId)
    {
        if (_consult.Call is { TakenOver: false, Manager: { } manager } && manager == who)
        {
            Log(Happening.NotReached, who);
            CloseLetter(who);
            CallNextManager();
        }
        else if (AwaitedOf(who) is { } offer && (questionId == offer.QuestionId || IsProposedTo(who)))
        {
            OutOfReach(offer);
        }
        else if (who == Asker.Id && _consult.IsRisk && _consult.Stage is Stage.Asking or Stage.Proposed or Stage.Booked)
        {
            CallInForRisk(Happening.NotReached);
        }
    }

    /// <summary>The offer that somebody has still to answer.</summary>
    private Offer? AwaitedOf(PersonId who) =>
        _consult.Stage is Stage.Asking or Stage.Proposed && OfferTo(who) is { IsLive: true } offer ? offer : null;

    private bool IsProposedTo(PersonId who) => _consult.Stage is Stage.Proposed { ByConsultant: false } proposed && proposed.Consultant == who;

    /// <summary>What they were asked waits for no answer any more: their letter is free for something else.</summary>
    private void OutOfReach(Offer offer)
    {
        CloseLetter(offer.Person);
        Refused(offer, OfferStatus.NotReached);
    }

    public void OptedOut(PersonId who)
    {
        if (_consult.IsDrill)
        {
            AbandonDrill();
        }
        else if (who == Asker.Id)
        {
            AskerOptedOut();
        }
        else if (_consult.Stage is Stage.Booked { Booking: var booking } && booking.Consultant == who && booking.End > now)
        {
            CloseLetter(who);
            Reopen(booking, promise => new Message.ConsultantReleased(NameOf(who), promise));
        }
        else if (AwaitedOf(who) is { } offer)
        {
            OutOfReach(offer);
        }
        else
        {
            NotReached(who, null);
        }
    }

    /// <summary>The consult goes on by email; the other side learns how to reach them, and risk does not depend on an inbox.</summary>
    private void AskerOptedOut()
    {
        switch (_consult.Stage)
        {
            case Stage.Held:
                Withdraw();
                return;
            case Stage.Closed or Stage.Withdrawn or Stage.Unanswered or Stage.Met or Stage.Missed:
                return;
            case Stage.Booked { Booking: var booking }:
                Tell(booking.Consultant, new Message.OtherSideByEmail(AskerName, Asker.Phone));
                TellAsker(new Message.StillBooked(NameOf(booking.Consultant), booking.Immediate ? null : booking.Start));
                break;
        }

        if (_consult.IsRisk)
        {
            TellAsker(new Message.CrisisFirst(Practice.BackupLine));
            CallInForRisk(Happening.AskerOptedOut);
        }
        else
        {
            Log(Happening.AskerOptedOut, Asker.Id);
        }
    }

    /// <summary>Once in a consult: every further text that does not arrive tells nothing new.</summary>
    private void CallInForRisk(Happening why)
    {
        var isKnown = _consult.Timeline.Any(entry => entry.Person == Asker.Id && entry.What is Happening.NotReached or Happening.AskerOptedOut);
        Log(why, Asker.Id);
        if (!isKnown && ReachableManagers().FirstOrDefault() is { } manager)
        {
            Tell(manager.Id, new Message.RiskOutOfReach(AskerName, Asker.Phone), closes: AwaitedOf(manager.Id) is null);
            Log(Happening.ManagerCalledIn, manager.Id);
        }
    }

    /// <summary>Managers whom a text would reach now, in a stable order; one who asks is nobody's manager here.</summary>
    private IEnumerable<Person> ReachableManagers() =>
        from colleague in facts.Roster.Present
        let person = colleague.Person
        where person.Is(Roles.Manager) && person.Id != Asker.Id
        where colleague.Reach is { Consented: true, OptedOut: false }
        where MayBeTextedNow(colleague)
        orderby person.Name, person.Id.Value
        select person;

    private bool MayBeTextedNow(Colleague colleague) =>
        !facts.Policy.QuietHours.Covers(now, colleague.Person.Zone)
        || (!colleague.Reach.NightCallsOff && ((_consult.IsRisk && colleague.Person.WakeForRisk) || (_consult.IsNow && colleague.Person.WakeForNow)));

    /// <param name="missed">Somebody had said yes, and the call did not come about.</param>
    /// <returns>The manager who was called now or before; null when none can be now.</returns>
    private Person? CallInManager(bool missed = false) => _consult.Call?.Manager is { } called ? facts.Roster[called] : CallAnotherManager(missed);

    private Person? CallAnotherManager(bool missed = false)
    {
        var called = _consult.Call?.Called ?? [];

        // Whoever holds an offer of this consult is not asked to take it over too: one letter asks one thing.
        var manager = ReachableManagers().FirstOrDefault(person => !called.Contains(person.Id) && AwaitedOf(person.Id) is null);
        if (manager is null)
        {
            CallManagerInTheMorning(called);
            return null;
        }

        Log(Happening.ManagerCalledIn, manager.Id);
        if (_consult.PromiseAt is null)
        {
            // Nobody is asked before the phone has confirmed it, so there is nothing yet to take over.
            _consult = _consult with { Call = null };
            Tell(manager.Id, new Message.HeldRiskWaits(AskerName, Asker.Phone), closes: true);
            return manager;
        }

        _consult = _consult with
        {
            Call = new ManagerCall(
                manager.Id,
                now + facts.Policy.ManagerWait,
                called.Add(manager.Id),
                TakenOver: false,
                Lapses: now + QuestionTimes.ManagerCall,
                Missed: missed || (_consult.Call is { Missed: true } && _consult.Stage is not Stage.Unanswered)),
        };
        TellManagerCalled(manager.Id);
        return manager;
    }

    private void TellManagerCalled(PersonId manager)
    {
        var call = _consult.Call!;
        Tell(
            manager,
            new Message.ManagerCalledIn(AskerName, Asker.Phone, _consult.Request.Kind, call.Missed && _consult.Stage is not Stage.Unanswered),
            Ask(call.Lapses ?? now + QuestionTimes.ManagerCall, [new Answer(AnswerKind.TakesItOver)], new Answer(AnswerKind.CannotTakeItOver), new Answer(AnswerKind.TakesItOver)));
    }

    /// <summary>Managers who never answered: nothing is asked of them any more.</summary>
    private void ManagerCallsLapse()
    {
        var call = _consult.Call!;
        CloseManagers(call.Called);
        _consult = _consult with { Call = call with { Lapses = null } };
    }

    /// <summary>In a stable order.</summary>
    private void CloseManagers(IEnumerable<PersonId> called)
    {
        foreach (var manager in called.OrderBy(person => person.Value, StringComparer.Ordinal))
        {
            CloseLetter(manager);
        }
    }

    /// <summary>A manager who sleeps now still learns of it, as soon as their night is over.</summary>
    private void CallManagerInTheMorning(ImmutableHashSet<PersonId> called)
    {
        var mornings =
            from colleague in facts.Roster.Present
            where colleague.Person.Is(Roles.Manager) && colleague.Id != Asker.Id && !called.Contains(colleague.Id)
            where colleague.Reach is { Consented: true, OptedOut: false } && !MayBeTextedNow(colleague)
            select facts.Policy.QuietHours.NextAllowed(now, colleague.Person.Zone);
        var first = mornings.Order().Cast<Instant?>().FirstOrDefault();
        _consult = _consult with
        {
            Call = new ManagerCall(null, first, called, TakenOver: false, Lapses: called.IsEmpty ? null : _consult.Call?.Lapses, Missed: _consult.Call is { Missed: true }),
        };
    }

    private void CallNextManager()
    {
        // Whoever was promised and did not answer leaves the clinician with the backup line; one who was asleep was never promised.
        var promised = _consult.Call is { Promised: true };
        if (CallAnotherManager() is not null)
        {
            _consult = _consult with { Call = _consult.Call is { } call ? call with { Promised = promised } : null };
        }
        else if (promised)
        {
            TellAsker(new Message.ManagerNotReached(Practice.BackupLine), closes: true);
        }
    }

    private void EndManagerCall(Message message)
    {
        if (_consult.Call is not { TakenOver: false } call)
        {
            return;
        }

        if (call.Manager is { } manager)
        {
            Tell(manager, message, closes: true);
        }

        CloseManagers(call.Called.Where(called => called != call.Manager));
        _consult = _consult with { Call = null };
    }

    private bool AnswerManagerCall(PersonId by, Answer answer)
    {
        if (_consult.Call is not { TakenOver: false } call || !call.Called.Contains(by))
        {
            return false;
        }

        if (answer.Kind == AnswerKind.TakesItOver)
        {
            _consult = _consult with { Call = call with { Manager = by, Until = null, TakenOver = true, Lapses = null } };
            CloseManagers(call.Called.Remove(by));
            Log(Happening.ManagerTookOver, by);
            Tell(by, new Message.TakeOverAck(AskerName, Asker.Phone), closes: true);
            TellAsker(new Message.ManagerTakesOver(NameOf(by)), closes: _consult.Stage is Stage.Unanswered);
        }
        else
        {
            var told = _effects.Count;
            if (call.Manager == by)
            {
                CallNextManager();
            }

            var isAnotherAsked = _consult.Call is { Manager: { } next } && next != by;
            _effects.Insert(told, new Effect.Tell(by, new Message.ManagerDeclineAck(isAnotherAsked), Closes: true));
        }

        return true;
    }
}
