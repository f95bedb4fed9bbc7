using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Curbside.People;

namespace Curbside.Messages;

/// <summary>How much of a person's name is said where there is room for it.</summary>
public enum NameForm
{
    /// <summary><c>Maya Lee LPC</c>, <c>Noor Ng MD</c>: for a manager, who knows the person from the roster.</summary>
    Full,

    /// <summary><c>M Lee LPC</c>, <c>Dr Ng</c>: where someone is introduced.</summary>
    Titled,

    /// <summary><c>M Lee</c>, <c>Dr Ng</c>: everywhere else.</summary>
    Short,
}

/// <summary>How a person is named in a text: in GSM-7, without a gendered word, and no longer than there is room for.</summary>
public static class Names
{
    /// <summary>Said of someone whose name has no letter that a text can carry.</summary>
    private static readonly ImmutableArray<string> Nameless = ["your colleague", "colleague"];

    private static readonly FrozenSet<string> Doctorates = FrozenSet.ToFrozenSet(["MD", "DO", "PHD", "PSYD", "EDD"]);

    private static readonly FrozenSet<string> Generations = FrozenSet.ToFrozenSet(["JR", "SR", "II", "III", "IV"]);

    /// <summary>Words before the last that belong to the last name: de la Cruz, van Dyke, St James.</summary>
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
    [
        "AL", "BEN", "BIN", "DA", "DAS", "DE", "DEL", "DELLA", "DEN", "DER", "DI", "DO", "DOS", "DU", "EL", "LA", "LE", "MAC", "SAN", "SANTA", "ST",
        "TEN", "TER", "VAN", "VON", "ZU",
    ]);

    /// <summary>The name in the given form, whatever its length.</summary>
    public static string Say(PersonName name, NameForm form) => FromLongest(name, form)[0];

    /// <summary>
    /// The fullest way to name the person that has at most <paramref name="most"/> signs (at least 1): the given form, then without credentials,
    /// then without initial or title, then the last name cut short with a full stop.
    /// </summary>
    public static string Shorten(PersonName name, NameForm form, int most)
    {
        var forms = FromLongest(name, form);
        return forms.FirstOrDefault(said => said.Length <= most) ?? $"{forms[^1][..Math.Max(0, most - 1)].TrimEnd(' ', '-')}.";
    }

    private static ImmutableArray<string> FromLongest(PersonName name, NameForm form)
    {
        var words = Words(name.Full.Split(',')[0]);
        var credentials = Words(name.Credentials);
        var isDoctor = credentials.Any(IsDoctorate);
        if (words.Length > 1 && Plain(words[0]) == "DR")
        {
            isDoctor = true;
            words = words[1..];
        }

        if (words.IsEmpty)
        {
            return Nameless;
        }

        var last = LastName(words, out var firstNames);
        var initialed = isDoctor ? $"Dr {last}" : firstNames.IsEmpty ? last : $"{firstNames[0][0]} {last}";
        var titled = isDoctor || credentials.IsEmpty ? initialed : $"{initialed} {credentials[0]}";
        var full = string.Join(' ', words);
        return form switch
        {
            NameForm.Full => [.. credentials.Take(1).Select(credential => $"{full} {credential}"), full, initialed, last],
            NameForm.Titled => [titled, initialed, last],
            _ => [initialed, last],
        };
    }

    private static string LastName(ImmutableArray<string> words, out ImmutableArray<string> firstNames)
    {
        var end = words.Length > 1 && Generations.Contains(Plain(words[^1])) ? words.Length - 1 : words.Length;
        var start = end - 1;
        while (start > 1 && Particles.Contains(Plain(words[start - 1])))
        {
            start--;
        }

        firstNames = words[..start];
        return string.Join(' ', words[start..end]);
    }

    private static bool IsDoctorate(string credential) => Doctorates.Contains(Plain(credential));

    private static string Plain(string word) => word.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>
    /// The words of a name as a text can carry them. Only Latin letters, digits and what stands within names is kept, so that a name can neither
    /// be half of another script nor hold a mark.
    /// </summary>
    private static ImmutableArray<string> Words(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var sign in Gsm7.Fold(text))
        {
            if (sign is '-' or '\'' or '.' || (sign < '\u0250' && char.IsLetterOrDigit(sign)))
            {
                kept.Append(sign);
            }
            else if (sign is ' ' or ',' or ';' or '/' or '\n' or '\r')
            {
                kept.Append(' ');
            }
        }

        return [.. kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit))];
    }
}
