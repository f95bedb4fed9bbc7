using System.Collections.Immutable;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>What is said while colleagues are asked: by the asker, who waits, and by whoever has an offer.</summary>
internal sealed partial class Turn
{
    /// <summary>"Let me check" without a time: long enough to leave a session, short enough that the asker does not wait for it.</summary>
    private static readonly Duration PauseUnsaid = Duration.FromMinutes(15);

    /// <summary>A shorter pause than this is none: by the time that it is read, it is over.</summary>
    private static readonly Duration LeastPause = Duration.FromMinutes(2);

    /// <summary>Start times that a window is turned into. A day has 96 quarter hours.</summary>
    private const int MostWindowStarts = 96;

    /// <summary>"The nearest" to a window is looked for this long after it.</summary>
    private static readonly Duration NearestWithin = Duration.FromDays(2);

    private bool AskingSays(ConsultEvent.Remarked remark)
    {
        switch (remark.What)
        {
            case Saying.WantsItNow:
                return OfferToMakeItNow();
            case Saying.OtherModality:
                return ChangeModality(remark.Modality);
            case Saying.NamesTime or Saying.AsksForCall when _consult.Stage is Stage.Proposed && remark.Time is { } time:
                return NameTime(remark.By, time);
            case Saying.NamesWindow when _consult.Stage is Stage.Proposed proposed && remark.Time is { } from:
                return LetChooseWithin(remark.By, proposed.Consultant, from, remark.Until, new Answer(AnswerKind.Refuse, proposed.Start));
            case Saying.NamesTime or Saying.NamesWindow or Saying.AsksForCall when remark.Time is { } from:
                return ChangeWish(from, remark.Until);
            case Saying.SomeoneElse when _consult.Stage is Stage.Proposed { ByConsultant: true } proposed:
                return AnswerProposal(remark.By, new Answer(AnswerKind.Refuse, proposed.Start));
            case Saying.NoLongerNeeded when !_consult.IsRisk:
                AskerCallsOff();
                return true;
            case Saying.NoLongerNeeded or Saying.CannotMakeIt or Saying.ClientLeft:
                AskWhetherToWithdraw();
                return true;
            default:
                return false;
        }
    }

    /// <summary>How many were asked, and by when the asker hears; no names.</summary>
    private void TellWhereItStands()
    {
        var asked = _consult.Offers.Select(offer => offer.Person).Distinct().Count();
        TellAsker(asked == 0 || !_consult.Offers.Any(offer => offer.IsLive)
            ? AskingMessage()
            : new Message.WhereItStands(_consult.Request.Kind, _consult.Request.Urgency, asked, _consult.PromiseAt!.Value));
    }

    private bool OfferToMakeItNow()
    {
        if (_consult.IsNow || _consult.IsDrill || facts.Policy.PaceOf(_consult.Request.Kind, Urgency.Now) is null)
        {
            return false;
        }

        var until = Instant.Min(now + QuestionTimes.Confirmation, _consult.PromiseAt!.Value);
        TellAsker(new Message.MakeItNow(), Ask(until, [new Answer(AnswerKind.MakeItNow)], new Answer(AnswerKind.KeepAsItIs)));
        return true;
    }

    /// <summary>Everybody is looked at anew: whoever has an offer with times may be the one who can call now.</summary>
    private bool AnswerMakeItNow(PersonId by)
    {
        if (_consult.Stage is not (Stage.Asking or Stage.Proposed) || by != Asker.Id || _consult.IsNow || _consult.IsDrill
            || facts.Policy.PaceOf(_consult.Request.Kind, Urgency.Now) is null)
        {
            return false;
        }

        if (_consult.Stage is Stage.Proposed proposed)
        {
            Tell(proposed.Consultant, new Message.CounterNotTaken(proposed.Start), closes: true);
        }

        foreach (var offer in _consult.Offers.Where(offer => offer.IsLive))
        {
            SetOffer(offer.Person, OfferStatus.Covered);
            CloseLetter(offer.Person);
        }

        _consult = _consult with { Request = _consult.Request with { Urgency = Urgency.Now, When = [] } };
        StartPromise();
        Enter(new Stage.Asking(null));
        Log(Happening.Sent);
        var told = _effects.Count;
        AskWave();
        if (_consult.Stage is Stage.Asking)
        {
            _effects.Insert(told, new Effect.Tell(Asker.Id, AskingMessage()));
        }

        return true;
    }

    private bool ChangeModality(Modality? wanted)
    {
        if (wanted is not { } modality || modality == _consult.Request.Modality)
        {
            return false;
        }

        _consult = _consult with { Request = _consult.Request with { Modality = modality } };
        TellAsker(new Message.ModalityNoted(modality, _consult.PromiseAt!.Value));
        return true;
    }

    /// <summary>Offers from now on are for these times. Whoever takes another one has it put to the asker first.</summary>
    private bool ChangeWish(Instant from, Instant? until)
    {
        if (_consult.IsNow)
        {
            return false;
        }

        var latest = now + facts.Policy.Tempo.FurthestCounter;
        var wanted = (until is { } end ? OnGrid(Instant.Max(from, now), end) : [from]).Where(start => start > now && start <= latest).ToImmutableArray();
        if (wanted.IsEmpty)
        {
            TellAsker(new Message.TimeImpossible(from, from <= now ? TimeTrouble.Past : TimeTrouble.TooLate));
            return true;
        }

        _consult = _consult with { Request = _consult.Request with { When = wanted } };
        TellAsker(new Message.WishNoted(wanted[0], until is null ? null : wanted[^1], _consult.PromiseAt!.Value));
        return true;
    }

    private void AskWhetherToWithdraw() => TellAsker(
        new Message.WithdrawQuestion(_consult.Request.Kind, _consult.Request.Urgency),
        Ask(now + QuestionTimes.Confirmation, [new Answer(AnswerKind.CallOff)], new Answer(AnswerKind.KeepAsItIs)));

    private bool OfferedSays(ConsultEvent.Remarked remark, Offer offer)
    {
        var by = remark.By;
        switch (remark.What)
        {
            case Saying.AsksWhatAbout or Saying.AsksWhereItStands or Saying.AsksDetails:
                return TellWhatAbout(offer);
            case Saying.NeedsTime when offer.Status == OfferStatus.Open && !IsProposedTo(by):
                return PauseOffer(offer, remark.Time);
            case Saying.OnIt when _consult.IsNow && !IsProposedTo(by):
                return AnswerOffer(by, new Answer(AnswerKind.Accept));
            case Saying.AsksForCall when remark.Time is null && offer.Status == OfferStatus.Open && !IsProposedTo(by):
                PutOfferAgain(by, starts => new Message.WhoCalls(AskerNameBeforeYes, _consult.Request.Modality, starts));
                return true;
            case Saying.NamesTime or Saying.AsksForCall when remark.Time is { } time:
                return NameTime(by, time);
            case Saying.NamesWindow when remark.Time is { } from:
                return LetChooseWithin(by, by, from, remark.Until, new Answer(AnswerKind.Decline));
            case Saying.CannotMakeIt or Saying.SomeoneElse when _consult.Stage is Stage.Proposed { ByConsultant: false } proposed && proposed.Consultant == by:
                return AnswerProposal(by, new Answer(AnswerKind.Refuse, proposed.Start));
            case Saying.CannotMakeIt or Saying.SomeoneElse:
                Decline(offer);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What may be said of it before a yes, and the choices again.</summary>
    private bool TellWhatAbout(Offer offer)
    {
        if (offer.Status != OfferStatus.Open || IsProposedTo(offer.Person))
        {
            Tell(offer.Person, WhatAbout([], isAsked: false));
            return false;
        }

        PutOfferAgain(offer.Person, starts => WhatAbout(starts, isAsked: true));
        return true;
    }

    private Message.WhatAbout WhatAbout(ImmutableArray<Instant> starts, bool isAsked) =>
        new(AskerNameBeforeYes, _consult.Request.Kind, _consult.Request.Urgency, _consult.Request.Modality, Pace.Length, starts, isAsked);

    /// <summary>
    /// The offer is held for at most half of what is left of the promise, and they are asked again once. Otherwise the next is asked, and the offer stays open.
    /// </summary>
    private bool PauseOffer(Offer offer, Instant? wanted)
    {
        var bound = now + ((_consult.PromiseAt!.Value - now) / 2);
        var at = wanted ?? Instant.Min(now + PauseUnsaid, bound);
        if (!offer.AskedAgain && at >= now + LeastPause && at <= bound)
        {
            ChangeOffer(offer.Person, held => held with { AskAgainAt = at });
            PutOfferAgain(offer.Person, starts => new Message.OfferPaused(at, starts));
            return true;
        }

        var asked = _consult.Offers.Length;
        var told = _effects.Count;
        if (_consult.Stage is Stage.Asking)
        {
            AskPeople(1, newWave: false);
        }

        var others = _effects.Skip(told).ToList();
        _effects.RemoveRange(told, others.Count);
        PutOfferAgain(offer.Person, starts => new Message.OfferStaysOpen(_consult.Offers.Length > asked, starts));
        _effects.AddRange(others);
        return true;
    }

    private void AskAgainAfterPause()
    {
        foreach (var offer in _consult.Offers.Where(offer => offer.IsLive && offer.AskAgainAt <= now).ToList())
        {
            ChangeOffer(offer.Person, held => held with { AskAgainAt = null, AskedAgain = true });
            if (offer.Status == OfferStatus.Open && !IsProposedTo(offer.Person))
            {
                PutOfferAgain(offer.Person, OfferMessage);
            }
        }
    }

    /// <summary>The consultant's free starts in a window as numbered choices; where there are none, the nearest.</summary>
    /// <param name="none">What 0 means.</param>
    private bool LetChooseWithin(PersonId by, PersonId consultant, Instant from, Instant? until, Answer none)
    {
        var end = until ?? from + Duration.FromHours(1);
        var inside = FreeStarts(consultant, from, end, _busy);
        var starts = inside.IsEmpty ? Nearest(consultant, from, end, _busy) : inside;
        if (starts.IsEmpty)
        {
            Tell(by, new Message.NoFreeTime());
            return true;
        }

        var lapses = _consult.Stage is Stage.Proposed ? ProposedUntil() : OffersUntil();
        var question = Ask(lapses, [.. starts.Select(start => new Answer(SuitsAsker(start) && by == consultant ? AnswerKind.Accept : AnswerKind.Counter, start))], none, takesTime: true);
        var message = new Message.WindowStarts(starts, IsInside: !inside.IsEmpty, ForAsker: by == Asker.Id);
        if (by == consultant)
        {
            PutToOffered(by, message, question);
        }
        else
        {
            Tell(by, message, question);
        }

        return true;
    }

    /// <summary>A start that the asker has to agree to is proposed, and not booked.</summary>
    private bool SuitsAsker(Instant start)
    {
        if (_consult.IsNow || !_consult.Request.When.IsEmpty || start > LatestStart() || _consult.Stage is Stage.Proposed)
        {
            return _consult.Request.When.Contains(start);
        }

        var calendar = new Calendar(Need([]), _busy, facts.Policy);
        return _consult.IsRisk || calendar.Starts(calendar.OpenForAsker(now, start + Pace.Length)).Contains(start);
    }

    /// <summary>At most three, by the consultant's hours, their other consults, and the asker's.</summary>
    private ImmutableArray<Instant> FreeStarts(PersonId consultant, Instant from, Instant to, Busy busy)
    {
        var grid = OnGrid(Instant.Max(from, now + facts.Policy.Tempo.Lead), to);
        if (grid.IsEmpty || facts.Roster.Find(consultant) is not { } colleague)
        {
            return [];
        }

        var urgency = _consult.IsNow ? Urgency.Today : _consult.Request.Urgency;
        var need = Need([]) with { Request = _consult.Request with { When = grid, Urgency = urgency }, LatestStart = grid[^1] };
        var match = Matcher.Find(need, [colleague], busy, facts.Policy, now);
        return match.Candidates.IsEmpty ? [] : match.Candidates[0].Starts;
    }

    private ImmutableArray<Instant> Nearest(PersonId consultant, Instant from, Instant to, Busy busy)
    {
        var before = FreeStarts(consultant, from - NearestWithin, from - Duration.Epsilon, busy);
        var after = FreeStarts(consultant, to, to + NearestWithin, busy);
        return
        [
            .. before.Concat(after).Distinct()
                .OrderBy(start => Duration.Max(start - from, from - start))
                .Take(Most)
                .Order(),
        ];
    }

    private const int Most = 3;

    /// <summary>The clock's quarter hours in a window; of a drill, its own grid. The window's end is a start too.</summary>
    private ImmutableArray<Instant> OnGrid(Instant from, Instant to)
    {
        var grid = facts.Policy.Tempo.Grid;
        var ticks = from.ToUnixTimeTicks();
        var before = Instant.FromUnixTimeTicks(ticks - (ticks % grid.BclCompatibleTicks));
        var first = before < from ? before + grid : before;
        var starts = ImmutableArray.CreateBuilder<Instant>();
        for (var start = first; start <= to && starts.Count < MostWindowStarts; start += grid)
        {
            starts.Add(start);
        }

        return starts.ToImmutable();
    }
}
