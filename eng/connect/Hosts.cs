namespace Curbside.Connect;

/// <summary>Whom this program talks to. Tests put a machine of their own in their place.</summary>
internal sealed record Hosts(Uri Management, Uri TwilioMessaging, Uri SendGrid)
{
    public static readonly Hosts Public = new(
        new Uri("https://management.azure.com/"), new Uri("https://messaging.twilio.com/"), new Uri("https://api.sendgrid.com/"));
}
