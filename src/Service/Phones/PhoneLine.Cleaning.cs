using Curbside.People;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Phones;

/// <summary>Clears away what a phone's partition need not hold any longer.</summary>
internal sealed partial class PhoneLine
{
    /// <summary>Rows of events and messages are kept this long, for replays and for "was it delivered?".</summary>
    private static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>A phone that is texted every day is cleared once a day, and not row by row.</summary>
    private static readonly Duration CleanEvery = Duration.FromDays(1);

    /// <summary>
    /// What is older than <see cref="Kept"/> goes. With the last row goes the line itself, where nothing of it is worth remembering: a number that the
    /// roster does not know is told anew how to reach the practice. An opt-out is remembered for good.
    /// </summary>
    private async Task CleanAsync(PhoneNumber number, Instant now, CancellationToken stop)
    {
        var rows =
            (from row in await store.QueryAsync(Table.Phones, number.Value, RowKeys.FirstEvent, RowKeys.AfterEvents, stop)
             select (row.Key, StoredForm.Read<StoredEvent>(row.Body).At)).Concat(
             from row in await store.QueryAsync(Table.Phones, number.Value, HeldPlace.Key, HeldPlace.Key + "~", stop)
             select (row.Key, StoredForm.Read<HeldPlace>(row.Body).At)).Concat(
             from row in await store.QueryAsync(Table.Phones, number.Value, RowKeys.FirstMessage, RowKeys.AfterMessages, stop)
             select (row.Key, StoredForm.Read<StoredMessage>(row.Body).At)).ToLookup(row => row.At <= now - Kept);
        foreach (var batch in rows[true].Chunk(StoreBounds.WritesPerCommit))
        {
            await store.CommitAsync(Table.Phones, number.Value, [.. batch.Select(row => new Write.Delete(row.Key))], stop);
        }

        using var turn = await _locks.EnterAsync(number.Value);
        if (await LoadAsync(number, stop) is { } loaded)
        {
            var phone = loaded.Stored.Phone.WithoutOldLetters(now);
            var isKnown = (await people.CurrentAsync(stop)).TryFind(number, out _) || phone is not { OptedOutAt: null, Joined: null, Letters.IsEmpty: true };
            var oldest = rows[false].Select(row => (Instant?)row.At).Append(phone.OldestRest).Min();
            var left = loaded.Stored with { Phone = phone, CleanAt = oldest is { } at ? Instant.Max(at + Kept, now + CleanEvery) : null };
            Write write = isKnown || left.Due is not null
                ? new Write.Replace(RowKeys.State, StoredForm.Write(left), loaded.Version, left.Due)
                : new Write.Delete(RowKeys.State, loaded.Version);
            await store.CommitAsync(Table.Phones, number.Value, [write], stop);
        }
    }
}
