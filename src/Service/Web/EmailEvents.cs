using System.Globalization;
using System.Text.Json;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Preflight;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Curbside.Web;

/// <summary>Whose events are believed.</summary>
/// <param name="PublicKey">SendGrid's verification key; null where no mail service is connected, and then nobody's are.</param>
public sealed record EventTrust(string? PublicKey);

/// <summary>What SendGrid calls: what became of mails.</summary>
/// <remarks>
/// <para>https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event</para>
/// <para>
/// An event brings back the outbox key that went with the mail. Whose outbox that is, the roster tells by the address: SendGrid keeps what goes with
/// a mail for long and in the open, so no phone number does. An event that is told again changes nothing.
/// </para>
/// </remarks>
public sealed partial class EmailEvents(
    Inbox inbox, PeopleBook people, IClock clock, EventTrust trust, ILogger<EmailEvents>? log = null, SightingBook? sightings = null)
{
    public const string Service = "SendGrid";

    /// <summary>The custom argument that carries the outbox key.</summary>
    public const string KeyArgument = "curbside_key";

    /// <summary>
    /// Why SendGrid drops a mail before it sends it, in its own words. An address that bounced, complained or unsubscribed once is on its suppression
    /// list until somebody takes it off there.
    /// </summary>
    private static readonly string[] DropReasons =
        ["Invalid SMTPAPI header", "Spam Content", "Unsubscribed Address", "Bounced Address", "Spam Reporting Address", "Invalid", OverQuota];

    private const string OverQuota = "Recipient List over Package Quota";

    /// <summary>A batch has 768 KiB at the most.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>SendGrid repeats what was not taken for a day.</summary>
    private static readonly Duration Oldest = Duration.FromHours(25);

    private static readonly Duration ClocksDiffer = Duration.FromMinutes(5);

    public async Task ReceiveAsync(HttpContext context)
    {
        if (await RequestBody.ReadBytesAsync(context.Request, MostBytes) is not { } body)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status413PayloadTooLarge, "Send at most 1 MiB.");
        }
        else if (!IsTrusted(context.Request, body))
        {
            Measures.Refused("sendgrid");
            await Answer.SentenceAsync(context, StatusCodes.Status403Forbidden, "This request does not come from the mail service.");
        }
        else if (Parse(body) is not { } events)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest, "Send a JSON array of events.");
        }
        else
        {
            if (sightings is not null && events.Exists(happened => happened?.Report == DeliveryReport.Delivered))
            {
                await sightings.SeeAsync(Sighting.MailArrived);
            }

            // The others are taken all the same; SendGrid sends the batch again, and those that were taken change nothing.
            context.Response.StatusCode = await ReportAllAsync(events) ? StatusCodes.Status204NoContent : StatusCodes.Status503ServiceUnavailable;
        }
    }

    private bool IsTrusted(HttpRequest request, byte[] body)
    {
        var timestamp = request.Headers[SendGridSignature.TimestampHeader].ToString();
        if (trust.PublicKey is not { Length: > 0 } key
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > 99_999_999_999)
        {
            return false;
        }

        var age = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds);
        return age <= Oldest && age >= -ClocksDiffer && SendGridSignature.IsValid(key, timestamp, body, request.Headers[SendGridSignature.Header].ToString());
    }

    private static List<MailEvent?>? Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray().Select(Read)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null for what is none of ours, none that matters, or none at all.</returns>
    private static MailEvent? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || Text("email") is not { } address || Text(KeyArgument) is not { } key || !RowKeys.IsMessage(key))
        {
            return null;
        }

        var name = Text("event");
        DeliveryReport? report = name switch
        {
            "delivered" => DeliveryReport.Delivered,
            "bounce" or "dropped" => DeliveryReport.Undeliverable,
            _ => null,
        };

        // The status is a number such as 5.1.1. The reason of a bounce is in the words of whoever refused it, which can hold anything.
        var status = Text("status") is { Length: <= 16 } given && given.All(sign => char.IsAsciiDigit(sign) || sign == '.') ? $" {given}" : "";
        var reason = name == "dropped" && Text("reason") is { } words && DropReasons.Contains(words) ? words : null;
        return report is { } known
            ? new MailEvent(address, key, known, known == DeliveryReport.Delivered ? null : $"{name}{status}{(reason is null ? "" : $" {reason}")}", reason == OverQuota)
            : null;

        string? Text(string property) => entry.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <returns>Whether every event could be handled.</returns>
    private async Task<bool> ReportAllAsync(List<MailEvent?> events)
    {
        var all = true;
        foreach (var happened in events.OfType<MailEvent>())
        {
            Measures.Reported("mail", happened.Report);
            try
            {
                var roster = await people.CurrentAsync();
                foreach (var owner in roster.All.Where(colleague => string.Equals(colleague.Person.Email, happened.Address, StringComparison.OrdinalIgnoreCase)))
                {
                    await inbox.ReportedAsync(owner.Person.Phone, happened.Key, happened.Report, happened.Reason);
                }

                if (happened.OverQuota)
                {
                    if (log is not null)
                    {
                        LogOverQuota(log);
                    }

                    await inbox.TroubledAsync(new ServiceTrouble(LineTrouble.MailAccount, Service));
                }
            }
            catch (Exception trouble)
            {
                if (log is not null)
                {
                    LogTrouble(log, trouble);
                }

                all = false;
            }
        }

        return all;
    }

    private sealed record MailEvent(string Address, string Key, DeliveryReport Report, string? Reason, bool OverQuota);

    [LoggerMessage(EventId = 103, Level = LogLevel.Error, Message = "What became of a mail could not be written down; it is told again.")]
    private static partial void LogTrouble(ILogger log, Exception trouble);

    [LoggerMessage(EventId = 104, Level = LogLevel.Error, Message = "SendGrid drops mails because those of its plan are used up.")]
    private static partial void LogOverQuota(ILogger log);
}
