using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Curbside.LocalHost.Storage;

/// <summary>One SQL statement, prepared once by <see cref="Database.Prepare"/> and run many times by one thread at a time.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    /// <param name="position">Counted from 1, as SQLite does.</param>
    public Statement Bind(int position, string value)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, buffer);
        var result = raw.sqlite3_bind_text(handle, position, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        database.Check(result);
        return this;
    }

    /// <param name="position">Counted from 1, as SQLite does.</param>
    public Statement Bind(int position, long? value)
    {
        database.Check(value is { } number ? raw.sqlite3_bind_int64(handle, position, number) : raw.sqlite3_bind_null(handle, position));
        return this;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <returns>How many rows an INSERT, UPDATE or DELETE changed.</returns>
    public int Execute()
    {
        Step();
        Reset();
        return database.Changes();
    }

    /// <returns>Whether there is another row. After the last one, and after an early end, <see cref="Reset"/>.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Reset();
            database.Check(result);
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
}
