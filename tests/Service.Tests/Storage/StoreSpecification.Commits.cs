namespace Curbside.Storage;

public abstract partial class StoreSpecification
{
    [Fact]
    public async Task A_commit_carries_out_all_of_its_writes_and_returns_their_versions_in_order()
    {
        var replaced = await Written(new Write.Insert("replaced", "old"));
        await Written(new Write.Insert("deleted", "old"));

        var done = Assert.IsType<Commit.Done>(await Commit(
            new Write.Put("put", "new"),
            new Write.Delete("deleted"),
            new Write.Delete("never there"),
            new Write.Insert("inserted", "new"),
            new Write.Replace("replaced", "new", replaced)));

        var rows = await Store.QueryAsync(Table.Consults, Partition, "a", "z");
        Assert.Equal(["inserted", "put", "replaced"], rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal("new", row.Body));
        Assert.Equal([rows[1].Version, "", "", rows[0].Version, rows[2].Version], done.Versions);
    }

    [Fact]
    public async Task A_commit_of_which_one_insert_is_refused_writes_nothing()
    {
        await Written(new Write.Insert("there", "old"));
        var before = await Store.QueryAsync(Table.Consults, Partition, "", "~");

        Assert.Equal(
            new Commit.Exists("there"),
            await Commit(new Write.Put("a", "new"), new Write.Insert("there", "new"), new Write.Insert("z", "new")));
        Assert.Equal(before, await Store.QueryAsync(Table.Consults, Partition, "", "~"));
    }

    [Fact]
    public async Task A_commit_of_which_one_replace_is_refused_writes_nothing()
    {
        var old = await Written(new Write.Insert("there", "old"));
        await Written(new Write.Put("there", "newer"));
        await Written(new Write.Insert("doomed", "old"));
        var before = await Store.QueryAsync(Table.Consults, Partition, "", "~");

        Assert.Equal(
            new Commit.Changed("there"),
            await Commit(new Write.Delete("doomed"), new Write.Insert("a", "new"), new Write.Replace("there", "newest", old)));
        Assert.Equal(before, await Store.QueryAsync(Table.Consults, Partition, "", "~"));
    }

    [Fact]
    public async Task A_commit_of_which_one_delete_is_refused_writes_nothing()
    {
        var old = await Written(new Write.Insert("there", "old"));
        await Written(new Write.Put("there", "newer"));
        var before = await Store.QueryAsync(Table.Consults, Partition, "", "~");

        Assert.Equal(
            new Commit.Changed("there"),
            await Commit(new Write.Insert("a", "new"), new Write.Delete("there", old), new Write.Put("z", "new")));
        Assert.Equal(before, await Store.QueryAsync(Table.Consults, Partition, "", "~"));
    }

    [Fact]
    public async Task A_hundred_writes_are_one_commit()
    {
        var writes = Enumerable.Range(0, 100).Select(i => new Write.Insert($"k{i:d3}", $"body {i}")).ToArray();

        var done = Assert.IsType<Commit.Done>(await Commit(writes));

        var rows = await Store.QueryAsync(Table.Consults, Partition, "k", "l");
        Assert.Equal(writes.Zip(done.Versions, (write, version) => new Row(Partition, write.Key, write.Body, version, null)), rows);
    }

    [Fact]
    public async Task More_than_a_hundred_writes_are_refused()
    {
        var writes = Enumerable.Range(0, 101).Select(i => new Write.Insert($"k{i:d3}", "{}")).ToArray();

        await Assert.ThrowsAsync<ArgumentException>(() => Commit(writes));
        Assert.Empty(await Store.QueryAsync(Table.Consults, Partition, "", "~"));
    }

    [Fact]
    public async Task A_commit_without_writes_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Commit());
    }

    [Fact]
    public async Task Two_writes_of_one_commit_with_the_same_key_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new Write.Insert("k", "{}"), new Write.Put("other", "{}"), new Write.Delete("k")));
        Assert.Null(await Get("other"));
    }

    [Fact]
    public async Task A_body_has_at_most_500_000_characters()
    {
        var longest = new string('x', 500_000);
        await Written(new Write.Insert("k", longest));

        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new Write.Insert("inserted", longest + "x")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new Write.Put("k", longest + "x")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new Write.Replace("k", longest + "x", "1")));
        Assert.Equal(longest, (await Get("k"))?.Body);
    }

    [Fact]
    public async Task The_bodies_of_a_commit_have_at_most_600_000_characters_together()
    {
        // A quotation mark is what grows longest on the way to a service.
        var body = new string('"', 6_000);
        var writes = Enumerable.Range(0, 100).Select(i => new Write.Insert($"k{i:d3}", body)).ToArray();
        Assert.IsType<Commit.Done>(await Commit(writes));
        Assert.All(await Store.QueryAsync(Table.Consults, Partition, "k", "l"), row => Assert.Equal(body, row.Body));

        writes[^1] = new Write.Insert("k099", body + "x");
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(writes));
    }

    [Fact]
    public async Task A_body_comes_back_whole_wherever_it_has_to_be_cut()
    {
        // Characters of two code units, at even and at odd places.
        var even = string.Concat(Enumerable.Repeat("😀", 50_000));
        await Written(new Write.Insert("even", even));
        await Written(new Write.Insert("odd", $"x{even}"));

        Assert.Equal(even, (await Get("even"))?.Body);
        Assert.Equal($"x{even}", (await Get("odd"))?.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("Zoë")]
    public async Task A_key_that_some_store_could_not_hold_or_order_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new Write.Put(key, "{}")));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(Table.Consults, key, [new Write.Put("k", "{}")]));
        await Assert.ThrowsAsync<ArgumentException>(() => Get(key));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(Table.Consults, key, "a", "z"));
    }

    [Fact]
    public async Task A_key_has_at_most_512_characters()
    {
        var longest = new string('k', 512);
        await Written(new Write.Put(longest, "{}"));

        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new Write.Put(longest + "k", "{}")));
        Assert.Equal([longest], (await Store.QueryAsync(Table.Consults, Partition, "", "~")).Select(row => row.Key));
    }

    [Fact]
    public async Task Of_many_who_replace_one_version_exactly_one_wins()
    {
        var version = await Written(new Write.Insert("k", "first"));

        var outcomes = await Race(racer => Commit(new Write.Replace("k", $"{racer}", version), new Write.Insert($"by {racer}", "{}")));

        var (winner, done) = TheOneDone(outcomes);
        Assert.Equal(new Row(Partition, "k", $"{winner}", done.Versions[0], null), await Get("k"));
        Assert.Equal([$"by {winner}"], (await Store.QueryAsync(Table.Consults, Partition, "by ", "by~")).Select(row => row.Key));
        Assert.All(outcomes.Where(outcome => outcome != done), outcome => Assert.Equal(new Commit.Changed("k"), outcome));
    }

    [Fact]
    public async Task Of_many_who_insert_one_key_exactly_one_wins()
    {
        var outcomes = await Race(racer => Commit(new Write.Insert("k", $"{racer}")));

        var (winner, done) = TheOneDone(outcomes);
        Assert.Equal(new Row(Partition, "k", $"{winner}", done.Versions[0], null), await Get("k"));
        Assert.All(outcomes.Where(outcome => outcome != done), outcome => Assert.Equal(new Commit.Exists("k"), outcome));
    }

    private static Task<Commit[]> Race(Func<int, Task<Commit>> run) =>
        Task.WhenAll(Enumerable.Range(0, 16).Select(racer => Task.Run(() => run(racer))));

    private static (int Winner, Commit.Done Outcome) TheOneDone(Commit[] outcomes)
    {
        var done = Assert.Single(outcomes.OfType<Commit.Done>());
        return (Array.IndexOf(outcomes, done), done);
    }
}
