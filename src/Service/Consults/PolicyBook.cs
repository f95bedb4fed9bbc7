using Curbside.Storage;
using NodaTime;

namespace Curbside.Consults;

/// <summary>The practice's policy file as stored, kept in memory.</summary>
public sealed class PolicyBook : IDisposable
{
    private const string Partition = "practice";
    private const string Key = "policy";

    private readonly IStore _store;
    private readonly Policy _otherwise;
    private readonly Remembered<Policy> _policy;

    /// <param name="keepFor">How old the policy may be where another instance changed it.</param>
    /// <param name="otherwise">What holds until a practice has put one of its own, and where that one says nothing.</param>
    public PolicyBook(IStore store, IClock clock, Duration keepFor, Policy otherwise)
    {
        _store = store;
        _otherwise = otherwise;
        _policy = new Remembered<Policy>(clock, keepFor, LoadAsync);
    }

    public async Task<Policy> CurrentAsync(CancellationToken stop = default) => await _policy.CurrentAsync(stop);

    /// <param name="json">A policy file that was read without an error.</param>
    public async Task PutAsync(string json, CancellationToken stop = default)
    {
        var policy = Read(json);
        await _store.CommitAsync(Table.People, Partition, [new Write.Put(Key, StoredForm.Write(json))], stop);
        await _policy.ShowAsync(_ => policy);
    }

    public void Dispose() => _policy.Dispose();

    private async Task<Policy> LoadAsync(Instant now, CancellationToken stop) =>
        await _store.GetAsync(Table.People, Partition, Key, stop) is { } row ? Read(StoredForm.Read<string>(row.Body)) : _otherwise;

    private Policy Read(string json) => PolicyFile.Read(json, _otherwise) is PolicyReading.Accepted { Policy: var policy }
        ? policy
        : throw new InvalidOperationException("The stored policy cannot be read any more. Put it again with PUT /manage/policy.");
}
