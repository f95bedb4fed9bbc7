using Curbside.Storage;

namespace Curbside.LocalHost.Storage;

public sealed class SqliteStoreTests : StoreSpecification, IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly DataFolder folder;
    private readonly SqliteStore store;

    public SqliteStoreTests()
    {
        folder = DataFolder.Open(temporary.Path);
        store = SqliteStore.Open(folder);
    }

    protected override IStore Store => store;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
        temporary.Dispose();
    }
}
