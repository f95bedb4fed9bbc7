using System.Net;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Support;
using Curbside.Sending;
using NodaTime;

namespace Curbside.Functions.Sms;

/// <summary>Requests that Twilio's own package for Node.js has signed, posted to the functions. What was signed is taken; what was changed since is 403.</summary>
public sealed class TwilioRequestsTests(TwilioRequestsTests.Signed signed) : IClassFixture<TwilioRequestsTests.Signed>
{
    private const string Maya = "+14155550101";
    private const string Us = "+14155550190";

    private static readonly (string Key, string Value)[] Text =
        [("ToCountry", "US"), ("MessageSid", "SM1"), ("To", Us), ("From", Maya), ("Body", "?"), ("NumMedia", "0")];

    /// <summary>Each with the address that Twilio signs, which may have the port that the practice's own leaves out.</summary>
    private static readonly Dictionary<string, (string Signed, string Path, (string Key, string Value)[] Fields)> Requests = new()
    {
        ["a text"] = At("/sms/inbound", Text),
        ["a text at the port"] = At("/sms/inbound", Text, ":443"),
        ["unicode"] = At("/sms/inbound", With("Body", "a 3.30p ok? é ñ 中文 😀 \u200B\u00A0")),
        ["signs of the address itself"] = At("/sms/inbound", With("Body", "1 + 1 = 2 & 50% #A? a+b;c /x\\y \"q\" 'r' <b>")),
        ["lines and spaces"] = At("/sms/inbound", With("Body", "  first\r\nsecond\n\tthird  ")),
        ["an empty body"] = At("/sms/inbound", With("Body", "")),
        ["no value anywhere but where it is needed"] = At("/sms/inbound", [.. Text, ("OptOutType", ""), ("FromCity", ""), ("FromZip", "")]),
        ["a field twice"] = At("/sms/inbound", [.. Text, ("Tag", "b"), ("Tag", "a")]),
        ["a field three times, once the same"] = At("/sms/inbound", [.. Text, ("Tag", "b"), ("Tag", "a"), ("Tag", "b")]),
        ["a field twice and empty once"] = At("/sms/inbound", [.. Text, ("Tag", "b"), ("Tag", "")]),
        ["names that differ by case"] = At("/sms/inbound", [.. Text, ("body", "x"), ("BODY", "y"), ("bODY", "z")]),
        ["names that one is the beginning of another"] = At("/sms/inbound", [.. Text, ("Body1", "x"), ("Bod", "y1"), ("B", "ody")]),
        ["names that are not of letters"] = At("/sms/inbound", [.. Text, ("é", "1"), ("10", "2"), ("9", "3"), ("a b", "4"), ("x[]", "5"), ("_", "6")]),
        ["many fields"] = At("/sms/inbound", [.. Text, .. Enumerable.Range(0, 300).Select(n => ($"Field{n}", $"value {n}"))]),
        ["a long body"] = At("/sms/inbound", With("Body", new string('é', 1600))),
        ["a status"] = At("/sms/status?m=m-0a1b2c", Status),
        ["a status at the port"] = At("/sms/status?m=m-0a1b2c", Status, ":443"),
        ["a query that is long and odd"] = At("/sms/status?m=m-0a1b2c&x=%2B1&y=a+b&z=%C3%A9&q='r'&empty=&=&m2", Status),
    };

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_twilio_signed_is_taken_and_what_was_changed_since_is_403(string name)
    {
        var (_, path, fields) = Requests[name];
        var signature = signed.Signatures[name];
        await using var world = await OpenAsync();

        foreach (var (change, changedPath, changedFields, changedSignature) in Changes(path, fields, signature))
        {
            Assert.True(await PostAsync(world, changedPath, changedFields, changedSignature) == HttpStatusCode.Forbidden, change);
        }

        Assert.Empty(world.Providers.Thread(Maya));
        var taken = await PostAsync(world, path, fields, signature);
        Assert.Equal(path == "/sms/inbound" ? HttpStatusCode.OK : HttpStatusCode.NoContent, taken);
    }

    [Fact]
    public async Task What_another_token_has_signed_is_403()
    {
        await using var world = await OpenAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, "/sms/inbound", Text, signed.OfAnotherAccount));
    }

    [Fact]
    public async Task A_signature_for_one_address_does_not_open_the_other()
    {
        await using var world = await OpenAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, "/sms/status", Text, signed.Signatures["a text"]));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(world, "/sms/inbound", Status, signed.Signatures["a status"]));
    }

    private static (string Key, string Value)[] Status =>
        [("MessageSid", "SM2"), ("MessageStatus", "undelivered"), ("ErrorCode", "30003"), ("To", Maya), ("From", Us), ("ApiVersion", "2010-04-01")];

    private static IEnumerable<(string Change, string Path, (string Key, string Value)[] Fields, string? Signature)> Changes(
        string path, (string Key, string Value)[] fields, string signature)
    {
        yield return ("no signature", path, fields, null);
        yield return ("an empty signature", path, fields, "");
        yield return ("half a signature", path, fields, signature[..14]);
        yield return ("one letter of the signature", path, fields, (signature[0] == 'A' ? 'B' : 'A') + signature[1..]);
        yield return ("a field more", path, [.. fields, ("Extra", "1")], signature);
        yield return ("an empty field more", path, [.. fields, ("Extra", "")], signature);
        yield return ("the query", path + (path.Contains('?', StringComparison.Ordinal) ? "1" : "?m=m-1"), fields, signature);
        for (var i = 0; i < Math.Min(fields.Length, 12); i++)
        {
            var (key, value) = fields[i];
            if (fields.Count(field => field == fields[i]) == 1)
            {
                // Twilio signs the same value of a field once, however often it comes.
                yield return ($"{key} left out", path, [.. fields[..i], .. fields[(i + 1)..]], signature);
            }

            yield return ($"the name of {key}", path, [.. fields[..i], (key + "_", value), .. fields[(i + 1)..]], signature);
            yield return ($"a letter more in {key}", path, [.. fields[..i], (key, value + "1"), .. fields[(i + 1)..]], signature);
            if (value.Length > 0)
            {
                yield return ($"one letter of {key}", path, [.. fields[..i], (key, (char)(value[0] ^ 1) + value[1..]), .. fields[(i + 1)..]], signature);
            }
        }
    }

    private static async Task<HttpStatusCode> PostAsync(FunctionsWorld world, string path, (string Key, string Value)[] fields, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(Pairs(fields));
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(TwilioSignature.Header, signature);
        }

        using var response = await world.Browser.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<FunctionsWorld> OpenAsync() => await FunctionsWorld.OpenAsync(
        Instant.FromUtc(2026, 1, 5, 21, 0), PolicyFile.Default, Rosters.People(Rosters.Maya, Rosters.Noor));

    private static (string Signed, string Path, (string Key, string Value)[] Fields) At(string path, (string Key, string Value)[] fields, string port = "") =>
        ($"{FunctionsWorld.PublicUrl}{port}{path}", path, fields);

    private static (string Key, string Value)[] With(string name, string value) => [.. Text.Select(field => field.Key == name ? (name, value) : field)];

    private static KeyValuePair<string, string>[] Pairs((string Key, string Value)[] fields) => [.. fields.Select(field => KeyValuePair.Create(field.Key, field.Value))];

    /// <summary>All signatures of this class.</summary>
    public sealed class Signed : IAsyncLifetime
    {
        internal Dictionary<string, string> Signatures { get; } = [];

        internal string OfAnotherAccount { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var texts = Requests.Values.Select(request => new TextRequest(FunctionsWorld.AuthToken, request.Signed, Pairs(request.Fields)));
            var made = await SignedRequests.SignAsync([.. texts, new TextRequest("another", $"{FunctionsWorld.PublicUrl}/sms/inbound", Pairs(Text))], []);
            foreach (var (name, signature) in Requests.Keys.Zip(made.Texts))
            {
                Signatures[name] = signature;
            }

            OfAnotherAccount = made.Texts[^1];
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
