using System.Collections.Immutable;
using Curbside.Drills;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>One decision in the making: the consult as it changes, and what is to be done about it.</summary>
internal sealed partial class Turn(Consult consult, Facts facts, Instant now)
{
    /// <summary>The timeline keeps the latest entries; an ordinary consult has a dozen.</summary>
    private const int TimelineLimit = 100;

    /// <summary>A person may write this many notes before the oldest of all make room.</summary>
    private const int NoteLimit = 50;

    private readonly List<Effect> _effects = [];
    private readonly List<Reservation> _reserve = [];
    private Consult _consult = consult;

    /// <summary>Time that this very decision lets go is free for whoever is asked next.</summary>
    private Busy _busy = facts.Busy;

    private Person Asker => facts.Roster[_consult.Request.Asker];

    private PersonName AskerName => PersonName.Of(Asker);

    /// <summary>Support names nobody until it is accepted.</summary>
    private PersonName? AskerNameBeforeYes => _consult.Request.Kind == Kind.Support ? null : AskerName;

    private Pace Pace => facts.Policy.PaceOf(_consult.Request.Kind, _consult.Request.Urgency)
        ?? throw new InvalidOperationException($"No pace for {_consult.Request.Kind} {_consult.Request.Urgency}.");

    private Practice Practice => facts.Policy.Practice;

    public Decision Decision()
    {
        var turn = _consult.Turns + 1;
        if (_effects.Count > 0)
        {
            _consult = _consult with { Turns = turn };
        }

        return new Decision(_consult, [.. _effects.Select(Numbered)], [.. _reserve], Agenda.Next(_consult, facts)?.At);

        Effect Numbered(Effect effect) => effect switch
        {
            Effect.Tell tell => tell with { Turn = turn, Brief = BriefFor(tell.To) },
            Effect.CloseLetter close => close with { Turn = turn },
            _ => effect,
        };
    }

    public void CameDue()
    {
        // Each item moves the agenda on; an item that did not would be decided for ever.
        while (Agenda.Next(_consult, facts) is { } next && next.At <= now)
        {
            var before = _consult;
            Do(next.Item);
            if (ReferenceEquals(before, _consult))
            {
                throw new InvalidOperationException($"{next.Item} changed nothing.");
            }
        }
    }

    public void NoteAdded(ConsultEvent.NoteAdded note)
    {
        if (_consult.Over || (note.AsQuestion && _consult.Stage is Stage.Withdrawn))
        {
            return;
        }

        if (note.AsQuestion && note.By == Asker.Id)
        {
            _consult = _consult with { Question = note.Text, QuestionAt = now };
        }
        else
        {
            AddNote(note.By, note.Text, onPage: true);
        }

        if (Agenda.NotesDue(_consult, facts) <= now)
        {
            TellOfNotes();
        }
    }

    /// <summary>Each side hears that the other wrote something on the page, and never what.</summary>
    private void TellOfNotes()
    {
        foreach (var (to, at) in Agenda.UntoldNotes(_consult, facts).Where(untold => untold.At <= now).ToList())
        {
            _consult = _consult with { ToldOfNotes = _consult.ToldOfNotes.SetItem(to, now) };
            Tell(to, new Message.NoteWritten(NameOf(OtherSide(to, BookingOf()!))), closes: _consult.Stage is Stage.Met && !IsAskedAfterwards(to));
        }
    }

    private void Do(AgendaItem item)
    {
        switch (item)
        {
            case AgendaItem.AskHeldAgain: AskHeldAgain(); break;
            case AgendaItem.TellManagerOfHeldRisk: TellManagerOfHeldRisk(); break;
            case AgendaItem.DropHeld: Withdraw(); break;
            case AgendaItem.NextWave: AskNextWave(); break;
            case AgendaItem.Promise: NoOneIsFree(); break;
            case AgendaItem.ProposalLapses: ProposalLapses(); break;
            case AgendaItem.MoveLapses: KeepTime(); break;
            case AgendaItem.DayBeforeForAsker: Remind(Step.DayBeforeForAsker, toAsker: true); break;
            case AgendaItem.DayBeforeForConsultant: Remind(Step.DayBeforeForConsultant, toAsker: false); break;
            case AgendaItem.HourBeforeForAsker: Remind(Step.HourBeforeForAsker, toAsker: true); break;
            case AgendaItem.HourBeforeForConsultant: Remind(Step.HourBeforeForConsultant, toAsker: false); break;
            case AgendaItem.Start: TellHowToConnect(); break;
            case AgendaItem.TalkingYet: AskWhetherTalking(); break;
            case AgendaItem.TalkingYetSilence: NobodyCalled(); break;
            case AgendaItem.DidYouMeet: AskWhetherMet(); break;
            case AgendaItem.Evening: CheckInThisEvening(); break;
            case AgendaItem.DidItHelp: AskWhetherItHelped(); break;
            case AgendaItem.LeaveMissed or AgendaItem.Close when _consult.IsDrill: EndDrill(DrillEnd.LastQuestionUnanswered); break;
            case AgendaItem.LeaveMissed or AgendaItem.Close: Close(); break;
            case AgendaItem.NextManager: CallNextManager(); break;
            case AgendaItem.OffersLapse: OffersLapse(); break;
            case AgendaItem.DidYouMeetLapses: DidYouMeetLapses(); break;
            case AgendaItem.EveningLapses: EveningLapses(); break;
            case AgendaItem.LateAnswersLapse: LateAnswersLapse(); break;
            case AgendaItem.AskAgain: AskAgainAfterPause(); break;
            case AgendaItem.TellOfNotes: TellOfNotes(); break;
            case AgendaItem.ManagerCallsLapse: ManagerCallsLapse(); break;
            case AgendaItem.Forget: Forget(); break;
            default: throw new InvalidOperationException($"Nothing is done for {item}.");
        }
    }

    private void Tell(PersonId to, Message message, Question? question = null, bool closes = false) =>
        _effects.Add(new Effect.Tell(to, message, question, closes));

    private void TellAsker(Message message, Question? question = null, bool closes = false) => Tell(Asker.Id, message, question, closes);

    private void CloseLetter(PersonId on) => _effects.Add(new Effect.CloseLetter(on));

    /// <summary>Gives a new question its name. <paramref name="yes"/> is what a plain "yes" means, where that is no guess.</summary>
    /// <param name="until">When the question lapses.</param>
    private Question Ask(Instant until, ReadOnlySpan<Answer> numbered, Answer? none, Answer? yes = null, bool takesTime = false)
    {
        _consult = _consult with { Questions = _consult.Questions + 1 };
        return new Question(
            $"q{_consult.Questions}", [.. numbered], none, yes, takesTime, Until: Instant.Max(until, now + QuestionTimes.Least));
    }

    private void Enter(Stage stage)
    {
        if (stage is Stage.Withdrawn)
        {
            // Whoever takes a request back takes its words back. Those may also have been typed in a stranger's browser and never been confirmed.
            _consult = _consult with { Question = null, QuestionAt = null };
        }

        _consult = _consult with { Stage = stage };
    }

    private void Log(Happening what, PersonId? person = null, Instant? time = null)
    {
        var timeline = _consult.Timeline.Add(new Entry(now, what, person, time));
        _consult = _consult with { Timeline = timeline.Length > TimelineLimit ? timeline.RemoveAt(0) : timeline };
    }

    private void MarkDone(Step step) => _consult = _consult with { Done = _consult.Done.SetItem(step, now) };

    private void AddNote(PersonId by, string text, bool onPage)
    {
        var notes = _consult.Notes.Add(new Note(now, by, text, onPage));
        _consult = _consult with { Notes = notes.Length > NoteLimit ? notes.RemoveAt(0) : notes };
    }

    private PersonName NameOf(PersonId person) => PersonName.Of(facts.Roster[person]);

    private Offer? OfferTo(PersonId person) => _consult.Offers.LastOrDefault(offer => offer.Person == person);

    private void SetOffer(PersonId person, OfferStatus status, Instant? counter = null)
    {
        if (LastIndexOfOffer(person) >= 0)
        {
            ChangeOffer(person, offer => offer with { Status = status, Counter = counter });
        }
    }

    private void ChangeOffer(PersonId person, Func<Offer, Offer> change)
    {
        var index = LastIndexOfOffer(person);
        _consult = _consult with { Offers = _consult.Offers.SetItem(index, change(_consult.Offers[index])) };
    }

    private int LastIndexOfOffer(PersonId person)
    {
        for (var i = _consult.Offers.Length - 1; i >= 0; i--)
        {
            if (_consult.Offers[i].Person == person)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Everyone who still holds an offer hears that it is over for them.</summary>
    private void CoverOthers(Message message, PersonId? except = null)
    {
        foreach (var offer in _consult.Offers)
        {
            if (offer.IsLive && offer.Person != except)
            {
                SetOffer(offer.Person, OfferStatus.Covered);
                Tell(offer.Person, message, closes: true);
            }
        }
    }

    /// <summary>Deletes every word that was written; what remains says only that a consult was.</summary>
    private void Forget()
    {
        _consult = _consult with { Question = null, QuestionAt = null, Notes = [], Over = true };
        foreach (var person in _consult.Offers.Select(offer => offer.Person).Append(Asker.Id).Distinct())
        {
            _effects.Add(new Effect.RevokeLink(person));
        }

        _effects.Add(new Effect.Forget());
    }
}
