using Curbside.Consults;
using Curbside.People;
using Curbside.Sending;
using Curbside.Storage;

namespace Curbside.Phones;

/// <summary>Carries out what was decided and sends what it says, and finishes what a crash or a carrier's trouble left undone of it.</summary>
internal sealed partial class PhoneLine
{
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
                talk!.LeadsToOne = saved.Event.Effects.Length == 1;
                talk.Happened = saved.Event;
            }

            foreach (var effect in saved.Event.Effects)
            {
                await Elsewhere(effect, eventId, talk, stop);
            }

            var sent = new List<Outbound>();
            var troubles = new HashSet<ServiceTrouble>();
            foreach (var outbound in saved.Outbound.Where(outbound => outbound.Message.Status == SendStatus.Claimed))
            {
                var attempt = await courier.SendAsync(number, outbound.Key, outbound.Message, stop);
                sent.Add(outbound with { Message = attempt.Message });
                if (attempt.Trouble is { } trouble)
                {
                    troubles.Add(trouble);
                }
            }

            await FailAllAsync(number, sent, stop);
            var effectsDone = !saved.Event.Effects.IsEmpty && !(opensTalk && talk!.Settled);
            if (sent.Count > 0 || effectsDone)
            {
                await MarkAsync(number, sent, [], effectsDone ? saved.Event : null, saved, stop);
            }

            foreach (var trouble in troubles)
            {
                await TellManagersAsync(trouble, stop);
            }
        }
        finally
        {
            inHand.Leave(saved.Event.Key);
            foreach (var outbound in saved.Outbound.Where(outbound => outbound.Message.Status == SendStatus.Claimed))
            {
                inHand.Leave(outbound.Key);
            }
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
        var keys =
            from row in await store.QueryAsync(Table.Phones, number.Value, RowKeys.FirstMessage, RowKeys.AfterMessages, stop)
            let message = StoredForm.Read<StoredMessage>(row.Body)
            where message.ReplyTo == talk.MessageSid
            orderby message.At, message.Order
            select row.Key;
        foreach (var key in keys.ToList())
        {
            // Whoever has it in hand sends it.
            if (!inHand.Take(key))
            {
                continue;
            }

            talk.Hold([key]);
            if (await store.GetAsync(Table.Phones, number.Value, key, stop) is { } row
                && StoredForm.Read<StoredMessage>(row.Body) is { Outgoing: Outgoing.Text text, Attempts: 0 })
            {
                talk.Add(new Reply(key, await courier.RenderAsync(number, text, stop)));
            }
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
            await MarkAsync(number, [], [key], null, null, stop);
            return;
        }

        var message = StoredForm.Read<StoredMessage>(row.Body);
        var settled = message.Status is SendStatus.Claimed or SendStatus.Replied or SendStatus.Waiting
            ? await courier.SettleAsync(number, key, message, stop)
            : new Attempt(message, null);
        var outbound = new Outbound(key, settled.Message, row.Version);
        await FailAllAsync(number, [outbound], stop);
        await MarkAsync(number, [outbound], [], null, null, stop);
        if (settled.Trouble is { } trouble)
        {
            await TellManagersAsync(trouble, stop);
        }
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

        await MarkAsync(number, [], [], happened, null, stop);
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
    /// <param name="carriedOut">An event all of whose effects are.</param>
    /// <returns>Whether nobody else knew more of a message meanwhile; what they wrote stands.</returns>
    private async Task<bool> MarkAsync(
        PhoneNumber number, IReadOnlyCollection<Outbound> messages, IReadOnlyCollection<string> done, StoredEvent? carriedOut, Saved? saved, CancellationToken stop)
    {
        using var turn = await _locks.EnterAsync(number.Value);
        var (stored, version) = saved is null ? (null, "") : (saved.Stored, saved.Version);
        var newest = true;
        for (var attempt = 0; ; attempt++)
        {
            if (stored is null)
            {
                if (await LoadAsync(number, stop) is not { } loaded)
                {
                    return newest;
                }

                (stored, version) = (loaded.Stored, loaded.Version);
            }

            var finished = messages.Where(message => message.Message.Status != SendStatus.Waiting).Select(message => message.Key).Concat(done).ToHashSet();
            if (carriedOut is not null)
            {
                finished.Add(carriedOut.Key);
            }

            var waiting = messages.Where(message => message.Message.Status == SendStatus.Waiting)
                .Select(message => new Outstanding(message.Key, clock.GetCurrentInstant() + Courier.Backoff(message.Message.Attempts))).ToList();
            var marked = stored.Without([.. finished, .. waiting.Select(item => item.Key)]);
            marked = marked with { Outstanding = marked.Outstanding.AddRange(waiting) };
            List<Write> writes =
            [
                .. messages.Select(message => new Write.Replace(message.Key, StoredForm.Write(message.Message), message.Version)),
                .. carriedOut?.WithoutWords() ?? [],
            ];
            if (marked.Outstanding.Length != stored.Outstanding.Length || waiting.Count > 0)
            {
                writes.Add(new Write.Replace(RowKeys.State, StoredForm.Write(marked), version, marked.Due));
            }

            if (writes.Count == 0 || await store.CommitAsync(Table.Phones, number.Value, writes, stop) is not Commit.Changed { Key: var changed })
            {
                return newest;
            }

            if (changed != RowKeys.State)
            {
                // Someone knew sooner how that message ended: a report overtook us. Theirs stands.
                newest = false;
                messages = [.. messages.Where(message => message.Key != changed)];
                done = [.. done, changed];
            }

            stored = null;
            await Jitter.WaitAsync(attempt, stop);
        }
    }
}
