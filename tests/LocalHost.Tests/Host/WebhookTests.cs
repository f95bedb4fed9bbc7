using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Curbside.Sending;

namespace Curbside.LocalHost.Host;

public sealed class WebhookTests : IAsyncLifetime
{
    private static readonly ILookup<string, string> Fields =
        new Dictionary<string, string> { ["From"] = RunningHost.Stranger, ["Body"] = "hi", ["MessageSid"] = "SM1" }
            .ToLookup(field => field.Key, field => field.Value);

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_text_is_answered_with_twiml_whose_messages_say_where_to_report()
    {
        using var response = await _host.PostFormAsync("/sms/inbound", ("From", RunningHost.Stranger), ("Body", "hello"), ("MessageSid", "SM1"));

        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var twiML = await response.Content.ReadAsStringAsync();
        var (key, body) = Assert.Single(RunningHost.Replies(twiML));
        Assert.Equal($"""<Response><Message action="/sms/status?m={key}" method="POST">{body}</Message></Response>""", twiML);
        Assert.Contains("415-555-0192", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_no_answer_gets_an_empty_response()
    {
        await _host.TextAsync(RunningHost.Stranger, "SM1", "hello");
        Assert.Equal("<Response/>", await _host.TextAsync(RunningHost.Stranger, "SM2", "hello again"));
    }

    [Fact]
    public async Task The_same_text_again_gets_the_same_answer_and_changes_nothing()
    {
        var first = await _host.TextAsync(RunningHost.Stranger, "SM1", "hello");
        var thread = await _host.GetAsync($"/local/phones/{RunningHost.Stranger}/messages");

        Assert.Equal(first, await _host.TextAsync(RunningHost.Stranger, "SM1", "hello"));
        Assert.Equal(first, await _host.TextAsync(RunningHost.Stranger, "SM1", "hello"));
        Assert.Equal(thread, await _host.GetAsync($"/local/phones/{RunningHost.Stranger}/messages"));
    }

    [Fact]
    public async Task An_answer_of_several_texts_is_repeated_in_its_order()
    {
        var first = await _host.TextAsync(RunningHost.Maya, "SM1", "ASK MED TODAY");
        var noor = await _host.GetAsync($"/local/phones/{RunningHost.Noor}/messages");

        Assert.True(RunningHost.Replies(first).Count > 1);
        Assert.Equal(first, await _host.TextAsync(RunningHost.Maya, "SM1", "ASK MED TODAY"));
        Assert.Equal(
            RunningHost.Replies(first).Select(reply => reply.Body),
            (await _host.BodiesAsync(RunningHost.Maya)).Skip(1));
        Assert.Equal(noor, await _host.GetAsync($"/local/phones/{RunningHost.Noor}/messages"));
    }

    [Fact]
    public async Task The_same_text_many_times_at_once_is_one_text()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _host.TextAsync(RunningHost.Stranger, "SM1", "hello")));

        Assert.Equal(2, (await _host.ThreadAsync(RunningHost.Stranger)).Length);
        Assert.Contains(answers, answer => RunningHost.Replies(answer).Count == 1);
    }

    [Theory]
    [InlineData("/sms/inbound")]
    [InlineData("/sms/status?m=m-1")]
    public async Task Anything_but_a_form_is_415(string path)
    {
        using var json = await _host.PostJsonAsync(path, "{}");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);

        using var parts = await _host.Client.PostAsync(path, new MultipartFormDataContent { { new StringContent("x"), "From" } });
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, parts.StatusCode);

        using var nothing = await _host.Client.PostAsync(path, null);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, nothing.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_64_KiB_is_413(bool saysSoFirst)
    {
        var body = Encoding.ASCII.GetBytes($"From=%2B14155550199&MessageSid=SM1&Body={new string('a', 64 * 1024)}");
        using var content = new StreamContent(new MemoryStream(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sms/inbound") { Content = content };
        request.Headers.TransferEncodingChunked = !saysSoFirst;

        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(await _host.ThreadAsync(RunningHost.Stranger));
    }

    [Theory]
    [InlineData("From=+&MessageSid=SM1&Body=hi", "From is not a phone number.")]
    [InlineData("MessageSid=SM1&Body=hi", "From is not a phone number.")]
    [InlineData("", "From is not a phone number.")]
    [InlineData("%%%&&&==", "From is not a phone number.")]
    [InlineData("From=%2B14155550199&Body=hi", "MessageSid is missing or longer than 64 characters.")]
    [InlineData("From=%2B14155550199&MessageSid=", "MessageSid is missing or longer than 64 characters.")]
    public async Task A_malformed_text_is_400_with_a_plain_sentence(string form, string sentence)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await _host.Client.PostAsync("/sms/inbound", content);
        Assert.Equal((HttpStatusCode.BadRequest, sentence), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("72645")]
    [InlineData("MYBANK")]
    [InlineData("whatsapp:+14155550101")]
    [InlineData("rcs:brand_agent")]
    public async Task A_sender_that_is_no_phone_is_answered_with_nothing(string from)
    {
        using var response = await _host.PostFormAsync("/sms/inbound", ("From", from), ("MessageSid", "SM1"), ("Body", "ASK MED TODAY"));
        Assert.Equal((HttpStatusCode.OK, "<Response/>"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(await _host.ThreadAsync(RunningHost.Maya));
    }

    [Fact]
    public async Task A_picture_alone_is_told_that_nobody_sees_it()
    {
        using var response = await _host.PostFormAsync("/sms/inbound", ("From", RunningHost.Maya), ("MessageSid", "SM1"), ("NumMedia", "1"));
        Assert.Contains("we can't read pictures here", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_words_is_a_text()
    {
        using var response = await _host.PostFormAsync("/sms/inbound", ("From", RunningHost.Maya), ("MessageSid", "SM1"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", (await _host.BodiesAsync(RunningHost.Maya))[0]);
    }

    [Theory]
    [InlineData("/sms/status", "+14155550101")]
    [InlineData("/sms/status?m=m-1", "nobody")]
    public async Task A_status_without_key_or_phone_is_400(string path, string to)
    {
        using var response = await _host.PostFormAsync(path, ("To", to), ("MessageSid", "SM1"), ("MessageStatus", "delivered"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("delivered")]
    [InlineData("sent")]
    [InlineData("undelivered")]
    [InlineData("whatever")]
    public async Task A_status_of_something_unknown_changes_nothing(string status)
    {
        using var response = await _host.PostFormAsync(
            "/sms/status?m=m-1", ("To", RunningHost.Maya), ("MessageSid", "SM1"), ("MessageStatus", status));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await _host.ThreadAsync(RunningHost.Maya));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "curbside.example.org")]
    public async Task Without_a_token_what_was_passed_on_from_elsewhere_is_403(string header, string value)
    {
        using var request = Inbound();
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await _host.ThreadAsync(RunningHost.Stranger));
    }

    [Fact]
    public async Task With_a_token_only_what_is_signed_with_it_is_believed()
    {
        await using var host = await RunningHost.StartAsync(options => options with { AuthToken = "12345" });

        using var unsigned = await host.Client.SendAsync(Inbound());
        using var wrong = await host.Client.SendAsync(Inbound(TwilioSignature.Of("54321", $"{host.Client.BaseAddress}sms/inbound", Fields)));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (unsigned.StatusCode, wrong.StatusCode));

        using var signed = await host.Client.SendAsync(Inbound(TwilioSignature.Of("12345", $"{Known(host)}/sms/inbound", Fields)));
        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
    }

    [Fact]
    public async Task A_signature_of_whatever_host_the_request_names_is_not_believed()
    {
        await using var host = await RunningHost.StartAsync(options => options with { AuthToken = "12345" });
        using var elsewhere = Inbound(TwilioSignature.Of("12345", "http://127.0.0.1/sms/inbound", Fields));
        elsewhere.Headers.Host = "127.0.0.1";

        using var response = await host.Client.SendAsync(elsewhere);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Where_no_mail_service_is_connected_no_event_is_believed()
    {
        using var response = await _host.PostJsonAsync("/email/events", "[]");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_signature_may_be_of_the_practices_own_address()
    {
        await using var host = await RunningHost.StartAsync(options => options with { AuthToken = "12345" });
        using var put = await host.Client.PutAsync(
            "/manage/policy", new StringContent("""{ "practice": { "public_url": "https://bay.example.org" } }"""));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);

        using var signed = await host.Client.SendAsync(Inbound(TwilioSignature.Of("12345", "https://bay.example.org/sms/inbound", Fields)));

        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
    }

    /// <summary>The host as its links name it.</summary>
    private static string Known(RunningHost host) => $"http://localhost:{host.Client.BaseAddress!.Port}";

    private static HttpRequestMessage Inbound(string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/sms/inbound")
        {
            Content = new StringContent("From=%2B14155550199&Body=hi&MessageSid=SM1", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        if (signature is not null)
        {
            request.Headers.Add(TwilioSignature.Header, signature);
        }

        return request;
    }
}
