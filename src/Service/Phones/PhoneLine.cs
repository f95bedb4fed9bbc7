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
internal sealed class PhoneLine(IStore store, IClock clock, PeopleBook people, PolicyBook policies, Courier courier, InHand inHand)
{
    /// <summary>Rows of events and messages are kept this long, for replays and for "was it delivered?".</summary>
    private static readonly Duration Kept = Duration.FromDays(30);

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
        if (await store.GetAsync(Table.Phones, number.Value, key, stop) is not { } row)
        {
            return;
        }

        var message = StoredForm.Read<StoredMessage>(row.Body);
        if (message.Status is SendStatus.Delivered or SendStatus.Failed)
        {
            return;
        }

        var delivered = report == DeliveryReport.Delivered;
        if (!delivered && message.Outgoing is Outgoing.Text text)
        {
            await FailAsync(number, key, text, report == DeliveryReport.OptedOut, stop);
        }

        var marked = message with { Status = delivered ? SendStatus.Delivered : SendStatus.Failed, Trouble = reason };
        await MarkAsync(number, [new Outbound(key, marked, row.Version)], [], null, stop);
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
            var effects = decision.Effects.ToImmutableArray();
            var key = RowKeys.Event(eventId);
            var stored = (loaded?.Stored ?? new StoredPhone(decision.State, Outstanding.None, null)) with { Phone = decision.State };
            var settles = replies && talk!.LeadsToOne && !talk.Settled && eventId != talk.MessageSid;
            stored = stored.Without(settles ? [RowKeys.Event(talk!.MessageSid)] : []);
            stored = stored with
            {
                Outstanding = stored.Outstanding
                    .AddRange(messages.Select(message => new Outstanding(message.Key, now + Outstanding.Claim)))
                    .AddRange(effects.IsEmpty ? Outstanding.None : [new Outstanding(key, now + Outstanding.Claim)]),
                CleanAt = stored.CleanAt ?? now + Kept,
            };
            var body = StoredForm.Write(stored);
            List<Write> writes =
            [
                loaded is null ? new Write.Insert(RowKeys.State, body, stored.Due) : new Write.Replace(RowKeys.State, body, loaded.Version, stored.Due),
                new Write.Insert(key, StoredForm.Write(new StoredEvent(eventId, now, effects))),
                .. messages.Select(message => new Write.Insert(message.Key, StoredForm.Write(message.Message))),
            ];
            switch (await store.CommitAsync(Table.Phones, number.Value, writes, stop))
            {
                case Commit.Done done:
                    messages.ForEach(message => inHand.Take(message.Key));
                    inHand.Take(key);
                    if (settles)
                    {
                        talk!.Settled = true;
                    }

                    var outbound = messages.Select((message, n) => new Outbound(message.Key, message.Message, done.Versions[2 + n])).ToList();
                    return new Saved(stored, done.Versions[0], key, effects, outbound);
                case Commit.Exists { Key: var exists } when exists == key:
                    return null;
                default:
                    await Jitter.WaitAsync(attempt, stop);
                    break;
            }
        }
    }

    private async Task CarryOutAsync(PhoneNumber number, string eventId, Saved saved, Conversation? talk, CancellationToken stop)
    {
        try
        {
            foreach (var reply in saved.Outbound.Where(outbound => outbound.Message.Status == SendStatus.Replied))
            {
                talk!.Add(new Reply(reply.Key, await courier.RenderAsync(number, (Outgoing.Text)reply.Message.Outgoing, stop)));
            }

            var opensTalk = talk?.With == number && talk.MessageSid == eventId;
            if (opensTalk)
            {
                talk!.LeadsToOne = saved.Effects.Length == 1;
            }

            foreach (var effect in saved.Effects)
            {
                await Elsewhere(effect, eventId, talk, stop);
            }

            var sent = new List<Outbound>();
            foreach (var outbound in saved.Outbound.Where(outbound => outbound.Message.Status == SendStatus.Claimed))
            {
                sent.Add(outbound with { Message = await courier.SendAsync(number, outbound.Key, outbound.Message, stop) });
            }

            await FailAllAsync(number, sent, stop);
            var effectsDone = !saved.Effects.IsEmpty && !(opensTalk && talk!.Settled);
            if (sent.Count > 0 || effectsDone)
            {
                await MarkAsync(number, sent, effectsDone ? [saved.EventKey] : [], saved, stop);
            }
        }
        finally
        {
            inHand.Leave(saved.EventKey);
            saved.Outbound.ForEach(outbound => inHand.Leave(outbound.Key));
        }
    }

    /// <summary>A webhook that is delivered twice gets the same answer, and finishes what its first delivery did not.</summary>
    private async Task RepeatAsync(PhoneNumber number, string eventId, Conversation? talk, CancellationToken stop)
    {
        if (talk?.With == number && talk.MessageSid == eventId)
        {
            await RenderAgainAsync(number, talk, stop);
        }

        var key = RowKeys.Event(eventId);
        if (inHand.Take(key))
        {
            try
            {
                await FinishEffectsAsync(number, key, talk, stop);
            }
            finally
            {
                inHand.Leave(key);
            }
        }
    }

    /// <summary>What the text was answered with before. An answer that was lost and sent by itself since is not said a second time.</summary>
    private async Task RenderAgainAsync(PhoneNumber number, Conversation talk, CancellationToken stop)
    {
        var replies =
            from row in await store.QueryAsync(Table.Phones, number.Value, RowKeys.FirstMessage, RowKeys.AfterMessages, stop)
            let message = StoredForm.Read<StoredMessage>(row.Body)
            where message.ReplyTo == talk.MessageSid && message is { Outgoing: Outgoing.Text, Attempts: 0 }
            orderby message.At, message.Order
            select (row.Key, (Outgoing.Text)message.Outgoing);
        foreach (var (key, text) in replies.ToList())
        {
            talk.Add(new Reply(key, await courier.RenderAsync(number, text, stop)));
        }
    }

    private async Task FinishAsync(PhoneNumber number, string key, CancellationToken stop)
    {
        if (key.StartsWith(RowKeys.FirstEvent, StringComparison.Ordinal))
        {
            await FinishEffectsAsync(number, key, null, stop);
            return;
        }

        if (await store.GetAsync(Table.Phones, number.Value, key, stop) is not { } row)
        {
            await MarkAsync(number, [], [key], null, stop);
            return;
        }

        var message = StoredForm.Read<StoredMessage>(row.Body);
        var settled = message.Status is SendStatus.Claimed or SendStatus.Replied or SendStatus.Waiting
            ? await courier.SettleAsync(number, key, message, stop)
            : message;
        var outbound = new Outbound(key, settled, row.Version);
        await FailAllAsync(number, [outbound], stop);
        await MarkAsync(number, [outbound], [], null, stop);
    }

    private async Task FinishEffectsAsync(PhoneNumber number, string key, Conversation? talk, CancellationToken stop)
    {
        if (await store.GetAsync(Table.Phones, number.Value, key, stop) is not { } row
            || StoredForm.Read<StoredEvent>(row.Body) is not { Effects.IsEmpty: false } happened)
        {
            return;
        }

        if (await LoadAsync(number, stop) is { Stored: var stored } && stored.Outstanding.All(item => item.Key != key))
        {
            return;
        }

        foreach (var effect in happened.Effects)
        {
            await Elsewhere(effect, happened.EventId, talk, stop);
        }

        await MarkAsync(number, [], [key], null, stop);
    }

    private async Task FailAllAsync(PhoneNumber number, IReadOnlyCollection<Outbound> sent, CancellationToken stop)
    {
        foreach (var outbound in sent)
        {
            if (outbound.Message is { Status: SendStatus.Failed, Outgoing: Outgoing.Text text })
            {
                await FailAsync(number, outbound.Key, text, outbound.Message.Trouble == Courier.CarrierOptOut, stop);
            }
        }
    }

    /// <summary>Before it is written down that the text failed, so that a crash in between tells it again and not never.</summary>
    private Task FailAsync(PhoneNumber number, string key, Outgoing.Text text, bool optedOut, CancellationToken stop) =>
        HandleAsync(number, $"failed {key}", new PhoneEvent.TextFailed(text, optedOut), null, stop);

    /// <summary>Writes down how far things got. What is finished is no longer outstanding.</summary>
    private async Task MarkAsync(
        PhoneNumber number, IReadOnlyCollection<Outbound> messages, IReadOnlyCollection<string> done, Saved? saved, CancellationToken stop)
    {
        using var turn = await _locks.EnterAsync(number.Value);
        var (stored, version) = saved is null ? (null, "") : (saved.Stored, saved.Version);
        for (var attempt = 0; ; attempt++)
        {
            if (stored is null)
            {
                if (await LoadAsync(number, stop) is not { } loaded)
                {
                    return;
                }

                (stored, version) = (loaded.Stored, loaded.Version);
            }

            var finished = messages.Where(message => message.Message.Status != SendStatus.Waiting).Select(message => message.Key).Concat(done).ToHashSet();
            var waiting = messages.Where(message => message.Message.Status == SendStatus.Waiting)
                .Select(message => new Outstanding(message.Key, clock.GetCurrentInstant() + Courier.Backoff(message.Message.Attempts))).ToList();
            var marked = stored.Without([.. finished, .. waiting.Select(item => item.Key)]);
            marked = marked with { Outstanding = marked.Outstanding.AddRange(waiting) };
            List<Write> writes = [.. messages.Select(message => new Write.Replace(message.Key, StoredForm.Write(message.Message), message.Version))];
            if (marked.Outstanding.Length != stored.Outstanding.Length || waiting.Count > 0)
            {
                writes.Add(new Write.Replace(RowKeys.State, StoredForm.Write(marked), version, marked.Due));
            }

            if (writes.Count == 0 || await store.CommitAsync(Table.Phones, number.Value, writes, stop) is not Commit.Changed { Key: var changed })
            {
                return;
            }

            if (changed != RowKeys.State)
            {
                // Someone knew sooner how that message ended: a report overtook us. Theirs stands.
                messages = [.. messages.Where(message => message.Key != changed)];
                done = [.. done, changed];
            }

            stored = null;
            await Jitter.WaitAsync(attempt, stop);
        }
    }

    private async Task CleanAsync(PhoneNumber number, Instant now, CancellationToken stop)
    {
        var old =
            (from row in await store.QueryAsync(Table.Phones, number.Value, RowKeys.FirstEvent, RowKeys.AfterEvents, stop)
             where StoredForm.Read<StoredEvent>(row.Body).At <= now - Kept
             select row.Key).Concat(
             from row in await store.QueryAsync(Table.Phones, number.Value, RowKeys.FirstMessage, RowKeys.AfterMessages, stop)
             where StoredForm.Read<StoredMessage>(row.Body).At <= now - Kept
             select row.Key).ToList();
        foreach (var batch in old.Chunk(100))
        {
            await store.CommitAsync(Table.Phones, number.Value, [.. batch.Select(key => new Write.Delete(key))], stop);
        }

        using var turn = await _locks.EnterAsync(number.Value);
        if (await LoadAsync(number, stop) is { } loaded)
        {
            var left = loaded.Stored with { CleanAt = now + Kept };
            await store.CommitAsync(
                Table.Phones, number.Value, [new Write.Replace(RowKeys.State, StoredForm.Write(left), loaded.Version, left.Due)], stop);
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

    private sealed record Saved(StoredPhone Stored, string Version, string EventKey, ImmutableArray<PhoneEffect> Effects, List<Outbound> Outbound);
}
