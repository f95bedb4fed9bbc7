using Curbside.Sending;

namespace Curbside.Web;

/// <summary>What Twilio's words for the fate of a text mean here.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/api/message-resource#message-status-values</remarks>
public static class TwilioStatus
{
    /// <summary>The recipient has opted out (https://www.twilio.com/docs/api/errors/21610).</summary>
    public const string OptedOutCode = "21610";

    /// <returns>Null for what is only on its way.</returns>
    public static DeliveryReport? Read(string? messageStatus, string? errorCode) => messageStatus?.ToLowerInvariant() switch
    {
        "delivered" => DeliveryReport.Delivered,
        "undelivered" or "failed" => TwilioCodes.Find(errorCode) is { Refusal: Refusal.OptedOut } ? DeliveryReport.OptedOut : DeliveryReport.Undeliverable,
        _ => null,
    };
}
