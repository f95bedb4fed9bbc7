using System.Collections.Specialized;
using Curbside.Sending;
using Twilio.Security;

namespace Curbside.Functions.Sms;

/// <summary>Our reading of Twilio's signatures against the one that Twilio publishes.</summary>
public sealed class TwilioSignaturePeerTests
{
    private const string Token = "12345";

    private static readonly (string Name, string Value)[] Fields =
        [("From", "+14155550101"), ("Body", "a 3.30p ok? é 😀"), ("MessageSid", "SM1"), ("to", "x"), ("To", "+14155550100"), ("Empty", "")];

    [Theory]
    [InlineData("https://curbside.example.org/sms/inbound")]
    [InlineData("https://curbside.example.org/sms/status?m=m-0a1b&x=%2B1")]
    [InlineData("https://curbside.example.org:8443/sms/inbound")]
    [InlineData("http://localhost:5080/sms/inbound")]
    public void What_we_sign_twilios_own_validator_accepts_and_what_is_changed_it_refuses(string url)
    {
        var signature = TwilioSignature.Of(Token, url, Form());

        Assert.True(new RequestValidator(Token).Validate(url, Collection(), signature));
        Assert.False(new RequestValidator("54321").Validate(url, Collection(), signature));
        Assert.False(TwilioSignature.IsValid("54321", url, Form(), signature));
        Assert.True(TwilioSignature.IsValid(Token, url, Form(), signature));
    }

    [Theory]
    [InlineData("https://curbside.example.org/sms/inbound", "https://curbside.example.org:443/sms/inbound")]
    [InlineData("http://curbside.example.org/sms/inbound", "http://curbside.example.org:80/sms/inbound")]
    [InlineData("https://curbside.example.org:8443/sms/inbound", "https://curbside.example.org/sms/inbound")]
    public void A_signature_may_be_of_the_address_with_its_port_or_without(string known, string signed)
    {
        var signature = TwilioSignature.Of(Token, signed, Form());

        Assert.True(TwilioSignature.IsValid(Token, known, Form(), signature));
        Assert.True(new RequestValidator(Token).Validate(known, Collection(), signature));
    }

    /// <summary>Twilio's own validator takes it one way only.</summary>
    [Fact]
    public void The_usual_port_may_also_be_left_out_where_it_is_known() => Assert.True(TwilioSignature.IsValid(
        Token,
        "https://curbside.example.org:443/sms/status?m=m-1",
        Form(),
        TwilioSignature.Of(Token, "https://curbside.example.org/sms/status?m=m-1", Form())));

    [Theory]
    [InlineData("https://curbside.example.org/sms/inbound", "https://curbside.example.org:8443/sms/inbound")]
    [InlineData("https://curbside.example.org/sms/inbound", "http://curbside.example.org/sms/inbound")]
    [InlineData("https://curbside.example.org/sms/inbound", "https://other.example.org/sms/inbound")]
    [InlineData("https://curbside.example.org/sms/status?m=1", "https://curbside.example.org/sms/status?m=2")]
    public void Another_address_is_another(string known, string signed)
    {
        var signature = TwilioSignature.Of(Token, signed, Form());

        Assert.False(TwilioSignature.IsValid(Token, known, Form(), signature));
        Assert.False(new RequestValidator(Token).Validate(known, Collection(), signature));
    }

    private static ILookup<string, string> Form() => Fields.ToLookup(field => field.Name, field => field.Value);

    private static NameValueCollection Collection()
    {
        var collection = new NameValueCollection(StringComparer.Ordinal);
        foreach (var (name, value) in Fields)
        {
            collection.Add(name, value);
        }

        return collection;
    }
}
