using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Curbside.Functions.Email;

/// <summary>SendGrid's side of the wire: takes mails, refuses, is down, or loses its answers; and signs events.</summary>
internal sealed class FakeSendGrid : HttpMessageHandler
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static SendGridOptions Options { get; } = new()
    {
        ApiKey = "SG.test",
        FromAddress = "curbside@example.org",
        EventPublicKey = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()),
    };

    /// <summary>What was taken, as it came over the wire.</summary>
    public ConcurrentQueue<JsonElement> Mails { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>What is sent is taken, and nobody hears of it.</summary>
    public bool LosesAnswers { get; set; }

    public HttpStatusCode Answers { get; set; } = HttpStatusCode.Accepted;

    public static string Sign(string timestamp, string body)
    {
        lock (Key)
        {
            var signature = Key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            return Convert.ToBase64String(signature);
        }
    }

    /// <summary>The mails to an address.</summary>
    public IReadOnlyList<JsonElement> To(string address) =>
        [.. Mails.Where(mail => mail.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString() == address)];

    public static string KeyOf(JsonElement mail) => mail.GetProperty("personalizations")[0].GetProperty("custom_args").GetProperty("curbside_key").GetString()!;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new HttpRequestException("Connection refused");
        }

        if (Answers == HttpStatusCode.Accepted)
        {
            Mails.Enqueue(JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement.Clone());
        }

        if (LosesAnswers)
        {
            throw new HttpRequestException("Connection reset");
        }

        var response = new HttpResponseMessage(Answers);
        response.Headers.Add("X-Message-Id", $"id{Mails.Count}");
        return response;
    }
}
