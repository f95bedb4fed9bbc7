using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Curbside.Functions.Storage;

/// <summary>What the service does not take.</summary>
/// <remarks>
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model and
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// </remarks>
internal static class EntityBounds
{
    private const int MostOfString = 64 * 1024;
    private const int MostOfEntity = 1024 * 1024;
    private const int MostOfTransaction = 4 * 1024 * 1024;

    public static void Check(List<TableTransactionAction> actions, int mostActions)
    {
        var payload = 0;
        foreach (var action in actions)
        {
            var size = 0;
            foreach (var (name, value) in (TableEntity)action.Entity)
            {
                var bytes = value is string text ? Encoding.Unicode.GetByteCount(text) : 8;
                Refuse(bytes > MostOfString, 400, "PropertyValueTooLarge");
                size += bytes + Encoding.Unicode.GetByteCount(name);
                payload += name.Length + (value is string written ? JsonSerializer.SerializeToUtf8Bytes(written).Length : 30);
            }

            Refuse(size > MostOfEntity, 400, "EntityTooLarge");

            // The part's own headers in the multipart body.
            payload += 400;
        }

        Refuse(actions.Count > mostActions, 400, "InvalidInput");
        Refuse(actions.Select(action => action.Entity.PartitionKey).Distinct().Count() != 1, 400, "CommandsInBatchActOnDifferentPartitions");
        Refuse(actions.Select(action => action.Entity.RowKey).Distinct().Count() != actions.Count, 400, "InvalidDuplicateRow");
        Refuse(payload > MostOfTransaction, 413, "RequestBodyTooLarge");
    }

    private static void Refuse(bool when, int status, string code)
    {
        if (when)
        {
            throw new RequestFailedException(status, code, code, null);
        }
    }
}
