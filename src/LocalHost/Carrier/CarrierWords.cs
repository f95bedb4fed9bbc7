using Curbside.Consults;

namespace Curbside.LocalHost.Carrier;

/// <summary>Single words that a carrier acts on before anybody else sees them, and what it answers.</summary>
/// <remarks>https://help.twilio.com/articles/223134027 and https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out</remarks>
internal static class CarrierWords
{
    public const string Stop = "STOP";
    public const string Start = "START";
    public const string Help = "HELP";

    private static readonly HashSet<string> OptOut =
        new(["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> OptIn = new(["START", "YES", "UNSTOP"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Info = new(["HELP", "INFO"], StringComparer.OrdinalIgnoreCase);

    /// <summary>An opt-in keyword of the messaging service, as docs/deploy.md has it set up.</summary>
    private const string Join = "JOIN";

    private static readonly HashSet<string> NetworkOptIn = new(["START", "UNSTOP"], StringComparer.OrdinalIgnoreCase);

    /// <param name="optedOut">Whether the sender is opted out: to others, YES is a word like any other.</param>
    /// <returns>The OptOutType that goes with the text; null when the carrier leaves it alone.</returns>
    public static string? Read(string body, bool optedOut, TextingNumberKind kind)
    {
        var word = body.Trim();
        if (kind == TextingNumberKind.TollFree)
        {
            return word.Equals(Stop, StringComparison.OrdinalIgnoreCase) ? Stop : NetworkOptIn.Contains(word) && optedOut ? Start : null;
        }

        return OptOut.Contains(word) ? Stop
            : (OptIn.Contains(word) || word.Equals(Join, StringComparison.OrdinalIgnoreCase)) && optedOut ? Start
            : Info.Contains(word) ? Help
            : null;
    }

    public static string AnswerTo(string optOutType, TextingNumberKind kind) => (optOutType, kind) switch
    {
        (Stop, TextingNumberKind.TollFree) =>
            "NETWORK MSG: You replied with the word \"stop\" which blocks all texts sent from this number. Text back \"unstop\" to receive messages again.",
        (Start, TextingNumberKind.TollFree) => "NETWORK MSG: You have replied \"unstop\" and will begin receiving messages again from this number.",
        (Stop, _) => "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
        (Start, _) => "You have successfully been re-subscribed to messages from this number. "
            + "Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
        _ => "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
    };
}
