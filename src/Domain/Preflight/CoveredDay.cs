using System.Collections.Immutable;
using System.Globalization;
using Curbside.Matching;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>One day of the practice, and who can be called in its hours.</summary>
internal sealed record CoveredDay(LocalDate Date, ImmutableArray<CoveredHour> Hours)
{
    public static ImmutableArray<CoveredDay> Of(KindCoverage kind, DateTimeZone zone) =>
    [
        .. kind.Hours.GroupBy(hour => hour.From.InZone(zone).Date).Select(day => new CoveredDay(day.Key, [.. day])),
    ];

    public bool HasGap => Hours.Any(hour => hour.Fewest == 0);

    public bool IsEmpty => Hours.All(hour => hour.Fewest == 0);

    /// <summary>Its first hours are over: what is left of it says little of the day.</summary>
    public bool HasBegun(DateTimeZone zone) => Hours[0].From > zone.AtStartOfDay(Date).ToInstant();

    /// <summary><c>Sat 10 Jan</c>.</summary>
    public string Name => NameOf(Date);

    public static string NameOf(LocalDate date) => date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>The hours with, or without, anybody as stretches: <c>6-12 14-18</c>.</summary>
    public string Stretches(DateTimeZone zone, bool covered)
    {
        var stretches = new List<(int From, int To)>();
        foreach (var hour in Hours.Where(hour => hour.Fewest > 0 == covered).Select(hour => hour.From.InZone(zone).Hour).Distinct())
        {
            if (stretches.Count > 0 && stretches[^1].To == hour)
            {
                stretches[^1] = (stretches[^1].From, hour + 1);
            }
            else
            {
                stretches.Add((hour, hour + 1));
            }
        }

        return string.Join(' ', stretches.Select(stretch => $"{stretch.From}-{stretch.To}"));
    }
}
