using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Matching;

/// <summary>Finds who may be asked, in the order in which to ask them, and says of everyone why.</summary>
public static class Matcher
{
    /// <summary>
    /// Whoever a rule keeps out stays out: first the lasting rules (<see cref="Eligibility"/>), then the hour (<see cref="AskingHours"/>), then the
    /// times that suit both (<see cref="StartTimes"/>). The rest are put in order (<see cref="Ranking"/>).
    /// </summary>
    /// <param name="roster">In any order, which makes no difference. People who have left get no ruling.</param>
    /// <returns>
    /// The reasons against someone are all the lasting rules that keep them out; where there are none, all that keep them out at this hour; and where
    /// there are none of those either, the first rule that leaves them no start time.
    /// </returns>
    public static Match Find(Need need, IReadOnlyCollection<Colleague> roster, Busy busy, Policy policy, Instant now)
    {
        var calendar = new Calendar(need, busy, policy);
        var eligibility = new Eligibility(need, roster, policy);
        var hours = new AskingHours(need, calendar, now);
        var times = new StartTimes(need, calendar, now);
        var isCallNow = need.Request.Urgency == Urgency.Now;

        var fitting = new List<Contender>();
        var waiting = new List<Colleague>();
        var ruledOut = new List<(Colleague Colleague, ImmutableArray<Reason> Reasons)>();
        foreach (var colleague in roster.Where(colleague => !colleague.Person.Left))
        {
            var starts = ImmutableArray<Instant>.Empty;
            var reasons = eligibility.Against(colleague);
            if (reasons.IsEmpty)
            {
                reasons = hours.Against(colleague);
                if (!reasons.IsEmpty)
                {
                    waiting.Add(colleague);
                }
                else if (!isCallNow)
                {
                    (starts, var missing) = times.For(colleague, now);
                    reasons = missing is { } reason ? [reason] : [];
                }
            }

            if (reasons.IsEmpty)
            {
                fitting.Add(Contender.Of(colleague, starts, now));
            }
            else
            {
                ruledOut.Add((colleague, reasons));
            }
        }

        var ranked = Ranking.Of(fitting);
        return new Match(
            [.. ranked.Select(place => new Candidate(place.Contender.Colleague.Person, place.Contender.Starts))],
            [
                .. ranked.Select((place, index) => new Ruling(place.Contender.Colleague.Id, index + 1, [place.Reason])),
                .. ruledOut
                    .OrderBy(ruled => ruled.Colleague.Person.Name, StringComparer.Ordinal)
                    .ThenBy(ruled => ruled.Colleague.Id.Value, StringComparer.Ordinal)
                    .Select(ruled => new Ruling(ruled.Colleague.Id, null, ruled.Reasons)),
            ],
            NextAskable());

        Instant? NextAskable() => waiting
            .Select(colleague => (Colleague: colleague, At: hours.NextFor(colleague)))
            .Where(next => next.At is not null)
            .OrderBy(next => next.At)
            .FirstOrDefault(next => isCallNow || times.For(next.Colleague, next.At!.Value).Missing is null)
            .At;
    }
}
