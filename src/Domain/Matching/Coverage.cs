using System.Collections.Immutable;
using System.Numerics;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Matching;

/// <summary>One hour, and how many people could be called in it.</summary>
/// <param name="From">Its first instant, at which it is asked.</param>
/// <param name="Fewest">Over all clinicians: of whomever the fewest could be called for. 0 is a gap.</param>
public sealed record CoveredHour(Instant From, int Fewest);

/// <summary>Who can be had for one kind of consult, hour by hour.</summary>
/// <param name="Never">Clinicians for whom there is nobody on the roster at any hour, such as one whose state nobody else is licensed in. They are left out of the hours.</param>
public sealed record KindCoverage(Kind Kind, ImmutableArray<CoveredHour> Hours, ImmutableArray<Person> Never)
{
    /// <summary>No clinician finds anybody, at any hour.</summary>
    public required bool IsOpenToNobody { get; init; }
}

/// <summary>
/// Where a roster leaves gaps: for each kind and hour, whether every clinician who asked for a call at once would find somebody. By the same rules as the
/// <see cref="Matcher"/>, and before anybody has asked.
/// </summary>
public static class Coverage
{
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <param name="roster">With each person's reach and what they have taken.</param>
    /// <param name="from">When the first hour begins: the next full hour of the practice's clock.</param>
    /// <param name="days">Local days in the practice, the first one counted whole even when it has begun.</param>
    public static ImmutableArray<KindCoverage> Of(IReadOnlyCollection<Colleague> roster, Policy policy, Instant from, int days = 14)
    {
        var hours = HoursFrom(from, days, policy.Practice.Zone);
        var askers = roster.Where(colleague => !colleague.Person.Left && colleague.Person.Is(Roles.Clinician))
            .OrderBy(colleague => colleague.Person.Name, StringComparer.Ordinal).Select(colleague => colleague.Person).ToList();
        return [.. Enum.GetValues<Kind>().Select(kind => OfKind(kind, roster, policy, hours, askers))];
    }

    private static KindCoverage OfKind(
        Kind kind, IReadOnlyCollection<Colleague> roster, Policy policy, ImmutableArray<Instant> hours, List<Person> askers)
    {
        var present = roster.Where(colleague => !colleague.Person.Left).ToList();
        var fitting = askers.ToDictionary(asker => asker.Id, asker => Fitting(kind, asker, present, policy));
        var never = askers.Where(asker => fitting[asker.Id].IsEmpty).ToImmutableArray();
        var served = fitting.Values.Where(fits => !fits.IsEmpty).ToList();
        var callable = present.Count == 0 ? [] : Callable(kind, present, hours, policy);
        return new KindCoverage(
            kind,
            [.. hours.Select((hour, nth) => new CoveredHour(hour, served.Count == 0 ? 0 : served.Min(fits => fits.CountIn(callable[nth]))))],
            never)
        {
            IsOpenToNobody = served.Count == 0,
        };
    }

    /// <summary>Whom the lasting rules leave for one clinician.</summary>
    private static People Fitting(Kind kind, Person asker, List<Colleague> present, Policy policy)
    {
        var eligibility = new Eligibility(Needed(kind, asker, policy, Instant.MinValue), present, policy);
        return People.Of(present.Count, nth => eligibility.Against(present[nth]).IsEmpty);
    }

    /// <summary>Who may be asked in each of the hours. It is the same for whoever asks, so one stands for them.</summary>
    private static List<People> Callable(Kind kind, List<Colleague> present, ImmutableArray<Instant> hours, Policy policy)
    {
        var need = Needed(kind, present[0].Person, policy, hours[0]);
        var asking = new AskingHours(need, new Calendar(need, Busy.Nobody, policy), hours[0]);
        var free = present.ConvertAll(colleague => asking.FreeOf(colleague, hours[^1] + Duration.Epsilon));
        return [.. hours.Select(hour => People.Of(present.Count, nth => free[nth].Contains(hour)))];
    }

    private static Need Needed(Kind kind, Person asker, Policy policy, Instant at) => new()
    {
        Asker = asker,
        Request = new Request { Asker = asker.Id, Kind = kind, Urgency = Urgency.Now },
        Pace = policy.Paces[(kind, Urgency.Now)],
        PromiseAt = at,
        LatestStart = at,
    };

    /// <summary>The hours of the practice's days; one has 23 or 25 where the clocks change.</summary>
    private static ImmutableArray<Instant> HoursFrom(Instant from, int days, DateTimeZone zone)
    {
        var local = from.InZone(zone);
        var first = local.TimeOfDay == LocalTime.FromHourMinuteSecondTick(local.Hour, 0, 0, 0)
            ? from
            : local.LocalDateTime.Date.At(new LocalTime(local.Hour, 0)).InZoneLeniently(zone).ToInstant() + Hour;
        var end = local.Date.PlusDays(days).AtStartOfDayInZone(zone).ToInstant();
        var hours = ImmutableArray.CreateBuilder<Instant>();
        for (var hour = first; hour < end; hour += Hour)
        {
            hours.Add(hour);
        }

        return hours.DrainToImmutable();
    }

    /// <summary>Some of those who are there, one bit for each: every clinician is compared with every hour.</summary>
    private readonly record struct People(ulong[] Bits)
    {
        public static People Of(int count, Func<int, bool> isIn)
        {
            var bits = new ulong[(count + 63) / 64];
            for (var nth = 0; nth < count; nth++)
            {
                bits[nth / 64] |= isIn(nth) ? 1UL << (nth % 64) : 0;
            }

            return new People(bits);
        }

        public bool IsEmpty => Array.TrueForAll(Bits, bits => bits == 0);

        public int CountIn(People others)
        {
            var count = 0;
            for (var nth = 0; nth < Bits.Length; nth++)
            {
                count += BitOperations.PopCount(Bits[nth] & others.Bits[nth]);
            }

            return count;
        }
    }
}
