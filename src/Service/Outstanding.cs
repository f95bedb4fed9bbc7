using System.Collections.Immutable;
using Curbside.Storage;
using NodaTime;

namespace Curbside;

/// <summary>Something that was decided and saved, and is not yet carried out.</summary>
/// <param name="Key">The row that holds it.</param>
/// <param name="LookAt">When to look after it, should whoever is at it have died.</param>
internal sealed record Outstanding(string Key, Instant LookAt)
{
    /// <summary>Whoever carries something out has it to themselves for this long; a call to a carrier takes seconds.</summary>
    public static readonly Duration Claim = Duration.FromMinutes(1);

    public static ImmutableArray<Outstanding> None => [];
}

/// <summary>What this process is carrying out at the moment, so that its own sweep keeps its hands off.</summary>
internal sealed class InHand
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte> _keys = new(StringComparer.Ordinal);

    public bool Take(string key) => _keys.TryAdd(key, 0);

    public void Leave(string key) => _keys.TryRemove(key, out _);

    /// <summary>Takes what a commit is about to bring into the world, so that no sweep has a moment to get there first.</summary>
    public async Task<Commit> CommitAsync(IReadOnlyList<string> keys, Func<Task<Commit>> commit)
    {
        var taken = keys.Where(Take).ToList();
        Commit? outcome = null;
        try
        {
            return outcome = await commit();
        }
        finally
        {
            if (outcome is not Commit.Done)
            {
                taken.ForEach(Leave);
            }
        }
    }
}
