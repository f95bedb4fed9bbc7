using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Curbside.LocalHost.Storage;

/// <summary>
/// One SQL statement, prepared once and run many times by one thread at a time. It stands on the native calls because a
/// <see cref="SqliteCommand"/> looks up every parameter by name, boxes every number and allocates a reader each time it runs.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    /// <param name="position">Counted from 1, as SQLite does.</param>
    public Statement Bind(int position, string value)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, buffer);
        var result = raw.sqlite3_bind_text(handle, position, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        Check(result);
        return this;
    }

    /// <param name="position">Counted from 1, as SQLite does.</param>
    public Statement Bind(int position, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(handle, position, number) : raw.sqlite3_bind_null(handle, position));
        return this;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <returns>How many rows an INSERT, UPDATE or DELETE changed.</returns>
    public int Execute()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(database);
    }

    /// <returns>Whether there is another row. After the last one, and after an early end, <see cref="Reset"/>.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Reset();
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    /// <summary>Ends the run, and with it the snapshot that it read.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    /// <param name="column">Counted from 0, as SQLite does.</param>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    /// <param name="column">Counted from 0, as SQLite does.</param>
    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    /// <param name="column">Counted from 0, as SQLite does.</param>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public void Dispose() => handle.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
