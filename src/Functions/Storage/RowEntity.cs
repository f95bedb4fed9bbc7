using System.Text;
using Azure.Data.Tables;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Functions.Storage;

/// <summary>A row as an entity: <c>Body</c> and, where it is long, <c>Body1</c>, <c>Body2</c> and so on; <c>Due</c>; and the id of the write that made it.</summary>
internal static class RowEntity
{
    public const string Due = "Due";
    private const string Body = "Body";
    private const string WriteId = "WriteId";

    /// <summary>A string property holds 64 KiB of UTF-16.</summary>
    private const int MostOfProperty = 32 * 1024;

    public static TableEntity Of(string partition, string key, string body, Instant? due, string writeId)
    {
        var entity = new TableEntity(partition, key) { [WriteId] = writeId };
        if (due is { } at)
        {
            entity[Due] = at.ToDateTimeOffset();
        }

        var part = 0;
        var from = 0;
        do
        {
            var length = Math.Min(MostOfProperty, body.Length - from);
            if (from + length < body.Length && char.IsHighSurrogate(body[from + length - 1]))
            {
                // Half a character is none, and would not come back from the wire.
                length--;
            }

            entity[Name(part++)] = body.Substring(from, length);
            from += length;
        }
        while (from < body.Length);
        return entity;
    }

    public static Row Row(TableEntity entity) => new(
        entity.PartitionKey,
        entity.RowKey,
        BodyOf(entity),
        entity.ETag.ToString(),
        DueOf(entity));

    public static Instant? DueOf(TableEntity entity) =>
        entity.TryGetValue(Due, out var due) && due is DateTimeOffset at ? Instant.FromDateTimeOffset(at) : null;

    public static bool IsOf(TableEntity entity, string writeId) => entity.GetString(WriteId) == writeId;

    private static string BodyOf(TableEntity entity)
    {
        var first = entity.GetString(Body) ?? "";
        if (!entity.ContainsKey(Name(1)))
        {
            return first;
        }

        var body = new StringBuilder(first);
        for (var part = 1; entity.TryGetValue(Name(part), out var more); part++)
        {
            body.Append((string)more);
        }

        return body.ToString();
    }

    private static string Name(int part) => part == 0 ? Body : $"{Body}{part}";
}
