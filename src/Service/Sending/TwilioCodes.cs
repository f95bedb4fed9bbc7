using System.Globalization;
using Curbside.Messages;
using static Curbside.Sending.TwilioMeaning;

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
}

/// <param name="What">In a few words, for logs and rows.</param>
/// <param name="Trouble">
/// What has to be mended by a person before anything goes out: it is tried again meanwhile, logged as an error, and the managers are told.
/// </param>
public sealed record TwilioMeaning(Refusal Refusal, string What, LineTrouble? Trouble = null)
{
    public static TwilioMeaning Unreachable(string what) => new(Refusal.Unreachable, what);

    public static TwilioMeaning Later(string what) => new(Refusal.TryLater, what);

    public static TwilioMeaning ForManager(LineTrouble trouble, string what) => new(Refusal.TryLater, what, trouble);
}

/// <summary>Twilio's error codes, as far as they come up with texts, and what each means here.</summary>
/// <remarks>
/// <para>
/// Twilio's own dictionary is https://www.twilio.com/docs/api/errors/twilio-error-codes.json, with a page for each, such as
/// https://www.twilio.com/docs/api/errors/21610. Codes from 10000 and 20000 refuse a request, those from 30000 are reported of a text that was taken;
/// such a text is not tried again: who was to get it is not reached, and the consult moves on.
/// </para>
/// <para>Newer codes split older ones (https://www.twilio.com/en-us/changelog/updates-to-the-error-code-dictionary-to-clarify-number-validatio).</para>
/// </remarks>
public static class TwilioCodes
{
    public const string Service = "Twilio";

    private static readonly Dictionary<int, TwilioMeaning> Known = new()
    {
        // The account.
        [10001] = ForManager(LineTrouble.TextAccount, "the account is not active"),
        [20003] = ForManager(LineTrouble.TextAccount, "account SID or auth token are wrong, or the account is suspended"),
        [20005] = ForManager(LineTrouble.TextAccount, "the account is not active"),
        [20006] = ForManager(LineTrouble.TextAccount, "access is denied"),
        [20008] = ForManager(LineTrouble.TextAccount, "these are test credentials"),
        [20010] = ForManager(LineTrouble.TextAccount, "the account may not do this"),
        [20403] = ForManager(LineTrouble.TextAccount, "forbidden"),
        [20404] = ForManager(LineTrouble.TextAccount, "the account or the messaging service does not exist"),
        [21608] = ForManager(LineTrouble.Trial, "a trial account texts verified numbers only"),
        [30002] = ForManager(LineTrouble.TextAccount, "the account was suspended"),
        [30037] = ForManager(LineTrouble.TextAccount, "texts are switched off for the account"),
        [30454] = ForManager(LineTrouble.DailyLimit, "the account's texts are used up"),
        [63038] = ForManager(LineTrouble.DailyLimit, "the account's texts of this day are used up"),

        // What passes.
        [14107] = Later("too many texts between two numbers"),
        [20429] = Later("too many requests"),
        [20500] = Later("a fault at Twilio"),
        [20503] = Later("Twilio is unavailable"),
        [21611] = Later("the sender's queue is full"),
        [21730] = Later("Twilio is being maintained"),
        [30001] = Later("the sender's queue overflowed"),
        [30017] = Later("the carrier's network is congested"),
        [30021] = Later("a fault at Twilio"),
        [30022] = Later("faster than the campaign may send"),
        [30036] = Later("not delivered within its validity"),
        [30410] = Later("the carrier did not answer"),
        [30450] = Later("held back for half an hour, as from a fraud"),

        // The phone.
        [21211] = Unreachable("not a phone number"),
        [21265] = Unreachable("a short code cannot be texted"),
        [21266] = Unreachable("the recipient is the sender"),
        [21268] = Unreachable("a premium number cannot be texted"),
        [21610] = new(Refusal.OptedOut, "opted out"),
        [21612] = Unreachable("no way from this sender to this number"),
        [21614] = Unreachable("not a mobile number"),
        [21635] = Unreachable("a landline"),
        [30003] = Unreachable("switched off or out of reach"),
        [30004] = Unreachable("blocked on the way to this phone"),
        [30005] = Unreachable("the number is unknown"),
        [30006] = Unreachable("a landline, or a carrier that cannot be reached"),
        [30008] = Unreachable("for a reason that the carrier does not give"),

        // The sender.
        [21212] = ForManager(LineTrouble.TextSender, "the sender is not a phone number"),
        [21408] = ForManager(LineTrouble.Region, "texts to this region are not switched on"),
        [21601] = ForManager(LineTrouble.TextSender, "the sender cannot send texts"),
        [21606] = ForManager(LineTrouble.TextSender, "the sender cannot send texts"),
        [21607] = ForManager(LineTrouble.Trial, "a trial account texts from its own number only"),
        [21609] = ForManager(LineTrouble.Address, "the address for reports is not one"),
        [21659] = ForManager(LineTrouble.TextSender, "the sender is not one of Twilio's numbers"),
        [21660] = ForManager(LineTrouble.TextSender, "the sender belongs to another account"),
        [21661] = ForManager(LineTrouble.TextSender, "the sender cannot send texts"),
        [21701] = ForManager(LineTrouble.TextSender, "the messaging service does not exist"),
        [21702] = ForManager(LineTrouble.TextSender, "the messaging service sends nothing now"),
        [21703] = ForManager(LineTrouble.TextSender, "the messaging service has no number to send from"),
        [21704] = ForManager(LineTrouble.TextSender, "the messaging service has no numbers"),
        [21705] = ForManager(LineTrouble.TextSender, "the messaging service's SID is wrong"),

        // Carriers in the US, and what they know of the sender.
        [30007] = ForManager(LineTrouble.Filtered, "filtered as unwanted by Twilio or the carrier"),
        [30023] = ForManager(LineTrouble.DailyLimit, "the carrier takes no more texts of the campaign on this day"),
        [30024] = ForManager(LineTrouble.Registration, "the carrier does not know the sender yet"),
        [30027] = ForManager(LineTrouble.DailyLimit, "T-Mobile takes no more texts of the brand on this day"),
        [30032] = ForManager(LineTrouble.Registration, "the toll-free number is not verified"),
        [30033] = ForManager(LineTrouble.Registration, "the campaign is suspended"),
        [30034] = ForManager(LineTrouble.Registration, "the number is not registered for A2P 10DLC"),
        [30035] = ForManager(LineTrouble.Registration, "the number's registration is still under way"),
    };

    public static IReadOnlyCollection<int> All => Known.Keys;

    /// <returns>Null for a code that is not in the table.</returns>
    public static TwilioMeaning? Find(int code) => Known.GetValueOrDefault(code);

    /// <param name="code">As a status callback has it.</param>
    public static TwilioMeaning? Find(string? code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Find(number) : null;
}
