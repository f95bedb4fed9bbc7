using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Curbside.Consults;
using NodaTime;

namespace Curbside.Matching;

/// <summary>Coverage as a manager reads it: a row for each day, a column for each kind, and below what to mend.</summary>
public static class CoverageTable
{
    private const string Nobody = "nobody";

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>
    /// Risk has a gap wherever an hour has nobody; any other kind where a whole day has nobody, since it can wait for the morning.
    /// </summary>
    public static bool HasGaps(ImmutableArray<KindCoverage> coverage, DateTimeZone zone) =>
        coverage.Any(kind => !kind.Never.IsEmpty || DaysOf(kind, zone).Any(day => IsGap(kind.Kind, day.Value)));

    /// <param name="zone">The practice's.</param>
    public static string Write(ImmutableArray<KindCoverage> coverage, DateTimeZone zone)
    {
        var columns = coverage.Select(kind => (Title: Title(kind.Kind), Cells: DaysOf(kind, zone).ToDictionary(day => day.Key, day => Spoken(day.Value, zone)))).ToList();
        var widths = columns.Select(column => column.Cells.Values.Append(column.Title).Max(cell => cell.Length)).ToList();
        var text = new StringBuilder("Who can be called, by the hours of the practice:\n\n");
        text.Append(' ', 12).Append(string.Join("  ", columns.Zip(widths, (column, width) => column.Title.PadRight(width))).TrimEnd()).Append('\n');
        foreach (var day in columns.SelectMany(column => column.Cells.Keys).Distinct().Order())
        {
            var cells = columns.Zip(widths, (column, width) => column.Cells.GetValueOrDefault(day, "").PadRight(width));
            text.Append(Name(day).PadRight(12)).Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        text.Append('\n').AppendJoin('\n', ToMend(coverage, zone).DefaultIfEmpty("Nothing to mend.")).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> ToMend(ImmutableArray<KindCoverage> coverage, DateTimeZone zone)
    {
        foreach (var kind in coverage)
        {
            foreach (var clinician in kind.Never)
            {
                var client = kind.Kind is Kind.Risk or Kind.Medication && clinician.Licences is [var state, ..] ? $" about a client in {state}" : "";
                yield return $"{Title(kind.Kind)}: nobody on the roster may answer {clinician.Name}{client}, at any hour.";
            }

            var days = DaysOf(kind, zone).Where(day => IsGap(kind.Kind, day.Value)).ToList();
            if (days.Count > 0 && kind.Kind == Kind.Risk)
            {
                var hours = days.Select(day => $"{Name(day.Key)} {Hours(day.Value.Where(hour => hour.Fewest == 0), zone)}");
                yield return $"risk: nobody at {string.Join(", ", hours)}. The backup line is given then.";
            }
            else if (days.Count > 0)
            {
                yield return $"{Title(kind.Kind)}: nobody on {string.Join(", ", days.Select(day => Name(day.Key)))}.";
            }
        }
    }

    private static IEnumerable<KeyValuePair<LocalDate, List<CoveredHour>>> DaysOf(KindCoverage kind, DateTimeZone zone) => kind.Hours
        .GroupBy(hour => hour.From.InZone(zone).Date)
        .Select(day => new KeyValuePair<LocalDate, List<CoveredHour>>(day.Key, [.. day]));

    private static bool IsGap(Kind kind, List<CoveredHour> day) =>
        kind == Kind.Risk ? day.Exists(hour => hour.Fewest == 0) : day.TrueForAll(hour => hour.Fewest == 0);

    private static string Spoken(List<CoveredHour> day, DateTimeZone zone) =>
        day.TrueForAll(hour => hour.Fewest == 0) ? Nobody
        : day.TrueForAll(hour => hour.Fewest > 0) ? "all day"
        : Hours(day.Where(hour => hour.Fewest > 0), zone);

    /// <summary>As stretches of whole hours: <c>6-12 14-18</c>.</summary>
    private static string Hours(IEnumerable<CoveredHour> hours, DateTimeZone zone)
    {
        var stretches = new List<(int From, int To)>();
        foreach (var hour in hours.Select(hour => hour.From.InZone(zone).Hour).Distinct())
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

    private static string Title(Kind kind) => kind.Name().Replace('-', ' ');

    private static string Name(LocalDate day) => day.ToString("ddd d MMM", English);
}
