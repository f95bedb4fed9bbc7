namespace Curbside.Privacy;

/// <summary>Social security numbers, numbers of records and telephone numbers, in that order where two would fit.</summary>
internal static class NumberDetector
{
    private const int MostParts = 12;
    private const int MostWordsFromCue = 5;

    private static readonly WordSet SocialSecurityCues = new("ssn ssns social");
    private static readonly WordSet RecordCues = new("""
        mrn record chart case file member subscriber policy account acct claim insurance medicaid medicare medi-cal patient client group
        license licence plate passport docket authorization auth referral booking inmate
        """);

    /// <summary>Words that announce a number; after one of them a short number is enough.</summary>
    private static readonly WordSet Markers = new("number num no nr id ids mrn");

    private static readonly WordSet Endings = new("ending ends end");
    private static readonly WordSet Links = new("is was are security ending ends end in");
    private static readonly WordSet PhoneCues = new("""
        phone cell mobile tel telephone fax number call calls called calling text texts texted reach reached vm voicemail line
        """);

    public static void Find(Passage passage, Findings findings)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if ((SocialSecurity(passage, i) ?? Record(passage, i) ?? Phone(passage, i) ?? LongCode(passage, i)) is { } candidate)
            {
                findings.Add(candidate);
                i = candidate.End - 1;
            }
        }
    }

    /// <summary><c>512-44-9032</c>, <c>SSN 512449032</c>, <c>last four of her social are 9032</c>.</summary>
    private static Candidate? SocialSecurity(Passage passage, int at)
    {
        if (passage.IsNumber(at, 3))
        {
            var middle = AfterSeparator(passage, at + 1);
            var last = AfterSeparator(passage, middle + 1);
            return passage.IsNumber(middle, 2) && passage.IsNumber(last, 4) && passage.StandAlone(at, last + 1)
                ? new Candidate(Identifier.SocialSecurity, at, last + 1)
                : null;
        }

        if (!passage.In(at, SocialSecurityCues))
        {
            return null;
        }

        var number = AfterAnnouncement(passage, at + 1, out _);
        var perhapsYear = passage.Is(number - 1, "in") && !passage.In(number - 2, Endings);
        return passage.IsNumber(number) && passage[number].Length is 4 or 9 && !perhapsYear
            ? new Candidate(Identifier.SocialSecurity, number, number + 1)
            : null;
    }

    /// <summary>
    /// <c>MRN 00482913</c>, <c>case no. 24-JV-01187</c>, <c>Member ID: XEH882104417</c>: a cue, then a code of four digits, or
    /// five if nothing marks it.
    /// </summary>
    private static Candidate? Record(Passage passage, int at)
    {
        if (!passage.In(at, RecordCues))
        {
            return null;
        }

        var first = AfterAnnouncement(passage, at + 1, out var marked);
        var end = EndOfCode(passage, first, out var digits);
        marked |= passage.In(at, Markers);
        var code = passage.IsSign(first - 1, "#") && passage.Touches(first - 1) ? first - 1 : first;
        return digits >= (marked ? 4 : 5) ? new Candidate(Identifier.RecordNumber, code, end) : null;
    }

    /// <summary><c>(415) 555-0199</c>, <c>+44 20 7946 0958</c>, and <c>555-0199</c> where a call or a text is spoken of.</summary>
    private static Candidate? Phone(Passage passage, int at)
    {
        if (passage.IsSign(at, "+") && passage.Touches(at) && passage.IsNumber(at + 1) && !passage.Is(at + 1, "1"))
        {
            var end = EndOfGroups(passage, at + 1, out var digits);
            return digits is >= 8 and <= 15 ? new Candidate(Identifier.Phone, at, end) : null;
        }

        var country = passage.IsSign(at, "+") ? at + 1 : at;
        var area = passage.Is(country, "1") ? AfterSeparator(passage, country + 1) : country;
        var bracketed = passage.IsSign(area, "(");
        area = bracketed ? area + 1 : area;
        var exchange = bracketed && passage.IsSign(area + 1, ")") ? AfterSeparator(passage, area + 2) : AfterSeparator(passage, area + 1);
        var line = AfterSeparator(passage, exchange + 1);
        if (passage.IsNumber(area, 3) && passage.IsNumber(exchange, 3) && passage.IsNumber(line, 4) && passage.StandAlone(at, line + 1))
        {
            return IsTollFree(passage, area) ? null : new Candidate(Identifier.Phone, at, line + 1);
        }

        if (passage.IsNumber(country, 10) && passage.Text(country) is [>= '2', _, _, >= '2', ..] && passage.StandAlone(at, country + 1))
        {
            return IsTollFree(passage, country) ? null : new Candidate(Identifier.Phone, at, country + 1);
        }

        var local = passage.IsNumber(at, 3) && passage.Joins(at + 1, "-.") && passage.IsNumber(at + 2, 4) && passage.StandAlone(at, at + 3);
        return local && FollowsCue(passage, at) && !passage.In(at + 3, Units.Words) ? new Candidate(Identifier.Phone, at, at + 3) : null;
    }

    /// <summary>A number nobody explained, too long to be an amount: seven digits in a row, or letters with six.</summary>
    private static Candidate? LongCode(Passage passage, int at)
    {
        if (passage.Touches(at - 1) && !passage.IsSign(at - 1, "(#:"))
        {
            return null;
        }

        var end = EndOfCode(passage, at, out var digits);
        var letters = end > at + 1 && (passage.IsWord(at) || passage.IsWord(at + 1));
        return ((passage.IsNumber(at) && passage[at].Length >= 7) || (letters && digits >= 6)) && !IsTollFree(passage, at)
            ? new Candidate(Identifier.RecordNumber, at, end)
            : null;
    }

    /// <summary>Toll-free area codes (NANPA) lead to hotlines and companies, not to a client.</summary>
    private static bool IsTollFree(Passage passage, int at) =>
        passage[at].Length is 3 or 10
        && passage.Text(at) is ['8', '0' or '3' or '4' or '5' or '6' or '7' or '8', var third, ..] && third == passage.Text(at)[1];

    private static bool FollowsCue(Passage passage, int at)
    {
        for (var before = at - 1; before >= at - MostWordsFromCue; before--)
        {
            if (passage.In(before, PhoneCues))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One sign between the groups of a number, or none but a space.</summary>
    private static int AfterSeparator(Passage passage, int at) => passage.IsSign(at, "-./") ? at + 1 : at;

    /// <summary>Passes over what stands between a cue and its number: <c>no.</c>, <c># is</c>, <c>ID:</c>.</summary>
    private static int AfterAnnouncement(Passage passage, int at, out bool marked)
    {
        marked = false;
        var next = at;
        while (next < at + MostParts && (passage.In(next, Links) || passage.In(next, Markers) || passage.IsSign(next, "#:.=")))
        {
            marked |= passage.In(next, Markers) || passage.IsSign(next, "#");
            next++;
        }

        return next;
    }

    private static int EndOfCode(Passage passage, int first, out int digits)
    {
        digits = 0;
        var end = first;
        while (end < first + MostParts && (end == first || passage.Touches(end - 1))
            && (passage.IsWord(end) || passage.IsNumber(end) || passage.Joins(end, "-.")))
        {
            digits += passage.IsNumber(end) ? passage[end].Length : 0;
            end++;
        }

        return end;
    }

    private static int EndOfGroups(Passage passage, int first, out int digits)
    {
        digits = 0;
        var end = first;
        for (var at = first; at < first + MostParts && (passage.IsNumber(at) || passage.IsSign(at, "-.()")); at++)
        {
            if (passage.IsNumber(at))
            {
                digits += passage[at].Length;
                end = at + 1;
            }
        }

        return end;
    }
}
