using System.Security.Cryptography;
using System.Text;

namespace Curbside.Sending;

/// <summary>How SendGrid signs its events: ECDSA over P-256 and SHA-256, of the time in one header and the body byte by byte, in another header.</summary>
/// <remarks>https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features</remarks>
public static class SendGridSignature
{
    public const string Header = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>Seconds since 1970.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <param name="publicKey">As SendGrid shows it: base64, without a frame around it.</param>
    /// <param name="signature">Base64.</param>
    /// <exception cref="FormatException">The public key is none.</exception>
    public static bool IsValid(string publicKey, string timestamp, ReadOnlySpan<byte> body, string signature)
    {
        using var key = Key(publicKey);
        var signatureBytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, signatureBytes, out var length)
            && key.VerifyData([.. Encoding.UTF8.GetBytes(timestamp), .. body], signatureBytes.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <exception cref="FormatException">It is no public key.</exception>
    public static void Check(string publicKey) => Key(publicKey).Dispose();

    private static ECDsa Key(string publicKey)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw new FormatException("SendGrid's public key is not one.");
        }
        catch (FormatException)
        {
            key.Dispose();
            throw;
        }
    }
}
