using Curbside.Storage;
using NodaTime;

namespace Curbside.Conversations;

/// <summary>How a program that is writing ends.</summary>
internal enum Death
{
    /// <summary>The write was never made.</summary>
    BeforeTheWrite,

    /// <summary>The write was made, and nobody learned of it.</summary>
    AfterTheWrite,
}

/// <summary>The power fails at this store.</summary>
internal sealed class PowerFailedException() : IOException("The power has failed.");

/// <summary>A store whose program can be made to die at its n-th write. Until it is started again, nothing that it calls succeeds.</summary>
internal sealed class MortalStore(IStore store) : IStore
{
    private readonly Lock _gate = new();
    private int? _writesLeft;
    private Death _death;
    private bool _dead;

    /// <summary>Writes that were attempted.</summary>
    public int Writes { get; private set; }

    /// <param name="writes">Counted from now on; 1 is the next.</param>
    public void DieAt(int writes, Death death)
    {
        lock (_gate)
        {
            (_writesLeft, _death) = (writes, death);
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
        var diesNow = false;
        lock (_gate)
        {
            Live();
            Writes++;
            if (_writesLeft is { } left)
            {
                diesNow = left == 1;
                _writesLeft = diesNow ? null : left - 1;
                _dead = diesNow;
            }
        }

        if (diesNow && _death == Death.BeforeTheWrite)
        {
            throw new PowerFailedException();
        }

        var commit = await store.CommitAsync(table, partition, writes, stop);
        return diesNow ? throw new PowerFailedException() : commit;
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
            throw new PowerFailedException();
        }
    }
}
