namespace Curbside.Privacy;

/// <summary>Names of people: known ones, and unknown ones that the words around them give away.</summary>
/// <remarks>
/// Four signs, strongest first: somebody is introduced ("Mrs. X", "my client X", "named X"); a listed name stands there; two capitalised words in a row
/// that are no term; a word that was a name elsewhere in the text.
/// </remarks>
internal static class NameDetector
{
    private const int MostWords = 4;

    private static readonly WordSet Titles = new("mr mrs ms miss mx dr doctor prof professor rev reverend fr sgt sergeant det detective lt capt");

    private static readonly WordSet Relations = new("""
        client clients patient patients pt pts mine wife husband spouse partner ex fiance fiancé fiancee fiancée boyfriend girlfriend bf gf son sons daughter daughters twin twins child
        children kid kids baby boy girl stepson stepdaughter stepdad stepmom stepfather stepmother mother mom mum father dad parent parents sister sisters brother brothers
        sibling siblings grandma grandmother grandpa grandfather grandson granddaughter aunt auntie uncle cousin niece nephew friend friends bestie roommate neighbor coworker
        colleague boss supervisor supervisee intern manager caseworker worker counselor therapist psychiatrist prescriber psychologist pcp doctor nurse teacher principal coach
        sponsor pastor rabbi imam priest officer detective lawyer attorney judge landlord guardian stalker abuser perpetrator survivor
        """);

    /// <summary>What only a person does: after a capital it tells a name from the word that it also is.</summary>
    private static readonly WordSet Acts = new("""
        says said told tells asked asks wants wanted feels felt thinks believes denies denied reports reported disclosed refuses refused cried cries admits admitted
        called texted emailed hates loves laughed drinks
        """);

    private static readonly WordSet Greetings = new("hi hello hey dear");
    private static readonly WordSet Meetings = new("see saw seen seeing met told asked texted emailed hugged");

    public static void Find(Passage passage, Findings findings)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < passage.Count; i++)
        {
            if (First(passage, i) is { } first && !findings.IsClaimed(first))
            {
                i = Claim(passage, findings, first, names) - 1;
            }
        }

        for (var i = 0; names.Count > 0 && i < passage.Count; i++)
        {
            if (passage[i].Capital && names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(passage.Text(i)))
            {
                findings.Add(new Candidate(Identifier.Name, i, i + 1));
            }
        }
    }

    private static int Claim(Passage passage, Findings findings, int first, HashSet<string> names)
    {
        var end = EndOfName(passage, findings, first);
        findings.Add(new Candidate(Identifier.Name, first, end));
        for (var i = first; i < end; i++)
        {
            if (passage[i].Length is > 2 and <= 32)
            {
                names.Add(passage.Text(i).ToString());
            }
        }

        return end;
    }

    /// <returns>Where a name begins, if the token begins or introduces one.</returns>
    private static int? First(Passage passage, int at)
    {
        if (!passage.IsWord(at))
        {
            return null;
        }

        return AfterTitle(passage, at) ?? AfterRelation(passage, at) ?? AfterNaming(passage, at) ?? (IsListed(passage, at) || IsPair(passage, at) ? at : null);
    }

    /// <summary><c>Mr. Kowalczyk</c>, <c>mrs chen</c>.</summary>
    private static int? AfterTitle(Passage passage, int at)
    {
        var name = passage.IsSign(at + 1, ".") ? at + 2 : at + 1;
        return passage.In(at, Titles) && !passage.In(at - 1, Relations) && (IsUnknown(passage, name) || IsSurname(passage, name) || IsFirstName(passage, name)) ? name : null;
    }

    /// <summary><c>my client Xiomara</c>, <c>her ex, Darnell</c>, <c>the daughter (Lupe)</c>, <c>pt. Smith</c>.</summary>
    private static int? AfterRelation(Passage passage, int at)
    {
        if (!passage.In(at, Relations))
        {
            return null;
        }

        var name = passage.IsSign(at + 1, ".,:(") ? at + 2 : at + 1;
        if (!passage[name].Capital)
        {
            return passage.In(name, NameLists.NamesAndWords) && passage.In(name + 1, NameLists.Surnames) ? name : null;
        }

        var known = IsFirstName(passage, name) || (IsSurname(passage, name) && !passage.In(name, HarmlessWords.All));
        return (known && !IsTerm(passage, name)) || (IsUnknown(passage, name) && !passage.IsSign(at + 1, ".:")) ? name : null;
    }

    /// <summary><c>named Zeke</c>, <c>her name is precious</c>, <c>goes by Zeke</c>, <c>Hi Noor</c>.</summary>
    private static int? AfterNaming(Passage passage, int at)
    {
        int? name = null;
        if (passage.In(at, Greetings) && passage.StartsSentence(at))
        {
            name = at + 1;
        }
        else if (passage.Is(at, "named") || passage.Is(at, "nicknamed") || passage.Is(at, "aka"))
        {
            name = at + 1;
        }
        else if (passage.Is(at, "name"))
        {
            name = passage.IsPossessive(at) ? at + 3 : passage.Is(at + 1, "is") || passage.Is(at + 1, "was") || passage.IsSign(at + 1, ":") ? at + 2 : null;
        }
        else if (passage.Is(at + 1, "by") && (passage.Is(at, "goes") || passage.Is(at, "go")))
        {
            name = at + 2;
        }

        return name is { } found && (IsFirstName(passage, found) || IsUnknown(passage, found)) ? found : null;
    }

    private static bool IsListed(Passage passage, int at)
    {
        if (IsTerm(passage, at))
        {
            return false;
        }

        if (IsIn(passage, at, NameLists.FirstNames) || (passage[at].Capital && IsOneSurname(passage, at)))
        {
            return true;
        }

        if (!passage[at].Capital || passage[at].Shouted)
        {
            return false;
        }

        var acts = passage.In(at + 1, Acts);
        var hasSurname = IsAdjacent(passage, at + 1) && passage[at + 1].Capital && (IsOneSurname(passage, at + 1) || passage.In(at + 1, NameLists.SurnamesAndWords) || passage.IsInitial(at + 1));
        var word = passage.In(at, NameLists.NamesAndWords) && (acts || hasSurname || !passage.StartsSentence(at));
        var place = passage.In(at, NameLists.NamesAndPlaces) && (acts || hasSurname || passage.In(at - 1, Meetings));
        return word || place;
    }

    /// <summary>Two capitalised words in a row within a sentence, neither of them a term: <c>Xiomara Quispe</c>.</summary>
    private static bool IsPair(Passage passage, int at) =>
        IsUnknown(passage, at) && !passage.StartsSentence(at) && IsAdjacent(passage, at + 1) && IsUnknown(passage, at + 1)
        && !(passage.IsWord(at - 1) && passage[at - 1].Capital && !passage.StartsSentence(at - 1)) && !IsTerm(passage, at) && !IsTerm(passage, at + 1);

    /// <summary>A word with a capital that no list explains.</summary>
    private static bool IsUnknown(Passage passage, int at) =>
        passage.IsWord(at) && passage[at].Capital && !passage[at].Shouted && passage[at].Length > 1
        && !IsIn(passage, at, HarmlessWords.All) && !passage.In(at, NameLists.NamesAndPlaces);

    private static bool IsFirstName(Passage passage, int at) =>
        IsIn(passage, at, NameLists.FirstNames) || passage.In(at, NameLists.NamesAndWords) || (passage[at].Capital && passage.In(at, NameLists.NamesAndPlaces));

    private static bool IsSurname(Passage passage, int at) => IsOneSurname(passage, at) || passage.In(at, NameLists.SurnamesAndWords);

    /// <summary>A surname that is nothing else; every <c>O'…</c> and <c>Mc…</c> is one.</summary>
    private static bool IsOneSurname(Passage passage, int at) =>
        passage.In(at, NameLists.Surnames) || (passage.IsWord(at) && passage.Text(at) is ['O', '\'' or '\u2019', >= 'A' and <= 'Z', ..] or ['M', 'c', >= 'A' and <= 'Z', ..]);

    /// <summary>A hyphenated word is what its first part is: <c>Mary-Kate</c>, <c>Spanish-speaking</c>.</summary>
    private static bool IsIn(Passage passage, int at, WordSet words)
    {
        var word = passage.Text(at);
        var hyphen = word.IndexOf('-');
        return passage.IsWord(at) && (words.Contains(word) || (hyphen > 0 && words.Contains(word[..hyphen])));
    }

    /// <summary>The name of a place, a saint, a thing or a well-known author: "St. John's wort", "Baker Act", "Aaron Beck".</summary>
    private static bool IsTerm(Passage passage, int at)
    {
        var prefix = passage.IsSign(at - 1, ".") ? at - 2 : at - 1;
        if (passage.In(prefix, HarmlessWords.PlacePrefixes) && passage[prefix].Capital && !passage.StartsSentence(at))
        {
            return true;
        }

        if (passage.In(at, HarmlessWords.WellKnown))
        {
            return true;
        }

        if (passage.IsPossessive(at))
        {
            return passage.In(at + 3, HarmlessWords.PossessedThings) || (passage.In(at + 3, HarmlessWords.Things) && passage[at + 3].Capital);
        }

        return IsAdjacent(passage, at + 1)
            && (passage.In(at + 1, HarmlessWords.Things) || (passage[at].Length + passage[at + 1].Length < 30 && HarmlessWords.WellKnown.Contains($"{passage.Text(at)}-{passage.Text(at + 1)}")));
    }

    private static bool IsAdjacent(Passage passage, int at) => passage.IsWord(at) && passage.IsWord(at - 1);

    /// <summary>Takes in middle initials and surnames: <c>Jane M. Doe</c>, <c>Michael B</c>, <c>maria gonzalez</c>.</summary>
    private static int EndOfName(Passage passage, Findings findings, int first)
    {
        var end = first + 1;
        while (end < first + MostWords && !findings.IsClaimed(end))
        {
            var afterInitial = passage.IsInitial(end - 1) && passage.IsSign(end, ".") && passage[end + 1].Capital && IsSurname(passage, end + 1);
            if (afterInitial)
            {
                end += 2;
            }
            else if (IsAdjacent(passage, end) && Continues(passage, first, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool Continues(Passage passage, int first, int at)
    {
        if (!passage[at].Capital)
        {
            return !passage[first].Capital && passage.In(at, NameLists.Surnames);
        }

        return passage[first].Capital && passage[first].Shouted == passage[at].Shouted
            && (IsSurname(passage, at) || passage.IsInitial(at) || (IsUnknown(passage, at) && !passage[at].Shouted));
    }
}
