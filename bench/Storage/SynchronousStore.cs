using Curbside.Storage;
using NodaTime;

namespace Curbside.Bench.Storage;

/// <summary>
/// Answers each request before it returns. So what is carried out in several places at once is carried out in one after the other, and its requests can be
/// told apart.
/// </summary>
internal sealed class SynchronousStore(IStore inner) : IStore
{
    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default) =>
        Answered(inner.GetAsync(table, partition, key, stop));

    public Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default) =>
        Answered(inner.QueryAsync(table, partition, from, before, stop));

    public Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default) =>
        Answered(inner.ScanAsync(table, from, before, stop));

    public Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default) =>
        Answered(inner.DueAsync(table, until, most, stop));

    public Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default) => Answered(inner.NextDueAsync(table, stop));

    public Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default) =>
        Answered(inner.CommitAsync(table, partition, writes, stop));

    private static Task<T> Answered<T>(Task<T> request) => Task.FromResult(request.GetAwaiter().GetResult());
}
