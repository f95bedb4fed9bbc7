using Curbside.Storage;

namespace Curbside.Functions.Storage;

/// <summary>What a commit does about a service that is busy, or whose answers get lost.</summary>
public abstract class TableFaultSpecification
{
    private const string Partition = "p";

    private static readonly Write.Insert Event = new("e-1", "event");

    internal abstract TableStore Store { get; }

    internal Mishaps Writes { get; } = new();

    [Fact]
    public async Task A_write_that_is_refused_because_of_load_is_repeated()
    {
        await Written(new Write.Put("other", "{}"));
        Writes.Next(Mishap.Throttled, Mishap.Throttled);

        var version = await Written(new Write.Insert("k", "{}"));

        Assert.Equal(version, (await Get("k"))?.Version);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_said_to_be_unavailable_and_nothing_is_written()
    {
        Writes.Next(Mishap.Throttled, Mishap.Throttled, Mishap.Throttled);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(new Write.Insert("k", "{}")));
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task A_write_that_never_arrived_is_repeated()
    {
        Writes.Next(Mishap.LostBefore);

        var version = await Written(new Write.Insert("k", "{}"));

        Assert.Equal(new Row(Partition, "k", "{}", version, null), await Get("k"));
    }

    [Fact]
    public async Task An_insert_whose_answer_was_lost_is_done_and_not_there_already()
    {
        await Written(new Write.Put("other", "{}"));
        Writes.Next(Mishap.LostAfter);

        var version = await Written(new Write.Insert("k", "{}"));

        Assert.Equal(version, (await Get("k"))?.Version);
    }

    [Fact]
    public async Task A_replacement_whose_answer_was_lost_is_done_and_not_changed_by_somebody_else()
    {
        var first = await Written(new Write.Insert("k", "first"));
        Writes.Next(Mishap.LostAfter);

        var second = await Written(new Write.Replace("k", "second", first));

        Assert.Equal(new Row(Partition, "k", "second", second, null), await Get("k"));
    }

    [Fact]
    public async Task A_delete_whose_answer_was_lost_is_done()
    {
        var version = await Written(new Write.Insert("k", "{}"));
        Writes.Next(Mishap.LostAfter);

        Assert.Equal("", await Written(new Write.Delete("k", version)));
        Assert.Null(await Get("k"));
    }

    [Fact]
    public async Task A_commit_of_every_kind_of_write_whose_answer_was_lost_is_done_once()
    {
        var replaced = await Written(new Write.Insert("replaced", "old"));
        await Written(new Write.Insert("deleted", "old"));
        Writes.Next(Mishap.LostAfter);

        var done = Assert.IsType<Commit.Done>(await Commit(
            new Write.Delete("deleted"), new Write.Put("put", "new"), new Write.Replace("replaced", "new", replaced), Event));

        var rows = await Store.QueryAsync(Table.Consults, Partition, "", "~");
        Assert.Equal(["e-1", "put", "replaced"], rows.Select(row => row.Key));
        Assert.Equal(["", rows[1].Version, rows[2].Version, rows[0].Version], done.Versions);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_said_to_be_unavailable_and_reading_tells_how_it_ended()
    {
        await Written(new Write.Put("other", "{}"));
        Writes.Next(Mishap.LostAfter, Mishap.LostBefore, Mishap.LostBefore);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(new Write.Insert("k", "{}")));
        Assert.Equal("{}", (await Get("k"))?.Body);
    }

    [Fact]
    public async Task What_was_written_and_at_once_replaced_by_another_was_written()
    {
        var first = await Written(new Write.Insert("state", "first"));
        Writes.Meanwhile = async () => await Written(new Write.Replace("state", "theirs", (await Get("state"))!.Version));
        Writes.Next(Mishap.LostAfter);

        var done = Assert.IsType<Commit.Done>(await Commit(new Write.Replace("state", "ours", first), Event));

        // The version is of no more use, as the next one who tries to replace it finds out.
        Assert.Equal(new Commit.Changed("state"), await Commit(new Write.Replace("state", "again", done.Versions[0])));
        Assert.Equal(["event", "theirs"], (await Store.QueryAsync(Table.Consults, Partition, "", "~")).Select(row => row.Body));
    }

    [Fact]
    public async Task What_was_lost_on_the_way_and_forestalled_by_another_was_not_written()
    {
        var first = await Written(new Write.Insert("state", "first"));
        Writes.Meanwhile = async () => await Written(new Write.Replace("state", "theirs", first));
        Writes.Next(Mishap.LostBefore);

        Assert.Equal(new Commit.Changed("state"), await Commit(new Write.Replace("state", "ours", first), Event));
        Assert.Null(await Get("e-1"));
    }

    [Fact]
    public async Task An_insert_that_was_lost_on_the_way_and_forestalled_was_not_written()
    {
        Writes.Meanwhile = () => Written(new Write.Insert("k", "theirs"));
        Writes.Next(Mishap.LostBefore);

        Assert.Equal(new Commit.Exists("k"), await Commit(new Write.Insert("k", "ours")));
        Assert.Equal("theirs", (await Get("k"))?.Body);
    }

    [Fact]
    public async Task Where_nothing_shows_whether_it_was_written_nobody_claims_to_know()
    {
        var first = await Written(new Write.Insert("state", "first"));
        Writes.Meanwhile = async () => await Written(new Write.Replace("state", "theirs", (await Get("state"))!.Version));
        Writes.Next(Mishap.LostAfter);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(new Write.Replace("state", "ours", first)));
    }

    [Fact]
    public async Task A_commit_is_one_request_however_it_ends()
    {
        var version = await Written(new Write.Insert("k", "{}"));
        var before = Writes.Requests;

        await Commit(new Write.Insert("k", "{}"));
        await Commit(new Write.Replace("k", "{}", version), Event);
        await Commit(new Write.Replace("k", "{}", version));

        Assert.Equal(3, Writes.Requests - before);
    }

    internal Task<Row?> Get(string key) => Store.GetAsync(Table.Consults, Partition, key);

    internal Task<Commit> Commit(params Write[] writes) => Store.CommitAsync(Table.Consults, Partition, writes);

    internal async Task<string> Written(Write write) => Assert.Single(Assert.IsType<Commit.Done>(await Commit(write)).Versions);
}
