using System.Net;
using System.Text;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.Sending;
using Curbside.Web;
using Microsoft.Extensions.Logging;
using NodaTime;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Curbside.Functions.Email;

/// <summary>Sends mail through SendGrid.</summary>
/// <remarks>https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send</remarks>
internal sealed partial class SendGridMail(ISendGridClient sendGrid, SendGridOptions options, PolicyBook policies, ILogger<SendGridMail> log) : IMailSender
{
    /// <summary>Well within the minute for which a mail is claimed by whoever sends it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly Duration Later = Duration.FromSeconds(30);

    public static ISendGridClient Open(SendGridOptions options, HttpClient http)
    {
        http.Timeout = Patience;
        return new SendGridClient(http, options.ApiKey);
    }

    public async Task<SendOutcome> SendAsync(MailToSend mail, CancellationToken stop)
    {
        var practice = (await policies.CurrentAsync(stop)).Practice;
        try
        {
            var response = await sendGrid.SendEmailAsync(Message(mail, practice.Name), stop);
            return response.IsSuccessStatusCode ? new SendOutcome.Sent(IdOf(response)) : Outcome(response.StatusCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("SendGrid did not answer in time.");
        }
    }

    /// <summary>
    /// SendGrid cannot be asked: its list of mails is an addition that is paid for, and what is taken appears in it minutes later
    /// (https://www.twilio.com/docs/sendgrid/api-reference/email-activity/filter-all-messages). So a mail may come twice after a crash between sending
    /// and writing it down, unless the event of its delivery, which brings its key, comes first. An invitation that comes twice is one entry in the
    /// calendar.
    /// </summary>
    public Task<string?> FindAsync(MailToSend mail, CancellationToken stop) => Task.FromResult<string?>(null);

    private SendGridMessage Message(MailToSend mail, string practice)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(options.FromAddress, practice),
            Subject = mail.Subject,
            PlainTextContent = mail.Text,
            HtmlContent = HtmlPart.Of(mail.Text),
        };
        message.AddTo(mail.To);
        message.AddCustomArg(EmailEvents.KeyArgument, mail.Key);
        foreach (var attachment in mail.Attachments)
        {
            // "text/calendar; method=REQUEST" is taken, a charset with it is not (https://github.com/sendgrid/sendgrid-nodejs/issues/1313).
            message.AddAttachment(attachment.Name, Convert.ToBase64String(Encoding.UTF8.GetBytes(attachment.Content)), attachment.ContentType, "attachment");
        }

        // Nobody counts who reads what; and links stay as they are, which are a person's own.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.SetSubscriptionTracking(enable: false);
        message.SetGoogleAnalytics(enable: false);
        message.SetSandBoxMode(options.Sandbox);
        return message;
    }

    /// <remarks>
    /// 401: the key is wrong or may not send, or the plan's mails are used up; 403: the sender is not verified, or is blocked for a while after many bad
    /// requests (https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses,
    /// https://support.sendgrid.com/hc/en-us/articles/18322114821403-4XX-API-Errors-and-Troubleshooting-Suggestions).
    /// </remarks>
    private SendOutcome Outcome(HttpStatusCode status)
    {
        switch (status)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                LogStopped((int)status);
                var trouble = status == HttpStatusCode.Unauthorized ? LineTrouble.MailAccount : LineTrouble.MailSender;
                return new SendOutcome.TryLater(Later, $"{(int)status} refused", new ServiceTrouble(trouble, EmailEvents.Service));
            case HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError:
                return new SendOutcome.TryLater(Later, $"{(int)status}");
            default:
                LogRefused((int)status);
                return new SendOutcome.Unreachable($"{(int)status} refused");
        }
    }

    /// <summary>In sandbox mode there is none.</summary>
    private static string IdOf(Response response) =>
        response.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : "none";

    [LoggerMessage(EventId = 303, Level = LogLevel.Error, Message = "SendGrid takes no mail until somebody sees to the API key and the verified sender: {Status}.")]
    private partial void LogStopped(int status);

    [LoggerMessage(EventId = 304, Level = LogLevel.Error, Message = "SendGrid refused a mail for good: {Status}.")]
    private partial void LogRefused(int status);
}
