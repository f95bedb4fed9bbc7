using Curbside.Storage;

namespace Curbside.Functions.Storage;

/// <summary>Against the service's documented semantics.</summary>
public sealed class FakeTableStoreTests : StoreSpecification
{
    protected override IStore Store { get; } = new TableStore(new FakeAccount(new Mishaps()), TimeProvider.System);
}

/// <summary>Against the emulator, over the wire. Each test has tables of its own.</summary>
public sealed class AzuriteTableStoreTests : StoreSpecification, IAsyncLifetime
{
    private TableStore _store = null!;

    protected override IStore Store => _store;

    public async Task InitializeAsync()
    {
        var account = TableAccount.Open(new StorageOptions { ConnectionString = await Azurite.ConnectionStringAsync() });
        _store = new TableStore(account, TimeProvider.System, $"t{Guid.NewGuid():N}");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
