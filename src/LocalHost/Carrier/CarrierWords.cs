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

    /// <param name="optedOut">Whether the sender is opted out: to others, YES is a word like any other.</param>
    /// <returns>The OptOutType that goes with the text; null when the carrier leaves it alone.</returns>
    public static string? Read(string body, bool optedOut)
    {
        var word = body.Trim();
        return OptOut.Contains(word) ? Stop
            : OptIn.Contains(word) && optedOut ? Start
            : Info.Contains(word) ? Help
            : null;
    }

    public static string AnswerTo(string optOutType) => optOutType switch
    {
        Stop => "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
        Start => "You have successfully been re-subscribed to messages from this number. "
            + "Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
        _ => "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
    };
}
