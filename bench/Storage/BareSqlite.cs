using Curbside.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Curbside.Bench.Storage;

/// <summary>
/// The least that keeps the same promise: one thread, prepared commands, one transaction for all that a step reads and writes, and the file's own
/// settings. It checks no version and decides nothing.
/// </summary>
internal sealed class BareSqlite : IDisposable
{
    private const string Settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -32000;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        """;

    private const string AtKey = "WHERE tbl = $tbl AND partition = $partition AND key = $key";
    private const string Values = "(tbl, partition, key, body, version, due) VALUES ($tbl, $partition, $key, $body, $version, $due)";
    private const string Columns = "SELECT partition, key, body, version, due FROM rows WHERE tbl = $tbl";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _get;
    private readonly SqliteCommand _query;
    private readonly SqliteCommand _scan;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _delete;
    private long _version = 1L << 60;

    /// <param name="folder">With a <c>curbside.db</c> that nobody else has open.</param>
    public BareSqlite(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "curbside.db")};Pooling=False");
        _connection.Open();
        using var settings = _connection.CreateCommand();
        settings.CommandText = Settings;
        settings.ExecuteNonQuery();
        _get = Prepare($"{Columns} AND partition = $partition AND key = $key", "$tbl", "$partition", "$key");
        _query = Prepare(
            $"{Columns} AND partition = $partition AND key >= $from AND key < $before ORDER BY key", "$tbl", "$partition", "$from", "$before");
        _scan = Prepare($"{Columns} AND key >= $from AND key < $before ORDER BY partition, key", "$tbl", "$from", "$before");
        _insert = Prepare($"INSERT INTO rows {Values}", "$tbl", "$partition", "$key", "$body", "$version", "$due");
        _update = Prepare(
            $"UPDATE rows SET body = $body, version = $version, due = $due {AtKey}", "$tbl", "$partition", "$key", "$body", "$version", "$due");
        _put = Prepare($"INSERT OR REPLACE INTO rows {Values}", "$tbl", "$partition", "$key", "$body", "$version", "$due");
        _delete = Prepare($"DELETE FROM rows {AtKey}", "$tbl", "$partition", "$key");
    }

    public void Run(IReadOnlyList<StoreRequest> step)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var request in step)
        {
            Run(request, transaction);
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_get, _query, _scan, _insert, _update, _put, _delete])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void Run(StoreRequest request, SqliteTransaction transaction)
    {
        switch (request)
        {
            case StoreRequest.Get get:
                Read(_get, transaction, get.Table.ToString(), get.Partition, get.Key);
                break;
            case StoreRequest.Query query:
                Read(_query, transaction, query.Table.ToString(), query.Partition, query.From, query.Before);
                break;
            case StoreRequest.Scan scan:
                Read(_scan, transaction, scan.Table.ToString(), scan.From, scan.Before);
                break;
            case StoreRequest.Commit commit:
                foreach (var write in commit.Writes)
                {
                    Write(write, transaction, commit.Table.ToString(), commit.Partition);
                }

                break;
            default:
                throw new InvalidOperationException($"No step looks for what is due, but this one has {request}.");
        }
    }

    private void Write(Write write, SqliteTransaction transaction, string table, string partition)
    {
        var (command, body, due) = write switch
        {
            Write.Insert insert => (_insert, insert.Body, insert.Due),
            Write.Replace replace => (_update, replace.Body, replace.Due),
            Write.Put put => (_put, put.Body, put.Due),
            _ => (_delete, "", (Instant?)null),
        };
        if (command == _delete)
        {
            Fill(command, transaction, table, partition, write.Key);
        }
        else
        {
            Fill(command, transaction, table, partition, write.Key, body, ++_version, due is { } at ? at.ToUnixTimeTicks() : DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    private static void Read(SqliteCommand command, SqliteTransaction transaction, params object[] values)
    {
        Fill(command, transaction, values);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            Instant? due = rows.IsDBNull(4) ? null : Instant.FromUnixTimeTicks(rows.GetInt64(4));
            _ = new Row(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), due);
        }
    }

    private static void Fill(SqliteCommand command, SqliteTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter(parameter, SqliteType.Text));
        }

        foreach (var number in command.Parameters.Cast<SqliteParameter>().Where(parameter => parameter.ParameterName is "$version" or "$due"))
        {
            number.SqliteType = SqliteType.Integer;
        }

        command.Prepare();
        return command;
    }
}
