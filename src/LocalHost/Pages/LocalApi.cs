using System.Globalization;
using System.Text.Json;
using Curbside.Consults;
using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Clock;
using Curbside.Web;
using NodaTime;
using NodaTime.Text;

namespace Curbside.LocalHost.Pages;

/// <summary>What programs see and do on this machine alone: threads, mailboxes, consults and the clock, as JSON.</summary>
internal sealed class LocalApi(
    TextTable texts,
    PhoneTable phones,
    SimulatedMail mail,
    ConsultList consults,
    IClock clock,
    IServiceProvider services,
    IHostApplicationLifetime lifetime)
{
    /// <summary>Ten years and some days: longer than anything waits.</summary>
    private static readonly Duration LongestAdvance = Duration.FromDays(3660);

    public async Task ThreadAsync(HttpContext context)
    {
        if (await RoutePhone.ReadAsync(context) is not { } phone)
        {
            return;
        }

        await Answer.JsonAsync(context, json => WriteArray(json, texts.Thread(phone.Value), text =>
        {
            json.WriteString("id", text.Id);
            json.WriteString("key", text.Key);
            json.WriteString("direction", text.Incoming ? "in" : "out");
            json.WriteString("body", text.Body);
            json.WriteString("at", Iso(text.At));
        }));
    }

    public async Task SetPhoneAsync(HttpContext context)
    {
        if (await RoutePhone.ReadAsync(context) is not { } phone)
        {
            return;
        }

        var sent = await SentFields.ReadAsync(context.Request);
        if (!bool.TryParse(sent?["reachable"], out var reachable))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest, "Send { \"reachable\": false } or true.");
            return;
        }

        phones.SetUnreachable(phone.Value, !reachable);
        if (sent!.FromPage)
        {
            LocalPages.SeeOther(context, $"/local/phones/{phone.Value}");
            return;
        }

        await Answer.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("phone", phone.Value);
            json.WriteBoolean("reachable", reachable);
            json.WriteEndObject();
        });
    }

    public Task MailboxAsync(HttpContext context)
    {
        var mails = mail.Read((string)context.Request.RouteValues["address"]!);
        return Answer.JsonAsync(context, json => WriteArray(json, mails, one =>
        {
            json.WriteString("id", one.Id);
            json.WriteString("key", one.Key);
            json.WriteString("subject", one.Subject);
            json.WriteString("text", one.Text);
            json.WritePropertyName("attachments");
            WriteArray(json, one.Attachments, attachment =>
            {
                json.WriteString("name", attachment.Name);
                json.WriteString("content", attachment.Content);
            });
            json.WriteString("at", Iso(one.At));
        }));
    }

    public async Task ConsultsAsync(HttpContext context)
    {
        var listed = await consults.ReadAsync(context.RequestAborted);
        await Answer.JsonAsync(context, json => WriteArray(json, listed, consult =>
        {
            json.WriteString("id", consult.Id.Value);
            json.WriteString("kind", consult.Kind.Name());
            json.WriteString("urgency", consult.Urgency.Name());
            json.WriteString("state", consult.State);
            json.WriteString("clinician", consult.Clinician);
            json.WriteString("consultant", consult.Consultant);
            json.WriteString("startsAt", consult.StartsAt is { } start ? Iso(start) : null);
            json.WriteString("promiseAt", consult.PromiseAt is { } promise ? Iso(promise) : null);
            json.WriteNumber("wave", consult.Wave);
            if (consult.IsDrill)
            {
                json.WriteBoolean("drill", true);
            }
        }));
    }

    public async Task AdvanceAsync(HttpContext context)
    {
        var sent = await SentFields.ReadAsync(context.Request);
        if (services.GetService<ClockAdvance>() is not { } advance)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status409Conflict, "The clock is real. Start with --clock manual to advance it.");
        }
        else if ((sent?["by"] == DemoClock.Next ? await advance.ToNextAsync(lifetime.ApplicationStopping) : ReadDuration(sent?["by"])) is not { } time)
        {
            await Answer.SentenceAsync(context, StatusCodes.Status400BadRequest,
                "Send how far, as in { \"by\": \"00:45:00\" } or \"7.00:00:00\" (days.hours:minutes:seconds), at most ten years.");
        }
        else
        {
            // To the end, even when the caller has gone: half of an advance is no time that anybody asked for.
            var now = await advance.ByAsync(time, lifetime.ApplicationStopping);
            if (sent!.FromPage)
            {
                LocalPages.SeeOther(context, sent.Back ?? "/local");
                return;
            }

            await TellTimeAsync(context, now);
        }
    }

    public Task ClockAsync(HttpContext context) => TellTimeAsync(context, clock.GetCurrentInstant());

    private static Task TellTimeAsync(HttpContext context, Instant now) => Answer.JsonAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("now", Iso(now));
        json.WriteEndObject();
    });

    private static Duration? ReadDuration(string? text) =>
        TimeSpan.TryParseExact(text, [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"], CultureInfo.InvariantCulture, out var time)
        && Duration.FromTimeSpan(time) is var duration && duration <= LongestAdvance
            ? duration
            : null;

    private static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static void WriteArray<T>(Utf8JsonWriter json, IReadOnlyList<T> items, Action<T> members)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
