using System.Collections.Immutable;
using Curbside.Links;
using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;
using Curbside.Telemetry;
using Curbside.Timekeeping;
using NodaTime;

namespace Curbside.Consults;

/// <summary>
/// The one way in to a consult: load, decide, reserve time, save state and outbox in one write, then carry out what follows. A repeated event changes nothing;
/// a lost race decides again.
/// </summary>
internal sealed partial class ConsultDesk
{
    private const string OpenPartition = "open";

    private readonly IStore _store;
    private readonly IClock _clock;
    private readonly PeopleBook _people;
    private readonly PolicyBook _policies;
    private readonly SlotBook _slots;
    private readonly LinkBook _links;
    private readonly PhoneLine _phones;
    private readonly ITimekeeper _timekeeper;
    private readonly InHand _inHand;
    private readonly KeyedLocks _locks = new();

    public ConsultDesk(
        IStore store, IClock clock, PeopleBook people, PolicyBook policies, SlotBook slots, LinkBook links, PhoneLine phones, ITimekeeper timekeeper, InHand inHand)
    {
        _store = store;
        _clock = clock;
        _people = people;
        _policies = policies;
        _slots = slots;
        _links = links;
        _phones = phones;
        _timekeeper = timekeeper;
        _inHand = inHand;
        phones.Elsewhere = CarryOutForPhoneAsync;
    }

    /// <summary>The phones that this desk speaks through.</summary>
    public PhoneLine Phones => _phones;

    /// <summary>Handles an event, and everything that follows from it.</summary>
    /// <param name="eventId">The same id again is the same event.</param>
    public async Task HandleAsync(ConsultId id, string eventId, ConsultEvent happened, Conversation? talk, CancellationToken stop)
    {
        using var span = Traces.Start("consult handle", id);
        if (happened is ConsultEvent.Requested && await LoadAsync(id, stop) is null)
        {
            // Before the consult, so that whatever happens next, the sweep knows of it; not again for one that may be over.
            await _store.CommitAsync(Table.Open, OpenPartition, [new Write.Insert(id.Value, StoredForm.Write(_clock.GetCurrentInstant()))], stop);
        }

        var saved = await SaveAsync(id, eventId, happened, stop);
        if (saved is not null)
        {
            await CarryOutAsync(id, saved, talk, stop);
        }
        else if (talk is not null && await LoadAsync(id, stop) is { } first)
        {
            // A repeat: what its first delivery left undone is finished now, so that the answer is complete.
            await FinishAsync(id, first, eventId, talk, takeOver: false, stop);
        }
    }

    /// <summary>Handles what is due and finishes what a crash left undone.</summary>
    /// <param name="takeOver">Nobody else can be at it: claims of others are void.</param>
    /// <returns>When to look again; null when the consult is over.</returns>
    public async Task<Instant?> AdvanceAsync(ConsultId id, bool takeOver, CancellationToken stop)
    {
        using var span = Traces.Start("consult advance", id);
        if (await LoadAsync(id, stop) is not { } loaded)
        {
            return null;
        }

        loaded = await FinishAsync(id, loaded, null, null, takeOver, stop);
        if (!loaded.Stored.Consult.Over
            && loaded.Stored.Deadline <= _clock.GetCurrentInstant()
            && await SaveAsync(id, null, new ConsultEvent.CameDue(), stop) is { } saved)
        {
            loaded = await CarryOutAsync(id, saved, null, stop);
        }

        return loaded.Stored is { Consult.Over: true, Outstanding.IsEmpty: true } && await RemoveAsync(id, loaded.Version, stop) ? null : loaded.Stored.Due;
    }

    public async Task<Consult?> FindAsync(ConsultId id, CancellationToken stop = default) => (await LoadAsync(id, stop))?.Stored.Consult;

    public Task<Policy> PolicyAsync(CancellationToken stop = default) => _policies.CurrentAsync(stop);

    /// <param name="toldAs">The event's id; null for a deadline, which repeats nothing because it moves on.</param>
    private async Task<Saved?> SaveAsync(ConsultId id, string? toldAs, ConsultEvent happened, CancellationToken stop)
    {
        using var turn = await _locks.EnterAsync(id.Value);
        for (var attempt = 0; ; attempt++)
        {
            var now = _clock.GetCurrentInstant();
            var loaded = await LoadAsync(id, stop);
            var facts = new Facts(await _people.CurrentAsync(stop), await _slots.BusyAsync(stop), await _policies.CurrentAsync(stop));
            var decision = ConsultDecider.Decide(id, loaded?.Stored.Consult, happened, facts, now);
            if (decision.State is not { } state)
            {
                return null;
            }

            var name = Guid.NewGuid().ToString("N");
            try
            {
                if (await _slots.ReserveAsync(decision.Reserve, name, stop))
                {
                    var (commit, saved) = await CommitAsync(id, toldAs, loaded, state, decision, now, stop);
                    switch (commit)
                    {
                        case Commit.Done:
                            Measures.Decided(loaded?.Stored.Consult, state, now);
                            return saved;
                        case Commit.Exists { Key: var exists } when exists != RowKeys.State:
                            await _slots.UndoAsync(decision.Reserve, name, stop);
                            return null;
                        default:
                            await _slots.UndoAsync(decision.Reserve, name, stop);
                            break;
                    }
                }
            }
            catch (Exception) when (!decision.Reserve.IsEmpty)
            {
                await UndoUnlessBookedAsync(id, decision.Reserve, name, stop);
                throw;
            }

            // Somebody else was faster; what they did is among the facts of the next attempt.
            await Jitter.WaitAsync(attempt, stop);
        }
    }

    private async Task<(Commit Commit, Saved Saved)> CommitAsync(
        ConsultId id, string? toldAs, Loaded? loaded, Consult state, Decision decision, Instant now, CancellationToken stop)
    {
        var eventId = toldAs ?? $"due {loaded?.Version}";
        var effects = decision.Effects.Select((effect, order) => (Key: RowKeys.Message(eventId, order), Stored: new StoredEffect(effect, eventId))).ToList();
        var stored = new StoredConsult(
            state,
            state.Over ? now : decision.Due,
            (loaded?.Stored.Outstanding ?? Outstanding.None).AddRange(effects.Select(effect => new Outstanding(effect.Key, now + Outstanding.Claim))));
        var body = StoredForm.Write(stored);
        List<Write> writes =
        [
            loaded is null ? new Write.Insert(RowKeys.State, body, stored.Due) : new Write.Replace(RowKeys.State, body, loaded.Version, stored.Due),
            .. toldAs is null ? Array.Empty<Write>() : [new Write.Insert(RowKeys.Event(eventId), StoredForm.Write(now))],
            .. effects.Select(effect => new Write.Insert(effect.Key, StoredForm.Write(effect.Stored))),
        ];
        var commit = await _inHand.CommitAsync(
            [.. effects.Select(effect => effect.Key)], () => _store.CommitAsync(Table.Consults, id.Value, writes, stop));
        return (commit, new Saved(new Loaded(stored, commit is Commit.Done done ? done.Versions[0] : ""), effects));
    }

    /// <summary>
    /// A store that failed may have written all the same. If the booking stands, its time does too; if not, the time is free for the next try. Should even this fail,
    /// the sweep does it.
    /// </summary>
    private async Task UndoUnlessBookedAsync(ConsultId id, ImmutableArray<Reservation> reserved, string name, CancellationToken stop)
    {
        try
        {
            var consult = await FindAsync(id, stop);
            var policy = await PolicyAsync(stop);
            if (consult is null || !reserved.Any(reservation => ConsultDecider.Holds(consult, reservation.Person, reservation.From, policy)))
            {
                await _slots.UndoAsync(reserved, name, stop);
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Of a consult that is over, and all of whose effects are carried out, nothing is kept. Its state goes last: while it is there, it is due.</summary>
    /// <returns>False where somebody else has changed it meanwhile.</returns>
    private async Task<bool> RemoveAsync(ConsultId id, string version, CancellationToken stop)
    {
        var rest = (await _store.QueryAsync(Table.Consults, id.Value, "", "~", stop)).Select(row => row.Key).Where(key => key != RowKeys.State);
        var batches = rest.Select(key => (Write)new Write.Delete(key)).Append(new Write.Delete(RowKeys.State, version)).Chunk(StoreBounds.WritesPerCommit);
        foreach (var batch in batches)
        {
            if (await _store.CommitAsync(Table.Consults, id.Value, batch, stop) is not Commit.Done)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Strikes off the list of what is open what a crash left there: consults that were announced and never saved.</summary>
    /// <param name="before">Announced since then, it may still be saved.</param>
    public async Task StrikeUnsavedAsync(Instant before, CancellationToken stop)
    {
        foreach (var row in await _store.QueryAsync(Table.Open, OpenPartition, "", "~", stop))
        {
            if (StoredForm.Read<Instant>(row.Body) <= before && await LoadAsync(new ConsultId(row.Key), stop) is null)
            {
                await _store.CommitAsync(Table.Open, OpenPartition, [new Write.Delete(row.Key)], stop);
            }
        }
    }

    private async Task<Loaded?> LoadAsync(ConsultId id, CancellationToken stop) =>
        await _store.GetAsync(Table.Consults, id.Value, RowKeys.State, stop) is { } row
            ? new Loaded(StoredForm.Read<StoredConsult>(row.Body), row.Version)
            : null;

    private sealed record Loaded(StoredConsult Stored, string Version);

    private sealed record Saved(Loaded State, List<(string Key, StoredEffect Stored)> Effects);
}
