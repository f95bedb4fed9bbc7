namespace Curbside.Privacy;

/// <summary>Email addresses, web pages and social media handles.</summary>
internal static class WebDetector
{
    /// <summary>Parts of an email address on either side of its @; more is no address that anyone types.</summary>
    private const int MostParts = 24;

    private static readonly WordSet TopLevels = new("com org net edu gov mil us uk ca io co me tv app info biz blog page link ly gg be social");
    private static readonly WordSet Networks = new("""
        instagram insta ig tiktok snap snapchat twitter facebook fb discord telegram venmo cashapp reddit youtube onlyfans threads bluesky
        tumblr twitch handle username screenname
        """);

    private static readonly WordSet Links = new("is was handle account name username user page profile under as at");

    /// <summary>What "@" stands for in hasty writing: "she's @work".</summary>
    private static readonly WordSet Whereabouts = new("""
        home work school church lunch dinner noon night midnight bedtime the a an my his her their our least all
        """);

    public static void Find(Passage passage, Findings findings)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if ((Email(passage, i) ?? Page(passage, i) ?? Handle(passage, i) ?? CuedHandle(passage, i)) is { } candidate)
            {
                findings.Add(candidate);
                i = candidate.End - 1;
            }
        }
    }

    private static Candidate? Email(Passage passage, int at)
    {
        if (!passage.Joins(at, "@"))
        {
            return null;
        }

        var first = at;
        while (first > at - MostParts && passage.Touches(first - 1) && IsPart(passage, first - 1, "._%+-"))
        {
            first--;
        }

        var end = at + 1;
        var lastDot = 0;
        while (end < at + MostParts && IsPart(passage, end, ".-") && passage.Touches(end - 1))
        {
            lastDot = passage.Joins(end, ".") && passage.IsWord(end + 1) ? end : lastDot;
            end++;
        }

        return first < at && lastDot > at + 1 ? new Candidate(Identifier.Email, first, lastDot + 2) : null;
    }

    private static bool IsPart(Passage passage, int index, string signs) =>
        passage.IsWord(index) || passage.IsNumber(index) || passage.IsSign(index, signs);

    /// <summary>A whole site such as <c>example.org</c> is nobody's own page; one with a scheme, <c>www</c> or a path may be.</summary>
    private static Candidate? Page(Passage passage, int at)
    {
        var hasScheme = (passage.Is(at, "http") || passage.Is(at, "https")) && passage.Joins(at + 1, ":") && passage.Joins(at + 2, "/");
        var hasWww = passage.Is(at, "www") && passage.Joins(at + 1, ".");
        var hasPath = IsPart(passage, at, "") && passage.Joins(at + 1, ".") && passage.In(at + 2, TopLevels) && passage.Joins(at + 3, "/");
        if (!hasScheme && !hasWww && !hasPath)
        {
            return null;
        }

        var end = at + 1;
        while (passage.Touches(end - 1))
        {
            end++;
        }

        while (passage.IsSign(end - 1, ".,;:!?)]}>'\"\u2019\u201d"))
        {
            end--;
        }

        return new Candidate(Identifier.Web, at, end);
    }

    private static Candidate? Handle(Passage passage, int at)
    {
        var marked = passage.IsSign(at, "@") && !passage.Touches(at - 1) && passage.Touches(at) && passage.IsWord(at + 1);
        var forum = passage.Is(at, "u") && passage.Joins(at + 1, "/") && !passage.Touches(at - 1);
        var first = marked ? at + 1 : at + 2;
        return (marked || forum) && !(EndOfHandle(passage, first) == first + 1 && passage.In(first, Whereabouts))
            ? new Candidate(Identifier.Web, at, EndOfHandle(passage, first))
            : null;
    }

    /// <summary><c>her insta is jade_rivers</c>: after the name of a network, what looks made up for one.</summary>
    private static Candidate? CuedHandle(Passage passage, int at)
    {
        if (!passage.In(at, Networks))
        {
            return null;
        }

        var first = at + 1;
        while (first < at + 4 && (passage.In(first, Links) || passage.IsSign(first, ":")))
        {
            first++;
        }

        if (Page(passage, first) is { } page)
        {
            return page;
        }

        var end = EndOfHandle(passage, first);
        var looksMadeUp = passage.IsWord(first) && end > first + 1;
        return looksMadeUp && !passage.Touches(first - 1) ? new Candidate(Identifier.Web, first, end) : null;
    }

    private static int EndOfHandle(Passage passage, int first)
    {
        var end = first + 1;
        while (end < first + MostParts && passage.Touches(end - 1) && (IsPart(passage, end, "_") || passage.Joins(end, ".")))
        {
            end++;
        }

        return end;
    }
}
