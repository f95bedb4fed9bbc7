using NodaTime;

namespace Curbside.Storage;

public abstract partial class StoreSpecification
{
    [Fact]
    public async Task A_query_lists_its_partition_in_ordinal_order_of_key()
    {
        await Commit([.. "b a B a-1 _ 10 9 +1".Split(' ').Select(key => new Write.Insert(key, $"body of {key}"))]);
        await Store.CommitAsync(Table.Consults, "another", [new Write.Insert("a", "{}")]);
        await Store.CommitAsync(Table.Phones, Partition, [new Write.Insert("a", "{}")]);

        var rows = await Store.QueryAsync(Table.Consults, Partition, "", "~");

        Assert.Equal(["+1", "10", "9", "B", "_", "a", "a-1", "b"], rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal((Partition, $"body of {row.Key}"), (row.Partition, row.Body)));
    }

    [Theory]
    [InlineData("b", "d", "b c")]
    [InlineData("b", "b", "")]
    [InlineData("d", "b", "")]
    [InlineData("", "b", "a")]
    [InlineData("aa", "cc", "b c")]
    [InlineData("e", "z", "")]
    public async Task A_query_has_its_lower_bound_and_not_its_upper_bound(string from, string before, string expected)
    {
        await Commit([.. "abcd".Select(key => new Write.Insert($"{key}", "{}"))]);

        Assert.Equal(expected, string.Join(' ', (await Store.QueryAsync(Table.Consults, Partition, from, before)).Select(row => row.Key)));
    }

    [Fact]
    public async Task A_query_returns_rows_whole()
    {
        var version = await Written(new Write.Insert("k", "{}", Noon));

        Assert.Equal([new Row(Partition, "k", "{}", version, Noon)], await Store.QueryAsync(Table.Consults, Partition, "k", "l"));
    }

    [Fact]
    public async Task A_query_of_a_partition_that_was_never_written_is_empty()
    {
        Assert.Empty(await Store.QueryAsync(Table.Consults, "nobody", "", "~"));
    }

    [Fact]
    public async Task A_query_has_no_bound_on_its_rows()
    {
        foreach (var hundred in Enumerable.Range(0, 1_100).Chunk(100))
        {
            await Commit([.. hundred.Select(i => new Write.Insert($"{i:d4}", "{}"))]);
        }

        var rows = await Store.QueryAsync(Table.Consults, Partition, "0", "9");

        Assert.Equal(Enumerable.Range(0, 1_100).Select(i => $"{i:d4}"), rows.Select(row => row.Key));
    }

    [Fact]
    public async Task A_scan_lists_every_partition_in_order_of_partition_then_key()
    {
        await Store.CommitAsync(Table.Slots, "noor", [new Write.Insert("b", "{}"), new Write.Insert("c", "{}"), new Write.Insert("a", "{}")]);
        await Store.CommitAsync(Table.Slots, "Maya", [new Write.Insert("b", "{}"), new Write.Insert("d", "{}")]);
        await Store.CommitAsync(Table.Slots, "eve", [new Write.Insert("d", "{}")]);
        await Store.CommitAsync(Table.Links, "eve", [new Write.Insert("b", "{}")]);

        var rows = await Store.ScanAsync(Table.Slots, "b", "d");

        Assert.Equal([("Maya", "b"), ("noor", "b"), ("noor", "c")], rows.Select(row => (row.Partition, row.Key)));
    }

    [Fact]
    public async Task What_is_due_comes_with_the_longest_overdue_first_and_includes_its_bound()
    {
        await Written(new Write.Insert("a", "{}", Noon));
        await Written(new Write.Insert("b", "{}", Noon - Duration.FromHours(1)));
        await Written(new Write.Insert("c", "{}", Noon + Duration.FromTicks(1)));
        await Written(new Write.Insert("d", "{}"));
        var other = await Store.CommitAsync(Table.Consults, "another", [new Write.Insert("e", "whole", Noon - Duration.FromDays(9))]);
        await Store.CommitAsync(Table.Phones, Partition, [new Write.Insert("f", "{}", Noon)]);

        var rows = await Store.DueAsync(Table.Consults, Noon, 10);

        Assert.Equal(["e", "b", "a"], rows.Select(row => row.Key));
        Assert.Equal(new Row("another", "e", "whole", Assert.IsType<Commit.Done>(other).Versions[0], Noon - Duration.FromDays(9)), rows[0]);
    }

    [Fact]
    public async Task What_is_due_at_the_same_time_comes_in_order_of_partition_then_key()
    {
        await Store.CommitAsync(Table.Consults, "q", [new Write.Insert("a", "{}", Noon)]);
        await Store.CommitAsync(Table.Consults, "p", [new Write.Insert("c", "{}", Noon), new Write.Insert("b", "{}", Noon)]);

        var rows = await Store.DueAsync(Table.Consults, Noon, 10);

        Assert.Equal([("p", "b"), ("p", "c"), ("q", "a")], rows.Select(row => (row.Partition, row.Key)));
    }

    [Fact]
    public async Task No_more_than_the_most_that_was_asked_for_are_due()
    {
        await Commit([.. Enumerable.Range(0, 5).Select(i => new Write.Insert($"{i}", "{}", Noon - Duration.FromMinutes(i)))]);

        Assert.Equal(["4", "3"], (await Store.DueAsync(Table.Consults, Noon, 2)).Select(row => row.Key));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.DueAsync(Table.Consults, Noon, 0));
    }

    [Fact]
    public async Task A_due_time_is_what_the_last_write_said()
    {
        var cleared = await Written(new Write.Insert("cleared", "{}", Noon));
        await Written(new Write.Insert("moved", "{}", Noon));
        await Written(new Write.Insert("deleted", "{}", Noon));
        await Written(new Write.Insert("set", "{}"));

        await Commit(
            new Write.Replace("cleared", "{}", cleared),
            new Write.Put("moved", "{}", Noon - Duration.FromHours(1)),
            new Write.Delete("deleted"),
            new Write.Put("set", "{}", Noon));

        var rows = await Store.DueAsync(Table.Consults, Noon, 10);

        Assert.Equal([("moved", Noon - Duration.FromHours(1)), ("set", Noon)], rows.Select(row => (row.Key, row.Due)));
    }

    [Fact]
    public async Task A_due_time_is_kept_to_100_nanoseconds()
    {
        await Written(new Write.Put("k", "{}", Noon + Duration.FromNanoseconds(250)));

        Assert.Equal(Noon + Duration.FromNanoseconds(200), (await Get("k"))?.Due);
    }

    [Fact]
    public async Task The_next_due_time_is_the_earliest_of_the_table()
    {
        await Written(new Write.Insert("a", "{}", Noon));
        await Store.CommitAsync(Table.Consults, "another", [new Write.Insert("b", "{}", Noon - Duration.FromDays(400))]);
        await Written(new Write.Insert("c", "{}"));

        Assert.Equal(Noon - Duration.FromDays(400), await Store.NextDueAsync(Table.Consults));
        Assert.Null(await Store.NextDueAsync(Table.Phones));

        await Store.CommitAsync(Table.Consults, "another", [new Write.Delete("b")]);
        await Written(new Write.Put("a", "{}"));

        Assert.Null(await Store.NextDueAsync(Table.Consults));
    }
}
