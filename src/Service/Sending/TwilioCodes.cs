using System.Globalization;

namespace Curbside.Sending;

/// <summary>What is to be done about a text that Twilio or a carrier refused.</summary>
public enum Refusal
{
    /// <summary>The person has opted out; nothing is sent until they opt in again.</summary>
    OptedOut,

    /// <summary>This phone cannot be reached by text. The consult moves on.</summary>
    Unreachable,

    /// <summary>Not now; the same text may go through later.</summary>
    TryLater,

    /// <summary>Nothing goes out until somebody changes the account, the sender or its registration: it is tried again, and logged as an error.</summary>
    TellManager,
}

/// <summary>Twilio's error codes, as far as they come up with texts, and what each means here.</summary>
/// <remarks>https://www.twilio.com/docs/api/errors has a page for each.</remarks>
public static class TwilioCodes
{
    private static readonly Dictionary<int, (Refusal Refusal, string What)> Known = new()
    {
        [10001] = (Refusal.TellManager, "the account is not active"),
        [20003] = (Refusal.TellManager, "account SID or auth token are wrong"),
        [20005] = (Refusal.TellManager, "the account is not active"),
        [20404] = (Refusal.TellManager, "the account or the messaging service does not exist"),
        [20429] = (Refusal.TryLater, "too many requests"),
        [20500] = (Refusal.TryLater, "a fault at Twilio"),
        [20503] = (Refusal.TryLater, "Twilio is unavailable"),

        [21211] = (Refusal.Unreachable, "not a phone number"),
        [21212] = (Refusal.TellManager, "the sender is not a phone number"),
        [21265] = (Refusal.Unreachable, "a short code cannot be texted"),
        [21266] = (Refusal.Unreachable, "the recipient is the sender"),
        [21408] = (Refusal.TellManager, "texts to this region are not switched on"),
        [21606] = (Refusal.TellManager, "the sender cannot send texts"),
        [21608] = (Refusal.TellManager, "a trial account texts verified numbers only"),
        [21610] = (Refusal.OptedOut, "opted out"),
        [21611] = (Refusal.TryLater, "the sender's queue is full"),
        [21612] = (Refusal.Unreachable, "no way from this sender to this number"),
        [21614] = (Refusal.Unreachable, "not a mobile number"),
        [21635] = (Refusal.Unreachable, "a landline"),
        [21659] = (Refusal.TellManager, "the sender is not one of Twilio's numbers"),
        [21660] = (Refusal.TellManager, "the sender belongs to another account"),
        [21701] = (Refusal.TellManager, "the messaging service does not exist"),
        [21703] = (Refusal.TellManager, "the messaging service has no number to send from"),
        [21704] = (Refusal.TellManager, "the messaging service has no numbers"),
        [21705] = (Refusal.TellManager, "the messaging service's SID is wrong"),

        [30001] = (Refusal.TryLater, "the sender's queue overflowed"),
        [30002] = (Refusal.TellManager, "the account is suspended"),
        [30003] = (Refusal.Unreachable, "switched off or out of reach"),
        [30004] = (Refusal.Unreachable, "the recipient blocks texts"),
        [30005] = (Refusal.Unreachable, "the number is unknown"),
        [30006] = (Refusal.Unreachable, "a landline, or a carrier that cannot be reached"),
        [30007] = (Refusal.TellManager, "filtered as unwanted by Twilio or the carrier"),
        [30008] = (Refusal.Unreachable, "for a reason that the carrier does not give"),
        [30017] = (Refusal.TryLater, "the carrier's network is congested"),
        [30022] = (Refusal.TryLater, "faster than the campaign may send"),
        [30023] = (Refusal.TellManager, "the campaign's texts of this day are used up"),
        [30024] = (Refusal.TellManager, "the carrier does not know the sender"),
        [30027] = (Refusal.TellManager, "the brand's texts of this day are used up"),
        [30032] = (Refusal.TellManager, "the toll-free number is not verified"),
        [30034] = (Refusal.TellManager, "the number is not registered for A2P 10DLC"),
        [30035] = (Refusal.TellManager, "the number's registration is still under way"),
        [30036] = (Refusal.TryLater, "not delivered within its validity"),
        [30410] = (Refusal.TryLater, "the carrier did not answer"),
        [30500] = (Refusal.TryLater, "a fault at Twilio"),
    };

    /// <returns>Null for a code that is not in the table.</returns>
    public static (Refusal Refusal, string What)? Find(int code) => Known.TryGetValue(code, out var known) ? known : null;

    /// <param name="code">As a status callback has it.</param>
    public static (Refusal Refusal, string What)? Find(string? code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Find(number) : null;
}
