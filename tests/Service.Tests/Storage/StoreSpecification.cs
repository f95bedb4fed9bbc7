using NodaTime;

namespace Curbside.Storage;

/// <summary>What every store does. A store's own tests derive from this and start each test with an empty one.</summary>
public abstract partial class StoreSpecification
{
    private const string Partition = "p";
    private static readonly Instant Noon = Instant.FromUtc(2026, 1, 5, 12, 0);

    protected abstract IStore Store { get; }

    [Fact]
    public async Task A_row_that_was_never_written_is_null()
    {
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task An_inserted_row_is_read_back_as_it_was_written()
    {
        var version = await Written(new Write.Insert("k", "{}", Noon));

        Assert.Equal(new Row(Partition, "k", "{}", version, Noon), await Get("k"));
    }

    [Fact]
    public async Task An_insert_is_refused_when_the_row_exists()
    {
        var version = await Written(new Write.Insert("k", "first"));

        Assert.Equal(new Commit.Exists("k"), await Commit(new Write.Insert("k", "second")));
        Assert.Equal(new Row(Partition, "k", "first", version, null), await Get("k"));
    }

    [Fact]
    public async Task A_replace_of_the_version_that_was_read_is_done()
    {
        var first = await Written(new Write.Insert("k", "first", Noon));

        var second = await Written(new Write.Replace("k", "second", first));

        Assert.Equal(new Row(Partition, "k", "second", second, null), await Get("k"));
    }

    [Fact]
    public async Task A_replace_of_an_older_version_is_refused()
    {
        var first = await Written(new Write.Insert("k", "first"));
        var second = await Written(new Write.Replace("k", "second", first));

        Assert.Equal(new Commit.Changed("k"), await Commit(new Write.Replace("k", "third", first)));
        Assert.Equal(new Row(Partition, "k", "second", second, null), await Get("k"));
    }

    [Fact]
    public async Task A_replace_of_a_row_that_is_gone_is_refused()
    {
        var version = await Written(new Write.Insert("k", "first"));
        await Written(new Write.Delete("k"));

        Assert.Equal(new Commit.Changed("k"), await Commit(new Write.Replace("k", "second", version)));
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task A_put_writes_whatever_is_there()
    {
        await Written(new Write.Put("k", "first", Noon));
        var second = await Written(new Write.Put("k", "second"));

        Assert.Equal(new Row(Partition, "k", "second", second, null), await Get("k"));
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_has_an_empty_version()
    {
        await Written(new Write.Insert("k", "{}"));

        Assert.Equal("", await Written(new Write.Delete("k")));
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task A_delete_of_the_version_that_was_read_is_done()
    {
        var version = await Written(new Write.Insert("k", "{}"));

        await Written(new Write.Delete("k", version));

        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task A_delete_of_an_older_version_is_refused()
    {
        var first = await Written(new Write.Insert("k", "first"));
        var second = await Written(new Write.Put("k", "second"));

        Assert.Equal(new Commit.Changed("k"), await Commit(new Write.Delete("k", first)));
        Assert.Equal(new Row(Partition, "k", "second", second, null), await Get("k"));
    }

    [Fact]
    public async Task A_row_that_is_not_there_counts_as_deleted()
    {
        var version = await Written(new Write.Insert("k", "{}"));
        await Written(new Write.Delete("k"));

        Assert.Equal("", await Written(new Write.Delete("k")));
        Assert.Equal("", await Written(new Write.Delete("k", version)));
    }

    [Fact]
    public async Task Every_write_gives_a_version_that_the_row_never_had()
    {
        var versions = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            versions.Add(await Written(new Write.Insert("k", "same")));
            versions.Add(await Written(new Write.Put("k", "same")));
            versions.Add(await Written(new Write.Replace("k", "same", versions[^1])));
            await Written(new Write.Delete("k"));
        }

        Assert.Equal(9, versions.Distinct().Count());
        Assert.DoesNotContain("", versions);
    }

    [Fact]
    public async Task The_same_key_in_another_partition_or_table_is_another_row()
    {
        await Written(new Write.Insert("k", "here"));

        Assert.IsType<Commit.Done>(await Store.CommitAsync(Table.Consults, "q", [new Write.Insert("k", "other partition")]));
        Assert.IsType<Commit.Done>(await Store.CommitAsync(Table.Phones, Partition, [new Write.Insert("k", "other table")]));

        Assert.Equal("here", (await Get("k"))?.Body);
        Assert.Equal("other partition", (await Store.GetAsync(Table.Consults, "q", "k"))?.Body);
        Assert.Equal("other table", (await Store.GetAsync(Table.Phones, Partition, "k"))?.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zoë Nuñez 李 😀 \u202e \" \\ ' \t\r\n")]
    public async Task A_body_comes_back_character_by_character(string body)
    {
        await Written(new Write.Put("k", body));

        Assert.Equal(body, (await Get("k"))?.Body);
    }

    [Fact]
    public async Task A_cancelled_call_is_not_carried_out()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var stop = cancelled.Token;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Table.Consults, Partition, [new Write.Put("k", "{}")], stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync(Table.Consults, Partition, "k", stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.QueryAsync(Table.Consults, Partition, "a", "z", stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ScanAsync(Table.Consults, "a", "z", stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DueAsync(Table.Consults, Noon, 1, stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.NextDueAsync(Table.Consults, stop));
        Assert.Null(await Get("k"));
    }

    private Task<Row?> Get(string key) => Store.GetAsync(Table.Consults, Partition, key);

    private Task<Commit> Commit(params Write[] writes) => Store.CommitAsync(Table.Consults, Partition, writes);

    private async Task<string> Written(Write write) => Assert.Single(Assert.IsType<Commit.Done>(await Commit(write)).Versions);
}
