using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Curbside.Functions.Storage;

/// <summary>A storage account in memory, with the semantics that the service documents.</summary>
internal sealed class FakeAccount(Mishaps mishaps, bool endsPagesEarly = true) : TableServiceClient
{
    private readonly ConcurrentDictionary<string, FakeTable> _tables = new();

    public int Requests => _tables.Values.Sum(table => table.Requests);

    public override TableClient GetTableClient(string tableName) => _tables.GetOrAdd(tableName, _ => new FakeTable(mishaps, endsPagesEarly));
}
