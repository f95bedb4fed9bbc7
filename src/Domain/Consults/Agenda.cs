using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Consults;

/// <summary>What falls due in a consult by itself.</summary>
internal enum AgendaItem
{
    AskHeldAgain,
    TellManagerOfHeldRisk,
    DropHeld,
    NextWave,
    Promise,
    ProposalLapses,
    MoveLapses,
    DayBeforeForAsker,
    DayBeforeForConsultant,
    HourBeforeForAsker,
    HourBeforeForConsultant,
    Start,
    TalkingYet,
    TalkingYetSilence,
    DidYouMeet,
    Evening,
    DidItHelp,
    LeaveMissed,
    Close,
    NextManager,
    Forget,
}

/// <summary>Reads off a consult what falls due when. Every stage that waits for somebody has an entry, so that nothing waits for ever.</summary>
internal static class Agenda
{
    private static readonly Duration DayBefore = Duration.FromDays(1);
    private static readonly Duration HourBefore = Duration.FromHours(1);

    /// <summary>A reminder for a time that was only just agreed would tell people what they know.</summary>
    private static readonly Duration FreshlyBooked = Duration.FromMinutes(30);

    public static (Instant At, AgendaItem Item)? Next(Consult consult, Facts facts)
    {
        (Instant At, AgendaItem Item)? next = null;
        foreach (var item in Of(consult, facts))
        {
            if (next is null || item.At < next.Value.At)
            {
                next = item;
            }
        }

        return next;
    }

    /// <remarks>
    /// Of what falls due at once, what ends the search comes before what goes on with it: nobody is asked only to be told that it is over.
    /// </remarks>
    public static IEnumerable<(Instant At, AgendaItem Item)> Of(Consult consult, Facts facts)
    {
        if (consult.Over)
        {
            return [];
        }

        var own = consult.Stage switch
        {
            Stage.Held held => OfHeld(consult, held, facts.Policy),
            Stage.Asking asking => OfAsking(consult, asking),
            // A consultant's time is a name: with it, the promise is kept, and the asker has as long as was said to take it.
            Stage.Proposed { ByConsultant: true } proposed => [(proposed.Until, AgendaItem.ProposalLapses)],
            Stage.Proposed proposed => [(consult.PromiseAt!.Value, AgendaItem.Promise), (proposed.Until, AgendaItem.ProposalLapses)],
            Stage.Booked booked => OfBooked(consult, booked, facts),
            Stage.Met met => OfFollowUp(consult, met.Booking, facts),
            Stage.Missed missed => [(missed.Until, AgendaItem.LeaveMissed)],
            Stage.Unanswered unanswered => OfUnanswered(consult, unanswered, facts),
            Stage.Closed closed => [(Kept(closed.At, facts), AgendaItem.Forget)],
            Stage.Withdrawn withdrawn => [(Kept(withdrawn.At, facts), AgendaItem.Forget)],
            _ => throw new InvalidOperationException($"No agenda for {consult.Stage.GetType().Name}."),
        };
        return consult.Call is { TakenOver: false, Until: { } until } ? own.Append((until, AgendaItem.NextManager)) : own;
    }

    private static IEnumerable<(Instant, AgendaItem)> OfHeld(Consult consult, Stage.Held held, Policy policy)
    {
        if (consult.IsRisk && !held.AskedAgain)
        {
            yield return (held.Since + policy.HeldRiskAgainAfter, AgendaItem.AskHeldAgain);
        }

        if (consult.IsRisk && !held.ManagerTold)
        {
            yield return (held.Since + policy.HeldRiskManagerAfter, AgendaItem.TellManagerOfHeldRisk);
        }

        yield return (held.Since + policy.HeldFor, AgendaItem.DropHeld);
    }

    private static IEnumerable<(Instant, AgendaItem)> OfAsking(Consult consult, Stage.Asking asking)
    {
        yield return (consult.PromiseAt!.Value, AgendaItem.Promise);
        if (asking.NextWaveAt is { } wave)
        {
            yield return (wave, AgendaItem.NextWave);
        }
    }

    private static IEnumerable<(Instant, AgendaItem)> OfBooked(Consult consult, Stage.Booked booked, Facts facts)
    {
        var booking = booked.Booking;
        var policy = facts.Policy;
        var asker = facts.Roster[consult.Request.Asker].Zone;
        var consultant = facts.Roster[booking.Consultant].Zone;
        if (booked.Move is { } move)
        {
            yield return (move.Until, AgendaItem.MoveLapses);
        }

        if (!booking.Immediate)
        {
            foreach (var (step, task, before, zone) in new[]
            {
                (Step.DayBeforeForAsker, AgendaItem.DayBeforeForAsker, DayBefore, asker),
                (Step.DayBeforeForConsultant, AgendaItem.DayBeforeForConsultant, DayBefore, consultant),
                (Step.HourBeforeForAsker, AgendaItem.HourBeforeForAsker, HourBefore, asker),
                (Step.HourBeforeForConsultant, AgendaItem.HourBeforeForConsultant, HourBefore, consultant),
            })
            {
                var at = policy.QuietHours.LastAllowed(booking.Start - before, zone);
                if (!consult.Done.ContainsKey(step) && at >= booking.BookedAt + FreshlyBooked)
                {
                    yield return (at, task);
                }
            }

            if (!consult.Done.ContainsKey(Step.Start))
            {
                yield return (booking.Start, AgendaItem.Start);
            }
        }

        if (booking.Immediate || consult.IsRisk)
        {
            yield return consult.Done.TryGetValue(Step.TalkingYet, out var asked)
                ? (asked + policy.TalkingYetWait, AgendaItem.TalkingYetSilence)
                : (booking.Start + policy.TalkingYetAfter, AgendaItem.TalkingYet);
        }
        else if (!consult.Done.ContainsKey(Step.DidYouMeet))
        {
            yield return (policy.QuietHours.NextAllowed(booking.End + policy.Tempo.AfterTheEnd, asker), AgendaItem.DidYouMeet);
        }

        foreach (var item in OfFollowUp(consult, booking, facts))
        {
            yield return item;
        }
    }

    private static IEnumerable<(Instant, AgendaItem)> OfFollowUp(Consult consult, Booking booking, Facts facts)
    {
        var zone = facts.Roster[consult.Request.Asker].Zone;
        if (consult.IsRisk && !consult.Done.ContainsKey(Step.Evening))
        {
            yield return (EveningAfter(booking.End, zone, facts.Policy), AgendaItem.Evening);
        }

        var (policy, tempo) = (facts.Policy, facts.Policy.Tempo);
        yield return consult.Done.TryGetValue(Step.DidItHelp, out var asked)
            ? (asked + tempo.LastQuestionWait, AgendaItem.Close)
            : (policy.QuietHours.NextAllowed(booking.Start + (tempo.FollowUpAfter ?? Duration.FromDays(policy.FollowUpDays)), zone), AgendaItem.DidItHelp);
    }

    private static IEnumerable<(Instant, AgendaItem)> OfUnanswered(Consult consult, Stage.Unanswered unanswered, Facts facts)
    {
        if (consult.IsRisk && !consult.Done.ContainsKey(Step.Evening))
        {
            yield return (EveningAfter(unanswered.At, facts.Roster[consult.Request.Asker].Zone, facts.Policy), AgendaItem.Evening);
        }

        yield return (Kept(unanswered.At, facts), AgendaItem.Forget);
    }

    private static Instant EveningAfter(Instant at, DateTimeZone zone, Policy policy) =>
        Evening.CheckInAfter(at, policy.EveningCheckIn, policy.QuietHours, zone);

    private static Instant Kept(Instant closed, Facts facts) => closed + Duration.FromDays(facts.Policy.KeepDays);
}
