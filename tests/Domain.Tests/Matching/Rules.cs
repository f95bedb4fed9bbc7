using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Matching;

/// <summary>The rules once more, told minute by minute and as plainly as can be: what the matcher is held against.</summary>
internal static class Rules
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static bool IsNight(Instant at, DateTimeZone zone) => at.InZone(zone).Hour is >= 21 or < 8;

    public static bool MayBeWoken(Situation asking, Person person, Reach reach) => !reach.NightCallsOff && AgreedToBeWoken(asking, person);

    public static bool AgreedToBeWoken(Situation asking, Person person) =>
        (asking.Kind == Kind.Risk && person.WakeForRisk) || (asking.Urgency == Urgency.Now && person.WakeForNow);

    /// <summary>In their hours; or at any other, who agreed to be woken, but not at night once they turned that off.</summary>
    public static bool IsOpen(Situation asking, Person person, Reach reach, Instant at) =>
        person.Availability.IsOpen(at, person.Zone)
        || (AgreedToBeWoken(asking, person) && !(reach.NightCallsOff && IsNight(at, person.Zone)));

    /// <summary>No lasting rule about the person keeps them out; lines of reporting are one step long in what is drawn.</summary>
    public static bool Fits(Situation asking, Person person)
    {
        var asker = asking.Asker;
        var isSenior = (person.Roles & Roles.Supervisor) != 0;
        var inState = person.Licences.Contains(asking.ClientState!.Value);
        return !person.Left
            && person.Id != asker.Id
            && (person.Roles & (Roles.Consultant | Roles.Supervisor)) != 0
            && !person.NotWith.Contains(asker.Phone)
            && !asker.NotWith.Contains(person.Phone)
            && !asking.Asked.Contains(person.Id)
            && asking.Kind switch
            {
                Kind.Risk => person is { IsLicensed: true, TakesRisk: true, Discipline: not Discipline.Coach } && inState,
                Kind.Case => (person.Discipline != Discipline.Coach || !asker.IsLicensed)
                    && (person.Topics.IsEmpty || asking.Topics.IsEmpty || person.Topics.Intersect(asking.Topics).Count > 0),
                Kind.Medication => person.IsPrescriber && inState,
                Kind.SecondOpinion => isSenior || person.IsLicensed,
                Kind.Observation => isSenior,
                _ => person.OffersSupport && !person.ReportsTo.Contains(asker.Phone) && !asker.ReportsTo.Contains(person.Phone),
            };
    }

    /// <summary>Every quarter hour at which a consult could start at all.</summary>
    public static IEnumerable<Instant> PossibleStarts(this Situation asking)
    {
        for (var start = Instant.FromUnixTimeSeconds((asking.Now + Duration.FromMinutes(15)).ToUnixTimeSeconds() / 900 * 900);
            start <= asking.LatestStart;
            start += Duration.FromMinutes(15))
        {
            if (start >= asking.Now + Duration.FromMinutes(15))
            {
                yield return start;
            }
        }
    }

    public static bool Suits(Situation asking, Person person, Reach reach, ImmutableArray<Instant> taken, Instant start)
    {
        var end = start + asking.Pace.Length;
        var asker = asking.Asker;
        var buffer = asking.Policy.Buffer;
        return asking.PossibleStarts().Contains(start)
            && EveryMinute(at => IsOpen(asking, person, reach, at))
            && !person.IsAway(start.InZone(person.Zone).Date)
            && HasRoom(person, taken, start)
            && !asking.Busy.Overlaps(person.Id, start - buffer, end + buffer)
            && !asking.Busy.Overlaps(asker.Id, start - buffer, end + buffer)
            && (asking.Kind == Kind.Risk
                || EveryMinute(at => asker.Availability.IsEmpty ? !IsNight(at, asker.Zone) : asker.Availability.IsOpen(at, asker.Zone)));

        bool EveryMinute(Func<Instant, bool> holds)
        {
            for (var at = start; at < end; at += Minute)
            {
                if (!holds(at))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public static bool HasRoom(Person person, ImmutableArray<Instant> taken, Instant start) =>
        person.MaxPerWeek is not { } most || taken.Count(one => MondayOf(one, person.Zone) == MondayOf(start, person.Zone)) < most;

    private static LocalDate MondayOf(Instant at, DateTimeZone zone)
    {
        var day = at.InZone(zone).Date;
        return day.PlusDays(1 - (int)day.DayOfWeek);
    }
}
