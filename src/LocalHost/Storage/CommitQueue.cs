using System.Threading.Channels;
using Curbside.Storage;

namespace Curbside.LocalHost.Storage;

/// <summary>
/// One thread that writes for all callers. It takes every commit that is waiting into one transaction, so that they share one wait for the disk,
/// and tells none of them the outcome before that transaction is on disk. A lone commit waits for nobody.
/// </summary>
internal sealed class CommitQueue : IDisposable
{
    // Beyond this, the shared wait for the disk is a small part of the time, and the first in the group only waits for the last.
    private const int CommitsPerTransaction = 256;

    // It needs no bound: each caller awaits its commit, so there are no more of these than there are callers. The caller that ends the writer's
    // wait does so itself, without the help of a thread pool that may be busy.
    private readonly Channel<PendingCommit> waiting = Channel.CreateUnbounded<PendingCommit>(
        new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly RowWriter writer;
    private readonly Thread thread;

    /// <param name="writer">Used by the queue's thread alone, and disposed together with the queue.</param>
    public CommitQueue(RowWriter writer)
    {
        this.writer = writer;
        thread = new Thread(Write) { Name = "Curbside store writer", IsBackground = true };
        thread.Start();
    }

    /// <returns>Ends when the outcome is on disk; fails with an <see cref="IOException"/> when the disk refused it.</returns>
    public Task<Commit> CommitAsync(Table table, string partition, IReadOnlyList<Write> writes, CancellationToken stop)
    {
        var commit = new PendingCommit(table, partition, writes, stop);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(commit), this);
        return commit.Task;
    }

    /// <summary>Writes what is waiting, and ends.</summary>
    public void Dispose()
    {
        if (waiting.Writer.TryComplete())
        {
            thread.Join();
            writer.Dispose();
        }
    }

    private void Write()
    {
        var group = new List<PendingCommit>(CommitsPerTransaction);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < CommitsPerTransaction && waiting.Reader.TryRead(out var commit))
            {
                if (!commit.TryCancel())
                {
                    group.Add(commit);
                }
            }

            Write(group);
            group.Clear();
        }
    }

    private void Write(List<PendingCommit> group)
    {
        try
        {
            writer.Begin();
            group.ForEach(commit => commit.Carry(writer));
            writer.Commit();
        }
        catch (Exception e)
        {
            writer.Abandon();
            group.ForEach(commit => commit.Fail(e));
            return;
        }

        group.ForEach(commit => commit.Acknowledge());
    }
}
