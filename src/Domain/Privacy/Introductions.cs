namespace Curbside.Privacy;

/// <summary>Words that announce a person, so that the next word is a name even if no list knows it.</summary>
internal static class Introductions
{
    /// <summary>Titles after which even a word in lower case is a name.</summary>
    private static readonly WordSet PlainTitles = new("mr mrs");

    private static readonly WordSet Relations = new("""
        client clients patient patients pt pts mine wife husband spouse partner ex fiance fiancé fiancee fiancée boyfriend girlfriend bf gf
        son sons daughter daughters twin twins child children kid kids baby boy girl stepson stepdaughter stepdad stepmom stepfather
        stepmother mother mom mum father dad parent parents sister sisters brother brothers sibling siblings grandma grandmother grandpa
        grandfather grandson granddaughter aunt auntie uncle cousin niece nephew friend friends bestie roommate neighbor coworker colleague
        boss supervisor supervisee intern manager caseworker worker counselor therapist psychiatrist prescriber psychologist pcp doctor
        nurse teacher principal coach sponsor pastor rabbi imam priest officer detective lawyer attorney judge landlord guardian stalker
        abuser perpetrator survivor
        """);

    private static readonly WordSet Namings = new("named nicknamed aka");
    private static readonly WordSet Greetings = new("hi hello hey dear");

    public static WordSet Titles { get; } = new("mr mrs ms miss mx dr doctor prof professor rev reverend fr sgt sergeant det detective lt capt");

    /// <returns>The name's first token, if the token at <paramref name="at"/> announces one.</returns>
    public static int? NameAfter(Passage passage, int at) =>
        passage.IsWord(at) ? AfterTitle(passage, at) ?? AfterRelation(passage, at) ?? AfterNaming(passage, at) : null;

    /// <summary><c>Mr. Kowalczyk</c>, <c>mrs chen</c>.</summary>
    private static int? AfterTitle(Passage passage, int at)
    {
        if (!passage.In(at, Titles))
        {
            return null;
        }

        var name = passage.IsSign(at + 1, ".") ? at + 2 : at + 1;
        var certain = passage[name].Capital || passage.In(at, PlainTitles);
        return certain && (passage.IsUnknown(name) || passage.IsSurname(name) || passage.IsFirstName(name)) ? name : null;
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

        var listed = passage.IsFirstName(name) || (passage.IsSurname(name) && !passage.In(name, HarmlessWords.All));

        // After a full stop or a colon a sentence may begin, whose capital says nothing.
        return (listed && !passage.IsTerm(name)) || (passage.IsUnknown(name) && !passage.IsSign(at + 1, ".:")) ? name : null;
    }

    /// <summary><c>named Zeke</c>, <c>her name is precious</c>, <c>goes by Zeke</c>, <c>Hi Noor</c>.</summary>
    private static int? AfterNaming(Passage passage, int at)
    {
        var name = AfterNamingWords(passage, at);
        return passage.IsFirstName(name) || passage.IsUnknown(name) ? name : null;
    }

    /// <returns>The token after the words that name; -1, where there is no token, without them.</returns>
    private static int AfterNamingWords(Passage passage, int at)
    {
        if (passage.In(at, Namings) || (passage.In(at, Greetings) && passage.StartsSentence(at)))
        {
            return at + 1;
        }

        if (passage.Is(at, "name") && passage.IsPossessive(at))
        {
            return at + 3;
        }

        var twoWords = (passage.Is(at, "name") && (passage.Is(at + 1, "is") || passage.Is(at + 1, "was") || passage.IsSign(at + 1, ":")))
            || ((passage.Is(at, "goes") || passage.Is(at, "go")) && passage.Is(at + 1, "by"));
        return twoWords ? at + 2 : -1;
    }
}
