using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Curbside.Functions.Storage;

/// <summary>One table in memory: what <see cref="TableStore"/> uses of a <see cref="TableClient"/>, refused and answered as the service does.</summary>
/// <param name="endsPagesEarly">As the service may, where it has looked long enough.</param>
internal sealed class FakeTable(Mishaps mishaps, bool endsPagesEarly) : TableClient
{
    private const int MostActions = 100;
    private const int MostRowsOfPage = 1000;

    private static long _lastTick = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, TableEntity> _rows = new(StringComparer.Ordinal);
    private bool _exists;
    private int _requests;

    /// <summary>How often the service was called. A page is a call.</summary>
    public int Requests => _requests;

    public override async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Interlocked.Increment(ref _requests);
        _exists = true;
        return Response.FromValue(new TableItem("table"), new FakeResponse(204));
    }

    public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Interlocked.Increment(ref _requests);
        lock (_gate)
        {
            return _rows.TryGetValue(Place(partitionKey, rowKey), out var found)
                ? Response.FromValue((T)(ITableEntity)Copy(found), new FakeResponse(200))
                : new Nothing<T>();
        }
    }

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!_exists)
            {
                Interlocked.Increment(ref _requests);
                throw Failure(404, TableErrorCode.TableNotFound);
            }

            var matches = new RowFilter(filter!);
            var columns = select?.ToHashSet();
            var found = _rows.Values.Where(matches.Matches).Select(row => (T)(ITableEntity)Copy(row, columns)).ToList();

            // A page that ends early may be empty.
            var chunks = endsPagesEarly
                ? found.GroupBy(row => row.PartitionKey).SelectMany(rows => rows.Chunk(MostRowsOfPage)).Prepend([]).Append([])
                : found.Count == 0 ? [[]] : found.Chunk(MostRowsOfPage);
            var pages = chunks.Select(rows => Page<T>.FromValues(rows, "next", new FakeResponse(200))).ToList();
            Interlocked.Add(ref _requests, pages.Count);
            return AsyncPageable<T>.FromPages(pages);
        }
    }

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Interlocked.Increment(ref _requests);
        cancellationToken.ThrowIfCancellationRequested();
        var mishap = mishaps.Take();
        if (mishap is Mishap.Throttled)
        {
            throw Failure(503, "ServerBusy");
        }

        IReadOnlyList<Response> answers = mishap is Mishap.LostBefore ? [] : Carry([.. transactionActions]);
        if (mishap is not null)
        {
            await mishaps.Meanwhile();
            throw new RequestFailedException("The connection was closed.", new IOException());
        }

        return Response.FromValue(answers, new FakeResponse(202));
    }

    private List<Response> Carry(List<TableTransactionAction> actions)
    {
        lock (_gate)
        {
            EntityBounds.Check(actions, MostActions);
            for (var i = 0; i < actions.Count; i++)
            {
                if (Refusal(actions[i]) is { } refusal)
                {
                    refusal.Data["FailedEntity"] = $"{i}";
                    throw new TableTransactionFailedException(refusal);
                }
            }

            return actions.ConvertAll(Carry);
        }
    }

    private RequestFailedException? Refusal(TableTransactionAction action)
    {
        var there = _rows.GetValueOrDefault(Place(action.Entity.PartitionKey, action.Entity.RowKey));
        return action.ActionType switch
        {
            _ when !_exists => Failure(404, TableErrorCode.TableNotFound),
            TableTransactionActionType.Add => there is null ? null : Failure(409, TableErrorCode.EntityAlreadyExists),
            TableTransactionActionType.UpsertReplace => null,
            _ when there is null => Failure(404, TableErrorCode.ResourceNotFound),
            _ => action.ETag == ETag.All || action.ETag == there.ETag ? null : Failure(412, TableErrorCode.UpdateConditionNotSatisfied),
        };
    }

    private Response Carry(TableTransactionAction action)
    {
        var place = Place(action.Entity.PartitionKey, action.Entity.RowKey);
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            _rows.Remove(place);
            return new FakeResponse(204);
        }

        var now = new DateTime(Interlocked.Increment(ref _lastTick), DateTimeKind.Utc);
        var etag = $"W/\"datetime'{Uri.EscapeDataString(now.ToString("O"))}'\"";
        _rows[place] = Copy((TableEntity)action.Entity);
        _rows[place].ETag = new ETag(etag);
        return new FakeResponse(204, etag);
    }

    private static string Place(string partition, string key) => $"{partition}\0{key}";

    private static TableEntity Copy(TableEntity entity, HashSet<string>? columns = null) =>
        new(entity.Where(column => columns is null || columns.Contains(column.Key)).ToDictionary(column => column.Key, column => column.Value));

    private static RequestFailedException Failure(int status, TableErrorCode code) => new(status, $"{code}", $"{code}", null);

    private sealed class Nothing<T> : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException();

        public override Response GetRawResponse() => new FakeResponse(404);
    }
}
