using Curbside.Storage;
using NodaTime;

namespace Curbside.Consults;

/// <summary>The practice's policy file as stored, kept in memory.</summary>
/// <param name="otherwise">What holds until a practice has put one of its own, and where that one says nothing.</param>
public sealed class PolicyBook(IStore store, IClock clock, Duration keepFor, Policy otherwise)
{
    private const string Partition = "practice";
    private const string Key = "policy";

    private (Policy Policy, Instant Until)? _cached;
    private readonly Lock _lock = new();

    public async Task<Policy> CurrentAsync(CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        lock (_lock)
        {
            if (_cached is { } cached && now < cached.Until)
            {
                return cached.Policy;
            }
        }

        var row = await store.GetAsync(Table.People, Partition, Key, stop);
        var policy = row is null ? otherwise : Read(StoredForm.Read<string>(row.Body));
        Keep(policy, now);
        return policy;
    }

    /// <param name="json">A policy file that was read without an error.</param>
    public async Task PutAsync(string json, CancellationToken stop = default)
    {
        var policy = Read(json);
        await store.CommitAsync(Table.People, Partition, [new Write.Put(Key, StoredForm.Write(json))], stop);
        Keep(policy, clock.GetCurrentInstant());
    }

    private void Keep(Policy policy, Instant now)
    {
        lock (_lock)
        {
            _cached = (policy, now + keepFor);
        }
    }

    private Policy Read(string json) => PolicyFile.Read(json, otherwise) is PolicyReading.Accepted { Policy: var policy }
        ? policy
        : throw new InvalidOperationException("The stored policy cannot be read any more. Put it again with PUT /manage/policy.");
}
