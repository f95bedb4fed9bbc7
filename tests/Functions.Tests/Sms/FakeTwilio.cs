using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using NodaTime;
using Twilio.Http;

namespace Curbside.Functions.Sms;

/// <summary>A text as Twilio keeps it.</summary>
internal sealed record KeptText(string Sid, string From, string To, string Body, string Direction, Instant At, string Status = "queued");

/// <summary>Twilio's side of the wire: takes texts, lists them, refuses, is down, or loses its answers. Answers have the documented shape.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/api/message-resource</remarks>
internal sealed class FakeTwilio(IClock clock) : Twilio.Http.HttpClient
{
    private const string Account = "AC00000000000000000000000000000001";

    public static TwilioOptions Options { get; } = new() { AccountSid = Account, AuthToken = "12345", MessagingServiceSid = "MG1", TextsPerSecond = 1000 };

    public ConcurrentQueue<KeptText> Texts { get; } = new();

    public ConcurrentQueue<Request> Requests { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>What it is asked is done, and nobody hears of it.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>What it answers instead of taking a text.</summary>
    public (HttpStatusCode Status, string Content)? Refuses { get; set; }

    public static (HttpStatusCode, string) Refusal(int status, int code) => (
        (HttpStatusCode)status,
        $$"""{"code":{{code}},"message":"No, not to +14155550102.","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}""");

    public KeptText Keep(string from, string to, string body, string direction, string status = "queued", Instant? at = null)
    {
        var kept = new KeptText($"SM{Texts.Count + 1:D32}", from, to, body, direction, at ?? clock.GetCurrentInstant(), status);
        Texts.Enqueue(kept);
        return kept;
    }

    public override Response MakeRequest(Request request) => throw new NotSupportedException("Nothing waits for the network.");

    public override async Task<Response> MakeRequestAsync(Request request)
    {
        await Task.Yield();
        Requests.Enqueue(request);
        if (IsDown)
        {
            throw new HttpRequestException("Connection refused");
        }

        if (request.Method.ToString() == "POST" && Refuses is { } refused)
        {
            return new Response(refused.Status, refused.Content);
        }

        var response = request.Method.ToString() == "POST" ? Take(request) : List(request);
        return LosesAnswers && request.Method.ToString() == "POST" ? throw new HttpRequestException("Connection reset") : response;
    }

    private Response Take(Request request)
    {
        var fields = request.PostParams.ToDictionary(field => field.Key, field => field.Value);
        var kept = Keep("+14155550100", fields["To"], fields["Body"], "outbound-api");
        return new Response(HttpStatusCode.Created, JsonSerializer.Serialize(Shape(kept)));
    }

    private Response List(Request request)
    {
        var to = request.QueryParams.Where(field => field.Key == "To").Select(field => field.Value).SingleOrDefault();
        var listed = Texts.Where(text => to is null || text.To == to).OrderByDescending(text => text.At).Select(Shape);
        var page = new { messages = listed, page = 0, page_size = 50, next_page_uri = (string?)null, uri = $"/2010-04-01/Accounts/{Account}/Messages.json" };
        return new Response(HttpStatusCode.OK, JsonSerializer.Serialize(page));
    }

    private static object Shape(KeptText text)
    {
        var date = text.At.ToDateTimeUtc().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        return new
        {
            account_sid = Account,
            api_version = "2010-04-01",
            body = text.Body,
            date_created = date,
            date_sent = date,
            date_updated = date,
            direction = text.Direction,
            error_code = (int?)null,
            error_message = (string?)null,
            from = text.From,
            messaging_service_sid = "MG1",
            num_media = "0",
            num_segments = "1",
            price = (string?)null,
            price_unit = (string?)null,
            sid = text.Sid,
            status = text.Status,
            subresource_uris = new { media = $"/2010-04-01/Accounts/{Account}/Messages/{text.Sid}/Media.json" },
            to = text.To,
            uri = $"/2010-04-01/Accounts/{Account}/Messages/{text.Sid}.json",
        };
    }
}
