using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Storage;
using NodaTime;

namespace Curbside.People;

/// <summary>The roster as stored: who is on it, whether they can be reached, and what they took on. One partition, read whole and kept in memory.</summary>
/// <remarks>
/// A roster is written as a new generation of rows and then pointed at by one row, so that it is never half imported, however many people it has.
/// </remarks>
public sealed class PeopleBook : IDisposable
{
    private const string Partition = "person";
    private const string Current = "current";

    /// <summary>Beyond this, what somebody took on no longer counts for fairness.</summary>
    private static readonly Duration LoadRemembered = Duration.FromDays(28);

    private static readonly Duration LeftRemembered = Duration.FromDays(1);

    private readonly IStore _store;
    private readonly IClock _clock;
    private readonly Remembered<Roster> _roster;
    private readonly KeyedLocks _changing = new();

    /// <param name="keepFor">How old the roster may be where another instance changed it.</param>
    public PeopleBook(IStore store, IClock clock, Duration keepFor)
    {
        _store = store;
        _clock = clock;
        _roster = new Remembered<Roster>(clock, keepFor, LoadAsync);
    }

    public async Task<Roster> CurrentAsync(CancellationToken stop = default) => await _roster.CurrentAsync(stop);

    /// <summary>Replaces the roster. Whoever is no longer on it stays known, as having left, for the consults that name them.</summary>
    /// <returns>How many people are on it now.</returns>
    public async Task<int> ImportAsync(IReadOnlyCollection<Person> people, CancellationToken stop = default)
    {
        while (true)
        {
            var pointer = await _store.GetAsync(Table.People, Partition, Current, stop);
            var generation = pointer is null ? 0 : StoredForm.Read<int>(pointer.Body);
            var next = generation + 1;
            var before = (await LoadAsync(_clock.GetCurrentInstant(), stop)).All.Select(colleague => colleague.Person);
            var present = people.Select(person => person.Id).ToHashSet();
            var rows = people.Concat(before.Where(person => !present.Contains(person.Id)).Select(person => person with { Left = true }));
            foreach (var batch in rows.Chunk(StoreBounds.WritesPerCommit))
            {
                await _store.CommitAsync(
                    Table.People, Partition, [.. batch.Select(person => new Write.Put(PersonKey(next, person.Id), StoredForm.Write(person)))], stop);
            }

            Write flip = pointer is null
                ? new Write.Insert(Current, StoredForm.Write(next))
                : new Write.Replace(Current, StoredForm.Write(next), pointer.Version);
            if (await _store.CommitAsync(Table.People, Partition, [flip], stop) is Commit.Done)
            {
                await RemoveGenerationAsync(generation, stop);
                await _roster.ForgetAsync();
                return people.Count;
            }
        }
    }

    /// <summary>
    /// Forgets whoever left the roster more than a day ago and is named by no consult any more. A day, since other instances go by the roster before it for a
    /// while. Whoever has opted out and comes back is still known not to be texted.
    /// </summary>
    internal async Task RemoveLeftAsync(CancellationToken stop)
    {
        var rows = await _store.QueryAsync(Table.People, Partition, "", "~", stop);
        var generation = rows.FirstOrDefault(row => row.Key == Current) is { } pointer ? StoredForm.Read<int>(pointer.Body) : 0;
        var byKey = rows.ToDictionary(row => row.Key);
        var now = _clock.GetCurrentInstant();
        var roster = await LoadAsync(now, stop);
        foreach (var back in roster.Present.Select(colleague => LeftKey(colleague.Id)).Where(byKey.ContainsKey))
        {
            await _store.CommitAsync(Table.People, Partition, [new Write.Delete(back)], stop);
        }

        IReadOnlyList<Row>? consults = null;
        foreach (var person in roster.All.Where(colleague => colleague.Person.Left))
        {
            if (!byKey.TryGetValue(LeftKey(person.Id), out var since))
            {
                await _store.CommitAsync(Table.People, Partition, [new Write.Put(LeftKey(person.Id), StoredForm.Write(now))], stop);
            }
            else if (StoredForm.Read<Instant>(since.Body) <= now - LeftRemembered)
            {
                consults ??= await _store.ScanAsync(Table.Consults, RowKeys.FirstMessage, RowKeys.State + "~", stop);
                if (consults.All(row => !row.Body.Contains(person.Id.Value, StringComparison.Ordinal)))
                {
                    List<Write> gone = [new Write.Delete(PersonKey(generation, person.Id)), new Write.Delete(LeftKey(person.Id))];
                    await _store.CommitAsync(
                        Table.People, Partition, person.Reach.OptedOut ? gone : [.. gone, new Write.Delete(DealingsKey(person.Id))], stop);
                    await _roster.ForgetAsync();
                }
            }
        }
    }

    public void Dispose() => _roster.Dispose();

    /// <summary>What the person's phone line says of their reach; something older than what is known changes nothing.</summary>
    public Task SetReachAsync(PersonId person, Reach reach, CancellationToken stop = default) =>
        ChangeAsync(person, dealings => dealings.Reach.Revision > reach.Revision ? dealings : dealings with { Reach = reach }, stop);

    /// <summary>From the next time that anybody is looked for, these people and this one are not brought together.</summary>
    public Task KeepApartAsync(PersonId person, ImmutableHashSet<PersonId> from, CancellationToken stop = default) =>
        ChangeAsync(person, dealings => dealings with { KeptApart = from }, stop);

    /// <param name="start">Null when the consult no longer counts.</param>
    public Task CountLoadAsync(PersonId person, ConsultId consult, Instant? start, CancellationToken stop = default) =>
        ChangeAsync(
            person,
            dealings => dealings with
            {
                Taken = (start is { } at ? dealings.Taken.SetItem(consult.Value, at) : dealings.Taken.Remove(consult.Value))
                    .RemoveRange(dealings.Taken.Where(taken => taken.Value < _clock.GetCurrentInstant() - LoadRemembered).Select(taken => taken.Key)),
            },
            stop);

    private async Task ChangeAsync(PersonId person, Func<Dealings, Dealings> change, CancellationToken stop)
    {
        using var turn = await _changing.EnterAsync(person.Value);
        while (true)
        {
            var row = await _store.GetAsync(Table.People, Partition, DealingsKey(person), stop);
            var changed = change(row is null ? Dealings.None : StoredForm.Read<Dealings>(row.Body));
            var body = StoredForm.Write(changed);
            Write write = row is null ? new Write.Insert(DealingsKey(person), body) : new Write.Replace(DealingsKey(person), body, row.Version);
            if (await _store.CommitAsync(Table.People, Partition, [write], stop) is Commit.Done)
            {
                await ShowAsync(person, changed);
                return;
            }
        }
    }

    /// <summary>Puts one person's change into what is in memory: reading everybody again for it would take longer than anything else that a text does.</summary>
    private Task ShowAsync(PersonId person, Dealings dealings) => _roster.ShowAsync(roster =>
        roster.Find(person) is { } before ? roster.With(ColleagueOf(before.Person, dealings, _clock.GetCurrentInstant())) : roster);

    private async Task<Roster> LoadAsync(Instant now, CancellationToken stop)
    {
        var rows = await _store.QueryAsync(Table.People, Partition, "", "~", stop);
        var generation = rows.FirstOrDefault(row => row.Key == Current) is { } pointer ? StoredForm.Read<int>(pointer.Body) : 0;
        var prefix = GenerationPrefix(generation);
        var dealings = rows.Where(row => row.Key.StartsWith("r-", StringComparison.Ordinal))
            .ToDictionary(row => row.Key, row => StoredForm.Read<Dealings>(row.Body));
        return new Roster(
            from row in rows
            where row.Key.StartsWith(prefix, StringComparison.Ordinal)
            let person = StoredForm.Read<Person>(row.Body)
            select ColleagueOf(person, dealings.GetValueOrDefault(DealingsKey(person.Id), Dealings.None), now));
    }

    private static Colleague ColleagueOf(Person person, Dealings dealings, Instant now) => new(
        person,
        dealings.Reach with { Consented = dealings.Reach.Consented || person.Consent is not null },
        [.. dealings.Taken.Values.Where(start => start > now - LoadRemembered)])
    {
        KeptApart = dealings.KeptApart,
    };

    private async Task RemoveGenerationAsync(int generation, CancellationToken stop)
    {
        var prefix = GenerationPrefix(generation);
        foreach (var batch in (await _store.QueryAsync(Table.People, Partition, prefix, prefix + "~", stop)).Chunk(100))
        {
            await _store.CommitAsync(Table.People, Partition, [.. batch.Select(row => new Write.Delete(row.Key))], stop);
        }
    }

    private static string GenerationPrefix(int generation) => $"g-{generation:D6}-";

    private static string PersonKey(int generation, PersonId person) => GenerationPrefix(generation) + person.Value;

    private static string LeftKey(PersonId person) => $"l-{person.Value}";

    private static string DealingsKey(PersonId person) => $"r-{person.Value}";

    /// <summary>What a person's phone, consults and own wishes add to their row.</summary>
    private sealed record Dealings(Reach Reach, ImmutableDictionary<string, Instant> Taken)
    {
        /// <summary>Apart from the roster, so that importing one neither shows nor loses it.</summary>
        public ImmutableHashSet<PersonId> KeptApart { get; init; } = [];

        public static Dealings None { get; } = new(Reach.Unknown, ImmutableDictionary<string, Instant>.Empty);
    }
}
