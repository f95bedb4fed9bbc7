using System.Security.Cryptography;
using System.Text;

namespace Curbside.Storage;

/// <summary>The names of rows.</summary>
public static class RowKeys
{
    public const string State = "state";

    /// <summary>Where the outbox of a partition begins and ends.</summary>
    public const string FirstMessage = "m-";
    public const string AfterMessages = "m.";

    public const string FirstEvent = "e-";
    public const string AfterEvents = "e.";

    /// <summary>An event of a partition; hashed, since ids of senders may hold characters that a key may not.</summary>
    public static string Event(string eventId) => FirstEvent + Opaque(eventId);

    /// <summary>The n-th thing that an event sends: the same event always makes the same key, so that a repeat is known as one.</summary>
    public static string Message(string eventId, int n) => FirstMessage + Opaque($"{eventId}/{n}");

    /// <summary>Whether this can be the key of something that was sent, as a carrier or mail service gives it back.</summary>
    public static bool IsMessage(string key) =>
        key.StartsWith(FirstMessage, StringComparison.Ordinal) && key.Length <= 64 && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');

    private static string Opaque(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
