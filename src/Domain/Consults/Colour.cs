using System.Globalization;

namespace Curbside.Consults;

/// <summary>A colour of a screen, written like <c>#1b5e57</c>.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>What white text on it needs to be read by most people (WCAG 2.2, 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    public static Colour White { get; } = new(255, 255, 255);

    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>From 1 for itself to 21 for black (WCAG 2.2, "contrast ratio").</summary>
    public double ContrastWithWhite => 1.05 / (Luminance + 0.05);

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public static bool TryParse(string text, out Colour colour)
    {
        colour = default;
        if (text is not ['#', .. { Length: 6 } digits] || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        colour = new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <param name="share">How much of the other: 0 is none of it, 1 nothing else.</param>
    public Colour Mixed(Colour other, double share)
    {
        return new Colour(Mix(Red, other.Red), Mix(Green, other.Green), Mix(Blue, other.Blue));

        byte Mix(byte own, byte its) => (byte)Math.Round((own * (1 - share)) + (its * share), MidpointRounding.AwayFromZero);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte value)
    {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
