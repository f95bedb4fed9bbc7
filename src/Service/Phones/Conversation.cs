using Curbside.People;

namespace Curbside.Phones;

/// <summary>A webhook that waits for its answer: what is said to this phone meanwhile goes back in it, and is not sent.</summary>
public sealed class Conversation(PhoneNumber with, string messageSid)
{
    private readonly List<Reply> _replies = [];

    public PhoneNumber With { get; } = with;

    public string MessageSid { get; } = messageSid;

    /// <summary>In the order in which they are to be read.</summary>
    public IReadOnlyList<Reply> Replies => _replies;

    /// <summary>The text led to one thing only, so that the first answer to it says that it is done.</summary>
    internal bool LeadsToOne { get; set; }

    /// <summary>It was said so, in the same write as the answer.</summary>
    internal bool Settled { get; set; }

    /// <summary>What the text led to, with the words in it.</summary>
    internal StoredEvent? Happened { get; set; }

    /// <summary>Rows of replies that are in hand until the replies are given back.</summary>
    internal List<string> Held { get; } = [];

    internal void Add(Reply reply) => _replies.Add(reply);
}

/// <param name="Key">The outbox key, which the carrier gives back in its reports.</param>
public sealed record Reply(string Key, string Body);
