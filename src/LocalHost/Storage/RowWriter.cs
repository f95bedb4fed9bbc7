using System.Globalization;
using Curbside.Storage;
using NodaTime;

namespace Curbside.LocalHost.Storage;

/// <summary>Carries out writes on the writing connection, within a transaction that it begins and ends when told. For one thread.</summary>
internal sealed class RowWriter : IDisposable
{
    private const string AtPosition = "WHERE tbl = ?1 AND partition = ?2 AND key = ?3";
    private const string InsertInto = "INSERT INTO rows (tbl, partition, key, body, version, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO";

    private readonly Database database;
    private readonly VersionCounter versions;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement savepoint;
    private readonly Statement release;
    private readonly Statement rollbackToSavepoint;
    private readonly Statement insert;
    private readonly Statement replace;
    private readonly Statement put;
    private readonly Statement delete;
    private readonly Statement readVersion;

    /// <param name="database">From <see cref="Database.OpenWriter"/>; disposed together with this.</param>
    public RowWriter(Database database)
    {
        this.database = database;
        versions = VersionCounter.BeginRun(database);
        begin = database.Prepare("BEGIN IMMEDIATE");
        commit = database.Prepare("COMMIT");
        rollback = database.Prepare("ROLLBACK");
        savepoint = database.Prepare("SAVEPOINT one_commit");
        release = database.Prepare("RELEASE one_commit");
        rollbackToSavepoint = database.Prepare("ROLLBACK TO one_commit");
        insert = database.Prepare($"{InsertInto} NOTHING");
        put = database.Prepare($"{InsertInto} UPDATE SET body = excluded.body, version = excluded.version, due = excluded.due");
        replace = database.Prepare($"UPDATE rows SET body = ?4, version = ?5, due = ?6 {AtPosition} AND version = ?7");
        delete = database.Prepare($"DELETE FROM rows {AtPosition}");
        readVersion = database.Prepare($"SELECT version FROM rows {AtPosition}");
    }

    public void Begin() => begin.Execute();

    /// <summary>Returns once everything since <see cref="Begin"/> is on disk.</summary>
    public void Commit() => commit.Execute();

    /// <summary>
    /// Undoes what a failure left of a transaction. SQLite has ended it already after some failures, such as a full disk, and not after others.
    /// </summary>
    public void Abandon()
    {
        if (database.InTransaction)
        {
            rollback.Execute();
        }
    }

    /// <summary>Carries out all of the writes, or none when one is refused.</summary>
    public Commit Carry(Table table, string partition, IReadOnlyList<Write> writes)
    {
        var tableName = TableName.Of(table);
        var written = new string[writes.Count];
        savepoint.Execute();
        for (var i = 0; i < written.Length; i++)
        {
            if (Refusal(tableName, partition, writes[i], out written[i]) is { } refusal)
            {
                rollbackToSavepoint.Execute();
                release.Execute();
                return refusal;
            }
        }

        release.Execute();
        return new Commit.Done(written);
    }

    public void Dispose()
    {
        Statement[] statements = [begin, commit, rollback, savepoint, release, rollbackToSavepoint, insert, replace, put, delete, readVersion];
        foreach (var statement in statements)
        {
            statement.Dispose();
        }

        database.Dispose();
    }

    /// <summary>Carries out one write unless the row that is there forbids it.</summary>
    private Commit? Refusal(string table, string partition, Write write, out string version)
    {
        switch (write)
        {
            case Write.Insert(_, var body, var due):
                return Fill(insert, table, partition, write.Key, body, due, out version).Execute() == 1
                    ? null
                    : new Commit.Exists(write.Key);

            case Write.Replace(_, var body, var expected, var due):
                return Fill(replace, table, partition, write.Key, body, due, out version).Bind(7, Parse(expected)).Execute() == 1
                    ? null
                    : new Commit.Changed(write.Key);

            case Write.Put(_, var body, var due):
                Fill(put, table, partition, write.Key, body, due, out version).Execute();
                return null;

            case Write.Delete(_, var expected):
                version = "";
                if (expected is not null && CurrentVersion(table, partition, write.Key) is { } current && current != Parse(expected))
                {
                    return new Commit.Changed(write.Key);
                }

                Place(delete, table, partition, write.Key).Execute();
                return null;

            default:
                throw new ArgumentOutOfRangeException(nameof(write), write, "An unknown kind of write.");
        }
    }

    private Statement Fill(Statement statement, string table, string partition, string key, string body, Instant? due, out string version)
    {
        var number = versions.Next();
        version = number.ToString(CultureInfo.InvariantCulture);
        return Place(statement, table, partition, key).Bind(4, body).Bind(5, number).Bind(6, due?.ToUnixTimeTicks());
    }

    private static Statement Place(Statement statement, string table, string partition, string key) =>
        statement.Bind(1, table).Bind(2, partition).Bind(3, key);

    private long? CurrentVersion(string table, string partition, string key)
    {
        long? version = Place(readVersion, table, partition, key).Step() ? readVersion.Number(0) : null;
        readVersion.Reset();
        return version;
    }

    /// <returns>Null, which equals no row's version, for what no store like this ever gave.</returns>
    private static long? Parse(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
