using System.Text;
using Curbside.Preflight;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Web;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Curbside.Functions.Email;

/// <summary>A consult is booked, both get an invitation by mail, and SendGrid tells what became of them.</summary>
public sealed class EmailEventsTests : IAsyncLifetime
{
    private const string Maya = "+14155550101";
    private const string Noor = "+14155550102";
    private const string Address = "maya@example.org";

    private VendorWorld _world = null!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _world = await VendorWorld.OpenAsync();
        await _world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        await _world.TextAsync(Noor, "SM-2", "A1");
        _key = FakeSendGrid.KeyOf(Assert.Single(_world.SendGrid.To(Address)));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("delivered", "\"delivered\"", null)]
    [InlineData("bounce", "\"failed\"", "bounce 5.1.1")]
    [InlineData("dropped", "\"failed\"", "dropped 5.1.1")]
    [InlineData("deferred", "\"sent\"", null)]
    [InlineData("open", "\"sent\"", null)]
    public async Task An_event_is_written_down_with_its_mail(string name, string status, string? trouble)
    {
        Assert.Equal(StatusCodes.Status204NoContent, await PostAsync($"[{Event(name)}]"));

        var row = await RowAsync();
        Assert.Contains($"\"status\":{status}", row, StringComparison.Ordinal);
        Assert.Equal(trouble is not null, row.Contains("\"trouble\"", StringComparison.Ordinal));
        Assert.Contains(trouble ?? "", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dropped", "Bounced Address", "dropped 5.1.1 Bounced Address\"")]
    [InlineData("dropped", "Unsubscribed Address", "dropped 5.1.1 Unsubscribed Address\"")]
    [InlineData("dropped", "maya@example.org is on a list", "dropped 5.1.1\"")]
    [InlineData("bounce", "Bounced Address", "bounce 5.1.1\"")]
    public async Task Why_sendgrid_dropped_a_mail_is_kept_where_the_words_are_its_own(string name, string reason, string kept)
    {
        await PostAsync($"[{Event(name).Replace($"550 <{Address}> unknown", reason, StringComparison.Ordinal)}]");

        Assert.Contains(kept, await RowAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_events_again_change_nothing()
    {
        var body = $"[{Event("bounce")}]";
        await PostAsync(body);
        var row = await RowAsync();

        Assert.Equal(StatusCodes.Status204NoContent, await PostAsync(body));
        Assert.Equal(StatusCodes.Status204NoContent, await PostAsync($"[{Event("delivered")}]"));
        Assert.Equal(row, await RowAsync());
    }

    [Fact]
    public async Task Bad_entries_do_not_hold_up_the_good_one()
    {
        string[] bad =
        [
            "7", "null", "[]", "{}", """{"event":"bounce"}""", """{"event":"bounce","email":7,"curbside_key":"m-1"}""",
            """{"event":"bounce","email":"maya@example.org","curbside_key":"m-1/../state"}""",
            """{"event":"bounce","email":"maya@example.org","curbside_key":"state"}""",
            $$"""{"event":"bounce","email":"stranger@example.org","curbside_key":"{{_key}}"}""",
            """{"event":"bounce","email":"maya@example.org","other_key":"m-1"}""",
        ];

        Assert.Equal(StatusCodes.Status204NoContent, await PostAsync($"[{string.Join(',', bad)},{Event("delivered")}]"));
        Assert.Contains("\"status\":\"delivered\"", await RowAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_mail_arrived_is_remembered_for_the_preflight()
    {
        await PostAsync($"[{Event("bounce")}]");
        Assert.Empty(await _world.Get<SightingBook>().CurrentAsync());

        await PostAsync($"[7,{Event("delivered")}]");
        Assert.Equal(Sighting.MailArrived, Assert.Single(await _world.Get<SightingBook>().CurrentAsync()).Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    public async Task What_is_no_list_of_events_is_400(string body) => Assert.Equal(StatusCodes.Status400BadRequest, await PostAsync(body));

    [Fact]
    public async Task More_than_a_batch_can_have_is_413() =>
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, await PostAsync($"[{new string(' ', 1024 * 1024)}]"));

    [Fact]
    public async Task What_sendgrid_has_not_signed_is_403_and_changes_nothing()
    {
        var before = await RowAsync();
        var body = $"[{Event("bounce")}]";
        var now = Timestamp(Duration.Zero);
        var signature = FakeSendGrid.Sign(now, body);

        Assert.Equal(StatusCodes.Status403Forbidden, await PostAsync(body, now, null));
        Assert.Equal(StatusCodes.Status403Forbidden, await PostAsync(body, null, signature));
        Assert.Equal(StatusCodes.Status403Forbidden, await PostAsync(body, now, FakeSendGrid.Sign(now, "[]")));
        Assert.Equal(StatusCodes.Status403Forbidden, await PostAsync(body, "yesterday", FakeSendGrid.Sign("yesterday", body)));
        Assert.Equal(StatusCodes.Status403Forbidden, await PostAsync(body, new string('9', 18), FakeSendGrid.Sign(new string('9', 18), body)));
        Assert.Equal(before, await RowAsync());
    }

    [Theory]
    [InlineData(-24, StatusCodes.Status204NoContent)]
    [InlineData(-26, StatusCodes.Status403Forbidden)]
    [InlineData(1, StatusCodes.Status403Forbidden)]
    public async Task What_was_signed_long_ago_or_is_of_the_future_is_403(int hours, int status)
    {
        var at = Timestamp(Duration.FromHours(hours));
        Assert.Equal(status, await PostAsync("[]", at, FakeSendGrid.Sign(at, "[]")));
    }

    private string Event(string name) =>
        $$"""{"email":"{{Address}}","timestamp":1767646800,"event":"{{name}}","status":"5.1.1","reason":"550 <{{Address}}> unknown","curbside_key":"{{_key}}"}""";

    private string Timestamp(Duration fromNow) => $"{(_world.Clock.Now + fromNow).ToUnixTimeSeconds()}";

    private Task<int> PostAsync(string body) => PostAsync(body, Timestamp(Duration.Zero), FakeSendGrid.Sign(Timestamp(Duration.Zero), body));

    private async Task<int> PostAsync(string body, string? timestamp, string? signature)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = new MemoryStream();
        if (timestamp is not null)
        {
            context.Request.Headers[SendGridSignature.TimestampHeader] = timestamp;
        }

        if (signature is not null)
        {
            context.Request.Headers[SendGridSignature.Header] = signature;
        }

        await _world.Get<EmailEvents>().ReceiveAsync(context);
        return context.Response.StatusCode;
    }

    private async Task<string> RowAsync() => (await _world.Store.GetAsync(Table.Phones, Maya, _key))!.Body;
}
