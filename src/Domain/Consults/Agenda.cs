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
    OffersLapse,
    DayBeforeForAsker,
    DayBeforeForConsultant,
    HourBeforeForAsker,
    HourBeforeForConsultant,
    Start,
    TalkingYet,
    TalkingYetSilence,
    DidYouMeet,
    DidYouMeetLapses,
    Evening,
    EveningLapses,
    DidItHelp,
    LeaveMissed,
    Close,
    NextManager,
    ManagerCallsLapse,
    LateAnswersLapse,
    AskAgain,
    TellOfNotes,
    Forget,
}

/// <summary>Reads off a consult what falls due when. Every stage that waits for somebody has an entry, so that nothing waits for ever.</summary>
internal static class Agenda
{
    private static readonly Duration DayBefore = Duration.FromDays(1);
    private static readonly Duration HourBefore = Duration.FromHours(1);

    /// <summary>Whoever writes several notes in a row has the other side told of the first and, later, of the rest.</summary>
    private static readonly Duration NotesApart = Duration.FromMinutes(15);

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
            Stage.Proposed { ByConsultant: true } proposed => OfProposed(consult, proposed),
            Stage.Proposed proposed => [(consult.PromiseAt!.Value, AgendaItem.Promise), (proposed.Until, AgendaItem.ProposalLapses)],
            Stage.Booked booked => OfBooked(consult, booked, facts),
            Stage.Met met => OfFollowUp(consult, met.Booking, facts),
            Stage.Missed missed => [(missed.Until, AgendaItem.LeaveMissed)],
            Stage.Unanswered unanswered => OfUnanswered(consult, unanswered, facts),
            Stage.Closed closed => [(Kept(closed.At, facts), AgendaItem.Forget)],
            Stage.Withdrawn withdrawn => [(Kept(withdrawn.At, facts), AgendaItem.Forget)],
            _ => throw new InvalidOperationException($"No agenda for {consult.Stage.GetType().Name}."),
        };
        return own.Concat(OfManagerCall(consult)).Concat(OfOffers(consult)).Concat(OfNotes(consult, facts));
    }

    private static IEnumerable<(Instant, AgendaItem)> OfOffers(Consult consult) => consult.Stage is Stage.Asking or Stage.Proposed
        ? consult.Offers.Where(offer => offer is { IsLive: true, AskAgainAt: not null }).Select(offer => (offer.AskAgainAt!.Value, AgendaItem.AskAgain))
        : [];

    private static IEnumerable<(Instant, AgendaItem)> OfNotes(Consult consult, Facts facts) =>
        NotesDue(consult, facts) is { } due ? [(due, AgendaItem.TellOfNotes)] : [];

    /// <summary>When the next side is told that the other wrote something; null when nobody is.</summary>
    public static Instant? NotesDue(Consult consult, Facts facts) =>
        UntoldNotes(consult, facts).Select(untold => (Instant?)untold.At).Min();

    /// <summary>Who has not been told of what the other side wrote since the yes, and when they are told: one text a side and quarter of an hour, not at night.</summary>
    public static IEnumerable<(PersonId To, Instant At)> UntoldNotes(Consult consult, Facts facts)
    {
        var (booking, isOn) = consult.Stage switch
        {
            Stage.Booked booked => (booked.Booking, true),
            Stage.Met met => (met.Booking, true),
            _ => (null, false),
        };
        if (!isOn || consult.IsDrill)
        {
            yield break;
        }

        foreach (var (to, by) in new[] { (consult.Request.Asker, booking!.Consultant), (booking.Consultant, consult.Request.Asker) })
        {
            var question = by == consult.Request.Asker ? consult.QuestionAt : null;
            var told = consult.ToldOfNotes.TryGetValue(to, out var at) ? at : (Instant?)null;
            var known = told is null ? booking.BookedAt : Instant.Max(told.Value, booking.BookedAt);
            var written = consult.Notes.Where(note => note.By == by && note.Page).Select(note => (Instant?)note.At).Append(question).Max();
            if (written > known)
            {
                var earliest = told is { } last ? Instant.Max(written.Value, last + NotesApart) : written.Value;
                yield return (to, consult.IsRisk || booking.Immediate ? earliest : facts.Policy.QuietHours.NextAllowed(earliest, facts.Roster[to].Zone));
            }
        }
    }

    private static IEnumerable<(Instant, AgendaItem)> OfManagerCall(Consult consult)
    {
        if (consult.Call is { TakenOver: false, Until: { } until })
        {
            yield return (until, AgendaItem.NextManager);
        }

        if (consult.Call is { TakenOver: false, Lapses: { } lapses })
        {
            yield return (lapses, AgendaItem.ManagerCallsLapse);
        }
    }

    private static IEnumerable<(Instant, AgendaItem)> OfProposed(Consult consult, Stage.Proposed proposed)
    {
        if (consult.Offers.Any(offer => offer.Status == OfferStatus.Open))
        {
            yield return (consult.PromiseAt!.Value, AgendaItem.OffersLapse);
        }

        yield return (proposed.Until, AgendaItem.ProposalLapses);
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
        else if (!consult.Done.TryGetValue(Step.DidYouMeet, out var askedWhetherMet))
        {
            yield return (policy.QuietHours.NextAllowed(booking.End + policy.Tempo.AfterTheEnd, asker), AgendaItem.DidYouMeet);
        }
        else if (!consult.Done.ContainsKey(Step.DidYouMeetLapsed))
        {
            yield return (askedWhetherMet + policy.Tempo.DidYouMeetWait, AgendaItem.DidYouMeetLapses);
        }

        foreach (var item in OfFollowUp(consult, booking, facts))
        {
            yield return item;
        }
    }

    private static IEnumerable<(Instant, AgendaItem)> OfFollowUp(Consult consult, Booking booking, Facts facts)
    {
        var zone = facts.Roster[consult.Request.Asker].Zone;
        foreach (var item in OfEvening(consult, booking.End, facts))
        {
            yield return item;
        }

        var (policy, tempo) = (facts.Policy, facts.Policy.Tempo);
        yield return consult.Done.TryGetValue(Step.DidItHelp, out var asked)
            ? (consult.Done.GetValueOrDefault(Step.SecondOpinion, asked) + tempo.LastQuestionWait, AgendaItem.Close)
            : (policy.QuietHours.NextAllowed(booking.Start + (tempo.FollowUpAfter ?? Duration.FromDays(policy.FollowUpDays)), zone), AgendaItem.DidItHelp);
    }

    private static IEnumerable<(Instant, AgendaItem)> OfUnanswered(Consult consult, Stage.Unanswered unanswered, Facts facts)
    {
        if (consult.Done.TryGetValue(Step.LateAnswer, out var asked))
        {
            yield return (asked + QuestionTimes.LateAnswer, AgendaItem.LateAnswersLapse);
        }

        foreach (var item in OfEvening(consult, unanswered.At, facts))
        {
            yield return item;
        }

        yield return (Kept(unanswered.At, facts), AgendaItem.Forget);
    }

    private static IEnumerable<(Instant, AgendaItem)> OfEvening(Consult consult, Instant after, Facts facts)
    {
        var policy = facts.Policy;
        if (consult.IsRisk && !consult.Done.ContainsKey(Step.Evening))
        {
            var zone = facts.Roster[consult.Request.Asker].Zone;
            yield return (Evening.CheckInAfter(after, policy.EveningCheckIn, policy.QuietHours, zone), AgendaItem.Evening);
        }
        else if (consult.EveningAskedAt is { } asked)
        {
            yield return (asked + QuestionTimes.Evening, AgendaItem.EveningLapses);
        }
    }

    private static Instant Kept(Instant closed, Facts facts) => closed + Duration.FromDays(facts.Policy.KeepDays);
}
