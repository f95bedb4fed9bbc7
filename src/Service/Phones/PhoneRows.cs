using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Phones;

/// <summary>The <c>state</c> row of a phone's partition.</summary>
internal sealed record StoredPhone(Phone Phone, ImmutableArray<Outstanding> Outstanding, Instant? CleanAt)
{
    public Instant? Due => Outstanding.Select(item => (Instant?)item.LookAt).Append(CleanAt).Min();

    public StoredPhone Without(IReadOnlyCollection<string> keys) =>
        this with { Outstanding = [.. Outstanding.Where(item => !keys.Contains(item.Key))] };
}

/// <summary>An <c>e-…</c> row: an event that was handled, with what it leads to elsewhere until that is done.</summary>
/// <param name="EventId">As it was told: what follows from it elsewhere happens under the same id.</param>
internal sealed record StoredEvent(string EventId, Instant At, ImmutableArray<PhoneEffect> Effects)
{
    public string Key => RowKeys.Event(EventId);

    /// <summary>
    /// Takes away what somebody wrote, once it is where it belongs: with the consult, whose words are deleted in their time. Nothing where there is none.
    /// </summary>
    public IEnumerable<Write> WithoutWords()
    {
        var wordless = this with { Effects = [.. Effects.Select(WithoutWords)] };
        return wordless.Effects.SequenceEqual(Effects) ? [] : [new Write.Put(Key, StoredForm.Write(wordless))];
    }

    private static PhoneEffect WithoutWords(PhoneEffect effect) => effect is not PhoneEffect.ForConsult { Happened: var happened } told ? effect : told with
    {
        Happened = happened switch
        {
            ConsultEvent.Answered { Kept: not null } answered => answered with { Kept = null },
            ConsultEvent.NoteAdded { Text.Length: > 0 } note => note with { Text = "" },
            ConsultEvent.Requested { Question: not null } requested => requested with { Question = null },
            _ => happened,
        },
    };
}

/// <summary>The <c>held</c> row: the request that waits for this phone.</summary>
internal sealed record HeldPlace(ConsultId Consult, Instant At)
{
    public const string Key = "held";
}

internal enum SendStatus
{
    /// <summary>Committed by whoever sends it at once.</summary>
    Claimed,

    /// <summary>To be tried again.</summary>
    Waiting,

    /// <summary>Handed to the carrier in the answer to its own webhook; known to be sent when it reports so.</summary>
    Replied,
    Sent,
    Delivered,
    Failed,
}

/// <summary>An <c>m-…</c> row: something that leaves, and how far it got.</summary>
/// <param name="ReplyTo">The MessageSid that it answers, where it is given back in the answer to the webhook.</param>
/// <param name="Order">Among those that leave with the same event.</param>
internal sealed record StoredMessage(
    Outgoing Outgoing, SendStatus Status, Instant At, int Order, string? ReplyTo = null, string? ProviderId = null, int Attempts = 0, string? Trouble = null);

/// <summary>A row with what it holds.</summary>
internal sealed record Outbound(string Key, StoredMessage Message, string Version);
