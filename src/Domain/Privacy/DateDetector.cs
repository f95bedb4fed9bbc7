namespace Curbside.Privacy;

/// <summary>Dates that name a day, in figures or words, and births to the month.</summary>
/// <remarks>
/// Scores, ratios and fractions look like a month and a day (<c>3/10</c>, <c>24/7</c>), so those two alone need a word before them that speaks of
/// a date.
/// </remarks>
internal static class DateDetector
{
    private const int MostLinks = 4;

    private static readonly WordSet Months = new("""
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
        dec
        """);

    /// <summary>Months that are ordinary words without their capital.</summary>
    private static readonly WordSet MonthsAndWords = new("march may mar jan dec");

    private static readonly WordSet Births = new("dob born birthday birthdate bday birth");

    private static readonly WordSet Events = new("""
        on admitted admit admission discharged discharge died dated date since until till before after by appointment appt surgery
        hospitalized arrested
        """);

    private static readonly WordSet Links = new("is was on in the of her his their date");
    private static readonly WordSet Ordinals = new("st nd rd th");

    public static void Find(Passage passage, Findings findings)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            var first = i;
            var end = Figures(passage, i) ?? MonthFirst(passage, i) ?? DayFirst(passage, i) ?? AfterCue(passage, i, out first) ?? 0;
            if (end > 0)
            {
                findings.Add(new Candidate(Identifier.Date, first, end));
                i = end - 1;
            }
        }
    }

    /// <summary><c>3/14/1987</c>, <c>03-14-87</c>, <c>14.3.1987</c>, <c>1987-03-14</c>.</summary>
    private static int? Figures(Passage passage, int at)
    {
        var end = at + 5;
        if (!passage.Joins(at + 1, "/-.") || !passage.Joins(at + 3, "/-.") || !passage.Text(at + 1).SequenceEqual(passage.Text(at + 3))
            || !passage.StandAlone(at, end))
        {
            return null;
        }

        var (a, b, c) = (passage.Value(at), passage.Value(at + 2), passage.Value(at + 4));
        var yearFirst = IsYear(passage, at) && IsMonthAndDay(b, c);
        var yearLast = (passage.IsNumber(at + 4, 2) || IsYear(passage, at + 4)) && (IsMonthAndDay(a, b) || IsMonthAndDay(b, a));
        return yearFirst || yearLast ? end : null;
    }

    /// <summary><c>March 14</c>, <c>Sept. 3rd, 2024</c>.</summary>
    private static int? MonthFirst(Passage passage, int at)
    {
        if (!passage.In(at, Months))
        {
            return null;
        }

        var day = passage.IsSign(at + 1, ".") ? at + 2 : at + 1;
        if (!IsDay(passage, day, out var end))
        {
            return null;
        }

        var withYear = WithYear(passage, end);
        var certain = withYear > end || end > day + 1 || passage[at].Capital || !passage.In(at, MonthsAndWords);
        return certain && !passage.In(end, Units.Words) ? withYear : null;
    }

    /// <summary><c>14 March 1987</c>, <c>the 3rd of April</c>.</summary>
    private static int? DayFirst(Passage passage, int at)
    {
        if (!IsDay(passage, at, out var end))
        {
            return null;
        }

        var month = passage.Is(end, "of") ? end + 1 : end;
        if (!passage.In(month, Months) || !passage[month].Capital || passage.IsSign(end - 1, "-") || passage.Touches(at - 1))
        {
            return null;
        }

        return WithYear(passage, month + 1);
    }

    /// <summary><c>DOB 3/14</c>, <c>born in March 1987</c>, <c>admitted on 3/14</c>.</summary>
    private static int? AfterCue(Passage passage, int at, out int first)
    {
        first = at + 1;
        var birth = passage.In(at, Births);
        if (!birth && !passage.In(at, Events))
        {
            return null;
        }

        while (first < at + MostLinks && (passage.In(first, Links) || passage.IsSign(first, ":#-'\u2019") || passage.Is(first, "s")))
        {
            first++;
        }

        var end = first + 3;
        var figures = passage.Joins(first + 1, birth ? "/-" : "/") && passage.StandAlone(first, end) && !passage.In(end, Units.Words);
        if (figures && IsMonthAndDay(passage.Value(first), passage.Value(first + 2)))
        {
            return end;
        }

        var year = passage.Is(first + 1, "of") ? first + 2 : first + 1;
        return birth && passage.In(first, Months) && IsYear(passage, year) ? year + 1 : null;
    }

    private static bool IsDay(Passage passage, int at, out int end)
    {
        end = passage.Touches(at) && passage.In(at + 1, Ordinals) ? at + 2 : at + 1;
        var free = !passage.Touches(end - 1) || !(passage.IsSign(end, "/:%") || passage.IsWord(end) || passage.Joins(end, ".-"));
        return free && passage.Value(at) is >= 1 and <= 31;
    }

    private static int WithYear(Passage passage, int at)
    {
        var year = passage.IsSign(at, ",") || passage.Is(at, "of") || passage.Is(at, "in") ? at + 1 : at;
        return IsYear(passage, year) && !passage.In(year + 1, Units.Words) ? year + 1 : at;
    }

    private static bool IsYear(Passage passage, int at) => passage.IsNumber(at, 4) && passage.Value(at) is >= 1900 and < 2100;

    private static bool IsMonthAndDay(int month, int day) => month is >= 1 and <= 12 && day is >= 1 and <= 31;
}
