using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Matching;

/// <summary>The times at which a consult may start that suit both, on the quarter hour unless the asker named times.</summary>
/// <remarks>Every zone is a whole number of quarter hours from UTC, so a quarter hour of UTC is one of everybody's clock.</remarks>
internal sealed class StartTimes
{
    private const int Most = 3;

    /// <summary>How far apart the times of one offer are, the best first: three of a kind are no choice.</summary>
    private static readonly ImmutableArray<Duration> Gaps = [Duration.FromHours(1), Duration.FromMinutes(30), Duration.Epsilon];

    private readonly Need _need;
    private readonly Calendar _calendar;
    private readonly Instant _end;
    private readonly ImmutableArray<Instant> _named;
    private readonly Stretches _askers;

    public StartTimes(Need need, Calendar calendar, Instant now)
    {
        _need = need;
        _calendar = calendar;
        _named = [.. need.Request.When.Order()];
        _end = need.LatestStart + need.Pace.Length;

        // Who names times, or has a client who may be unsafe, talks outside their hours as well.
        var open = _named.IsEmpty && need.Request.Kind != Kind.Risk ? calendar.OpenForAsker(now, _end) : Stretches.Between(now, _end);
        _askers = calendar.Starts(open).Without(calendar.Clashes(need.Asker.Id, calendar.Buffer));
    }

    /// <returns>Up to three start times, soonest first, or the rule that leaves none.</returns>
    public (ImmutableArray<Instant> Starts, Reason? Missing) For(Colleague colleague, Instant askedAt)
    {
        var earliest = askedAt + _calendar.Tempo.Lead;
        var available = _calendar.Starts(_calendar.Open(colleague, earliest, _end));
        if (available.IsEmpty)
        {
            return ([], Reason.NotAvailable);
        }

        var present = available.Without(Calendar.Away(colleague.Person));
        if (present.IsEmpty)
        {
            return ([], Reason.Away);
        }

        var withRoom = present.Without(Calendar.FullWeeks(colleague, earliest, _end));
        if (withRoom.IsEmpty)
        {
            return ([], Reason.WeekIsFull);
        }

        var starts = Spread(withRoom.Without(_calendar.Clashes(colleague.Id, _calendar.Buffer)).And(_askers));
        return (starts, starts.IsEmpty ? Reason.NoCommonTime : null);
    }

    private ImmutableArray<Instant> Spread(Stretches common)
    {
        var best = ImmutableArray<Instant>.Empty;
        foreach (var gap in Gaps)
        {
            var starts = Apart(common, gap);
            if (starts.Length > best.Length)
            {
                best = starts;
            }

            if (best.IsEmpty || best.Length == Most)
            {
                break;
            }
        }

        return best;
    }

    private ImmutableArray<Instant> Apart(Stretches common, Duration gap)
    {
        var starts = ImmutableArray.CreateBuilder<Instant>(Most);
        for (var next = First(common, Instant.MinValue); next is { } start && starts.Count < Most; next = First(common, start + gap))
        {
            starts.Add(start);
        }

        return starts.ToImmutable();
    }

    private Instant? First(Stretches common, Instant from) => _named.IsEmpty ? FirstOnGrid(common, from) : FirstNamed(common, from);

    private Instant? FirstNamed(Stretches common, Instant from)
    {
        foreach (var start in _named)
        {
            if (start >= from && common.Contains(start))
            {
                return start;
            }
        }

        return null;
    }

    private Instant? FirstOnGrid(Stretches common, Instant from)
    {
        foreach (var stretch in common.All)
        {
            var start = NextOnGrid(Instant.Max(stretch.Start, from));
            if (start < stretch.End)
            {
                return start;
            }
        }

        return null;
    }

    private Instant NextOnGrid(Instant at)
    {
        var grid = _calendar.Tempo.Grid;
        var ticks = at.ToUnixTimeTicks();
        var before = Instant.FromUnixTimeTicks(ticks - (ticks % grid.BclCompatibleTicks));
        return before < at ? before + grid : before;
    }
}
