using System.Collections.Immutable;
using System.Text;
using Curbside.Matching;
using Curbside.Messages;
using NodaTime;

namespace Curbside.Preflight;

/// <summary>Coverage as a manager reads it: a row for each day, a column for each kind.</summary>
public static class CoverageTable
{
    /// <param name="zone">The practice's.</param>
    /// <returns>Lines, each with its end; none where there is no coverage.</returns>
    public static string Write(ImmutableArray<KindCoverage> coverage, DateTimeZone zone)
    {
        if (coverage.IsEmpty)
        {
            return "";
        }

        var columns = coverage
            .Select(kind => (Title: KindWords.Plain(kind.Kind), Cells: CoveredDay.Of(kind, zone).ToDictionary(day => day.Date, day => Spoken(day, zone))))
            .ToList();
        var widths = columns.Select(column => column.Cells.Values.Append(column.Title).Max(cell => cell.Length)).ToList();
        var text = new StringBuilder("Hours of the practice in which somebody can be called, whoever asks:\n\n");
        text.Append(' ', 12).Append(string.Join("  ", columns.Zip(widths, (column, width) => column.Title.PadRight(width))).TrimEnd()).Append('\n');
        foreach (var day in columns.SelectMany(column => column.Cells.Keys).Distinct().Order())
        {
            var cells = columns.Zip(widths, (column, width) => column.Cells.GetValueOrDefault(day, "").PadRight(width));
            text.Append(CoveredDay.NameOf(day).PadRight(12)).Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Spoken(CoveredDay day, DateTimeZone zone) => day.IsEmpty ? "nobody" : day.HasGap ? day.Stretches(zone, covered: true) : "all day";
}
