using Curbside.Storage;

namespace Curbside.Functions.Storage;

public sealed class FakeTableFaultTests : TableFaultSpecification
{
    private readonly HastyTime _time = new();

    public FakeTableFaultTests() => Store = new TableStore(new FakeAccount(Writes), _time);

    internal override TableStore Store { get; }

    [Fact]
    public async Task The_pauses_between_repeats_grow()
    {
        Writes.Next(Mishap.Throttled, Mishap.LostBefore);

        await Written(new Write.Insert("k", "{}"));

        Assert.Equal([TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)], _time.Waits);
    }
}

/// <summary>The same with the real client, over the wire.</summary>
public sealed class AzuriteTableFaultTests : TableFaultSpecification, IAsyncLifetime
{
    private readonly Mishaps _reads = new();
    private TableStore _store = null!;

    internal override TableStore Store => _store;

    public async Task InitializeAsync()
    {
        var options = new StorageOptions { ConnectionString = await Azurite.ConnectionStringAsync() };
        _store = new TableStore(TableAccount.Open(options, new FaultyTransport(Writes, _reads)), new HastyTime(), $"t{Guid.NewGuid():N}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_read_that_fails_is_repeated()
    {
        await Written(new Write.Insert("k", "{}"));
        _reads.Next(Mishap.Throttled, Mishap.LostAfter);

        Assert.Equal("{}", (await Get("k"))?.Body);
    }

    [Fact]
    public async Task A_service_that_cannot_be_read_is_said_to_be_unavailable()
    {
        await Written(new Write.Insert("k", "{}"));
        _reads.Next(Mishap.LostBefore, Mishap.LostBefore, Mishap.LostBefore, Mishap.Throttled, Mishap.Throttled, Mishap.Throttled);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Get("k"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.QueryAsync(Table.Consults, "p", "", "~"));
    }
}
