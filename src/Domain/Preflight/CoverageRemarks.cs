using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using NodaTime;
using static Curbside.Preflight.Remark;

namespace Curbside.Preflight;

/// <summary>
/// Whether somebody can be called, kind by kind. A risk cannot wait, so an hour without anybody is something to do; everything else can wait for the next day,
/// so it is a day without anybody that is told, and for the practice to judge.
/// </summary>
internal static class CoverageRemarks
{
    public static IEnumerable<Remark> Of(ImmutableArray<KindCoverage> coverage, DateTimeZone zone) => coverage.SelectMany(kind => OfKind(kind, zone));

    private static IEnumerable<Remark> OfKind(KindCoverage kind, DateTimeZone zone)
    {
        var (name, mark) = (KindWords.Plain(kind.Kind), kind.Kind == Kind.Risk ? Mark.ToDo : Mark.Note);
        if (kind.IsOpenToNobody)
        {
            yield return new Remark(mark, $"{name}: nobody on the roster may ever answer any of those who may ask.", []);
            yield break;
        }

        if (kind.Never is { Length: > 0 } never)
        {
            yield return new Remark(
                mark, $"{name}: nobody on the roster may ever answer {never.Length} of those who may ask.", [.. never.Select(person => About(kind.Kind, person))]);
        }

        var days = CoveredDay.Of(kind, zone);
        name = kind.Never.IsEmpty ? name : $"{name}, for all others";
        if (kind.Kind == Kind.Risk)
        {
            yield return days.Any(day => day.HasGap)
                ? ToDo($"{name}: nobody can be called {Gaps(days, zone)}. It takes somebody with takes_risk, and wake_for_risk for the night. Until then the backup line is given.")
                : Well($"{name}: somebody can be called at every hour of the next 14 days.");
        }
        else if (days.Where(day => day.IsEmpty && !day.HasBegun(zone)).Select(day => day.Date).ToImmutableArray() is { Length: > 0 } empty)
        {
            yield return Note($"{name}: nobody can be called on {Dates(empty)}.");
        }
        else
        {
            yield return Well($"{name}: somebody can be called on every one of the next 14 days.");
        }
    }

    /// <summary>Days with the same gap together: <c>at 0-8 20-24 on Mon 5 Jan to Fri 9 Jan; on Sat 10 Jan</c>.</summary>
    private static string Gaps(ImmutableArray<CoveredDay> days, DateTimeZone zone) => string.Join("; ", days
        .Where(day => day.HasGap)
        .GroupBy(day => day.IsEmpty ? "" : $"at {day.Stretches(zone, covered: false)} ", day => day.Date)
        .Select(alike => $"{alike.Key}on {Dates([.. alike])}"));

    /// <summary>Three days in a row or more are told as first and last.</summary>
    private static string Dates(ImmutableArray<LocalDate> dates)
    {
        var runs = new List<(LocalDate First, LocalDate Last)>();
        foreach (var date in dates)
        {
            if (runs.Count > 0 && runs[^1].Last.PlusDays(1) == date)
            {
                runs[^1] = (runs[^1].First, date);
            }
            else
            {
                runs.Add((date, date));
            }
        }

        return string.Join(", ", runs.Select(run => Period.DaysBetween(run.First, run.Last) switch
        {
            0 => CoveredDay.NameOf(run.First),
            1 => $"{CoveredDay.NameOf(run.First)}, {CoveredDay.NameOf(run.Last)}",
            _ => $"{CoveredDay.NameOf(run.First)} to {CoveredDay.NameOf(run.Last)}",
        }));
    }

    /// <summary>Where a licence decides, with the state that the client is taken to be in.</summary>
    private static string About(Kind kind, Person asker) =>
        kind is Kind.Risk or Kind.Medication && asker.Licences is [var state, ..] ? $"{asker.Name}, about a client in {state}" : asker.Name;
}
