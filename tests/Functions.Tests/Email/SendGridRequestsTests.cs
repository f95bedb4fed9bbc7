using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Support;
using Curbside.Sending;
using NodaTime;

namespace Curbside.Functions.Email;

/// <summary>Events whose signatures SendGrid's own package for Node.js accepts, posted to the functions. What was changed since is 403.</summary>
public sealed class SendGridRequestsTests(SendGridRequestsTests.Signed signed) : IClassFixture<SendGridRequestsTests.Signed>
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 21, 0);

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["no event"] = "[]",
        ["an event, with the line's end that SendGrid sends"] = """[{"email":"maya@example.org","event":"delivered","curbside_key":"m-0a"}]""" + "\r\n",
        ["events on lines of their own"] = "[{\"event\":\"open\"},\r\n{\"event\":\"bounce\",\"email\":\"maya@example.org\",\"curbside_key\":\"m-0a\"}]\r\n",
        ["unicode"] = """[{"email":"zoë@example.org","event":"dropped","reason":"中文 😀 \u00e9","curbside_key":"m-0a"}]""",
        ["many events"] = $"[{string.Join(',', Enumerable.Range(0, 1000).Select(n => $$"""{"event":"processed","sg_event_id":"{{n}}"}"""))}]",
    };

    public static TheoryData<string> Names => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_sendgrid_signed_is_taken_and_what_was_changed_since_is_403(string name)
    {
        var (body, signature) = (Encoding.UTF8.GetBytes(Bodies[name]), signed.Signatures[name]);
        await using var world = await FunctionsWorld.OpenAsync(
            Now, PolicyFile.Default, Rosters.People(Rosters.Maya), eventKey: signed.PublicKey);

        foreach (var at in new[] { 0, body.Length / 2, body.Length - 1 })
        {
            byte[] changed = [.. body];
            changed[at] ^= 1;
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, changed, Signed.Timestamp, signature));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, [.. body, (byte)'\n'], Signed.Timestamp, signature));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, body, $"{Now.ToUnixTimeSeconds() + 1}", signature));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, body, Signed.Timestamp, signed.Signatures[Bodies.Keys.First(other => other != name)]));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, body, Signed.Timestamp, null));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(world, body, Signed.Timestamp, signature));
    }

    [Fact]
    public async Task Where_no_key_is_set_nobody_is_believed()
    {
        await using var world = await FunctionsWorld.OpenAsync(Now, PolicyFile.Default, Rosters.People(Rosters.Maya));
        var (name, body) = Bodies.First();
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, Encoding.UTF8.GetBytes(body), Signed.Timestamp, signed.Signatures[name]));
    }

    private static async Task<HttpStatusCode> PostAsync(FunctionsWorld world, byte[] body, string timestamp, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/email/events");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(SendGridSignature.TimestampHeader, timestamp);
        if (signature is not null)
        {
            request.Headers.Add(SendGridSignature.Header, signature);
        }

        using var response = await world.Browser.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>All signatures of this class.</summary>
    public sealed class Signed : IAsyncLifetime
    {
        internal static string Timestamp { get; } = $"{Now.ToUnixTimeSeconds()}";

        internal Dictionary<string, string> Signatures { get; } = [];

        internal string PublicKey { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var made = await SignedRequests.SignAsync([], Bodies.Values.Select(body => new EventRequest(Timestamp, body)));
            PublicKey = made.EventKey;
            foreach (var (name, signature) in Bodies.Keys.Zip(made.Events))
            {
                Signatures[name] = signature;
            }
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
