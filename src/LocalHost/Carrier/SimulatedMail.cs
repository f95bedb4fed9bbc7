using System.Text.Json;
using System.Text.Json.Serialization;
using Curbside.Sending;
using NodaTime;

namespace Curbside.LocalHost.Carrier;

internal sealed record MailInBox(string Id, string Key, string Subject, string Text, IReadOnlyList<MailAttachment> Attachments, Instant At);

internal sealed record MailAttachment(string Name, string Content);

/// <summary>A mail service with simulated mailboxes. It takes every mail, as often as it is given.</summary>
internal sealed partial class SimulatedMail(CarrierDatabase database, IClock clock) : IMailSender
{
    public Task<SendOutcome> SendAsync(MailToSend mail, CancellationToken stop)
    {
        var id = ProviderId.New("EM");
        var attachments = mail.Attachments.Select(attachment => new MailAttachment(attachment.Name, attachment.Content)).ToArray();
        lock (database.Turn)
        {
            database.Run("INSERT INTO mails (id, mailbox, key, subject, body, attachments, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .Bind(1, id).Bind(2, mail.To).Bind(3, mail.Key).Bind(4, mail.Subject).Bind(5, mail.Text)
                .Bind(6, JsonSerializer.Serialize(attachments, Form.Default.MailAttachmentArray))
                .Bind(7, clock.GetCurrentInstant().ToUnixTimeTicks()).Execute();
        }

        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(id));
    }

    public Task<string?> FindAsync(MailToSend mail, CancellationToken stop)
    {
        lock (database.Turn)
        {
            var found = database.Run("SELECT id FROM mails WHERE mailbox = ?1 AND key = ?2 ORDER BY n LIMIT 1")
                .Bind(1, mail.To).Bind(2, mail.Key);
            return Task.FromResult(found.List(row => row.Text(0)).SingleOrDefault());
        }
    }

    /// <summary>The mails of an address, the oldest first.</summary>
    public IReadOnlyList<MailInBox> Read(string address)
    {
        lock (database.Turn)
        {
            var read = database.Run("SELECT id, key, subject, body, attachments, at FROM mails WHERE mailbox = ?1 ORDER BY n").Bind(1, address);
            return read.List(row => new MailInBox(
                row.Text(0),
                row.Text(1),
                row.Text(2),
                row.Text(3),
                JsonSerializer.Deserialize(row.Text(4), Form.Default.MailAttachmentArray)!,
                Instant.FromUnixTimeTicks(row.Number(5))));
        }
    }

    /// <summary>Every address that ever got mail, with how many.</summary>
    public IReadOnlyList<(string Address, int Mails)> Mailboxes()
    {
        lock (database.Turn)
        {
            return database.Run("SELECT mailbox, count(*) FROM mails GROUP BY mailbox ORDER BY mailbox")
                .List(row => (row.Text(0), (int)row.Number(1)));
        }
    }

    [JsonSerializable(typeof(MailAttachment[]))]
    private sealed partial class Form : JsonSerializerContext;
}
