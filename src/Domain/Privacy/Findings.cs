using System.Collections.Immutable;

namespace Curbside.Privacy;

/// <summary>A stretch of tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct Candidate(Identifier What, int First, int End);

/// <summary>What has been found so far. Every token belongs to one finding at most, and the first to claim it keeps it.</summary>
internal sealed class Findings(Passage passage)
{
    private readonly bool[] _claimed = new bool[passage.Count];
    private readonly List<Finding> _found = [];

    public bool IsClaimed(int token) => token >= 0 && token < _claimed.Length && _claimed[token];

    /// <summary>Claims the candidate's tokens, unless one of them is taken.</summary>
    public void Add(Candidate candidate)
    {
        var (what, first, end) = candidate;
        var tokens = _claimed.AsSpan(first, end - first);
        if (!tokens.Contains(true))
        {
            tokens.Fill(true);
            _found.Add(new Finding(what, passage[first].Start, passage[end - 1].End - passage[first].Start));
        }
    }

    public ImmutableArray<Finding> InOrder() => [.. _found.OrderBy(finding => finding.Start)];
}
