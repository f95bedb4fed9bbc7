using SQLitePCL;

namespace Curbside.LocalHost.Storage;

/// <summary>A connection to one SQLite file, for one thread at a time.</summary>
/// <remarks>
/// It stands on the native calls, as its statements do: ADO.NET's classes around them bring XML and data sets into memory, which is felt at the start and
/// ever after.
/// </remarks>
internal sealed class Database : IDisposable
{
    // A page of 8 KB holds a typical state whole, which more than doubles how many are read a second; the size is fixed when the file is created.
    // The cache is what the writer reads before it changes it. Freed pages are overwritten: people were promised that what is deleted is gone.
    private const string WriterSettings = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -32000;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        """;

    // What the simulated carrier and mail service write is kept when the process is killed. It may be lost when the power fails, where a real carrier
    // would have it, so that is the one failure that the simulation does not show; in return it does not slow down what is being tried with it.
    private const string SimulationSettings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        PRAGMA temp_store = MEMORY;
        """;

    private const int ToWrite = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;

    private readonly sqlite3 handle;

    static Database() => Batteries_V2.Init();

    private Database(string path, int mode, string settings)
    {
        Path = path;
        var opened = raw.sqlite3_open_v2(path, out handle, mode | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            Check(opened);

            // Only a person with a tool of their own can be in the way; they get a moment to finish.
            Check(raw.sqlite3_busy_timeout(handle, 5000));
            Execute(settings);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Between BEGIN and COMMIT or ROLLBACK.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>The connection that writes. A COMMIT on it returns once the log is on disk.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, or is not such a file.</exception>
    public static Database OpenWriter(string path) => new(path, ToWrite, WriterSettings);

    /// <summary>The one connection to a simulation's own file, for reading and writing.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, or is not such a file.</exception>
    public static Database OpenSimulation(string path) => new(path, ToWrite, SimulationSettings);

    /// <summary>A connection that reads, undisturbed by the writer: each statement sees what was committed when it began.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, or is not such a file.</exception>
    public static Database OpenReader(string path) => new(path, raw.SQLITE_OPEN_READONLY, "");

    /// <summary>Runs statements once, one after the other, and passes over the rows that they return.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>Runs a statement once, and takes a number from its first row.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        statement.Step();
        var number = statement.Number(0);

        // What it writes, it has written once it has come to its end.
        statement.Step();
        return number;
    }

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new Statement(this, statement);
    }

    /// <summary>How many rows the last INSERT, UPDATE or DELETE changed.</summary>
    public int Changes() => raw.sqlite3_changes(handle);

    /// <param name="result">What a native call on this connection gave.</param>
    public void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteException(result, raw.sqlite3_errmsg(handle).utf8_to_string());
        }
    }

    public void Dispose() => handle.Dispose();
}
