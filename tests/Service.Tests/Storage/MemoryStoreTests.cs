namespace Curbside.Storage;

public sealed class MemoryStoreTests : StoreSpecification
{
    protected override IStore Store { get; } = new MemoryStore();
}
