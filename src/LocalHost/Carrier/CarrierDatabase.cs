using Curbside.LocalHost.Storage;

namespace Curbside.LocalHost.Carrier;

/// <summary>
/// What the simulated carrier and mail service remember, in a file of their own with ids of their own: they are strangers to Curbside, so that what
/// it loses or sends twice is seen here.
/// </summary>
internal sealed class CarrierDatabase : IDisposable
{
    private const int Version = 1;

    // A text has a report for as long as it is owed to Curbside. Attachments are a JSON array of names and contents. Times count ticks of 100 ns
    // since 1970.
    private const string Create = """
        BEGIN IMMEDIATE;
        CREATE TABLE texts (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            phone TEXT NOT NULL,
            key TEXT,
            incoming INTEGER NOT NULL,
            arrived INTEGER NOT NULL,
            body TEXT NOT NULL,
            at INTEGER NOT NULL,
            report TEXT,
            UNIQUE (phone, id)
        );
        CREATE INDEX texts_by_phone ON texts (phone);
        CREATE INDEX texts_by_key ON texts (phone, key) WHERE key IS NOT NULL;
        CREATE INDEX texts_to_report ON texts (n) WHERE report IS NOT NULL;
        CREATE TABLE phones (
            phone TEXT PRIMARY KEY,
            unreachable INTEGER NOT NULL DEFAULT 0,
            opted_out INTEGER NOT NULL DEFAULT 0,
            read_to INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE TABLE mails (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            mailbox TEXT NOT NULL COLLATE NOCASE,
            key TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            attachments TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX mails_by_mailbox ON mails (mailbox);
        PRAGMA user_version = 1;
        COMMIT;
        """;

    private readonly Database _database;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private CarrierDatabase(Database database) => _database = database;

    /// <summary>Held while the connection is used: it does one thing at a time, each in microseconds.</summary>
    public Lock Turn { get; } = new();

    /// <exception cref="DataFolderException">The file cannot be written, or was written by a later program.</exception>
    public static CarrierDatabase Open(DataFolder folder)
    {
        try
        {
            var database = Database.OpenSimulation(folder.PathOf("carrier.db"));
            try
            {
                Prepare(database);
                return new CarrierDatabase(database);
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

    /// <summary>A statement, prepared when it is used first. Within <see cref="Turn"/>.</summary>
    public Statement Run(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = _database.Prepare(sql);
        }

        return statement;
    }

    public void Dispose()
    {
        lock (Turn)
        {
            foreach (var statement in _statements.Values)
            {
                statement.Dispose();
            }

            _database.Dispose();
        }
    }

    private static void Prepare(Database database)
    {
        switch (database.Number("PRAGMA user_version"))
        {
            case 0:
                database.Execute(Create);
                break;
            case > Version:
                throw new DataFolderException(
                    $"'{database.Path}' was written by a later Curbside. Start that one, or choose another folder with --data.");
        }
    }
}
