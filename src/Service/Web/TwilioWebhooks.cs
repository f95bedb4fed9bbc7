using Curbside.Consults;
using Curbside.People;
using Curbside.Phones;
using Curbside.Sending;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Curbside.Web;

/// <summary>A text as Twilio brings it.</summary>
/// <param name="CarrierAnswered">Twilio's OptOutType; null where the carrier did nothing of its own.</param>
public sealed record InboundText(PhoneNumber From, string MessageSid, string Body, string? CarrierAnswered);

/// <summary>Handles a text, and says what is to be given back for it.</summary>
public delegate Task<IReadOnlyList<Reply>> TextReceiver(InboundText text, CancellationToken stop);

/// <summary>Whose webhooks are believed.</summary>
/// <param name="AuthToken">Signs them, where one is configured.</param>
/// <param name="UnsignedFromLoopback">
/// Without a token, those from this machine are believed; true only where the connection shows who called, which behind a proxy it does not.
/// </param>
public sealed record WebhookTrust(string? AuthToken, bool UnsignedFromLoopback);

/// <summary>What Twilio calls: texts that came in, and what became of those that went out.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/guides/webhook-request and https://www.twilio.com/docs/messaging/twiml</remarks>
public sealed class TwilioWebhooks(TextReceiver received, Inbox inbox, PolicyBook policies, WebhookTrust trust)
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Twilio's own have 34 characters.</summary>
    private const int LongestSid = 64;

    public async Task InboundAsync(HttpContext context)
    {
        if (await TrustedFormAsync(context) is not { } form)
        {
            return;
        }

        var sid = form["MessageSid"].ToString();
        if (!PhoneNumber.TryParse(form["From"], out var from))
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
            var optOut = form["OptOutType"].ToString() is { Length: > 0 } word ? word : null;
            var replies = await received(new InboundText(from, sid, form["Body"].ToString(), optOut), CancellationToken.None);
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
        if (key.Length == 0 || !PhoneNumber.TryParse(form["To"], out var to))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest, "A status has the text's key in m and a phone number in To.");
            return;
        }

        var code = form["ErrorCode"].ToString() is { Length: > 0 } given ? given : null;
        if (TwilioStatus.Read(form["MessageStatus"], code) is { } report)
        {
            await inbox.ReportedAsync(to, key, report, code, CancellationToken.None);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <returns>The fields, once the sender is known to be Twilio; null when the request has been refused.</returns>
    private async Task<Form?> TrustedFormAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status415UnsupportedMediaType, "Send application/x-www-form-urlencoded.");
            return null;
        }

        if (await RequestBody.ReadAsync(request, MostBytes) is not { } body)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status413PayloadTooLarge, "Send at most 64 KiB.");
            return null;
        }

        if (Form.Read(body) is not { } form)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest, "The form cannot be read.");
            return null;
        }

        if (!await IsTrustedAsync(context, form))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status403Forbidden, "This request does not come from the carrier.");
            return null;
        }

        return form;
    }

    private async Task<bool> IsTrustedAsync(HttpContext context, Form form)
    {
        if (trust.AuthToken is not { Length: > 0 } token)
        {
            return trust.UnsignedFromLoopback && Loopback.IsOrigin(context);
        }

        // Twilio signs the address that it calls: the practice's own, which a proxy may have changed on the way here.
        var request = context.Request;
        var pathAndQuery = $"{request.PathBase}{request.Path}{request.QueryString}";
        var publicUrl = (await policies.CurrentAsync(context.RequestAborted)).Practice.PublicUrl;
        string[] called = [$"{request.Scheme}://{request.Host}{pathAndQuery}", $"{publicUrl}{pathAndQuery}"];
        return called.Any(url => TwilioSignature.IsValid(token, url, form.Fields, request.Headers[TwilioSignature.Header]));
    }

    private sealed record Form(Dictionary<string, StringValues> Fields)
    {
        public StringValues this[string name] => Fields.GetValueOrDefault(name);

        /// <returns>Null for more fields, or longer names, than any form of Twilio's has.</returns>
        public static Form? Read(string body)
        {
            try
            {
                using var reader = new FormReader(body) { ValueLengthLimit = MostBytes };
                return new Form(reader.ReadForm());
            }
            catch (InvalidDataException)
            {
                return null;
            }
        }
    }
}
