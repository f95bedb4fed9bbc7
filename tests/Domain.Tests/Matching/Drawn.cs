using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Tests.Matching;

/// <summary>A situation and a roster drawn by chance; the same seed always draws the same.</summary>
internal sealed class Drawn
{
    private static readonly ImmutableArray<string> Hours =
        ["", "Mon-Fri 09:00-17:00", "Mon-Sun 00:00-24:00", "Mon,Wed 10:00-12:30; Sat 08:00-12:00", "Fri-Sun 22:00-06:00", "Mon-Fri 12:10-13:05"];

    /// <summary>An ordinary week, and the weekends on which the clocks go forward and back.</summary>
    private static readonly ImmutableArray<LocalDate> Days = [new(2026, 1, 5), new(2026, 3, 6), new(2026, 10, 30)];

    private readonly Random _chance;

    private Drawn(int seed) => _chance = new Random(seed);

    public static (Situation Asking, ImmutableArray<Colleague> Roster) From(int seed)
    {
        var drawn = new Drawn(seed);
        var asking = drawn.Asking(seed);
        ImmutableArray<Colleague> roster = [.. Enumerable.Range(0, 40).Select(number => drawn.Colleague(number, asking))];
        asking = asking with
        {
            Asked = [.. roster.Where(_ => drawn.OneIn(10)).Select(colleague => colleague.Id)],
            Busy = new Busy(roster.Where(_ => drawn.OneIn(2)).Select(colleague => colleague.Id).Append(asking.Asker.Id)
                .ToImmutableDictionary(id => id, _ => drawn.Many(3, () => drawn.Taken(asking.Now)))),
        };
        return (asking, roster.Add(Sample.Colleague(asking.Asker)));
    }

    private Situation Asking(int seed)
    {
        var kind = (Kind)(seed % 6);
        var urgency = (Urgency)(seed / 6 % (kind == Kind.Risk ? 2 : 3));
        return Sample.Asking(kind, urgency) with
        {
            Now = Days[seed / 18 % 3].AtMidnight().InZoneLeniently(Sample.Pacific).ToInstant() + Duration.FromMinutes(_chance.Next(3 * 24 * 60)),
            Asker = Sample.Asker with { Availability = WeeklyHours.Parse(One(["", "Mon-Sun 08:30-20:15"])) },
            Topics = OneIn(2) ? ["grief"] : [],
            PromiseWithin = Duration.FromHours(_chance.Next(1, 30)),
            Within = Duration.FromHours(_chance.Next(1, 60)),
        };
    }

    private Colleague Colleague(int number, Situation asking)
    {
        var day = asking.Now.InUtc().Date;
        var discipline = One(Enum.GetValues<Discipline>());
        var person = Sample.Person($"Person {number}") with
        {
            Roles = One([Roles.Clinician, Roles.Consultant, Roles.Consultant, Roles.Supervisor, Roles.Consultant | Roles.Clinician]),
            Discipline = discipline,
            Licences = discipline is Discipline.Coach or Discipline.Other
                ? []
                : One<ImmutableArray<UsState>>([[Sample.California], [Sample.Nevada, Sample.California], [Sample.Nevada]]),
            Topics = One<ImmutableHashSet<string>>([[], ["grief"], ["trauma"]]),
            Zone = One([Sample.Pacific, Sample.Eastern, DateTimeZoneProviders.Tzdb["Asia/Kathmandu"]]),
            Availability = WeeklyHours.Parse(One(Hours)),
            Away = OneIn(5) ? [new DateInterval(day.PlusDays(_chance.Next(-1, 2)), day.PlusDays(_chance.Next(1, 3)))] : [],
            MaxPerWeek = OneIn(2) ? _chance.Next(1, 4) : null,
            ReportsTo = OneIn(8) ? [asking.Asker.Phone] : [],
            NotWith = OneIn(8) ? [asking.Asker.Phone] : [],
            TakesRisk = !OneIn(4),
            OffersSupport = !OneIn(4),
            WakeForRisk = OneIn(2),
            WakeForNow = OneIn(2),
            Left = OneIn(15),
        };
        var reach = new Reach
        {
            Consented = !OneIn(15),
            OptedOut = OneIn(15),
            PausedUntil = OneIn(6) ? asking.Now + Duration.FromHours(_chance.Next(-5, 20)) : null,
            NightCallsOff = OneIn(6),
        };
        return new Colleague(person, reach, Many(6, () => asking.Now + Duration.FromHours(_chance.Next(-30 * 24, 7 * 24))));
    }

    private Interval Taken(Instant now)
    {
        var start = now + Duration.FromMinutes(5 * _chance.Next(-24, 600));
        return new Interval(start, start + Duration.FromMinutes(5 * _chance.Next(1, 60)));
    }

    private bool OneIn(int several) => _chance.Next(several) == 0;

    private T One<T>(IReadOnlyList<T> of) => of[_chance.Next(of.Count)];

    private ImmutableArray<T> Many<T>(int most, Func<T> draw) => [.. Enumerable.Range(0, _chance.Next(most + 1)).Select(_ => draw())];
}
