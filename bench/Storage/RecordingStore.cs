using Curbside.Storage;
using NodaTime;

namespace Curbside.Bench.Storage;

/// <summary>One request to a store.</summary>
internal abstract record StoreRequest
{
    public sealed record Get(Table Table, string Partition, string Key) : StoreRequest;

    public sealed record Query(Table Table, string Partition, string From, string Before) : StoreRequest;

    public sealed record Scan(Table Table, string From, string Before) : StoreRequest;

    public sealed record Look(Table Table) : StoreRequest;

    public sealed record Commit(Table Table, string Partition, IReadOnlyList<Write> Writes) : StoreRequest;
}

/// <summary>Passes every request on, and shows it to somebody first.</summary>
internal sealed class RecordingStore(IStore inner, Action<StoreRequest> seen) : IStore
{
    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default)
    {
        seen(new StoreRequest.Get(table, partition, key));
        return inner.GetAsync(table, partition, key, stop);
    }

    public Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default)
    {
        seen(new StoreRequest.Query(table, partition, from, before));
        return inner.QueryAsync(table, partition, from, before, stop);
    }

    public Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default)
    {
        seen(new StoreRequest.Scan(table, from, before));
        return inner.ScanAsync(table, from, before, stop);
    }

    public Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default)
    {
        seen(new StoreRequest.Look(table));
        return inner.DueAsync(table, until, most, stop);
    }

    public Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default)
    {
        seen(new StoreRequest.Look(table));
        return inner.NextDueAsync(table, stop);
    }

    public Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default)
    {
        seen(new StoreRequest.Commit(table, partition, [.. writes]));
        return inner.CommitAsync(table, partition, writes, stop);
    }
}
