namespace Curbside.LocalHost.Storage;

/// <summary>The tables of the file, and their number in <c>PRAGMA user_version</c>.</summary>
internal static class Schema
{
    /// <summary>What this program reads and writes.</summary>
    public const int Version = 1;

    // `due` counts ticks of 100 ns since 1970. The index ends in the primary key by itself, so equals come out in order of partition, then key.
    private const string Create = """
        BEGIN IMMEDIATE;
        CREATE TABLE rows (
            tbl TEXT NOT NULL,
            partition TEXT NOT NULL,
            key TEXT NOT NULL,
            body TEXT NOT NULL,
            version INTEGER NOT NULL,
            due INTEGER,
            PRIMARY KEY (tbl, partition, key)
        ) WITHOUT ROWID;
        CREATE INDEX rows_by_due ON rows (tbl, due) WHERE due IS NOT NULL;
        CREATE TABLE runs (count INTEGER NOT NULL);
        INSERT INTO runs VALUES (0);
        PRAGMA user_version = 1;
        COMMIT;
        """;

    /// <summary>Creates the tables in a new file.</summary>
    /// <exception cref="DataFolderException">The file was written by a later program.</exception>
    public static void Prepare(Database writer)
    {
        var found = writer.Number("PRAGMA user_version");
        if (found > Version)
        {
            throw new DataFolderException(
                $"'{writer.Path}' was written by a later Curbside: its schema is {found}, and this one knows up to {Version}. " +
                "Start that later one, or choose another folder with --data.");
        }

        if (found == 0)
        {
            writer.Execute(Create);
        }
    }
}
