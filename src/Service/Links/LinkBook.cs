using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Curbside.Consults;
using Curbside.People;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Links;

/// <summary>The secret that tokens are made from: 32 bytes, the same for every instance.</summary>
public sealed record LinkKey(byte[] Bytes);

/// <summary>Whom a token speaks for.</summary>
/// <param name="Consult">Null for a browser that is remembered, which is no link to a consult.</param>
public sealed record Bearer(PersonId Person, ConsultId? Consult);

/// <summary>Unguessable links: made on demand, stored only as a hash with consult, person and expiry.</summary>
/// <remarks>
/// A link's token is a keyed hash (HMAC-SHA-256, cut to 128 bits) of consult and person, so that a message that is rendered again carries the same link and
/// no stored row holds one.
/// </remarks>
public sealed class LinkBook(IStore store, IClock clock, LinkKey key)
{
    /// <summary>Longer than a consult and its 30 days of keeping last; what is deleted by then cannot be opened anyway.</summary>
    private static readonly Duration LinkLife = Duration.FromDays(60);

    /// <summary>How long a browser stays known.</summary>
    public static readonly Duration BrowserLife = Duration.FromDays(180);

    /// <summary>Makes the link open the consult's page for this person.</summary>
    /// <returns>Its token.</returns>
    public async Task<string> OpenAsync(ConsultId consult, PersonId person, CancellationToken stop = default)
    {
        var token = TokenFor(consult, person);
        await PutAsync(token, new StoredLink(person, consult, clock.GetCurrentInstant() + LinkLife), stop);
        return token;
    }

    public async Task RevokeAsync(ConsultId consult, PersonId person, CancellationToken stop = default)
    {
        var (partition, row) = Address(TokenFor(consult, person));
        await store.CommitAsync(Table.Links, partition, [new Write.Delete(row)], stop);
    }

    /// <summary>Makes a browser known as this person's.</summary>
    /// <returns>What its cookie carries.</returns>
    public async Task<string> RememberBrowserAsync(PersonId person, CancellationToken stop = default)
    {
        var token = Encode(RandomNumberGenerator.GetBytes(16));
        await PutAsync(token, new StoredLink(person, null, clock.GetCurrentInstant() + BrowserLife), stop);
        return token;
    }

    /// <returns>Whom the token speaks for; null when it is made up, revoked or expired.</returns>
    public async Task<Bearer?> FindAsync(string? token, CancellationToken stop = default)
    {
        if (token is not { Length: Messages.Links.TokenLength })
        {
            return null;
        }

        var (partition, row) = Address(token);
        var stored = await store.GetAsync(Table.Links, partition, row, stop);
        return stored is not null && StoredForm.Read<StoredLink>(stored.Body) is var link && clock.GetCurrentInstant() < link.Expires
            ? new Bearer(link.Person, link.Consult)
            : null;
    }

    /// <summary>Forgets links and browsers that open nothing any more.</summary>
    /// <param name="most">Links; the rest is for the next time.</param>
    internal async Task RemoveExpiredAsync(int most, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var expired = (await store.ScanAsync(Table.Links, "", "~", stop)).Where(row => StoredForm.Read<StoredLink>(row.Body).Expires <= now);
        foreach (var partition in expired.Take(most).GroupBy(row => row.Partition))
        {
            foreach (var batch in partition.Chunk(StoreBounds.WritesPerCommit))
            {
                // One that is given out again at this very moment has another version.
                await store.CommitAsync(Table.Links, partition.Key, [.. batch.Select(row => new Write.Delete(row.Key, row.Version))], stop);
            }
        }
    }

    /// <summary>Proves that a form was shown to whoever holds the token (an antiforgery token bound to it).</summary>
    public string ProofFor(string token) => Encode(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"form {token}")).AsSpan(0, 16));

    public bool IsProof(string token, string? proof) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ProofFor(token)), Encoding.UTF8.GetBytes(proof ?? ""));

    /// <summary>Stands for a person on the page that a token opens: a person's own id could be traced back to their number.</summary>
    public string HandleFor(string token, PersonId person) =>
        Encode(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"person {token} {person}")).AsSpan(0, 16));

    private string TokenFor(ConsultId consult, PersonId person) =>
        Encode(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"link {consult} {person}")).AsSpan(0, 16));

    private Task<Commit> PutAsync(string token, StoredLink link, CancellationToken stop)
    {
        var (partition, row) = Address(token);
        return store.CommitAsync(Table.Links, partition, [new Write.Put(row, StoredForm.Write(link))], stop);
    }

    private static (string Partition, string Row) Address(string token)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        return (hash[..2], hash);
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private sealed record StoredLink(PersonId Person, ConsultId? Consult, Instant Expires);
}
