using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary>What follows a text that led nowhere: the choices again, more of them each time, and in the end a person. Never silence for good.</summary>
internal sealed partial class LineTurn
{
    /// <summary>From this text in a row on, the choices are told in full.</summary>
    private const int ChoicesFrom = 2;

    /// <summary>At this text in a row a manager is told that it happened, and the sender that they were.</summary>
    private const int PersonAt = 5;

    private static readonly Duration Hour = Duration.FromHours(1);

    private LetterUse? OpenRisk => _phone.Letters.FirstOrDefault(use => use is { IsOpen: true, Draft: false, Kind: Kind.Risk } && use.Brief is not { Phase: Phase.Over });

    private bool HasSupportOpen => _phone.Letters.Any(use => use is { IsOpen: true, Kind: Kind.Support });

    private void Progress() => _phone = _phone with { Fruitless = 0, LastToldNotUnderstood = null };

    private void NotUnderstood(Person owner)
    {
        var asked = _phone.Letters.Where(use => use.Asks(now)).ToList();
        AskBack(AskedBack.NotUnderstood, owner, asked.Count == 1 ? asked[0] : null);
    }

    /// <summary>The choices again. About a risk with the lines to call, whatever else is said.</summary>
    private void AskBack(AskedBack why, Person owner, LetterUse? use = null)
    {
        var question = use is not null && use.Asks(now) ? use.Question : null;
        var answers = question?.Numbered ?? [];
        Message message = OpenRisk is not null
            ? new Message.AskedBackInRisk(why, answers, question?.None, Practice.BackupLine)
            : _phone.Fruitless + 1 >= ChoicesFrom || (why == AskedBack.OldNumber && question is not null)
                ? new Message.AskedBackInFull(why, answers, question?.None, Practice.OfficeLine)
                : why switch
                {
                    AskedBack.NotUnderstood => new Message.NotUnderstood(question is null ? [] : use!.Numbers),
                    AskedBack.WhichOne => new Message.WhichNumber(use?.Numbers ?? []),
                    _ => new Message.OldNumber(use?.Numbers ?? []),
                };
        NoProgress(message, owner, use);
    }

    private void NoProgress(Message message, Person owner, LetterUse? use = null)
    {
        // Whoever finds out in a drill how the line answers nonsense needs nobody to call them.
        var counted = DrillUnderWay is null ? 1 : 0;
        _phone = _phone with { Fruitless = _phone.Fruitless + counted };
        if (_phone.Fruitless == PersonAt)
        {
            PersonTakesOver(owner);
        }

        var isQuiet = _phone.Fruitless > PersonAt && OpenRisk is null && now - _phone.LastToldNotUnderstood < Hour;
        if (isQuiet || (_phone.Fruitless == PersonAt && OpenRisk is null))
        {
            return;
        }

        _phone = _phone with { LastToldNotUnderstood = _phone.Fruitless > PersonAt ? now : _phone.LastToldNotUnderstood };
        Reply(message, use, use is not null && use.Asks(now) ? use.Question : null);
    }

    /// <summary>A manager learns that it happened, and never what was said. Whoever asked for support is known to no manager.</summary>
    private void PersonTakesOver(Person owner)
    {
        _phone = _phone with { LastToldNotUnderstood = now };
        if (HasSupportOpen || ManagerBeside(owner) is not { } manager)
        {
            Reply(new Message.CallTheOffice(Practice.OfficeLine));
            return;
        }

        _effects.Add(new PhoneEffect.TellManager(manager.Id, new Message.PersonNeeded(PersonName.Of(owner), owner.Phone, OpenRisk is not null)));
        Reply(new Message.PersonWillAnswer(Practice.OfficeLine));
    }
}
