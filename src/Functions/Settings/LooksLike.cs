using System.Globalization;
using System.Text.Json;
using Curbside.Consults;
using Curbside.People;

namespace Curbside.Functions.Settings;

/// <summary>What settings have to look like.</summary>
internal static class LooksLike
{
    private const int LinkKeyBytes = 32;

    /// <summary>As the policy file has it, whose rule this is; and nothing but https.</summary>
    public static bool APublicUrl(string value) =>
        AnAddress(value) && PolicyFile.Read(JsonSerializer.Serialize(new { practice = new { public_url = value } })) is PolicyReading.Accepted;

    public static bool AnAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    public static bool ALinkKey(string value) => Decoded(value) == LinkKeyBytes;

    public static bool Base64(string value) => Decoded(value) > 0;

    public static bool APhoneNumber(string value) => PhoneNumber.TryParse(value, out _);

    public static bool ASid(string kind, string value) =>
        value.Length == 34 && value.StartsWith(kind, StringComparison.Ordinal) && value.All(char.IsAsciiLetterOrDigit);

    /// <summary>As much of a table's name as there is room for.</summary>
    public static bool AnAlphanumericName(string value) => value.Length <= 10 && char.IsAsciiLetter(value[0]) && value.All(char.IsAsciiLetterOrDigit);

    public static bool TryPace(string? value, out double perSecond) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out perSecond) && perSecond is > 0 and <= 1000;

    private static int Decoded(string value) => Convert.TryFromBase64String(value, new byte[value.Length], out var length) ? length : 0;
}
