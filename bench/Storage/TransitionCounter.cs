using Curbside.Phones;
using Curbside.Storage;

namespace Curbside.Bench.Storage;

/// <summary>One event handled by one aggregate, including carrying out and marking its own outbox.</summary>
internal sealed class Transition(string kind, Table table, string partition, int requests)
{
    public string Kind { get; } = kind;

    public int Requests { get; private set; } = requests;

    /// <summary>Nothing more is written about it; a link that its text carries may still be.</summary>
    public bool Marked { get; private set; }

    public bool IsOf(Table otherTable, string otherPartition) => table == otherTable && partition == otherPartition;

    public void Count() => Requests++;

    public void Mark() => Marked = true;
}

/// <summary>
/// Tells from the requests of one thing that happens at a time which transition each belongs to. Transitions nest: a text's holds its consult's, and
/// that holds the other phones'. One begins with loading its state, and ends with the write that marks what was outstanding.
/// </summary>
internal sealed class TransitionCounter
{
    private readonly Stack<Transition> _open = new();
    private readonly List<Transition> _all = [];
    private string _messageSid = "";
    private int _loading;
    private StoreRequest.Get? _loaded;

    public IReadOnlyList<Transition> All => _all;

    /// <summary>What was seen so far was before the story.</summary>
    public void Reset()
    {
        Happens("");
        _all.Clear();
    }

    /// <summary>Something happens from outside, and nothing else until the next call.</summary>
    /// <param name="messageSid">Of the text that comes in; empty when none does.</param>
    public void Happens(string messageSid)
    {
        // What was read after the last write, such as when to look again, belongs to the last transition there.
        for (var last = _all.FindLast(one => _loaded is not null && one.IsOf(_loaded.Table, _loaded.Partition)); _loading > 0; _loading--)
        {
            last?.Count();
        }

        _loaded = null;
        _open.Clear();
        _messageSid = messageSid;
    }

    public void See(StoreRequest request)
    {
        switch (request)
        {
            case StoreRequest.Look:
                // Looking for what is due is the timekeeper's, and one for many.
                return;
            case StoreRequest.Commit { Table: Table.Consults or Table.Phones } commit:
                Commit(commit);
                return;
            case StoreRequest.Get { Table: Table.Consults or Table.Phones } load:
                _loaded = load;
                _loading++;
                return;
            case StoreRequest.Commit { Table: Table.Open, Writes: [Write.Insert] }:
                _loading++;
                return;
        }

        var isLink = request is StoreRequest.Commit { Table: Table.Links, Writes: [Write.Put] };
        while (!isLink && _loading == 0 && _open.TryPeek(out var last) && last.Marked)
        {
            _open.Pop();
        }

        if (_loading > 0 || !_open.TryPeek(out var current))
        {
            _loading++;
        }
        else
        {
            current.Count();
        }
    }

    private void Commit(StoreRequest.Commit commit)
    {
        if (commit.Writes.Any(write => write is Write.Insert))
        {
            var begun = Begin(KindOf(commit), commit);
            if (!IsOutstanding(commit))
            {
                begun.Mark();
            }
        }
        else if (_open.FirstOrDefault(open => open.IsOf(commit.Table, commit.Partition)) is { } marked)
        {
            while (_open.Pop() != marked)
            {
                // What was nested in it is done.
            }

            for (var n = 0; n <= _loading; n++)
            {
                marked.Count();
            }

            marked.Mark();
            _open.Push(marked);
        }
        else
        {
            Begin(KindOfChange(commit), commit).Mark();
        }

        _loading = 0;
    }

    private Transition Begin(string kind, StoreRequest.Commit commit)
    {
        var transition = new Transition(kind, commit.Table, commit.Partition, _loading + 1);
        _open.Push(transition);
        _all.Add(transition);
        return transition;
    }

    /// <summary>Of what changes rows that are there, and adds none.</summary>
    private static string KindOfChange(StoreRequest.Commit commit) => commit.Table == Table.Consults
        ? "deadline decided by a consult"
        : commit.Writes.Any(write => write is Write.Replace && write.Key.StartsWith(RowKeys.FirstMessage, StringComparison.Ordinal))
            ? "delivery report"
            : "phone cleared of old rows";

    private string KindOf(StoreRequest.Commit commit)
    {
        if (commit.Table == Table.Phones)
        {
            return _messageSid.Length > 0 && commit.Writes.Any(write => write.Key == RowKeys.Event(_messageSid)) ? "text recorded" : "phone told";
        }

        return commit.Writes.Any(IsNewEvent) ? "event decided by a consult" : "deadline decided by a consult";
    }

    /// <summary>Whether a later write marks something of it as done.</summary>
    private static bool IsOutstanding(StoreRequest.Commit commit)
    {
        var inserts = commit.Writes.OfType<Write.Insert>().ToList();
        var messages = inserts.Where(insert => insert.Key.StartsWith(RowKeys.FirstMessage, StringComparison.Ordinal)).ToList();
        return commit.Table == Table.Consults
            ? messages.Count > 0
            : messages.Any(message => StoredForm.Read<StoredMessage>(message.Body).Status == SendStatus.Claimed)
                || inserts.Any(insert => IsNewEvent(insert) && !StoredForm.Read<StoredEvent>(insert.Body).Effects.IsEmpty);
    }

    private static bool IsNewEvent(Write write) => write is Write.Insert && write.Key.StartsWith(RowKeys.FirstEvent, StringComparison.Ordinal);
}
