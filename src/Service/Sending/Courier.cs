using System.Diagnostics;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Links;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;
using Curbside.Telemetry;
using NodaTime;

namespace Curbside.Sending;

/// <summary>Takes what leaves a phone's outbox to the carrier or the mail service, and writes down how it ended.</summary>
internal sealed class Courier(ITextSender texts, IMailSender mails, LinkBook links, PolicyBook policies)
{
    /// <summary>The trouble of a text that the carrier refused because of an opt-out.</summary>
    public const string CarrierOptOut = "opted out at the carrier";

    /// <summary>About a day of trying, with the growing pauses of <see cref="Backoff"/>; then it counts as failed.</summary>
    private const int MostAttempts = 30;

    public static Duration Backoff(int attempts) => Duration.FromSeconds(Math.Min(15 * Math.Pow(2, Math.Min(attempts, 8)), 3600));

    /// <summary>The text as it is read: with the link in it.</summary>
    public async Task<string> RenderAsync(PhoneNumber to, Outgoing.Text text, CancellationToken stop) =>
        text.Consult is { } consult ? await WithLinkAsync(text.Body, consult, Drill.PersonOn(to, text.Drill), stop) : text.Body;

    public async Task<Attempt> SendAsync(PhoneNumber phone, string key, StoredMessage message, CancellationToken stop)
    {
        var channel = message.Outgoing is Outgoing.Email ? "mail" : "text";
        using var span = ConsultOf(message.Outgoing) is { } consult ? Traces.Start($"{channel} send", consult, ActivityKind.Client) : null;
        SendOutcome outcome;
        try
        {
            outcome = message.Outgoing switch
            {
                Outgoing.Text text => await texts.SendAsync(await TextAsync(phone, key, text, message.At, stop), stop),
                Outgoing.Email mail => await mails.SendAsync(await MailAsync(phone, key, mail, stop), stop),
                _ => throw new InvalidOperationException($"Nothing sends {message.Outgoing.GetType().Name}."),
            };
        }
        catch (Exception trouble) when (IsOnTheWay(trouble))
        {
            // Nobody knows whether it was taken; before it is tried again, that is asked.
            outcome = NotNow(message, trouble);
        }

        Measures.Handed(channel, outcome);
        return new Attempt(After(message, outcome), outcome is SendOutcome.TryLater later ? later.Trouble : null);
    }

    /// <summary>Asks whether it was taken already, and only otherwise sends it.</summary>
    public async Task<Attempt> SettleAsync(PhoneNumber phone, string key, StoredMessage message, CancellationToken stop)
    {
        string? taken;
        try
        {
            taken = message.Outgoing switch
            {
                Outgoing.Text text => await texts.FindAsync(await TextAsync(phone, key, text, message.At, stop), stop),
                Outgoing.Email mail => await mails.FindAsync(await MailAsync(phone, key, mail, stop), stop),
                _ => null,
            };
        }
        catch (Exception trouble) when (IsOnTheWay(trouble))
        {
            // Who cannot be asked is not sent to either, and other things that are for this phone do not wait for it.
            return new Attempt(After(message, NotNow(message, trouble)), null);
        }

        return taken is null
            ? await SendAsync(phone, key, message, stop)
            : new Attempt(message with { Status = SendStatus.Sent, ProviderId = taken, Trouble = null }, null);
    }

    private static bool IsOnTheWay(Exception trouble) => trouble is HttpRequestException or TimeoutException or IOException and not StoreUnavailableException;

    private static SendOutcome.TryLater NotNow(StoredMessage message, Exception trouble) => new(Backoff(message.Attempts), trouble.GetType().Name);

    private static StoredMessage After(StoredMessage message, SendOutcome outcome)
    {
        var tried = message with { Attempts = message.Attempts + 1 };
        return outcome switch
        {
            SendOutcome.Sent sent => tried with { Status = SendStatus.Sent, ProviderId = sent.ProviderId, Trouble = null },
            SendOutcome.OptedOut => tried with { Status = SendStatus.Failed, Trouble = CarrierOptOut },
            SendOutcome.Unreachable unreachable => tried with { Status = SendStatus.Failed, Trouble = unreachable.Reason },
            SendOutcome.TryLater later when tried.Attempts < MostAttempts => tried with { Status = SendStatus.Waiting, Trouble = later.Reason },
            SendOutcome.TryLater later => tried with { Status = SendStatus.Failed, Trouble = later.Reason },
            _ => throw new InvalidOperationException($"No meaning for {outcome.GetType().Name}."),
        };
    }

    private static ConsultId? ConsultOf(Outgoing outgoing) => outgoing switch
    {
        Outgoing.Text text => text.Consult,
        Outgoing.Email mail => mail.Consult,
        _ => null,
    };

    private async Task<TextToSend> TextAsync(PhoneNumber to, string key, Outgoing.Text text, Instant since, CancellationToken stop) =>
        new(key, to.Value, await RenderAsync(to, text, stop), since, text.Urgent);

    private async Task<MailToSend> MailAsync(PhoneNumber phone, string key, Outgoing.Email mail, CancellationToken stop)
    {
        var body = mail.Consult is { } consult ? await WithLinkAsync(mail.Mail.Text, consult, Drill.PersonOn(phone, mail.Drill), stop) : mail.Mail.Text;
        var practice = (await policies.CurrentAsync(stop)).Practice;
        Attachment[] attachments = mail is { Invitation: { } invitation, Consult: { } about }
            ? [new Attachment("invite.ics", $"text/calendar; method={CalendarFile.Method(invitation)}", CalendarFile.Write(about, invitation, mail.Address, practice))]
            : [];
        return new MailToSend(key, mail.Address, mail.Mail.Subject, body, attachments);
    }

    private async Task<string> WithLinkAsync(string body, ConsultId consult, PersonId person, CancellationToken stop)
    {
        if (!body.Contains(Wording.LinkMark, StringComparison.Ordinal))
        {
            return body;
        }

        var token = await links.OpenAsync(consult, person, stop);
        var practice = (await policies.CurrentAsync(stop)).Practice;
        return body.Replace(Wording.LinkMark, Messages.Links.At(practice.PublicUrl, token), StringComparison.Ordinal);
    }
}

/// <summary>How far something that leaves got.</summary>
/// <param name="Trouble">Why it did not go out, where only a person can mend that.</param>
internal sealed record Attempt(StoredMessage Message, ServiceTrouble? Trouble);
