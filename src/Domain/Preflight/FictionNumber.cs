using Curbside.People;

namespace Curbside.Preflight;

/// <summary>
/// Numbers that nobody has: 555-0100 to 555-0199 of every area code are kept for fiction (NANPA, "555 Line Numbers"). The examples and the demo practice use them.
/// </summary>
internal static class FictionNumber
{
    public static bool Is(PhoneNumber number) => number.Value is ['+', '1', _, _, _, '5', '5', '5', '0', '1', _, _];
}
