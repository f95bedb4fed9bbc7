using System.Collections;
using Curbside.Storage;

namespace Curbside.LocalHost.Storage;

/// <summary>How commits share a transaction, and what becomes of them when the disk refuses it.</summary>
public sealed class CommitQueueTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly Database database;
    private readonly CommitQueue queue;
    private readonly RowReader reader;

    public CommitQueueTests()
    {
        var path = temporary.PathOf("curbside.db");
        database = Database.OpenWriter(path);
        Schema.Prepare(database);
        queue = new CommitQueue(new RowWriter(database));
        reader = new RowReader(Database.OpenReader(path));
    }

    public void Dispose()
    {
        reader.Dispose();
        queue.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public async Task A_refused_commit_is_undone_alone_and_those_that_share_its_transaction_are_done()
    {
        var (first, group) = await Gather(
            [new Write.Insert("a", "{}")],
            [new Write.Insert("b", "{}"), new Write.Insert("a", "{}"), new Write.Insert("c", "{}")],
            [new Write.Insert("d", "{}")]);

        Assert.IsType<Commit.Done>(await first);
        Assert.IsType<Commit.Done>(await group[0]);
        Assert.Equal(new Commit.Exists("a"), await group[1]);
        Assert.IsType<Commit.Done>(await group[2]);
        Assert.Equal(["a", "d", "first"], Keys());
    }

    [Fact]
    public async Task Commits_that_wait_together_fail_together_when_COMMIT_fails_and_the_next_ones_are_done()
    {
        // A debt that is called in at COMMIT makes that fail, and leaves the transaction open as a failing disk may.
        Execute("""
            CREATE TABLE lenders (id INTEGER PRIMARY KEY);
            CREATE TABLE debts (lender INTEGER REFERENCES lenders DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER borrow AFTER INSERT ON rows WHEN new.key = 'poison' BEGIN INSERT INTO debts VALUES (1); END;
            """);

        var (first, group) = await Gather([new Write.Insert("a", "{}")], [new Write.Insert("poison", "{}")], [new Write.Insert("b", "{}")]);

        Assert.IsType<Commit.Done>(await first);
        foreach (var commit in group)
        {
            var failure = await Assert.ThrowsAsync<IOException>(() => commit);
            Assert.Equal("A commit to Consults failed: SQLite Error 19: 'FOREIGN KEY constraint failed'.", failure.Message);
        }

        Assert.Equal(["first"], Keys());
        Assert.IsType<Commit.Done>(await Commit(new Write.Insert("a", "{}")));
        Assert.Equal(["a", "first"], Keys());
    }

    [Fact]
    public async Task A_full_disk_fails_commits_until_there_is_room_again()
    {
        var large = new string('x', 400_000);
        Execute("PRAGMA max_page_count = 80");

        Assert.IsType<Commit.Done>(await Commit(new Write.Insert("fits", large)));
        var full = await Assert.ThrowsAsync<IOException>(() => Commit(new Write.Insert("too much", large)));
        Assert.Equal("A commit to Consults failed: SQLite Error 13: 'database or disk is full'.", full.Message);
        Assert.Equal(["fits"], Keys());

        Execute("PRAGMA max_page_count = 1000");

        Assert.IsType<Commit.Done>(await Commit(new Write.Insert("too much", large)));
        Assert.Equal(["fits", "too much"], Keys());
    }

    [Fact]
    public async Task A_commit_that_is_cancelled_while_it_waits_is_not_carried_out()
    {
        using var cancellation = new CancellationTokenSource();
        using var gate = new Gate(new Write.Insert("first", "{}"));
        var first = Commit(gate);
        await gate.Reached;
        var cancelled = queue.CommitAsync(Table.Consults, "p", [new Write.Insert("cancelled", "{}")], cancellation.Token);
        await cancellation.CancelAsync();
        gate.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.IsType<Commit.Done>(await first);
        Assert.Equal(["first"], Keys());
    }

    /// <summary>Commits that all wait while an earlier one is being carried out.</summary>
    private async Task<(Task<Commit> First, Task<Commit>[] Group)> Gather(params Write[][] commits)
    {
        using var gate = new Gate(new Write.Insert("first", "{}"));
        var first = Commit(gate);
        await gate.Reached;
        Task<Commit>[] group = [.. commits.Select(Commit)];
        gate.Open();
        await first;
        return (first, group);
    }

    private Task<Commit> Commit(Write write) => Commit([write]);

    private Task<Commit> Commit(IReadOnlyList<Write> writes) => queue.CommitAsync(Table.Consults, "p", writes, CancellationToken.None);

    private IEnumerable<string> Keys() => reader.Query(Table.Consults, "p", "", "~").Select(row => row.Key);

    /// <summary>On the queue's own connection, while the queue has nothing to do.</summary>
    private void Execute(string sql) => database.Execute(sql);

    /// <summary>One write that holds up the queue's thread when that comes to it.</summary>
    private sealed class Gate(Write write) : IReadOnlyList<Write>, IDisposable
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim opened = new();

        public Task Reached => reached.Task;

        public int Count => 1;

        public Write this[int index]
        {
            get
            {
                reached.TrySetResult();
                opened.Wait();
                return write;
            }
        }

        public void Open() => opened.Set();

        public IEnumerator<Write> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public void Dispose() => opened.Dispose();
    }
}
