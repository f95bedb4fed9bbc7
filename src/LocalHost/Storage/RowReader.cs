using System.Globalization;
using Curbside.Storage;
using NodaTime;

namespace Curbside.LocalHost.Storage;

/// <summary>Reads rows on a connection of its own. For one thread at a time.</summary>
internal sealed class RowReader : IDisposable
{
    private const string Select = "SELECT partition, key, body, version, due FROM rows WHERE tbl = ?1";

    // There is no index by key alone, and none is needed: a step to each partition, and there to the first key, reads only what is asked for.
    private const string Scanning = """
        WITH RECURSIVE partitions(name) AS (
            SELECT min(partition) FROM rows WHERE tbl = ?1
            UNION ALL
            SELECT (SELECT min(partition) FROM rows WHERE tbl = ?1 AND partition > partitions.name) FROM partitions WHERE partitions.name IS NOT NULL
        )
        SELECT rows.partition, rows.key, body, version, due FROM partitions CROSS JOIN rows
        WHERE tbl = ?1 AND rows.partition = partitions.name AND key >= ?2 AND key < ?3
        ORDER BY rows.partition, rows.key
        """;

    private readonly Database database;
    private readonly Statement get;
    private readonly Statement query;
    private readonly Statement scan;
    private readonly Statement due;
    private readonly Statement nextDue;

    /// <param name="database">From <see cref="Database.OpenReader"/>; disposed together with this.</param>
    public RowReader(Database database)
    {
        this.database = database;
        get = database.Prepare($"{Select} AND partition = ?2 AND key = ?3");
        query = database.Prepare($"{Select} AND partition = ?2 AND key >= ?3 AND key < ?4 ORDER BY key");
        scan = database.Prepare(Scanning);
        due = database.Prepare($"{Select} AND due <= ?2 ORDER BY due, partition, key LIMIT ?3");
        nextDue = database.Prepare("SELECT min(due) FROM rows WHERE tbl = ?1 AND due IS NOT NULL");
    }

    public Row? Get(Table table, string partition, string key)
    {
        get.Bind(1, TableName.Of(table)).Bind(2, partition).Bind(3, key);
        try
        {
            return get.Step() ? Current(get) : null;
        }
        finally
        {
            get.Reset();
        }
    }

    public IReadOnlyList<Row> Query(Table table, string partition, string from, string before) =>
        List(query.Bind(1, TableName.Of(table)).Bind(2, partition).Bind(3, from).Bind(4, before));

    public IReadOnlyList<Row> Scan(Table table, string from, string before) => List(scan.Bind(1, TableName.Of(table)).Bind(2, from).Bind(3, before));

    public IReadOnlyList<Row> Due(Table table, Instant until, int most) =>
        List(due.Bind(1, TableName.Of(table)).Bind(2, until.ToUnixTimeTicks()).Bind(3, most));

    public Instant? NextDue(Table table)
    {
        nextDue.Bind(1, TableName.Of(table));
        try
        {
            nextDue.Step();
            return InstantOrNull(nextDue, 0);
        }
        finally
        {
            nextDue.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[get, query, scan, due, nextDue])
        {
            statement.Dispose();
        }

        database.Dispose();
    }

    private static List<Row> List(Statement statement)
    {
        var rows = new List<Row>();
        try
        {
            while (statement.Step())
            {
                rows.Add(Current(statement));
            }
        }
        finally
        {
            statement.Reset();
        }

        return rows;
    }

    private static Row Current(Statement statement) => new(
        statement.Text(0),
        statement.Text(1),
        statement.Text(2),
        statement.Number(3).ToString(CultureInfo.InvariantCulture),
        InstantOrNull(statement, 4));

    private static Instant? InstantOrNull(Statement statement, int column) =>
        statement.IsNull(column) ? null : Instant.FromUnixTimeTicks(statement.Number(column));
}
