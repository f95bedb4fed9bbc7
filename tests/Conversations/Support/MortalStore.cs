using Curbside.Storage;
using NodaTime;

namespace Curbside.Conversations;

/// <summary>What goes wrong with a write.</summary>
/// <param name="Number">Which write it is, counted from now on; 1 is the next, 0 none.</param>
/// <param name="IsMade">The write is made all the same, and nobody learns of it.</param>
/// <param name="Kills">The program dies of it, and not only what it was doing.</param>
internal sealed record Mishap(int Number, bool IsMade, bool Kills)
{
    public static Mishap None { get; } = new(0, IsMade: false, Kills: false);
}

/// <summary>What a program notices of a <see cref="Mishap"/>.</summary>
internal sealed class StoreFailedException() : IOException("The store has failed.");

/// <summary>A store that fails at its n-th write. A program that dies of it gets nothing more done until it is started again.</summary>
internal sealed class MortalStore(IStore store) : IStore
{
    private readonly Lock _gate = new();
    private Mishap _mishap = Mishap.None;
    private bool _dead;

    /// <summary>Writes that were attempted.</summary>
    public int Writes { get; private set; }

    public void FailAt(Mishap mishap)
    {
        lock (_gate)
        {
            _mishap = mishap with { Number = mishap.Number == 0 ? 0 : mishap.Number + Writes };
        }
    }

    public void Revive()
    {
        lock (_gate)
        {
            _dead = false;
        }
    }

    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default) =>
        Alive(() => store.GetAsync(table, partition, key, stop));

    public Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default) =>
        Alive(() => store.QueryAsync(table, partition, from, before, stop));

    public Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default) =>
        Alive(() => store.ScanAsync(table, from, before, stop));

    public Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default) =>
        Alive(() => store.DueAsync(table, until, most, stop));

    public Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default) => Alive(() => store.NextDueAsync(table, stop));

    public async Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default)
    {
        bool fails;
        lock (_gate)
        {
            Live();
            Writes++;
            fails = Writes == _mishap.Number;
            _dead = fails && _mishap.Kills;
        }

        if (fails && !_mishap.IsMade)
        {
            throw new StoreFailedException();
        }

        var commit = await store.CommitAsync(table, partition, writes, stop);
        return fails ? throw new StoreFailedException() : commit;
    }

    private Task<T> Alive<T>(Func<Task<T>> call)
    {
        lock (_gate)
        {
            Live();
        }

        return call();
    }

    private void Live()
    {
        if (_dead)
        {
            throw new StoreFailedException();
        }
    }
}
