using System.Security.Cryptography;
using System.Text;

namespace Curbside.Consults;

/// <summary>A consult's name everywhere: 22 letters and digits that tell nothing about it.</summary>
public readonly record struct ConsultId(string Value)
{
    private const string Alphabet = "0123456789abcdefghijkmnpqrstuvwxyz"; // 34 signs; the bias of the modulus does not matter for a name.

    /// <summary>The same source (a form's hidden id, a text's MessageSid) always names the same consult, so that a repeat starts nothing new.</summary>
    public static ConsultId From(string source)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(source));
        return new ConsultId(string.Create(22, hash, static (span, bytes) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[bytes[i] % Alphabet.Length];
            }
        }));
    }

    public override string ToString() => Value;
}
