using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary>Everything that is decided about a phone line: what a text means, what is asked on which letter, and whether and how a message goes out.</summary>
public static class PhoneDecider
{
    /// <param name="eventId">Unique to the event; names the consult that a text begins.</param>
    /// <param name="state">Null for a line that nothing was ever sent to or heard from.</param>
    public static PhoneDecision Decide(PhoneNumber number, Phone? state, string eventId, PhoneEvent happened, PhoneFacts facts, Instant now)
    {
        var turn = new LineTurn(state ?? new Phone { Number = number }, eventId, facts, now);
        switch (happened)
        {
            case PhoneEvent.TextReceived text:
                turn.Received(text);
                break;
            case PhoneEvent.Told told:
                turn.Told(told);
                break;
            case PhoneEvent.LineTold told:
                turn.LineTold(told);
                break;
            case PhoneEvent.LetterClosed closed:
                turn.CloseLetter(closed);
                break;
            case PhoneEvent.Invited invited:
                turn.Invite(invited);
                break;
            case PhoneEvent.TextFailed failed:
                turn.Failed(failed);
                break;
            default:
                throw new InvalidOperationException($"No decision for {happened.GetType().Name}.");
        }

        return turn.Decision();
    }
}
