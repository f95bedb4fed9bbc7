using NodaTime;

namespace Curbside.Storage;

/// <summary>The storage port in memory, for tests of what stands above it.</summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<Table, SortedDictionary<Position, Row>> tables =
        Enum.GetValues<Table>().ToDictionary(table => table, _ => new SortedDictionary<Position, Row>());

    private long lastVersion;

    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        StoreBounds.CheckKey(key);
        return Answer(() => tables[table].GetValueOrDefault(new Position(partition, key)), stop);
    }

    public Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        return Answer(() => List(tables[table].Values.Where(row => row.Partition == partition && IsWithin(row.Key, from, before))), stop);
    }

    public Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default) =>
        Answer(() => List(tables[table].Values.Where(row => IsWithin(row.Key, from, before))), stop);

    public Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return Answer(() => List(tables[table].Values.Where(row => row.Due <= until).OrderBy(row => row.Due).Take(most)), stop);
    }

    public Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default) => Answer(() => tables[table].Values.Min(row => row.Due), stop);

    public Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        StoreBounds.CheckWrites(writes);
        return Answer(() =>
        {
            var rows = tables[table];
            var refusals = writes.Select(write => Refusal(write, rows.GetValueOrDefault(new Position(partition, write.Key))));
            return refusals.FirstOrDefault(refusal => refusal is not null)
                ?? new Commit.Done([.. writes.Select(write => Carry(rows, partition, write))]);
        }, stop);
    }

    private static Commit? Refusal(Write write, Row? row) => write switch
    {
        Write.Insert when row is not null => new Commit.Exists(write.Key),
        Write.Replace replace when row?.Version != replace.Version => new Commit.Changed(write.Key),
        Write.Delete { Version: { } version } when row is not null && row.Version != version => new Commit.Changed(write.Key),
        _ => null,
    };

    private string Carry(SortedDictionary<Position, Row> rows, string partition, Write write)
    {
        switch (write)
        {
            case Write.Insert insert:
                return Keep(rows, partition, write.Key, insert.Body, insert.Due);
            case Write.Replace replace:
                return Keep(rows, partition, write.Key, replace.Body, replace.Due);
            case Write.Put put:
                return Keep(rows, partition, write.Key, put.Body, put.Due);
            default:
                rows.Remove(new Position(partition, write.Key));
                return "";
        }
    }

    private string Keep(SortedDictionary<Position, Row> rows, string partition, string key, string body, Instant? due)
    {
        var version = $"{++lastVersion}";
        Instant? kept = due is { } instant ? Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks()) : null;
        rows[new Position(partition, key)] = new Row(partition, key, body, version, kept);
        return version;
    }

    private Task<T> Answer<T>(Func<T> answer, CancellationToken stop)
    {
        lock (gate)
        {
            return stop.IsCancellationRequested ? Task.FromCanceled<T>(stop) : Task.FromResult(answer());
        }
    }

    private static bool IsWithin(string key, string from, string before) =>
        string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, before) < 0;

    private static IReadOnlyList<Row> List(IEnumerable<Row> rows) => [.. rows];

    private readonly record struct Position(string Partition, string Key) : IComparable<Position>
    {
        public int CompareTo(Position other)
        {
            var byPartition = string.CompareOrdinal(Partition, other.Partition);
            return byPartition != 0 ? byPartition : string.CompareOrdinal(Key, other.Key);
        }
    }
}
