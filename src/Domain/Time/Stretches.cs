using System.Collections.Immutable;
using NodaTime;

namespace Curbside.Time;

/// <summary>A set of instants: half-open stretches, in order, that neither touch nor overlap.</summary>
public sealed class Stretches
{
    private readonly ImmutableArray<Interval> _all;

    private Stretches(ImmutableArray<Interval> all) => _all = all;

    public static Stretches None { get; } = new([]);

    public ImmutableArray<Interval> All => _all;

    public bool IsEmpty => _all.IsEmpty;

    /// <summary>From one instant up to, and not including, another; none where that is not later.</summary>
    public static Stretches Between(Instant from, Instant to) => from < to ? new([new Interval(from, to)]) : None;

    /// <summary>All that is in any of the stretches, which may overlap and be in any order.</summary>
    public static Stretches Of(IEnumerable<Interval> stretches)
    {
        var sorted = stretches.Where(stretch => stretch.Start < stretch.End).ToList();
        if (sorted.Count == 0)
        {
            return None;
        }

        sorted.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var merged = ImmutableArray.CreateBuilder<Interval>(sorted.Count);
        var current = sorted[0];
        foreach (var next in sorted)
        {
            if (next.Start <= current.End)
            {
                current = new Interval(current.Start, Instant.Max(current.End, next.End));
            }
            else
            {
                merged.Add(current);
                current = next;
            }
        }

        merged.Add(current);
        return new Stretches(merged.DrainToImmutable());
    }

    public bool Contains(Instant at)
    {
        foreach (var stretch in _all)
        {
            if (at < stretch.End)
            {
                return stretch.Start <= at;
            }
        }

        return false;
    }

    /// <summary>What is in either.</summary>
    public Stretches Or(Stretches other) => IsEmpty ? other : other.IsEmpty ? this : Of(_all.Concat(other._all));

    /// <summary>What is in both.</summary>
    public Stretches And(Stretches other)
    {
        var both = ImmutableArray.CreateBuilder<Interval>();
        for (int i = 0, j = 0; i < _all.Length && j < other._all.Length;)
        {
            var start = Instant.Max(_all[i].Start, other._all[j].Start);
            var end = Instant.Min(_all[i].End, other._all[j].End);
            if (start < end)
            {
                both.Add(new Interval(start, end));
            }

            if (_all[i].End < other._all[j].End)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return both.Count == 0 ? None : new Stretches(both.DrainToImmutable());
    }

    /// <summary>What is in this and not in the other.</summary>
    public Stretches Without(Stretches other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return this;
        }

        var rest = ImmutableArray.CreateBuilder<Interval>();
        foreach (var stretch in _all)
        {
            var from = stretch.Start;
            foreach (var taken in other._all)
            {
                if (taken.End <= from)
                {
                    continue;
                }

                if (taken.Start >= stretch.End)
                {
                    break;
                }

                if (taken.Start > from)
                {
                    rest.Add(new Interval(from, taken.Start));
                }

                from = taken.End;
            }

            if (from < stretch.End)
            {
                rest.Add(new Interval(from, stretch.End));
            }
        }

        return rest.Count == 0 ? None : new Stretches(rest.DrainToImmutable());
    }
}
