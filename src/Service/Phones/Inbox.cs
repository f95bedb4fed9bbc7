using Curbside.People;
using Curbside.Sending;

namespace Curbside.Phones;

/// <summary>What carriers and mail services tell: texts that came in, and what became of those that went out.</summary>
public sealed class Inbox
{
    private readonly PhoneLine _phones;

    internal Inbox(PhoneLine phones) => _phones = phones;

    /// <summary>Handles a text, and everything that follows from it, before it returns.</summary>
    /// <param name="messageSid">The carrier's id of the text; the same id again gets the same answer and changes nothing.</param>
    /// <param name="carrierAnswered">The word that the carrier has acted on and answered itself (Twilio's OptOutType): STOP, START or HELP.</param>
    /// <param name="hasMedia">A picture or another file came with the text.</param>
    /// <param name="giveBack">
    /// Gives the replies to the carrier, where that can be done right here: until it has returned, no sweep in this process takes a reply for lost.
    /// </param>
    /// <returns>What is to be given back to the carrier for this phone, in order.</returns>
    public async Task<IReadOnlyList<Reply>> TextReceivedAsync(
        PhoneNumber from,
        string messageSid,
        string body,
        string? carrierAnswered,
        Action<IReadOnlyList<Reply>>? giveBack = null,
        bool hasMedia = false,
        CancellationToken stop = default)
    {
        var talk = new Conversation(from, messageSid);
        try
        {
            await _phones.HandleAsync(from, messageSid, new PhoneEvent.TextReceived(body, carrierAnswered, hasMedia), talk, stop);
            giveBack?.Invoke(talk.Replies);
            return talk.Replies;
        }
        finally
        {
            _phones.HangUp(talk);
        }
    }

    /// <summary>A service says that nothing more goes out before a person has mended something: the practice's managers are told, once a day.</summary>
    public Task TroubledAsync(ServiceTrouble trouble, CancellationToken stop = default) => _phones.TellManagersAsync(trouble, stop);

    /// <param name="key">The outbox key that travelled with the text.</param>
    /// <param name="reason">The carrier's code, where it gave one.</param>
    public Task ReportedAsync(PhoneNumber to, string key, DeliveryReport report, string? reason, CancellationToken stop = default) =>
        _phones.ReportAsync(to, key, report, reason, stop);
}
