using NodaTime;

namespace Curbside.Storage;

/// <summary>The tables of the design; each is a set of partitions, and each partition an ordered set of rows.</summary>
public enum Table
{
    Consults,
    Phones,
    People,
    Slots,
    Links,
    Open,
}

/// <summary>One row as stored. <see cref="StoreBounds"/> has the bounds of its parts.</summary>
/// <param name="Key">Ordered by ordinal comparison within its partition.</param>
/// <param name="Body">JSON, at most 500,000 characters.</param>
/// <param name="Version">Changes with every write, and is never used again for this row (an ETag).</param>
/// <param name="Due">When the row wants attention, kept to 100 ns; null for never. <see cref="IStore.DueAsync"/> finds it.</param>
public sealed record Row(string Partition, string Key, string Body, string Version, Instant? Due);

/// <summary>One change within a commit.</summary>
public abstract record Write(string Key)
{
    /// <summary>Refused with <see cref="Commit.Exists"/> when the row is there already.</summary>
    public sealed record Insert(string Key, string Body, Instant? Due = null) : Write(Key);

    /// <summary>Refused with <see cref="Commit.Changed"/> when the row is gone or its version is another.</summary>
    public sealed record Replace(string Key, string Body, string Version, Instant? Due = null) : Write(Key);

    /// <summary>Writes whatever is there.</summary>
    public sealed record Put(string Key, string Body, Instant? Due = null) : Write(Key);

    /// <summary>A row that is not there counts as deleted. With a version: refused with <see cref="Commit.Changed"/> when it is another.</summary>
    public sealed record Delete(string Key, string? Version = null) : Write(Key);
}

/// <summary>How a commit ended. Nothing is written unless it is <see cref="Done"/>.</summary>
public abstract record Commit
{
    /// <summary>Durable. The versions are those of the writes, in their order; empty for a delete.</summary>
    public sealed record Done(IReadOnlyList<string> Versions) : Commit;

    /// <summary>An insert met a row with its key.</summary>
    public sealed record Exists(string Key) : Commit;

    /// <summary>A row that was to be replaced or deleted is gone or has another version.</summary>
    public sealed record Changed(string Key) : Commit;
}

/// <summary>
/// Where state lives: rows in partitions, atomic within one partition and nowhere else, as Azure Table Storage has it.
/// </summary>
/// <remarks>
/// A call that fails with an exception may or may not have been carried out; who calls finds out by reading. Every call is one storage request,
/// except queries, which are one for each thousand rows.
/// </remarks>
public interface IStore
{
    /// <returns>The row, or null.</returns>
    Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default);

    /// <summary>The rows of a partition with <paramref name="from"/> ≤ key &lt; <paramref name="before"/>, in order of key.</summary>
    Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default);

    /// <summary>The rows of all partitions with <paramref name="from"/> ≤ key &lt; <paramref name="before"/>, in order of partition, then key.</summary>
    Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default);

    /// <summary>
    /// The rows with a due time at or before <paramref name="until"/>, the longest overdue first, equals in order of partition, then key.
    /// </summary>
    /// <param name="most">How many at the most; from 1.</param>
    Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default);

    /// <summary>The earliest due time of the table; null when nothing is due ever.</summary>
    Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default);

    /// <summary>Carries out all writes to one partition, or none.</summary>
    /// <param name="writes">1 to 100, each with another key.</param>
    /// <exception cref="ArgumentException">What is beyond <see cref="StoreBounds"/> is refused before anything is written.</exception>
    Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default);
}
