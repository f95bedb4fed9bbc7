using System.Security.Cryptography;
using System.Text;

namespace Curbside.Sending;

/// <summary>How Twilio signs its webhooks: HMAC-SHA-1 with the account's auth token, in base64, in the header <c>X-Twilio-Signature</c>.</summary>
/// <remarks>https://www.twilio.com/docs/usage/security#validating-requests</remarks>
public static class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";

    /// <param name="url">Whole, as Twilio called it, with its query.</param>
    /// <param name="form">The fields of the body.</param>
    public static string Of(string authToken, string url, ILookup<string, string> form)
    {
        var signed = new StringBuilder(url);
        foreach (var field in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            foreach (var value in field.Distinct().Order(StringComparer.Ordinal))
            {
                signed.Append(field.Key).Append(value);
            }
        }

#pragma warning disable CA5350 // Twilio's choice; HMAC does not lean on the weakness of SHA-1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <param name="url">Whole, as the world knows it. Twilio signs it with its port or without, and not always the same way.</param>
    public static bool IsValid(string authToken, string url, ILookup<string, string> form, string? signature) =>
        Spellings(url).Any(spelling =>
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(authToken, spelling, form)), Encoding.UTF8.GetBytes(signature ?? "")));

    private static IEnumerable<string> Spellings(string url)
    {
        yield return url;
        if (Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            // By hand, since a Uri would also tidy up the letters of the host, the path and the query, which are signed as they were called.
            var end = url.IndexOf(address.Host, address.Scheme.Length, StringComparison.OrdinalIgnoreCase) + address.Host.Length;
            var (host, rest) = (url[..end], url[end..]);
            var afterPort = rest.StartsWith(':') ? rest[(rest.IndexOfAny(['/', '?']) is var path and >= 0 ? path : rest.Length)..] : rest;
            yield return $"{host}{afterPort}";
            yield return $"{host}:{address.Port}{afterPort}";
        }
    }
}
