namespace Curbside.Privacy;

/// <summary>Ages over 89, which few people reach: <c>93yo</c>, <c>a 91-year-old</c>, <c>turned 97</c>, <c>Opal, 92, has</c>.</summary>
internal static class AgeDetector
{
    private static readonly WordSet Before = new("age aged turned turning turns");
    private static readonly WordSet Years = new("year years yr yrs y");

    public static void Find(Passage passage, Findings findings)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if (passage.Value(i) is >= 90 and <= 120 && !passage.IsSign(i + 1, "/%.") && EndOfAge(passage, i) is var end && end > i)
            {
                findings.Add(new Candidate(Identifier.Age, i, end));
            }
        }
    }

    /// <returns>The token after the age; the number itself where it is no age.</returns>
    private static int EndOfAge(Passage passage, int number)
    {
        var unit = passage.IsSign(number + 1, "-") ? number + 2 : number + 1;
        if (passage.Is(unit, "yo") || passage.Is(unit, "year-old"))
        {
            return unit + 1;
        }

        if (passage.In(unit, Years))
        {
            var old = passage.IsSign(unit + 1, "-/") ? unit + 2 : unit + 1;
            if (passage.Is(old, "old") || passage.Is(old, "o"))
            {
                return old + 1;
            }
        }

        var apposed = passage.IsSign(number - 1, ",") && passage[number - 2].Capital && passage.IsSign(number + 1, ",");
        return apposed || (passage.In(number - 1, Before) && !passage.In(number + 1, Units.Words)) ? number + 1 : number;
    }
}
