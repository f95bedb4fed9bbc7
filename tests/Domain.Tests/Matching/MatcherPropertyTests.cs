using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Matching;

/// <summary>What holds of every match, tried on rosters that are drawn by chance from a seed.</summary>
public class MatcherPropertyTests
{
    private static readonly Duration Quarter = Duration.FromMinutes(15);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_candidate_violates_a_rule(int seed)
    {
        var (asking, roster) = Drawn.From(seed);

        foreach (var candidate in asking.Find(roster).Candidates)
        {
            var (person, reach, taken) = roster.Single(one => one.Person == candidate.Person);
            var askedInTheNight = Rules.IsNight(asking.Now, person.Zone);
            var woken = Rules.MayBeWoken(asking, person, reach);
            Assert.True(Rules.Fits(asking, person));
            Assert.True(reach is { Consented: true, OptedOut: false } && !(reach.PausedUntil > asking.Now));
            Assert.True(!askedInTheNight || woken);
            Assert.False(person.IsAway(asking.Now.InZone(person.Zone).Date));
            if (asking.Urgency == Urgency.Now)
            {
                Assert.Empty(candidate.Starts);
                Assert.True(Rules.IsOpen(asking, person, reach, asking.Now));
                Assert.False(asking.Busy.Overlaps(person.Id, asking.Now, asking.Now + asking.Pace.Length));
                Assert.True(Rules.HasRoom(person, taken, asking.Now));
            }
            else
            {
                Assert.InRange(candidate.Starts.Length, 1, 3);
                Assert.Equal(candidate.Starts.Distinct().Order(), candidate.Starts);
                Assert.All(candidate.Starts, start => Assert.True(Rules.Suits(asking, person, reach, taken, start)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_first_start_is_the_soonest_there_is_and_whoever_has_none_is_no_candidate(int seed)
    {
        var (asking, roster) = Drawn.From(seed);
        if (asking.Urgency == Urgency.Now)
        {
            return;
        }

        var match = asking.Find(roster);
        var first = match.Candidates.ToDictionary(candidate => candidate.Person.Id, candidate => (Instant?)candidate.Starts[0]);
        foreach (var ruling in match.Rulings.Where(ruling => ruling.Place is not null || ruling.Reasons.Any(IsAboutStarts)))
        {
            var (person, reach, taken) = roster.Single(one => one.Id == ruling.Person);
            var soonest = asking.PossibleStarts()
                .Where(start => Rules.Suits(asking, person, reach, taken, start))
                .Select(start => (Instant?)start)
                .FirstOrDefault();
            Assert.Equal(soonest, first.GetValueOrDefault(person.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_the_roster_makes_no_difference(int seed)
    {
        var (asking, roster) = Drawn.From(seed);
        var shuffled = roster.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Told(asking.Find(roster)), Told(asking.Find(shuffled)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everyone_is_ruled_on_once_with_reasons(int seed)
    {
        var (asking, roster) = Drawn.From(seed);
        var match = asking.Find(roster);

        Assert.Equal(
            roster.Where(one => !one.Person.Left).Select(one => one.Id.Value).Order(StringComparer.Ordinal),
            match.Rulings.Select(ruling => ruling.Person.Value).Order(StringComparer.Ordinal));
        Assert.All(match.Rulings, ruling => Assert.NotEmpty(ruling.Reasons));
        Assert.Equal(
            Enumerable.Range(1, match.Candidates.Length).Select(place => (int?)place),
            match.Rulings.Where(ruling => ruling.Place is not null).Select(ruling => ruling.Place));
        Assert.Equal(
            match.Candidates.Select(candidate => candidate.Person.Id),
            match.Rulings.Where(ruling => ruling.Place is not null).Select(ruling => ruling.Person));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Waiting_until_the_next_askable_instant_brings_a_candidate_and_waiting_less_brings_none(int seed)
    {
        var (asking, roster) = Drawn.From(seed);
        var match = asking.Find(roster);
        var before = match.Candidates.Select(candidate => candidate.Person.Id).ToHashSet();
        var last = match.NextAskable ?? asking.PromiseAt;

        for (var at = asking.Now + Quarter; at < last; at += Quarter)
        {
            Assert.Empty(NewAt(at));
        }

        if (match.NextAskable is { } next)
        {
            Assert.InRange(next, asking.Now + Duration.Epsilon, asking.PromiseAt);
            Assert.NotEmpty(NewAt(next));
        }

        IEnumerable<Person> NewAt(Instant at) => Matcher.Find(asking.Need, roster, asking.Busy, asking.Policy, at)
            .Candidates.Select(candidate => candidate.Person).Where(person => !before.Contains(person.Id));
    }

    private static bool IsAboutStarts(Reason reason) => reason is Reason.NotAvailable or Reason.NoCommonTime or Reason.WeekIsFull;

    private static string Told(Match match) => string.Join(
        '\n',
        match.Candidates.Select(candidate => $"{candidate.Person.Id} {string.Join(' ', candidate.Starts)}")
            .Concat(match.Rulings.Select(ruling => $"{ruling.Person} {ruling.Place} {string.Join(' ', ruling.Reasons)}"))
            .Append($"{match.NextAskable}"));
}
