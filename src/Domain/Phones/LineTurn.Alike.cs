using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;

namespace Curbside.Phones;

/// <summary>Bounds what one phone is answered, since two machines would answer each other for ever.</summary>
internal sealed partial class LineTurn
{
    /// <summary>Replies an hour to the same words, or to words that differ in digits, case and punctuation only.</summary>
    internal const int MaxAlikeReplies = 3;

    /// <summary>Replies an hour to somebody in danger. Only a machine texts more often.</summary>
    internal const int MaxDangerReplies = 30;

    private const string Danger = "danger";

    /// <summary>Counts a text that asks for a reply.</summary>
    /// <returns>False if the sender had as many replies to such words within the hour as they get.</returns>
    private bool MayReplyTo(string body, bool inDanger = false)
    {
        // A picture has no words, and every picture counts as the same text.
        var most = inDanger || _phone.Letters.Any(use => use is { IsOpen: true, Draft: false, Kind: Kind.Risk }) ? MaxDangerReplies : MaxAlikeReplies;
        var (phone, replies, tellsManager) = _phone.WithHeard(inDanger ? Danger : HeardText.KeyOf(body), most, now);
        _phone = phone;
        if (tellsManager && DrillUnderWay is null)
        {
            TellManagerOfRepetition();
        }

        return replies;
    }

    /// <summary>No manager learns of support by any way: a phone with support open is mentioned to nobody.</summary>
    private void TellManagerOfRepetition()
    {
        if (_phone.Letters.Any(use => use is { IsOpen: true, Kind: Kind.Support }))
        {
            return;
        }

        if (ManagerBeside(Owner) is { } manager)
        {
            var message = new Message.SameWordsAgain(Owner is null ? null : PersonName.Of(Owner), _phone.Number);
            _effects.Add(new PhoneEffect.TellManager(manager.Id, message));
        }
    }

    private Person? ManagerBeside(Person? owner) =>
        facts.Roster.Present
            .Where(colleague => colleague.Reach is { Consented: true, OptedOut: false })
            .Select(colleague => colleague.Person)
            .Where(person => person.Is(Roles.Manager) && person.Id != owner?.Id)
            .OrderBy(person => person.Name, StringComparer.Ordinal)
            .FirstOrDefault();
}
