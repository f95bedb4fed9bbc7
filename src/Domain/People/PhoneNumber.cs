using System.Diagnostics.CodeAnalysis;

namespace Curbside.People;

/// <summary>A telephone number in E.164 form, such as <c>+14155550123</c>. There is no other form: a number that cannot be one does not exist.</summary>
/// <remarks>
/// Numbers without a country code are read as North American (ITU E.164; NANP: area and exchange codes begin with 2 to 9).
/// </remarks>
public readonly record struct PhoneNumber
{
    private readonly string? _value;

    private PhoneNumber(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("A phone number is only ever made by parsing one.");

    /// <summary>Reads what people type: <c>(415) 555-0123</c>, <c>1-415-555-0123</c>, <c>+44 20 7946 0958</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;

        // In "+44 (0)20 …" the bracketed zero is dialled only from within the country.
        var trimmed = text?.Trim().Replace("(0)", "", StringComparison.Ordinal) ?? "";
        var international = trimmed.StartsWith('+') || trimmed.StartsWith("00", StringComparison.Ordinal);
        Span<char> digits = stackalloc char[17]; // 00 and the 15 digits of the longest number.
        var count = 0;
        foreach (var character in trimmed.AsSpan(trimmed.StartsWith('+') ? 1 : 0))
        {
            if (char.IsAsciiDigit(character))
            {
                if (count == digits.Length)
                {
                    return false;
                }

                digits[count++] = character;
            }
            else if (character is not ('-' or '.' or ' ' or '(' or ')' or '/' or '\u00a0'))
            {
                return false;
            }
        }

        var significant = digits[..count];
        if (international && trimmed[0] == '0')
        {
            significant = significant[2..];
        }

        if (!international)
        {
            if (significant.Length == 11 && significant[0] == '1')
            {
                significant = significant[1..];
            }

            return significant.Length == 10 && TryNorthAmerican(significant, out number);
        }

        if (significant.Length is < 8 or > 15 || significant[0] == '0')
        {
            return false;
        }

        if (significant[0] == '1')
        {
            return significant.Length == 11 && TryNorthAmerican(significant[1..], out number);
        }

        number = new PhoneNumber($"+{significant}");
        return true;
    }

    /// <summary>For numbers that are known to be good, such as those that were stored.</summary>
    /// <exception cref="FormatException">The text is no phone number.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("That is not a phone number.");

    /// <summary>How a person in North America reads it: <c>415-555-0123</c>; any other number as it is.</summary>
    public string Spoken => Value.StartsWith("+1", StringComparison.Ordinal)
        ? $"{Value.AsSpan(2, 3)}-{Value.AsSpan(5, 3)}-{Value.AsSpan(8, 4)}"
        : Value;

    /// <summary>A North American number that its owner pays for: <c>+18005550101</c>.</summary>
    public bool IsTollFree => Value.StartsWith("+1", StringComparison.Ordinal) && Value[2..5] is ("800" or "833" or "844" or "855" or "866" or "877" or "888");

    public override string ToString() => Value;

    private static bool TryNorthAmerican(ReadOnlySpan<char> ten, out PhoneNumber number)
    {
        number = default;
        if (ten[0] < '2' || ten[3] < '2')
        {
            return false;
        }

        number = new PhoneNumber($"+1{ten}");
        return true;
    }
}
