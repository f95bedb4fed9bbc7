using Azure;
using Azure.Data.Tables;
using Curbside.Storage;

namespace Curbside.Functions.Storage;

/// <summary>
/// One commit as an entity group transaction, repeated where that is safe. Every row carries the id of the write that made it, so that a repeat
/// which meets a row can tell whether it was this commit itself that wrote it, before its answer was lost.
/// </summary>
internal sealed class TableCommit(TableClient table, string partition, IReadOnlyList<Write> writes, TimeProvider time)
{
    private const int MostTries = 3;

    /// <summary>A version of the right form that no row has: what became of a row that was written here and then by somebody else.</summary>
    private const string Overwritten = "W/\"datetime'1601-01-01T00%3A00%3A00Z'\"";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly string _id = Guid.NewGuid().ToString("N");

    public async Task<Commit> RunAsync(CancellationToken stop)
    {
        // Deletes of rows that are not there; to the service they are errors, here they count as done.
        var gone = new HashSet<Write>(ReferenceEqualityComparer.Instance);
        var (perhapsDone, makeTable, madeTable) = (false, false, false);
        for (var tried = 1; ;)
        {
            var sent = writes.Where(write => !gone.Contains(write)).ToList();
            if (sent.Count == 0)
            {
                return new Commit.Done([.. writes.Select(_ => "")]);
            }

            try
            {
                if (makeTable)
                {
                    await table.CreateIfNotExistsAsync(stop);
                    (makeTable, madeTable) = (false, true);
                }

                var answers = (await table.SubmitTransactionAsync(sent.Select(Action), stop)).Value;
                return new Commit.Done([.. writes.Select(write => write is Write.Delete ? "" : Version(answers[sent.IndexOf(write)]))]);
            }
            catch (Exception trouble) when (TableAnswers.Read(trouble, stop) is var answer and not TableAnswer.Refused)
            {
                var refused = trouble is TableTransactionFailedException { FailedTransactionActionIndex: { } index } ? sent[index]
                    : sent.Count == 1 ? sent[0]
                    : null;
                switch (answer)
                {
                    case TableAnswer.NoTable when !madeTable:
                        makeTable = true;
                        break;
                    case TableAnswer.NoRow when refused is Write.Delete:
                        gone.Add(refused);
                        break;
                    case TableAnswer.Exists when refused is not null:
                        return await SettleAsync(new Commit.Exists(refused.Key), perhapsDone, stop);
                    case TableAnswer.NoRow or TableAnswer.Changed when refused is not null:
                        return await SettleAsync(new Commit.Changed(refused.Key), perhapsDone, stop);
                    case TableAnswer.Exists or TableAnswer.NoRow or TableAnswer.Changed:
                        // The service does not say of which row; nobody can go on from that.
                        throw;
                    case var _ when tried == MostTries:
                        throw new StoreUnavailableException($"The tables cannot be written to at the moment ({answer}).", trouble);
                    default:
                        perhapsDone |= answer == TableAnswer.Unknown;
                        await Task.Delay(FirstPause * Math.Pow(4, tried++ - 1), time, stop);
                        break;
                }
            }
        }
    }

    private TableTransactionAction Action(Write write) => write switch
    {
        Write.Insert insert => new(TableTransactionActionType.Add, Entity(insert.Key, insert.Body, insert.Due)),
        Write.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(replace.Key, replace.Body, replace.Due), new ETag(replace.Version)),
        Write.Put put => new(TableTransactionActionType.UpsertReplace, Entity(put.Key, put.Body, put.Due)),
        Write.Delete delete => new(
            TableTransactionActionType.Delete,
            new TableEntity(partition, delete.Key),
            delete.Version is { } version ? new ETag(version) : ETag.All),
        _ => throw new ArgumentOutOfRangeException(nameof(write), write, "An unknown kind of write."),
    };

    private TableEntity Entity(string key, string body, NodaTime.Instant? due) => RowEntity.Of(partition, key, body, due, _id);

    /// <summary>
    /// After a lost answer, a refusal may have met this commit's own rows. One of them shows that all were written; a row that was to be inserted
    /// and is not there, or is another's, shows that none was. Without an insert nobody can know: a row may have been written here and at once by
    /// somebody else.
    /// </summary>
    private async Task<Commit> SettleAsync(Commit refusal, bool perhapsDone, CancellationToken stop)
    {
        if (!perhapsDone)
        {
            return refusal;
        }

        var versions = new List<string>();
        var ownRows = false;
        foreach (var write in writes)
        {
            var found = write is Write.Delete ? null : await FindAsync(write.Key, stop);
            var own = found is not null && RowEntity.IsOf(found, _id);
            ownRows |= own;
            versions.Add(write is Write.Delete ? "" : own ? found!.ETag.ToString() : Overwritten);
        }

        return ownRows ? new Commit.Done(versions)
            : writes.Any(write => write is Write.Insert) ? refusal
            : throw new StoreUnavailableException("The tables did not say how a write ended.");
    }

    private async Task<TableEntity?> FindAsync(string key, CancellationToken stop)
    {
        try
        {
            return await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: stop) is { HasValue: true, Value: { } entity } ? entity : null;
        }
        catch (Exception trouble) when (TableAnswers.Read(trouble, stop) is TableAnswer.Busy or TableAnswer.Unknown)
        {
            throw new StoreUnavailableException("The tables did not say how a write ended.", trouble);
        }
    }

    private static string Version(Response response) => response.Headers.ETag is { } tag
        ? tag.ToString()
        : throw new InvalidOperationException("The service gave a row that was written no version.");
}
