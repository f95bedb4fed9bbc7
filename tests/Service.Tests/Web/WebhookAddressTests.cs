using Curbside.Consults;
using Curbside.Phones;
using Curbside.Sending;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>Twilio signs the address that it calls: the practice's own, or the platform's when that one does not answer.</summary>
public class WebhookAddressTests
{
    [Theory]
    [InlineData("http://localhost:5080", StatusCodes.Status200OK)]
    [InlineData("https://curbside-x.azurewebsites.net", StatusCodes.Status200OK)]
    [InlineData("https://elsewhere.example.org", StatusCodes.Status403Forbidden)]
    public async Task Is_believed_at_both_and_nowhere_else(string address, int status)
    {
        await using var site = await Site.OpenAsync();
        var webhooks = new TwilioWebhooks(
            (_, _) => Task.FromResult<IReadOnlyList<Reply>>([]),
            site.Get<Inbox>(),
            site.Get<PolicyBook>(),
            new WebhookTrust("token", UnsignedFromLoopback: false) { FallbackUrl = "https://curbside-x.azurewebsites.net" });
        Dictionary<string, string> fields = new() { ["From"] = Site.Maya, ["MessageSid"] = "SM1", ["Body"] = "?" };
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Post;
        context.Request.Path = "/sms/inbound";
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = await new FormUrlEncodedContent(fields).ReadAsStreamAsync();
        context.Request.Headers[TwilioSignature.Header] =
            TwilioSignature.Of("token", $"{address}/sms/inbound", fields.ToLookup(field => field.Key, field => field.Value));

        await webhooks.InboundAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
    }
}
