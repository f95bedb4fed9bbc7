using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;

namespace Curbside.Phones;

/// <summary><c>DRILL</c>: a manager's consult with themselves, on two letters of one phone.</summary>
internal sealed partial class LineTurn
{
    /// <summary>A letter of the drill that is under way on this phone, the asker's before the stand-in's; at least one is open as long as it lasts.</summary>
    private LetterUse? DrillUnderWay => _phone.Letters.Where(use => use is { Drill: not null, IsOpen: true }).MinBy(use => use.Drill);

    private static bool IsOfDrill(Message message, LetterUse? use) =>
        use?.Drill is not null || (message is Message.WhichOne which && which.Items.All(item => item.IsDrill));

    private void StartDrill(Person owner)
    {
        if (!owner.Is(Roles.Manager))
        {
            Reply(new Message.DrillIsForManagers());
        }
        else if (DrillUnderWay is { } open)
        {
            Reply(new Message.DrillUnderWay(), open);
        }
        else if (_phone.OptedOutAt is null)
        {
            StartDrillOnTwoLetters(owner);
        }
    }

    /// <summary>Both letters are taken at once, so that none is missing when the stand-in is asked, and a second <c>DRILL</c> finds them.</summary>
    private void StartDrillOnTwoLetters(Person owner)
    {
        var id = ConsultId.From($"text {eventId}");
        var (asker, standIn) = (Take(DrillPart.Asker), Take(DrillPart.StandIn));
        WelcomeFirst();
        Reply(new Message.DrillBegins(standIn.Letter), asker);
        _effects.Add(new PhoneEffect.ForConsult(id, new ConsultEvent.Requested(Drill.RequestBy(owner, Practice), null, Held: false)));

        LetterUse Take(DrillPart part)
        {
            var letter = LetterFor(id, Kind.Case, part);
            Keep(letter);
            return letter;
        }
    }
}
