namespace Curbside.Messages;

/// <summary>How a link to a consult's page looks.</summary>
public static class Links
{
    /// <summary>128 bits in base64url without padding.</summary>
    public const int TokenLength = 22;

    public static string At(string publicUrl, string token) => $"{publicUrl}/c/{token}";

    public static int LengthAt(string publicUrl) => publicUrl.Length + "/c/".Length + TokenLength;
}
