using System.Collections.Immutable;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Consults;

/// <summary>From the request to somebody's yes: holding, waves, offers, and nobody being free.</summary>
internal sealed partial class Turn
{
    /// <summary>"This week" is the coming seven days, so that a request on a Friday is not already over.</summary>
    private const int WeekDays = 7;

    /// <summary>Everyone who holds an offer is told in one write when somebody says yes, and a write holds at most 100 rows (Azure Table Storage).</summary>
    private const int MostLiveOffers = 80;

    /// <summary>Choices that are kept for the question "why this person?".</summary>
    private const int ChoiceLimit = 12;

    /// <summary>
    /// Rulings that are kept of each, candidates first: everyone in an ordinary practice. A consult's row must stay small, however many people are on the roster.
    /// </summary>
    private const int RulingLimit = 30;

    public static Decision Begin(ConsultId id, ConsultEvent.Requested requested, Facts facts, Instant now)
    {
        var consult = new Consult
        {
            Id = id,
            Request = requested.Request,
            AskedAt = now,
            Stage = new Stage.Held(now, AskedAgain: false, ManagerTold: false),
            Question = requested.Question,
        };
        var turn = new Turn(consult, facts, now);
        if (requested.Held)
        {
            turn.Log(Happening.Held);
            turn.TellNotUnderstood(requested.NotUnderstood);
            turn.AskWhetherTheirs(again: false);
        }
        else
        {
            turn.Send(requested.NotUnderstood);
        }

        return turn.Decision();
    }

    private void AskWhetherTheirs(bool again) => TellAsker(
        new Message.HeldRequest(_consult.Request.Kind, _consult.Request.Urgency, again, _consult.Request.ClientState),
        Ask(((Stage.Held)_consult.Stage).Since + facts.Policy.HeldFor, [new Answer(AnswerKind.Send)], new Answer(AnswerKind.NotMe)));

    private void AskHeldAgain()
    {
        var held = (Stage.Held)_consult.Stage;
        AskWhetherTheirs(again: true);
        Enter(held with { AskedAgain = true });
    }

    private void TellManagerOfHeldRisk()
    {
        CallAnotherManager();
        Enter((Stage.Held)_consult.Stage with { ManagerTold = true });
    }

    /// <summary>The promise starts here: the clinician is known to have asked.</summary>
    /// <param name="notUnderstood">What of a texted request was not understood.</param>
    private void Send(LeftWords? notUnderstood = null)
    {
        _consult = _consult with { AskedAt = now, Call = null };
        StartPromise();
        Enter(new Stage.Asking(null));
        Log(Happening.Sent);
        if (_consult.IsRisk)
        {
            TellAsker(new Message.CrisisFirst(Practice.BackupLine));
            TellWhereHelpIs();
        }

        TellNotUnderstood(notUnderstood);

        var told = _effects.Count;
        AskWave();
        if (_consult.Stage is Stage.Asking)
        {
            _effects.Insert(told, new Effect.Tell(Asker.Id, AskingMessage()));
            TellWhatElseMatters();
        }
    }

    private void TellNotUnderstood(LeftWords? words)
    {
        if (words is not null)
        {
            TellAsker(new Message.WordsNotUnderstood(words));
        }
    }

    /// <summary>911 from the asker's phone reaches the asker's area, and the client may be elsewhere.</summary>
    private void TellWhereHelpIs()
    {
        if (_consult.Request.ClientState is not { } state)
        {
            return;
        }

        if (_consult.Request.StateIsAssumed)
        {
            TellAsker(new Message.WhereIsClient(state));
        }
        else if (state != Practice.State || state != Asker.StateOrThatOf(Practice))
        {
            TellAsker(new Message.ClientElsewhere(state));
        }
    }

    private Message.Asking AskingMessage()
    {
        // While nobody has an offer, the next wave is when somebody's night is over.
        var from = _consult.Stage is Stage.Asking { NextWaveAt: { } wave } && !_consult.Offers.Any(offer => offer.IsLive) ? wave : (Instant?)null;
        return new(_consult.Request.Kind, _consult.Request.Urgency, _consult.PromiseAt!.Value, from, _consult.Request.ClientState);
    }

    private void TellWhatElseMatters()
    {
        var kind = _consult.Request.Kind;
        if (kind == Kind.Medication)
        {
            TellAsker(new Message.MedicationLimits());
        }
        else if (kind == Kind.Support)
        {
            TellAsker(new Message.SupportStaysHere());
        }

        var checklist = Asker.Discipline == Discipline.Coach && kind is Kind.Risk or Kind.Medication;
        if (checklist || _consult.Question is null)
        {
            TellAsker(new Message.AddQuestion(checklist));
        }
        else if (_consult.Timeline.Any(entry => entry.What == Happening.Held))
        {
            // A browser that nobody knew was not led there.
            TellAsker(new Message.YourPage());
        }
    }

    private void StartPromise() =>
        _consult = _consult with { PromiseAt = Promises.For(Pace.Promise, now, Practice.Zone) };

    private void AskNextWave()
    {
        // The wave that was waited for begins now, whether or not anybody is left for it.
        Enter(new Stage.Asking(null));
        AskWave();
    }

    private void AskWave() => AskPeople(Pace.AskedAtOnce, newWave: true);

    private void AskPeople(int count, bool newWave)
    {
        var match = FindPeople();
        var wave = newWave ? _consult.Wave + 1 : _consult.Wave;
        var people = match.Candidates.Take(Math.Min(count, MostLiveOffers - _consult.Offers.Count(offer => offer.IsLive))).ToList();
        Remember(new Choice(now, wave, match.Rulings));
        if (people.Count > 0)
        {
            _consult = _consult with { Wave = wave };
            people.ForEach(candidate => MakeOffer(candidate.Person, candidate.Starts));
            if (newWave)
            {
                WaitForNextWave();
            }
        }
        else if (match.NextAskable is { } at && at < _consult.PromiseAt)
        {
            Enter(new Stage.Asking(at));
        }
        else if (!_consult.Offers.Any(offer => offer.IsLive))
        {
            NoOneIsFree();
        }
        else if (newWave)
        {
            Enter(new Stage.Asking(null));
        }
    }

    /// <summary>Whoever was asked is not asked again, but for those who were not needed then and may be now.</summary>
    private Match FindPeople() => Matcher.Find(
        Need(_consult.Offers.Select(offer => offer.Person).Where(person => OfferTo(person) is { Status: not OfferStatus.Covered }).Concat(CalledManagers)),
        facts.Roster.All,
        _busy,
        facts.Policy,
        now);

    /// <summary>Whoever is asked to take the consult over is not offered it too: one letter asks one thing.</summary>
    private IEnumerable<PersonId> CalledManagers => _consult.Call is { TakenOver: false } call ? call.Called : [];

    private Need Need(IEnumerable<PersonId> asked) => new()
    {
        Asker = Asker,
        Request = _consult.Request,
        Pace = Pace,
        Asked = [.. asked],
        PromiseAt = _consult.PromiseAt!.Value,
        LatestStart = LatestStart(),
    };

    private Instant LatestStart()
    {
        if (facts.Policy.Tempo.StartsWithin is { } within)
        {
            return now + within;
        }

        var zone = Asker.Zone;
        var day = _consult.Request.Urgency == Urgency.ThisWeek
            ? _consult.AskedAt.InZone(zone).Date.PlusDays(WeekDays)
            : Instant.Max(_consult.PromiseAt!.Value, now).InZone(zone).Date;
        var evening = day.At(facts.Policy.QuietHours.From).InZoneLeniently(zone).ToInstant();
        return _consult.Request.When.Append(evening).Max();
    }

    private void Remember(Choice choice)
    {
        var choices = _consult.Choices.Add(choice with { Rulings = [.. choice.Rulings.Take(RulingLimit)] });
        _consult = _consult with { Choices = choices.Length > ChoiceLimit ? choices.RemoveAt(0) : choices };
    }

    private void WaitForNextWave() => Enter(new Stage.Asking(
        Time.Waits.After(now, Pace.NextWaveAfter, Pace.WaitSkipsQuietHours ? facts.Policy.QuietHours : null, Practice.Zone)));

    private void MakeOffer(Person person, ImmutableArray<Instant> starts)
    {
        var question = OfferQuestion(starts);
        _consult = _consult with { Offers = _consult.Offers.Add(new Offer(person.Id, _consult.Wave, now, OfferStatus.Open, question.Id)) };
        Log(Happening.Offered, person.Id);
        Tell(person.Id, OfferMessage(starts), question);
    }

    private Message.Offer OfferMessage(ImmutableArray<Instant> starts) => new(
        AskerNameBeforeYes,
        _consult.Request.Kind,
        _consult.Request.Urgency,
        _consult.Request.Modality,
        Pace.Length,
        starts,
        OffersUntil(),
        _consult.Request.Kind.NeedsLicense() ? _consult.Request.ClientState : null);

    private Question OfferQuestion(ImmutableArray<Instant> starts)
    {
        Answer[] numbered = _consult.IsNow
            ? [new Answer(AnswerKind.Accept)]
            : [.. starts.Select(start => new Answer(AnswerKind.Accept, start))];
        return Ask(OffersUntil(), numbered, new Answer(AnswerKind.Decline), takesTime: true);
    }

    /// <summary>Nobody is asked past the promise. While a consultant's time is with the asker past it, that proposal's own time counts.</summary>
    private Instant OffersUntil() => Instant.Max(_consult.PromiseAt!.Value, _consult.Stage is Stage.Proposed proposed ? proposed.Until : now);

    /// <summary>
    /// A consultant's time keeps the promise, and the others who were asked need not answer any more. Should the time not be taken, they may be asked anew.
    /// </summary>
    private void OffersLapse()
    {
        foreach (var offer in _consult.Offers.Where(offer => offer.Status == OfferStatus.Open))
        {
            SetOffer(offer.Person, OfferStatus.Covered);
            Tell(offer.Person, new Message.OfferLapsed(AskerNameBeforeYes), closes: true);
        }
    }

    /// <summary>After a refusal, a lapse or somebody out of reach: the next person at once.</summary>
    private void MoveOn()
    {
        if (_consult.Stage is Stage.Proposed)
        {
            // Another time is on the table; the search goes on when it is refused.
            return;
        }

        if (ProposeNextCounter())
        {
            return;
        }

        var open = _consult.Offers.Count(offer => offer.IsLive && offer.Wave == _consult.Wave);
        if (open == 0)
        {
            AskWave();
        }
        else if (open < Pace.AskedAtOnce)
        {
            AskPeople(Pace.AskedAtOnce - open, newWave: false);
        }
    }

    /// <summary>The promise ends in what to do now, with the manager called in; never for support.</summary>
    private void NoOneIsFree()
    {
        if (_consult.IsDrill)
        {
            EndDrillUntaken();
            return;
        }

        Enter(new Stage.Unanswered(now));
        Log(Happening.NoOneFree);
        var told = _effects.Count;
        var manager = _consult.Request.Kind == Kind.Support ? null : CallInManager();
        _consult = _consult with { Call = _consult.Call is { } call ? call with { Promised = manager is not null } : null };
        TellThatNobodyAnswered(manager);
        _effects.Insert(told, new Effect.Tell(
            Asker.Id,
            new Message.NoOneWasFree(_consult.Request.Kind, LineToCall(), manager is null ? null : PersonName.Of(manager), UnlicensedState()),
            Closes: true));
    }

    /// <summary>Whoever did not answer learns what became of it. For a risk, a late "I can" is still welcome.</summary>
    /// <param name="manager">Was called in, and has that question on the consult's letter instead; null where nobody was.</param>
    private void TellThatNobodyAnswered(Person? manager)
    {
        foreach (var offer in _consult.Offers.Where(offer => offer.IsLive))
        {
            SetOffer(offer.Person, OfferStatus.Covered);
            if (offer.Person == manager?.Id)
            {
                continue;
            }

            if (_consult.IsRisk)
            {
                MarkDone(Step.LateAnswer);
                AskWhetherAfterAll(offer.Person);
            }
            else
            {
                Tell(offer.Person, NobodyAnswered(now, isAsked: false), closes: true);
            }
        }
    }

    private void AskWhetherAfterAll(PersonId person)
    {
        var until = _consult.Done[Step.LateAnswer] + QuestionTimes.LateAnswer;
        Tell(
            person,
            NobodyAnswered(((Stage.Unanswered)_consult.Stage).At, isAsked: true),
            Ask(until, [new Answer(AnswerKind.Accept)], new Answer(AnswerKind.Decline)));
    }

    /// <summary>They were asked for a risk that nobody took, and a late yes would still help.</summary>
    private bool MayAnswerLate(PersonId person) =>
        _consult.Stage is Stage.Unanswered && _consult.Done.ContainsKey(Step.LateAnswer)
        && OfferTo(person) is { Status: OfferStatus.Covered } && _consult.Call?.Called.Contains(person) != true;

    private Message.NobodyAnswered NobodyAnswered(Instant by, bool isAsked) => new(AskerNameBeforeYes, _consult.Request.Kind, by, isAsked);

    private void LateAnswersLapse()
    {
        _consult = _consult with { Done = _consult.Done.Remove(Step.LateAnswer) };
        EndLateAnswers(CloseLetter);
    }

    /// <summary>For everyone who was asked whether they can call after all.</summary>
    private void EndLateAnswers(Action<PersonId> close)
    {
        foreach (var person in _consult.Offers.Select(offer => offer.Person).Distinct())
        {
            if (OfferTo(person) is { Status: OfferStatus.Covered } && _consult.Call?.Called.Contains(person) != true)
            {
                close(person);
            }
        }
    }

    private bool AnswerLate(PersonId by, Answer answer)
    {
        if (!MayAnswerLate(by))
        {
            return false;
        }

        if (answer.Kind == AnswerKind.Decline)
        {
            SetOffer(by, OfferStatus.Declined);
            Tell(by, new Message.DeclineAck(IsOver: true), closes: true);
        }
        else if (_consult.Call is { TakenOver: true })
        {
            Tell(by, new Message.Covered(), closes: true);
        }
        else if (TimeIsTaken(by, now, immediate: true))
        {
            Tell(by, NobodyAnswered(((Stage.Unanswered)_consult.Stage).At, isAsked: false), closes: true);
        }
        else
        {
            SetOffer(by, OfferStatus.Open);
            EndLateAnswers(person => Tell(person, new Message.Covered(), closes: true));
            Book(by, now, immediate: true);
        }

        return true;
    }

    private UsState? UnlicensedState() => Licensing.MissingFor(_consult.Request, facts.Roster.Present);

    private PhoneNumber LineToCall() => _consult.Request.Kind switch
    {
        Kind.Risk => Practice.BackupLine,
        Kind.Support => Practice.AssistanceLine,
        _ => Practice.OfficeLine,
    };

    private void Withdraw()
    {
        var wasHeld = _consult.Stage is Stage.Held;
        CoverOthers(RequestWithdrawn());
        Enter(new Stage.Withdrawn(now));
        Log(Happening.Withdrawn);
        if (wasHeld)
        {
            CloseLetter(Asker.Id);
        }
    }

    private Message.RequestWithdrawn RequestWithdrawn() => new(AskerNameBeforeYes);
}
