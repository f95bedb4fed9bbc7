using System.Net;
using System.Text;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Sending;
using Curbside.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Curbside.Functions.Email;

public sealed class SendGridMailTests : IDisposable
{
    private static readonly MailToSend Mail = new(
        "m-1",
        "maya@example.org",
        "Booked",
        "Dr Ng calls you.\nToday <3:30p>.\n\nNotes: https://curbside.example.org/c/a&b",
        [new Attachment("invite.ics", "text/calendar; method=REQUEST", "BEGIN:VCALENDAR é")]);

    private readonly FakeSendGrid _sendGrid = new();
    private readonly KeptLog<SendGridMail> _log = new();

    public void Dispose() => _sendGrid.Dispose();

    [Fact]
    public async Task A_mail_has_a_text_an_html_part_the_calendar_entry_and_its_key()
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await Mails().SendAsync(Mail, default));

        Assert.Equal("id1", sent.ProviderId);
        var mail = Assert.Single(_sendGrid.Mails);
        Assert.Equal("m-1", FakeSendGrid.KeyOf(mail));
        Assert.Equal(("curbside@example.org", "Booked"), (mail.GetProperty("from").GetProperty("email").GetString(), mail.GetProperty("subject").GetString()));
        Assert.Equal(
            [
                ("text/plain", Mail.Text),
                ("text/html", """
                    <!doctype html><html lang="en"><body style="font-family:sans-serif"><p>Dr Ng calls you.<br>Today &lt;3:30p&gt;.</p><p>Notes: <a href="https://curbside.example.org/c/a&amp;b">https://curbside.example.org/c/a&amp;b</a></p></body></html>
                    """),
            ],
            mail.GetProperty("content").EnumerateArray().Select(part => (part.GetProperty("type").GetString()!, part.GetProperty("value").GetString()!)));
        var attachment = mail.GetProperty("attachments")[0];
        Assert.Equal("text/calendar; method=REQUEST", attachment.GetProperty("type").GetString());
        Assert.Equal("BEGIN:VCALENDAR é", Encoding.UTF8.GetString(attachment.GetProperty("content").GetBytesFromBase64()));
    }

    [Fact]
    public async Task Nothing_about_a_mail_is_tracked()
    {
        await Mails().SendAsync(Mail, default);

        var tracking = Assert.Single(_sendGrid.Mails).GetProperty("tracking_settings");
        Assert.Equal(
            ["click_tracking", "ganalytics", "open_tracking", "subscription_tracking"],
            tracking.EnumerateObject().Select(setting => setting.Name).Order());
        Assert.All(tracking.EnumerateObject(), setting => Assert.False(setting.Value.GetProperty("enable").GetBoolean()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_the_sandbox_nothing_is_delivered(bool sandbox)
    {
        await Mails(FakeSendGrid.Options with { Sandbox = sandbox }).SendAsync(Mail, default);

        Assert.Equal(
            sandbox, Assert.Single(_sendGrid.Mails).GetProperty("mail_settings").GetProperty("sandbox_mode").GetProperty("enable").GetBoolean());
    }

    [Theory]
    [InlineData(408, typeof(SendOutcome.TryLater), 0)]
    [InlineData(429, typeof(SendOutcome.TryLater), 0)]
    [InlineData(500, typeof(SendOutcome.TryLater), 0)]
    [InlineData(503, typeof(SendOutcome.TryLater), 0)]
    [InlineData(401, typeof(SendOutcome.TryLater), 1)]
    [InlineData(403, typeof(SendOutcome.TryLater), 1)]
    [InlineData(400, typeof(SendOutcome.Unreachable), 1)]
    [InlineData(413, typeof(SendOutcome.Unreachable), 1)]
    public async Task A_refusal_has_its_meaning(int status, Type outcome, int errors)
    {
        _sendGrid.Answers = (HttpStatusCode)status;

        Assert.IsType(outcome, await Mails().SendAsync(Mail, default));
        Assert.Equal(errors, _log.Lines.Count(line => line.Level == LogLevel.Error));
        Assert.DoesNotContain(_log.Lines, line => line.Text.Contains("maya", StringComparison.Ordinal));
    }

    private SendGridMail Mails(SendGridOptions? options = null)
    {
        options ??= FakeSendGrid.Options;
        var policies = new PolicyBook(new MemoryStore(), new StoppedClock(Instant.FromUtc(2026, 1, 5, 21, 0)), Duration.FromHours(1), PolicyFile.Default);
        return new SendGridMail(SendGridMail.Open(options, new HttpClient(_sendGrid)), options, policies, _log);
    }
}
