using System.Text.RegularExpressions;

namespace Curbside.People;

/// <summary>What a mailbox address may look like.</summary>
internal static partial class EmailAddress
{
    /// <summary>RFC 5321 4.5.3.1.3: a path has 256 octets, of which two are its angle brackets.</summary>
    private const int Longest = 254;

    public static bool IsValid(string text) => text.Length <= Longest && Shape().IsMatch(text);

    /// <summary>The address that browsers accept (WHATWG HTML, "valid e-mail address"), with at least two labels in its domain.</summary>
    [GeneratedRegex(
        @"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
