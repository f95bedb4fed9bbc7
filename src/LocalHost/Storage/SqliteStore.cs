using Curbside.Storage;
using NodaTime;

namespace Curbside.LocalHost.Storage;

/// <summary>
/// Rows in one SQLite file. All writing goes through one <see cref="CommitQueue"/>; every read happens at once on the caller's thread, beside the
/// writer, and sees everything that was acknowledged before.
/// </summary>
public sealed class SqliteStore : IStore, IDisposable
{
    private readonly CommitQueue commits;
    private readonly ReaderPool readers;

    private SqliteStore(string path, RowWriter writer)
    {
        commits = new CommitQueue(writer);
        readers = new ReaderPool(() => new RowReader(Database.OpenReader(path)));
    }

    /// <summary>Opens <c>curbside.db</c> in the folder, which stays open for as long as the store is.</summary>
    /// <exception cref="DataFolderException">The file cannot be written, is not such a file, or was written by a later program.</exception>
    public static SqliteStore Open(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = folder.PathOf("curbside.db");
        try
        {
            var database = Database.OpenWriter(path);
            try
            {
                Schema.Prepare(database);
                return new SqliteStore(path, new RowWriter(database));
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch (SqliteException e)
        {
            throw DataFolderException.Unusable(folder.Path, e);
        }
    }

    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        StoreBounds.CheckKey(key);
        stop.ThrowIfCancellationRequested();
        using var lease = readers.Rent();
        return Task.FromResult(lease.Reader.Get(table, partition, key));
    }

    public Task<IReadOnlyList<Row>> QueryAsync(Table table, string partition, string from, string before, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        stop.ThrowIfCancellationRequested();
        using var lease = readers.Rent();
        return Task.FromResult(lease.Reader.Query(table, partition, from, before));
    }

    public Task<IReadOnlyList<Row>> ScanAsync(Table table, string from, string before, CancellationToken stop = default)
    {
        stop.ThrowIfCancellationRequested();
        using var lease = readers.Rent();
        return Task.FromResult(lease.Reader.Scan(table, from, before));
    }

    public Task<IReadOnlyList<Row>> DueAsync(Table table, Instant until, int most, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        stop.ThrowIfCancellationRequested();
        using var lease = readers.Rent();
        return Task.FromResult(lease.Reader.Due(table, until, most));
    }

    public Task<Instant?> NextDueAsync(Table table, CancellationToken stop = default)
    {
        stop.ThrowIfCancellationRequested();
        using var lease = readers.Rent();
        return Task.FromResult(lease.Reader.NextDue(table));
    }

    public Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop = default)
    {
        StoreBounds.CheckKey(partition);
        StoreBounds.CheckWrites(writes);
        return commits.CommitAsync(table, partition, writes, stop);
    }

    /// <summary>Writes what is waiting, and closes the file.</summary>
    public void Dispose()
    {
        readers.Dispose();
        commits.Dispose();
    }
}
