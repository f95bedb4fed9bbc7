using System.Collections.Immutable;
using Curbside.People;
using NodaTime;

namespace Curbside.Matching;

/// <summary>Someone who may be asked, with what their place depends on.</summary>
/// <param name="HoursAway">Whole hours until the soonest start: a difference within an hour is none, so that it does not beat fairness.</param>
/// <param name="AtRest">The soonest start is outside their hours: they only agreed to be called at any hour for this.</param>
/// <param name="Share">Consults given for each that their week has room for.</param>
internal sealed record Contender(Colleague Colleague, ImmutableArray<Instant> Starts, long HoursAway, bool AtRest, double Share)
{
    private static readonly Duration LookBack = Duration.FromDays(28);

    public static Contender Of(Colleague colleague, ImmutableArray<Instant> starts, Instant now)
    {
        var soonest = starts is [var first, ..] ? first : now;
        return new Contender(
            colleague,
            starts,
            (long)(soonest - now).TotalHours,
            !colleague.Person.Availability.IsOpen(soonest, colleague.Person.Zone),
            ShareOf(colleague, now - LookBack));
    }

    /// <summary>
    /// Consults since then, those to come included, in proportion to a week's capacity: what the person set as their most, or otherwise one for each
    /// hour that they are available in an ordinary week, and at least one.
    /// </summary>
    private static double ShareOf(Colleague colleague, Instant since)
    {
        var taken = colleague.Taken.Count(start => start >= since);
        return taken == 0 ? 0 : taken / Math.Max(1, colleague.Person.MaxPerWeek ?? colleague.Person.Availability.HoursPerWeek);
    }
}

/// <summary>The order in which people are asked: the soonest first, then who is at work anyway, then the least used for their capacity, then by name.</summary>
internal static class Ranking
{
    private static readonly ImmutableArray<(Reason Reason, Comparison<Contender> Compare)> Criteria =
    [
        (Reason.SoonestStart, (a, b) => a.HoursAway.CompareTo(b.HoursAway)),
        (Reason.InTheirHours, (a, b) => a.AtRest.CompareTo(b.AtRest)),
        (Reason.FewestRecentConsults, (a, b) => a.Share.CompareTo(b.Share)),
        (Reason.TieBrokenByName, (a, b) => string.CompareOrdinal(a.Colleague.Person.Name, b.Colleague.Person.Name)),
        (Reason.TieBrokenByName, (a, b) => string.CompareOrdinal(a.Colleague.Id.Value, b.Colleague.Id.Value)),
    ];

    /// <returns>
    /// Best first, each with what put them before the next or, for the last, behind the one before. Whoever stands alone has the soonest start.
    /// </returns>
    public static ImmutableArray<(Contender Contender, Reason Reason)> Of(List<Contender> contenders)
    {
        contenders.Sort((a, b) => Decide(a, b).Order);
        return
        [
            .. contenders.Select((contender, place) => (contender, contenders.Count == 1
                ? Reason.SoonestStart
                : Decide(contender, contenders[place + 1 < contenders.Count ? place + 1 : place - 1]).Reason)),
        ];
    }

    private static (int Order, Reason Reason) Decide(Contender a, Contender b)
    {
        foreach (var (reason, compare) in Criteria)
        {
            if (compare(a, b) is var order and not 0)
            {
                return (order, reason);
            }
        }

        return (0, Reason.TieBrokenByName);
    }
}
