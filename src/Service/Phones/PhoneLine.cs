using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using Curbside.Sending;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Phones;

/// <summary>
/// The one way in to a phone line: load, decide, save state and outbox in one write, then carry out. A repeated event changes nothing; a lost race decides again.
/// </summary>
internal sealed partial class PhoneLine(IStore store, IClock clock, PeopleBook people, PolicyBook policies, Courier courier, InHand inHand)
{
    private readonly KeyedLocks _locks = new();

    /// <summary>Carries out what a phone's events lead to elsewhere. Set once, by the desk that this line works for.</summary>
    public Func<PhoneEffect, string, Conversation?, CancellationToken, Task> Elsewhere { get; set; } =
        (_, _, _, _) => throw new InvalidOperationException("Nobody carries out what phones lead to.");

    /// <summary>Handles an event, and everything that follows from it.</summary>
    /// <param name="eventId">The same id again is the same event.</param>
    public async Task HandleAsync(PhoneNumber number, string eventId, PhoneEvent happened, Conversation? talk, CancellationToken stop)
    {
        var saved = await SaveAsync(number, eventId, happened, talk, stop);
        if (saved is null)
        {
            await RepeatAsync(number, eventId, talk, stop);
            return;
        }

        await CarryOutAsync(number, eventId, saved, talk, stop);
    }

    /// <summary>The replies are given back, or lost: from now on, one that the carrier does not have is sent by itself when it is looked after.</summary>
    public void HangUp(Conversation talk)
    {
        foreach (var key in talk.Held)
        {
            inHand.Leave(key);
        }
    }

    /// <summary>Finishes what a crash or a carrier's trouble left undone, and clears away what is old.</summary>
    /// <param name="takeOver">Nobody else can be at it: claims of others are void.</param>
    public async Task AdvanceAsync(PhoneNumber number, bool takeOver, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (await LoadAsync(number, stop) is not { Stored: { } stored })
        {
            return;
        }

        foreach (var item in stored.Outstanding.Where(item => takeOver || item.LookAt <= now))
        {
            if (!inHand.Take(item.Key))
            {
                continue;
            }

            try
            {
                await FinishAsync(number, item.Key, stop);
            }
            finally
            {
                inHand.Leave(item.Key);
            }
        }

        if (stored.CleanAt <= now)
        {
            await CleanAsync(number, now, stop);
        }
    }

    /// <summary>A carrier or mail service reports what became of something it took.</summary>
    public async Task ReportAsync(PhoneNumber number, string key, DeliveryReport report, string? reason, CancellationToken stop)
    {
        var delivered = report == DeliveryReport.Delivered;
        while (await store.GetAsync(Table.Phones, number.Value, key, stop) is { } row
            && StoredForm.Read<StoredMessage>(row.Body) is { Status: not (SendStatus.Delivered or SendStatus.Failed) } message)
        {
            if (!delivered && message.Outgoing is Outgoing.Text text)
            {
                await FailAsync(number, key, text, report == DeliveryReport.OptedOut, stop);
            }

            var marked = message with { Status = delivered ? SendStatus.Delivered : SendStatus.Failed, Trouble = reason };
            if (await MarkAsync(number, [new Outbound(key, marked, row.Version)], [], null, null, stop))
            {
                return;
            }
        }
    }

    private async Task<Saved?> SaveAsync(PhoneNumber number, string eventId, PhoneEvent happened, Conversation? talk, CancellationToken stop)
    {
        using var turn = await _locks.EnterAsync(number.Value);
        for (var attempt = 0; ; attempt++)
        {
            var now = clock.GetCurrentInstant();
            var loaded = await LoadAsync(number, stop);
            var facts = await FactsAsync(number, stop);
            var decision = PhoneDecider.Decide(number, loaded?.Stored.Phone, eventId, happened, facts, now);
            var replies = talk?.With == number;
            var messages = decision.Outgoing.Select((outgoing, order) => (
                Key: RowKeys.Message(eventId, order),
                Message: new StoredMessage(
                    outgoing,
                    replies && outgoing is Outgoing.Text ? SendStatus.Replied : SendStatus.Claimed,
                    now,
                    replies ? talk!.Replies.Count + order : order,
                    replies && outgoing is Outgoing.Text ? talk!.MessageSid : null))).ToList();
            var told = new StoredEvent(eventId, now, [.. decision.Effects]);
            var key = told.Key;
            var stored = (loaded?.Stored ?? new StoredPhone(decision.State, Outstanding.None, null)) with { Phone = decision.State };
            var settles = replies && talk!.LeadsToOne && !talk.Settled && eventId != talk.MessageSid;
            stored = stored.Without(settles ? [RowKeys.Event(talk!.MessageSid)] : []);
            stored = stored with
            {
                Outstanding = stored.Outstanding
                    .AddRange(messages.Select(message => new Outstanding(message.Key, now + Outstanding.Claim)))
                    .AddRange(told.Effects.IsEmpty ? Outstanding.None : [new Outstanding(key, now + Outstanding.Claim)]),
                CleanAt = stored.CleanAt ?? now + Kept,
            };
            var body = StoredForm.Write(stored);
            List<Write> writes =
            [
                loaded is null ? new Write.Insert(RowKeys.State, body, stored.Due) : new Write.Replace(RowKeys.State, body, loaded.Version, stored.Due),
                new Write.Insert(key, StoredForm.Write(told)),
                .. settles ? talk!.Happened!.WithoutWords() : [],
                .. messages.Select(message => new Write.Insert(message.Key, StoredForm.Write(message.Message))),
            ];
            switch (await inHand.CommitAsync([key, .. messages.Select(message => message.Key)], () => store.CommitAsync(Table.Phones, number.Value, writes, stop)))
            {
                case Commit.Done done:
                    if (settles)
                    {
                        talk!.Settled = true;
                    }

                    talk?.Hold(messages.Where(message => message.Message.Status == SendStatus.Replied).Select(message => message.Key));
                    var outbound = messages.Select((message, n) => new Outbound(message.Key, message.Message, done.Versions[^(messages.Count - n)])).ToList();
                    return new Saved(stored, done.Versions[0], told, outbound);
                case Commit.Exists { Key: var exists } when exists == key:
                    return null;
                default:
                    await Jitter.WaitAsync(attempt, stop);
                    break;
            }
        }
    }

    private async Task<PhoneFacts> FactsAsync(PhoneNumber number, CancellationToken stop)
    {
        var roster = await people.CurrentAsync(stop);
        return new PhoneFacts(roster.TryFind(number, out var owner) ? owner.Person : null, roster, await policies.CurrentAsync(stop));
    }

    private async Task<Loaded?> LoadAsync(PhoneNumber number, CancellationToken stop) =>
        await store.GetAsync(Table.Phones, number.Value, RowKeys.State, stop) is { } row
            ? new Loaded(StoredForm.Read<StoredPhone>(row.Body), row.Version)
            : null;

    private sealed record Loaded(StoredPhone Stored, string Version);

    private sealed record Saved(StoredPhone Stored, string Version, StoredEvent Event, List<Outbound> Outbound);
}
