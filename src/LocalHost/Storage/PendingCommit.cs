using Curbside.Storage;

namespace Curbside.LocalHost.Storage;

/// <summary>A commit on its way: its caller awaits <see cref="Task"/>, which ends when the outcome is on disk.</summary>
internal sealed class PendingCommit(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop)
{
    // The writing thread goes on to the next group; what callers do next is not its work.
    private readonly TaskCompletionSource<Commit> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Commit? outcome;

    public Task<Commit> Task => completion.Task;

    /// <summary>Ends a commit whose caller no longer wants it.</summary>
    /// <returns>Whether that was so.</returns>
    public bool TryCancel() => stop.IsCancellationRequested && completion.TrySetCanceled(stop);

    /// <summary>Within a transaction that is not on disk yet.</summary>
    public void Carry(RowWriter writer) => outcome = writer.Carry(table, partition, writes);

    /// <summary>The transaction is on disk.</summary>
    public void Acknowledge() => completion.SetResult(outcome!);

    /// <summary>The transaction failed.</summary>
    public void Fail(Exception cause) => completion.SetException(new IOException($"A commit to {table} failed: {cause.Message}", cause));
}
