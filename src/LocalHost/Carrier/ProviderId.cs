using System.Security.Cryptography;

namespace Curbside.LocalHost.Carrier;

/// <summary>Ids as Twilio makes them: two letters that say what it is, and 32 hexadecimal digits.</summary>
internal static class ProviderId
{
    public static string New(string kind) => kind + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
