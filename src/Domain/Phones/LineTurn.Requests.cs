using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary>What people say of themselves and of their line in their own words, and what is done about it.</summary>
internal sealed partial class LineTurn
{
    /// <summary>The kinds that people mean when they ask for somebody in their own words, the likeliest first.</summary>
    private static readonly ImmutableArray<Kind> UsualKinds = [Kind.Case, Kind.Medication, Kind.Support, Kind.Risk];

    /// <summary>"I need to talk to someone": a request begins with what was understood. Where all is known it is confirmed first, since nobody said ASK.</summary>
    private void AskFor(Meaning.Wants wants, Person owner)
    {
        var asked = new AskDraft(wants.Urgency);
        var letter = DraftLetter(wants.Kind);
        if (wants.Kind is null)
        {
            Put(letter with { Asked = asked }, new Message.AskAbout(UsualKinds), Choices(letter, UsualKinds.Select(kind => kind.Name())));
        }
        else
        {
            // A question that is still put is confirmation enough.
            GoOn(letter, wants.Kind, asked with { IsTurned = wants.Urgency is not null || wants.Kind == Kind.Risk }, owner);
        }
    }

    private void OfferSupport()
    {
        var letter = DraftLetter(null) with { Asked = new AskDraft(Urgency.Now) };
        Put(letter, new Message.SupportOffered(), Choices(letter, [Kind.Support.Name()]));
    }

    /// <summary>Somebody speaks of a client in danger: colleagues can be asked at once.</summary>
    private void OfferRisk(Person owner)
    {
        if (!_phone.ReachOf(owner).Consented || _phone.OptedOutAt is not null || OpenRisk is not null)
        {
            return;
        }

        var letter = DraftLetter(null) with { Asked = new AskDraft(Urgency.Now) };
        Put(letter, new Message.RiskOffered(), Choices(letter, [Kind.Risk.Name()]));
    }

    private LetterUse DraftLetter(Kind? kind)
    {
        var id = ConsultId.From($"text {eventId}");
        var draft = _phone.Letters.FirstOrDefault(use => use is { Draft: true, IsOpen: true });
        return (draft is null ? LetterFor(id, kind) : draft with { Consult = id, Asked = null }) with { Draft = true, UsedAt = now, Kind = kind };
    }

    /// <summary>The roster is out of date: the manager is told, and the sender that they were.</summary>
    private void PassOn(RosterChange change, Person owner)
    {
        var manager = ManagerBeside(owner);
        if (manager is not null)
        {
            _effects.Add(new PhoneEffect.TellManager(manager.Id, new Message.RosterOutdated(PersonName.Of(owner), owner.Phone, change)));
        }

        Reply(new Message.RosterNoted(change, manager is not null, Practice.OfficeLine));
        if (change == RosterChange.WrongNumber)
        {
            OptOut();
        }
    }

    private void PauseOffers(Instant until)
    {
        DeclineOffers(_ => true);
        ChangeReach(_phone with { PausedUntil = until });
        Reply(new Message.Paused(until));
    }

    private void PassOn(Meaning.FewerOffers fewer, Person owner)
    {
        var today = now.InZone(owner.Zone).DayOfWeek;
        DeclineOffers(use => fewer.NotKind is { } kind ? use.Kind == kind : fewer.NotOn == today);

        // Said in answer to an offer of support, it would tell a manager that somebody asks for support.
        var manager = fewer.NotKind == Kind.Support || HasSupportOpen ? null : ManagerBeside(owner);
        if (manager is not null)
        {
            _effects.Add(new PhoneEffect.TellManager(manager.Id, new Message.FewerOffersWanted(PersonName.Of(owner), owner.Phone, fewer.NotKind, fewer.NotOn)));
        }

        Reply(new Message.FewerOffersNoted(fewer.NotKind, fewer.NotOn, manager is not null, Practice.OfficeLine));
    }

    private void DeclineOffers(Func<LetterUse, bool> which)
    {
        foreach (var use in _phone.Letters.Where(use => use.Asks(now) && !use.Draft && which(use)))
        {
            if (use.Question is { None: { Kind: AnswerKind.Decline } decline } question)
            {
                TellConsult(use, new ConsultEvent.Answered(WhoIs(use), question.Id, decline));
            }
        }
    }
}
