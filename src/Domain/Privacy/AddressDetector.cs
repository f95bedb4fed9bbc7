using Curbside.People;

namespace Curbside.Privacy;

/// <summary>Street addresses, with what follows of flat, town, state and ZIP code; post office boxes; streets by name; ZIP codes.</summary>
internal static class AddressDetector
{
    private const int MostNameWords = 4;
    private const int MostTownWords = 3;

    /// <summary>Words that end the name of a street and mean little else after a house number.</summary>
    private static readonly WordSet Streets = new("street st avenue ave av road rd boulevard blvd lane ln highway hwy parkway pkwy terrace");

    /// <summary>Words that end the name of a street, and are also ordinary: they need their capital or a long house number.</summary>
    private static readonly WordSet OrdinaryStreets = new("""
        drive dr court ct way place pl circle cir trail loop square sq row alley path plaza crossing
        """);

    private static readonly WordSet Directions = new("n s e w ne nw se sw north south east west northeast northwest southeast southwest");
    private static readonly WordSet Flats = new("apt apartment unit suite ste rm room lot bldg floor fl");
    private static readonly WordSet Ordinals = new("st nd rd th");
    private static readonly WordSet States = new(string.Join(' ', UsState.All.Select(state => state.Code)));
    private static readonly WordSet StateNames = new(HarmlessWords.StateNames);

    /// <summary>Words that stand in no street's name, so that "2 sessions down the road" is none.</summary>
    private static readonly WordSet Connectives = new("""
        the a an of in on at to for with and or but from by my his her their our your its is was are were be been has had have he she they
        we i it this that off down up out per not no she's he's
        """);

    public static void Find(Passage passage, Findings findings)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if ((Numbered(passage, i) ?? Box(passage, i) ?? Named(passage, i)) is { } end)
            {
                findings.Add(new Candidate(Identifier.Address, i, AfterTown(passage, AfterFlat(passage, end))));
                i = end - 1;
            }
            else if (AfterZip(passage, i) is { } zip)
            {
                findings.Add(new Candidate(Identifier.Address, i, zip));
                i = zip - 1;
            }
        }
    }

    /// <summary><c>1420 Maple Ave</c>, <c>19 N 4th Street</c>, <c>77 birch lane</c>.</summary>
    private static int? Numbered(Passage passage, int at)
    {
        if (!passage.IsNumber(at) || passage[at].Length > 6 || !passage.StandAlone(at, at + 1))
        {
            return null;
        }

        var name = AfterDirection(passage, at + 1);
        for (var word = name; word <= name + MostNameWords; word++)
        {
            if (word > name && EndsStreet(passage, at, name, word))
            {
                var end = passage.IsSign(word + 1, ".") && !passage.StartsSentence(word + 2) ? word + 2 : word + 1;
                return AfterDirection(passage, end);
            }

            if (passage.IsNumber(word) && passage.Touches(word) && passage.In(word + 1, Ordinals))
            {
                word++;
            }
            else if (!passage.IsWord(word) || passage.In(word, Connectives) || passage.In(word, Units.Words))
            {
                return null;
            }
        }

        return null;
    }

    private static bool EndsStreet(Passage passage, int number, int name, int word) =>
        passage.In(word, Streets)
        || (passage.In(word, OrdinaryStreets) && ((passage[word].Capital && passage[name].Capital) || passage[number].Length >= 3));

    /// <summary><c>PO Box 1187</c>.</summary>
    private static int? Box(Passage passage, int at)
    {
        var box = passage.Is(at, "PO") ? at + 1 : passage.Is(at, "P") && passage.IsSign(at + 1, ".") && passage.Is(at + 2, "O") ? at + 4 : at;
        return box > at && passage.Is(box, "box") && passage.IsNumber(box + 1) ? box + 2 : null;
    }

    /// <summary><c>Sycamore Street</c> within a sentence.</summary>
    private static int? Named(Passage passage, int at)
    {
        var capital = passage.IsWord(at) && passage[at].Capital && passage[at].Length > 1 && !passage.StartsSentence(at);
        var street = passage.In(at + 1, Streets) && passage[at + 1].Capital && passage[at + 1].Length > 2;
        return capital && street && !passage.In(at, HarmlessWords.All) ? at + 2 : null;
    }

    private static int AfterDirection(Passage passage, int at)
    {
        if (!passage.In(at, Directions))
        {
            return at;
        }

        return passage.IsSign(at + 1, ".") && passage[at].Length <= 2 ? at + 2 : at + 1;
    }

    /// <summary><c>Apt 3</c>, <c>, #12</c>, <c>Unit B</c>.</summary>
    private static int AfterFlat(Passage passage, int at)
    {
        var flat = passage.IsSign(at, ",") ? at + 1 : at;
        var word = passage.In(flat, Flats);
        var number = word ? flat + 1 : flat;
        number = word && passage.IsSign(number, ".") ? number + 1 : number;
        var sign = passage.IsSign(number, "#");
        number = sign ? number + 1 : number;
        if (!(word || sign) || !(passage.IsNumber(number) || (passage.IsWord(number) && passage[number].Length == 1)))
        {
            return at;
        }

        return passage.Touches(number) && passage.IsWord(number + 1) && passage[number + 1].Length == 1 ? number + 2 : number + 1;
    }

    /// <summary><c>, Oakland, CA 94607</c>: a town counts only with its state.</summary>
    private static int AfterTown(Passage passage, int at)
    {
        var state = passage.IsSign(at, ",") ? at + 1 : at;
        for (var words = 0; words <= MostTownWords; words++, state++)
        {
            var afterComma = passage.IsSign(state, ",") ? state + 1 : state;
            if (AfterZip(passage, afterComma) is { } zip)
            {
                return zip;
            }

            if (IsState(passage, afterComma))
            {
                return afterComma + 1;
            }

            if (!passage.IsWord(state) || !passage[state].Capital || passage.StartsSentence(state))
            {
                return at;
            }
        }

        return at;
    }

    /// <summary><c>CA 94607</c>, <c>Oregon 97709-1234</c>, <c>zip code 94607</c>.</summary>
    private static int? AfterZip(Passage passage, int at)
    {
        var zip = passage.Is(at, "zip") && passage.Is(at + 1, "code") ? at + 2 : at + 1;
        zip = passage.Is(at, "zip") && (passage.Is(zip, "is") || passage.IsSign(zip, ":")) ? zip + 1 : zip;
        if (!(passage.Is(at, "zip") || IsState(passage, at)) || !passage.IsNumber(zip, 5))
        {
            return null;
        }

        return passage.Joins(zip + 1, "-") && passage.IsNumber(zip + 2, 4) ? zip + 3 : zip + 1;
    }

    private static bool IsState(Passage passage, int at) =>
        (passage.In(at, States) && passage[at].Shouted) || (passage.In(at, StateNames) && passage[at].Capital);
}
