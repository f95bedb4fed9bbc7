using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;

namespace Curbside.Consults;

/// <summary>Carries out what was decided, and what a crash left undone of it.</summary>
internal sealed partial class ConsultDesk
{
    /// <returns>The state once that is done.</returns>
    private async Task<Loaded> CarryOutAsync(ConsultId id, Saved saved, Conversation? talk, CancellationToken stop)
    {
        var state = saved.State;
        try
        {
            await CarryOutAsync(id, state.Stored.Consult, saved.Effects, talk, stop);
            if (saved.Effects.Count > 0)
            {
                state = await MarkAsync(id, [.. saved.Effects.Select(effect => effect.Key)], state, stop);
            }
        }
        finally
        {
            saved.Effects.ForEach(effect => _inHand.Leave(effect.Key));
        }

        var consult = saved.State.Stored;
        await _timekeeper.WakeAtAsync(id, consult.Consult.Over ? null : consult.Deadline);
        return state;
    }

    /// <returns>The state once that is done.</returns>
    private async Task<Loaded> FinishAsync(ConsultId id, Loaded state, string? eventId, Conversation? talk, bool takeOver, CancellationToken stop)
    {
        var now = _clock.GetCurrentInstant();
        var wanted = state.Stored.Outstanding.Where(item => takeOver || eventId is not null || item.LookAt <= now).Select(item => item.Key).ToList();
        if (wanted.Count == 0)
        {
            return state;
        }

        var rows = await _store.QueryAsync(Table.Consults, id.Value, RowKeys.FirstMessage, RowKeys.AfterMessages, stop);
        var effects = rows.Where(row => wanted.Contains(row.Key))
            .Select(row => (row.Key, Stored: StoredForm.Read<StoredEffect>(row.Body)))
            .Where(effect => eventId is null || effect.Stored.EventId == eventId)
            .OrderBy(effect => wanted.IndexOf(effect.Key));
        var done = wanted.Where(key => rows.All(row => row.Key != key)).ToList();
        foreach (var (key, effect) in effects)
        {
            if (_inHand.Take(key))
            {
                try
                {
                    await CarryOutAsync(id, state.Stored.Consult, key, effect, talk, stop);
                    done.Add(key);
                }
                finally
                {
                    _inHand.Leave(key);
                }
            }
        }

        return done.Count > 0 ? await MarkAsync(id, done, state, stop) : state;
    }

    /// <summary>
    /// What is done in different places does not wait for each other: each is a write of its own, and a disk or a network takes several at once. What is told to
    /// one phone is told in its order, and a consult is forgotten when all else is done.
    /// </summary>
    private async Task CarryOutAsync(ConsultId id, Consult consult, List<(string Key, StoredEffect Stored)> effects, Conversation? talk, CancellationToken stop)
    {
        var people = await RosterAsync(consult, stop);
        foreach (var together in effects.GroupBy(effect => effect.Stored.Effect is Effect.Forget).OrderBy(isLast => isLast.Key))
        {
            await Task.WhenAll(together.GroupBy(effect => PlaceOf(effect.Stored.Effect, consult, people)).Select(InOrderAsync));
        }

        async Task InOrderAsync(IEnumerable<(string Key, StoredEffect Stored)> inOnePlace)
        {
            foreach (var (key, effect) in inOnePlace)
            {
                await CarryOutAsync(id, consult, key, effect, talk, stop);
            }
        }
    }

    /// <summary>Where an effect is carried out: at a phone, in a person's calendar or load.</summary>
    private static string PlaceOf(Effect effect, Consult consult, Roster people) => effect switch
    {
        Effect.Tell tell => people[tell.To].Phone.Value,
        Effect.CloseLetter close => people[close.On].Phone.Value,
        Effect.MailInvite invite => people[invite.To].Phone.Value,
        Effect.StartConsult => people[consult.Request.Asker].Phone.Value,
        Effect.ReleaseSlots release => $"time of {release.Reservation.Person}",
        Effect.CountLoad load => $"load of {load.Person}",
        _ => effect.GetType().Name,
    };

    /// <summary>Each effect may be carried out twice and then changes nothing the second time: its row's key is the id of the event that it becomes elsewhere.</summary>
    private async Task CarryOutAsync(ConsultId id, Consult consult, string key, StoredEffect stored, Conversation? talk, CancellationToken stop)
    {
        switch (stored.Effect)
        {
            case Effect.Tell tell:
                var told = new PhoneEvent.Told(
                    id, consult.Request.Kind, tell.Message, tell.Question, tell.Closes, tell.Turn, Drill.PartOf(consult.Request, tell.To), tell.Brief);
                await ToPhoneAsync(consult, tell.To, $"{id} {key}", told, talk, stop);
                break;
            case Effect.CloseLetter close:
                var closed = new PhoneEvent.LetterClosed(id, close.Turn, Drill.PartOf(consult.Request, close.On));
                await ToPhoneAsync(consult, close.On, $"{id} {key}", closed, talk, stop);
                break;
            case Effect.MailInvite invite:
                var other = PersonName.Of((await RosterAsync(consult, stop))[invite.Other]);
                var drill = Drill.PartOf(consult.Request, invite.To);
                var invitation = new Invitation(
                    other, _clock.GetCurrentInstant(), invite.Start, invite.End, invite.Modality, invite.Sequence, invite.Cancelled, drill);
                await ToPhoneAsync(consult, invite.To, $"{id} {key}", new PhoneEvent.Invited(id, invite.Message, invitation), talk, stop);
                break;
            case Effect.ReleaseSlots release:
                await _slots.ReleaseAsync(release.Reservation, stop);
                break;
            case Effect.CountLoad load:
                await _people.CountLoadAsync(load.Person, id, load.Start, stop);
                break;
            case Effect.RevokeLink revoke:
                await _links.RevokeAsync(id, revoke.Person, stop);
                break;
            case Effect.StartConsult start:
                await HandleAsync(start.Id, $"{id} {key}", start.Request, talk, stop);
                break;
            case Effect.Forget:
                await _store.CommitAsync(Table.Open, OpenPartition, [new Write.Delete(id.Value)], stop);
                break;
            default:
                throw new InvalidOperationException($"Nothing carries out {stored.Effect.GetType().Name}.");
        }
    }

    private async Task<Roster> RosterAsync(Consult consult, CancellationToken stop) => Drill.RosterFor(consult.Request, await _people.CurrentAsync(stop));

    private async Task ToPhoneAsync(Consult consult, PersonId to, string eventId, PhoneEvent happened, Conversation? talk, CancellationToken stop)
    {
        var person = (await RosterAsync(consult, stop))[to];
        await _phones.HandleAsync(person.Phone, eventId, happened, talk, stop);
    }

    private async Task CarryOutForPhoneAsync(PhoneEffect effect, string eventId, Conversation? talk, CancellationToken stop)
    {
        switch (effect)
        {
            case PhoneEffect.ForConsult consult:
                // The same consult takes no event of one name twice, and may have an answer from either side in one text.
                await HandleAsync(consult.Consult, consult.Drill == DrillPart.StandIn ? $"{eventId} stand-in" : eventId, consult.Happened, talk, stop);
                break;
            case PhoneEffect.ReachChanged reach:
                await _people.SetReachAsync(reach.Person, reach.Reach, stop);
                break;
            case PhoneEffect.TellManager tell:
                var manager = (await _people.CurrentAsync(stop))[tell.Manager];
                await _phones.HandleAsync(manager.Phone, $"{eventId} to manager", new PhoneEvent.LineTold(tell.Message), talk, stop);
                break;
            default:
                throw new InvalidOperationException($"Nothing carries out {effect.GetType().Name}.");
        }
    }

    /// <summary>What is carried out leaves the outbox.</summary>
    /// <param name="state">As it was last known; should it have changed since, it is read again.</param>
    /// <returns>The state once that is done.</returns>
    private async Task<Loaded> MarkAsync(ConsultId id, IReadOnlyCollection<string> done, Loaded state, CancellationToken stop)
    {
        using var turn = await _locks.EnterAsync(id.Value);
        for (var attempt = 0; ; attempt++)
        {
            var marked = state.Stored with { Outstanding = [.. state.Stored.Outstanding.Where(item => !done.Contains(item.Key))] };
            List<Write> writes =
                [new Write.Replace(RowKeys.State, StoredForm.Write(marked), state.Version, marked.Due), .. done.Select(key => new Write.Delete(key))];
            if (await _store.CommitAsync(Table.Consults, id.Value, writes, stop) is Commit.Done { Versions: var versions })
            {
                return new Loaded(marked, versions[0]);
            }

            await Jitter.WaitAsync(attempt, stop);
            if (await LoadAsync(id, stop) is not { } changed)
            {
                return new Loaded(marked, state.Version);
            }

            state = changed;
        }
    }
}
