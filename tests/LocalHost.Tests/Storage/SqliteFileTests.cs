using Curbside.Storage;
using NodaTime;

namespace Curbside.LocalHost.Storage;

/// <summary>What the SQLite store adds to <see cref="StoreSpecification"/>: what is in its file after closing, a crash or an update.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly DataFolder folder;

    public SqliteFileTests() => folder = DataFolder.Open(temporary.Path);

    public void Dispose()
    {
        folder.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public async Task Rows_survive_closing_and_opening()
    {
        var due = Instant.FromUtc(2026, 1, 5, 12, 0);
        string version;
        using (var store = SqliteStore.Open(folder))
        {
            version = await Put(store, "k", "Zoë", due);
        }

        using var again = SqliteStore.Open(folder);

        Assert.Equal(new Row("p", "k", "Zoë", version, due), await again.GetAsync(Table.Consults, "p", "k"));
        Assert.Equal(due, await again.NextDueAsync(Table.Consults));
    }

    [Fact]
    public async Task An_acknowledged_commit_is_in_the_file_before_the_store_is_closed()
    {
        using var store = SqliteStore.Open(folder);
        var version = await Put(store, "k", "{}");

        // What a crash leaves is the file and its log as they are now.
        using var afterCrash = new TemporaryFolder();
        File.Copy(folder.PathOf("curbside.db"), afterCrash.PathOf("curbside.db"));
        File.Copy(folder.PathOf("curbside.db-wal"), afterCrash.PathOf("curbside.db-wal"));
        using var copy = DataFolder.Open(afterCrash.Path);
        using var recovered = SqliteStore.Open(copy);

        Assert.Equal(new Row("p", "k", "{}", version, null), await recovered.GetAsync(Table.Consults, "p", "k"));
    }

    [Fact]
    public async Task Versions_do_not_repeat_when_the_file_is_opened_again()
    {
        var versions = new List<long>();
        for (var run = 0; run < 3; run++)
        {
            using var store = SqliteStore.Open(folder);
            versions.Add(long.Parse(await Put(store, "k", "same"), null));
            await store.CommitAsync(Table.Consults, "p", [new Write.Delete("k")]);
            versions.Add(long.Parse(await Put(store, "k", "same"), null));
            await store.CommitAsync(Table.Consults, "p", [new Write.Delete("k")]);
        }

        Assert.Equal(6, versions.Distinct().Count());
        Assert.Equal(versions.Order(), versions);
    }

    [Fact]
    public async Task Of_64_concurrent_callers_every_acknowledged_row_is_there_after_opening_again_and_no_refused_one()
    {
        var acknowledged = new List<Row>();
        using (var store = SqliteStore.Open(folder))
        {
            var rows = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(() => WriteAndBeRefused(store, caller))));
            acknowledged.AddRange(rows.SelectMany(row => row));
        }

        using var again = SqliteStore.Open(folder);

        Assert.Equal(64 * 10, acknowledged.Count);
        Assert.Equal(acknowledged.OrderBy(row => (row.Partition, row.Key)), await again.ScanAsync(Table.Consults, "", "~"));
    }

    [Fact]
    public async Task A_closed_store_refuses_calls()
    {
        var store = SqliteStore.Open(folder);
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.GetAsync(Table.Consults, "p", "k"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CommitAsync(Table.Consults, "p", [new Write.Put("k", "{}")]));
    }

    [Fact]
    public async Task Closing_finishes_what_was_begun()
    {
        var store = SqliteStore.Open(folder);
        Task<Commit>[] begun = [.. Enumerable.Range(0, 300).Select(i => store.CommitAsync(Table.Consults, "p", [new Write.Insert($"{i:d3}", "{}")]))];
        store.Dispose();

        Assert.All(await Task.WhenAll(begun), commit => Assert.IsType<Commit.Done>(commit));
        using var again = SqliteStore.Open(folder);
        Assert.Equal(300, (await again.QueryAsync(Table.Consults, "p", "", "~")).Count);
    }

    [Fact]
    public void The_schema_has_the_number_that_the_program_knows()
    {
        SqliteStore.Open(folder).Dispose();

        using var database = Database.OpenReader(folder.PathOf("curbside.db"));
        Assert.Equal(Schema.Version, database.Number("PRAGMA user_version"));
    }

    [Fact]
    public void A_file_of_a_later_program_is_refused_and_left_as_it_is()
    {
        SqliteStore.Open(folder).Dispose();
        Execute("PRAGMA user_version = 2");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusal = Assert.Throws<DataFolderException>(() => SqliteStore.Open(folder));
            Assert.Equal(
                $"'{folder.PathOf("curbside.db")}' was written by a later Curbside: its schema is 2, and this one knows up to 1. " +
                "Start that later one, or choose another folder with --data.",
                refusal.Message);
        }
    }

    [Fact]
    public void A_file_that_cannot_be_opened_names_the_folder_and_what_to_do()
    {
        Directory.CreateDirectory(folder.PathOf("curbside.db"));

        var refusal = Assert.Throws<DataFolderException>(() => SqliteStore.Open(folder));

        Assert.Equal(
            $"The data folder '{folder.Path}' cannot be used: SQLite Error 14: 'unable to open database file'. " +
            "Let the account that runs Curbside write there and see that the disk has room, or choose another folder with --data.",
            refusal.Message);
    }

    [Fact]
    public async Task What_was_deleted_is_no_longer_in_the_files()
    {
        using (var store = SqliteStore.Open(folder))
        {
            await Put(store, "short", "remember-this");
            await Put(store, "long", string.Concat(Enumerable.Repeat("remember-this ", 5_000)));
            await store.CommitAsync(Table.Consults, "p", [new Write.Delete("short"), new Write.Delete("long")]);
        }

        Assert.All(
            Directory.GetFiles(temporary.Path, "curbside.db*"),
            file => Assert.DoesNotContain("remember-this", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static async Task<string> Put(SqliteStore store, string key, string body, Instant? due = null) =>
        Assert.Single(Assert.IsType<Commit.Done>(await store.CommitAsync(Table.Consults, "p", [new Write.Put(key, body, due)])).Versions);

    private static async Task<List<Row>> WriteAndBeRefused(SqliteStore store, int caller)
    {
        var partition = $"caller {caller:d2}";
        var written = new List<Row>();
        for (var i = 0; i < 10; i++)
        {
            var done = Assert.IsType<Commit.Done>(await store.CommitAsync(Table.Consults, partition, [new Write.Insert($"{i}", $"{caller}")]));
            written.Add(new Row(partition, $"{i}", $"{caller}", done.Versions[0], null));
            Assert.Equal(
                new Commit.Exists($"{i}"),
                await store.CommitAsync(Table.Consults, partition, [new Write.Insert($"refused {i}", "{}"), new Write.Insert($"{i}", "again")]));
        }

        return written;
    }

    private void Execute(string sql)
    {
        using var database = Database.OpenWriter(folder.PathOf("curbside.db"));
        database.Execute(sql);
    }
}
