using Curbside.People;

namespace Curbside.Phones;

/// <summary>A webhook that waits for its answer: what is said to this phone meanwhile goes back in it, and is not sent.</summary>
public sealed class Conversation(PhoneNumber with, string messageSid)
{
    /// <summary>What a text leads to is carried out in several places at once, and more than one may have something to say here.</summary>
    private readonly Lock _adding = new();
    private readonly List<Reply> _replies = [];
    private readonly List<string> _held = [];

    public PhoneNumber With { get; } = with;

    public string MessageSid { get; } = messageSid;

    /// <summary>In the order in which they are to be read.</summary>
    public IReadOnlyList<Reply> Replies
    {
        get
        {
            lock (_adding)
            {
                return [.. _replies];
            }
        }
    }

    /// <summary>The text led to one thing only, so that the first answer to it says that it is done.</summary>
    internal bool LeadsToOne { get; set; }

    /// <summary>It was said so, in the same write as the answer.</summary>
    internal bool Settled { get; set; }

    /// <summary>What the text led to, with the words in it.</summary>
    internal StoredEvent? Happened { get; set; }

    /// <summary>Rows of replies that are in hand until the replies are given back.</summary>
    internal IReadOnlyList<string> Held
    {
        get
        {
            lock (_adding)
            {
                return [.. _held];
            }
        }
    }

    internal void Add(Reply reply)
    {
        lock (_adding)
        {
            _replies.Add(reply);
        }
    }

    internal void Hold(IEnumerable<string> keys)
    {
        lock (_adding)
        {
            _held.AddRange(keys);
        }
    }
}

/// <param name="Key">The outbox key, which the carrier gives back in its reports.</param>
public sealed record Reply(string Key, string Body);
