using System.Collections.Concurrent;
using Curbside.Consults;
using Curbside.Sending;
using Curbside.Timekeeping;
using NodaTime;

namespace Curbside.Conversations;

/// <summary>A clock that stands still until it is told otherwise.</summary>
internal sealed class StoppedClock(Instant start) : IClock
{
    public Instant Now { get; set; } = start;

    public Instant GetCurrentInstant() => Now;
}

/// <summary>The deadlines are in the store; the story advances to them by hand.</summary>
internal sealed class NoTimekeeper : ITimekeeper
{
    public Task WakeAtAsync(ConsultId consult, Instant? at) => Task.CompletedTask;
}

/// <summary>A carrier and a mail service in memory, which outlive the program as strangers would.</summary>
internal sealed class FakeProviders : ITextSender, IMailSender
{
    private readonly ConcurrentDictionary<string, List<Heard>> _threads = new();
    private readonly ConcurrentDictionary<string, List<Received>> _mailboxes = new();
    private readonly ConcurrentDictionary<string, byte> _unreachable = new();
    private readonly ConcurrentDictionary<string, byte> _taken = new();

    public ConcurrentQueue<(string To, string Key, DeliveryReport Report)> Reports { get; } = new();

    public void SetReachable(string phone, bool reachable)
    {
        if (reachable)
        {
            _unreachable.TryRemove(phone, out _);
        }
        else
        {
            _unreachable[phone] = 0;
        }
    }

    public IReadOnlyList<Heard> Thread(string phone) => Copy(_threads.GetOrAdd(phone, _ => []));

    public IReadOnlyList<Received> Mailbox(string address) => Copy(_mailboxes.GetOrAdd(address, _ => []));

    /// <summary>Takes a text, from a sender or out of the answer to a webhook, and owes a report of it.</summary>
    public void Take(string to, string key, string body)
    {
        _taken[key] = 0;
        var delivered = !_unreachable.ContainsKey(to);
        if (delivered)
        {
            Add(_threads.GetOrAdd(to, _ => []), new Heard(key, body));
        }

        Reports.Enqueue((to, key, delivered ? DeliveryReport.Delivered : DeliveryReport.Undeliverable));
    }

    public Task<SendOutcome> SendAsync(TextToSend text, CancellationToken stop)
    {
        Take(text.To, text.Key, text.Body);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent($"SM{text.Key}"));
    }

    public Task<string?> FindAsync(TextToSend text, CancellationToken stop) =>
        Task.FromResult(_taken.ContainsKey(text.Key) ? $"SM{text.Key}" : null);

    public Task<SendOutcome> SendAsync(MailToSend mail, CancellationToken stop)
    {
        var attachments = mail.Attachments.Select(attachment => attachment.Content).ToList();
        Add(_mailboxes.GetOrAdd(mail.To, _ => []), new Received(mail.Subject, mail.Text, attachments));
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent($"mail {mail.Key}"));
    }

    public Task<string?> FindAsync(MailToSend mail, CancellationToken stop) => Task.FromResult<string?>(null);

    private static void Add<T>(List<T> list, T item)
    {
        lock (list)
        {
            list.Add(item);
        }
    }

    private static List<T> Copy<T>(List<T> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }
}
