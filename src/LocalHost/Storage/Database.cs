using Microsoft.Data.Sqlite;

namespace Curbside.LocalHost.Storage;

/// <summary>How the connections to one SQLite file are opened.</summary>
internal static class Database
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

    static Database() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The connection that writes. A COMMIT on it returns once the log is on disk.</summary>
    public static SqliteConnection OpenWriter(string path) => Open(path, SqliteOpenMode.ReadWriteCreate, WriterSettings);

    /// <summary>The one connection to a simulation's own file, for reading and writing.</summary>
    public static SqliteConnection OpenSimulation(string path) => Open(path, SqliteOpenMode.ReadWriteCreate, SimulationSettings);

    /// <summary>A connection that reads, undisturbed by the writer: each statement sees what was committed when it began.</summary>
    public static SqliteConnection OpenReader(string path) => Open(path, SqliteOpenMode.ReadOnly, "");

    private static SqliteConnection Open(string path, SqliteOpenMode mode, string settings)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();

            // Only a person with a tool of their own can be in the way; they get a moment to finish.
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 5000;" + settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
