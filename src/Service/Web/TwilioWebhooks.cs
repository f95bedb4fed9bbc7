using Curbside.Consults;
using Curbside.People;
using Curbside.Phones;
using Curbside.Preflight;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Curbside.Web;

/// <summary>A text as Twilio brings it.</summary>
/// <param name="CarrierAnswered">Twilio's OptOutType; null where the carrier did nothing of its own.</param>
/// <param name="HasMedia">A picture or another file came with it (Twilio's NumMedia is above 0).</param>
public sealed record InboundText(PhoneNumber From, string MessageSid, string Body, string? CarrierAnswered, bool HasMedia = false);

/// <summary>Handles a text, and says what is to be given back for it.</summary>
public delegate Task<IReadOnlyList<Reply>> TextReceiver(InboundText text, CancellationToken stop);

/// <summary>Whose webhooks are believed.</summary>
/// <param name="AuthToken">Signs them, where one is configured.</param>
/// <param name="UnsignedFromLoopback">
/// Without a token, those from this machine are believed; true only where the connection shows who called, which behind a proxy it does not.
/// </param>
public sealed record WebhookTrust(string? AuthToken, bool UnsignedFromLoopback)
{
    /// <summary>Where it may be called beside the practice's own address, without a slash at the end: Twilio falls back to it when that one does not answer.</summary>
    public string? FallbackUrl { get; init; }
}

/// <summary>What Twilio calls: texts that came in, and what became of those that went out.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/guides/webhook-request and https://www.twilio.com/docs/messaging/twiml</remarks>
public sealed partial class TwilioWebhooks(
    TextReceiver received, Inbox inbox, PolicyBook policies, WebhookTrust trust, ILogger<TwilioWebhooks>? log = null, SightingBook? sightings = null)
{
    /// <summary>Twilio's own have 34 characters.</summary>
    private const int LongestSid = 64;

    /// <summary>Addresses of senders at Twilio are shorter.</summary>
    private const int LongestSender = 256;

    public async Task InboundAsync(HttpContext context)
    {
        if (await TrustedFormAsync(context) is not { } form)
        {
            return;
        }

        var sid = First(form, "MessageSid") ?? "";
        var sender = First(form, "From");
        var isPhone = PhoneNumber.TryParse(sender, out var from);
        if (!isPhone && IsOtherSender(sender))
        {
            // Nothing is wrong with the request, and nobody at the other end reads an answer. An error would make Twilio call again and warn the practice.
            await Answer.TextAsync(context, StatusCodes.Status200OK, "text/xml; charset=utf-8", TwiML.Of([]));
        }
        else if (!isPhone)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest, "From is not a phone number.");
        }
        else if (sid.Length is 0 or > LongestSid)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest, $"MessageSid is missing or longer than {LongestSid} characters.");
        }
        else
        {
            // To the end, even when Twilio hangs up meanwhile: it would only come again.
            var optOut = First(form, "OptOutType") is { Length: > 0 } word ? word : null;
            var replies = await received(new InboundText(from, sid, First(form, "Body") ?? "", optOut, First(form, "NumMedia") is not (null or "" or "0")), CancellationToken.None);
            await SawAsync(Sighting.TextCameIn);
            await Answer.TextAsync(context, StatusCodes.Status200OK, "text/xml; charset=utf-8", TwiML.Of(replies));
        }
    }

    public async Task StatusAsync(HttpContext context)
    {
        if (await TrustedFormAsync(context) is not { } form)
        {
            return;
        }

        var key = context.Request.Query["m"].ToString();
        if (!RowKeys.IsMessage(key) || !PhoneNumber.TryParse(First(form, "To"), out var to))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest, "A status has the text's key in m and a phone number in To.");
            return;
        }

        var code = First(form, "ErrorCode") is { Length: > 0 } given ? given : null;
        if (TwilioStatus.Read(First(form, "MessageStatus"), code) is { } report)
        {
            Measures.Reported("text", report);
            await inbox.ReportedAsync(to, key, report, code, CancellationToken.None);
            if (report != DeliveryReport.Delivered && TwilioCodes.Find(code) is { Trouble: { } trouble, What: var what })
            {
                if (log is not null)
                {
                    LogStopped(log, code, what);
                }

                await inbox.TroubledAsync(new ServiceTrouble(trouble, TwilioCodes.Service), CancellationToken.None);
            }
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (First(form, "MessageStatus") == "delivered")
        {
            await SawAsync(Sighting.TextArrived);
        }
    }

    /// <summary>A short code (<c>72645</c>), a name (<c>MYBANK</c>) or an address of another channel (<c>whatsapp:+14155550101</c>, <c>rcs:agent</c>).</summary>
    private static bool IsOtherSender(string? from) => !string.IsNullOrWhiteSpace(from) && from.Length <= LongestSender;

    private Task SawAsync(Sighting what) => sightings?.SeeAsync(what) ?? Task.CompletedTask;

    /// <returns>The fields, once the sender is known to be Twilio; null when the request has been refused.</returns>
    private async Task<ILookup<string, string>?> TrustedFormAsync(HttpContext context)
    {
        var body = await FormBody.ReadAsync(context.Request);
        if (body.Fields is not { } form)
        {
            var sentence = body.Refusal == StatusCodes.Status413PayloadTooLarge ? "Send at most 64 KiB." : "Send application/x-www-form-urlencoded.";
            await Answer.SentenceAsync(context, body.Refusal, sentence);
            return null;
        }

        if (!await IsTrustedAsync(context, form))
        {
            Measures.Refused("twilio");
            await Answer.SentenceAsync(context, StatusCodes.Status403Forbidden, "This request does not come from the carrier.");
            return null;
        }

        return form;
    }

    private static string? First(ILookup<string, string> form, string name) => form[name].FirstOrDefault();

    private async Task<bool> IsTrustedAsync(HttpContext context, ILookup<string, string> form)
    {
        if (trust.AuthToken is not { Length: > 0 } token)
        {
            return trust.UnsignedFromLoopback && Loopback.IsOrigin(context);
        }

        // Twilio signs the address that it calls, one of two. The Host header is whatever a proxy, or anybody, has made of it.
        var request = context.Request;
        var publicUrl = (await policies.CurrentAsync(context.RequestAborted)).Practice.PublicUrl.TrimEnd('/');
        return IsSigned(publicUrl) || (trust.FallbackUrl is { } fallback && IsSigned(fallback));

        bool IsSigned(string address) => TwilioSignature.IsValid(
            token, $"{address}{request.PathBase}{request.Path}{request.QueryString}", form, request.Headers[TwilioSignature.Header]);
    }

    [LoggerMessage(EventId = 102, Level = LogLevel.Error, Message = "A text did not arrive, and others will not until somebody sees to it: {Code}, {What}.")]
    private static partial void LogStopped(ILogger log, string? code, string what);
}
