using Azure.Data.Tables;
using Curbside.Storage;
using NodaTime;
using Table = Curbside.Storage.Table;

namespace Curbside.Functions.Storage;

/// <summary>Rows in Azure Table Storage. A table is made when something is first written to it.</summary>
/// <remarks>
/// <para>
/// A row's version is its ETag, which the service changes with every write for this very purpose
/// (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model).
/// </para>
/// <para>
/// A get or a commit is one request, and one more for each row that was to be deleted and is not there. A query of one partition is one for each
/// thousand rows. What looks through all partitions (<see cref="ScanAsync"/>, <see cref="DueAsync"/>, <see cref="NextDueAsync"/>) has no index to
/// lean on: the service looks at every row of the table, and answers at the latest after five seconds, or with a thousand rows, with a place to go
/// on from (https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination).
/// </para>
/// <para>
/// An index by due time would be rows of another partition, which no transaction joins with what is due: to be right after any crash, each commit
/// would first write down its due time there, one request more that somebody waits for. Nobody waits for <see cref="DueAsync"/>: orchestrations
/// wake consults, and the sweep is for what a crash or the carrier's trouble left behind. So the reading pays: two looks a sweep, of which nothing
/// comes back but what is due. What the service looks through for it does not pile up: a consult's rows go with its words, a phone's after a month. A
/// practice with hundreds of thousands of rows in a month wants that index.
/// </para>
/// </remarks>
internal sealed class TableStore(TableServiceClient account, TimeProvider time, string prefix = "") : IStore
{
    private readonly Dictionary<Table, TableClient> _tables =
        Enum.GetValues<Table>().ToDictionary(table => table, table => account.GetTableClient($"{prefix}{table}"));

    public async Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        StoreBounds.CheckKey(key);
        stop.ThrowIfCancellationRequested();
        return await ReadAsync(
            async () => await _tables[table].GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: stop) is { HasValue: true, Value: { } entity }
                ? RowEntity.Row(entity)
                : null,
            null,
            stop);
    }

    public async Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
        return InOrder(await RowsAsync(table, filter, stop));
    }

    public async Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default) =>
        InOrder(await RowsAsync(table, TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {before}"), stop));

    public async Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var due = await RowsAsync(table, TableClient.CreateQueryFilter($"Due le {until.ToDateTimeOffset()}"), stop);

        // The service compares to 100 ns, but its emulator to the millisecond, and so gives some that are not due yet.
        return [.. InOrder(due).Where(row => row.Due <= until).OrderBy(row => row.Due).Take(most)];
    }

    public async Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default)
    {
        var filter = TableClient.CreateQueryFilter($"Due le {DateTimeOffset.MaxValue}");
        return (await EntitiesAsync(table, filter, [RowEntity.Due], stop)).Min(RowEntity.DueOf);
    }

    public Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        StoreBounds.CheckWrites(writes);
        return stop.IsCancellationRequested ? Task.FromCanceled<Commit>(stop) : new TableCommit(_tables[table], partition, writes, time).RunAsync(stop);
    }

    private async Task<List<Row>> RowsAsync(Table table, string filter, CancellationToken stop) =>
        (await EntitiesAsync(table, filter, null, stop)).ConvertAll(RowEntity.Row);

    private Task<List<TableEntity>> EntitiesAsync(Table table, string filter, IEnumerable<string>? columns, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return ReadAsync(
            async () =>
            {
                var found = new List<TableEntity>();
                await foreach (var entity in _tables[table].QueryAsync<TableEntity>(filter, select: columns, cancellationToken: stop))
                {
                    found.Add(entity);
                }

                return found;
            },
            [],
            stop);
    }

    /// <summary>A table that was never written to holds nothing.</summary>
    private static async Task<T> ReadAsync<T>(Func<Task<T>> read, T nothing, CancellationToken stop)
    {
        try
        {
            return await read();
        }
        catch (Exception trouble) when (TableAnswers.Read(trouble, stop) is TableAnswer.NoTable)
        {
            return nothing;
        }
        catch (Exception trouble) when (TableAnswers.Read(trouble, stop) is TableAnswer.Busy or TableAnswer.Unknown)
        {
            throw new StoreUnavailableException("The tables cannot be read at the moment.", trouble);
        }
    }

    /// <summary>Partitions come in pages whose order is the service's own business.</summary>
    private static List<Row> InOrder(List<Row> rows)
    {
        rows.Sort((one, other) => string.CompareOrdinal(one.Partition, other.Partition) is var byPartition and not 0
            ? byPartition
            : string.CompareOrdinal(one.Key, other.Key));
        return rows;
    }
}
