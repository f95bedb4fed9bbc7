using System.Collections.Concurrent;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Service.Tests.Support;

/// <summary>A store whose reading can be watched and held up.</summary>
internal sealed class WatchedStore : IStore
{
    private readonly MemoryStore _rows = new();

    /// <summary>The partitions of the rows that were read one by one.</summary>
    public ConcurrentQueue<string> Read { get; } = new();

    public int Queries { get; private set; }

    /// <summary>Awaited after the rows of a query are read, and before they are given.</summary>
    public Func<Task> HoldUp { get; set; } = () => Task.CompletedTask;

    /// <summary>Awaited before a row of a partition is read.</summary>
    public Func<string, Task> HoldUpRow { get; set; } = _ => Task.CompletedTask;

    public async Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default)
    {
        Read.Enqueue(partition);
        await HoldUpRow(partition);
        return await _rows.GetAsync(table, partition, key, stop);
    }

    public async Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default)
    {
        Queries++;
        var rows = await _rows.QueryAsync(table, partition, from, before, stop);
        await HoldUp();
        return rows;
    }

    public Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default) => _rows.ScanAsync(table, from, before, stop);

    public Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default) => _rows.DueAsync(table, until, most, stop);

    public Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default) => _rows.NextDueAsync(table, stop);

    public Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default) =>
        _rows.CommitAsync(table, partition, writes, stop);
}
