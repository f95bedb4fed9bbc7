using Curbside.Sending;

namespace Curbside.Service.Tests.Sending;

public sealed class TwilioSignatureTests
{
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";

    /// <summary>The example of Twilio's documentation and of its own libraries.</summary>
    private static readonly ILookup<string, string> Form = Fields(
        ("To", "+18005551212"), ("From", "+14158675309"), ("Digits", "1234"), ("Caller", "+14158675309"), ("CallSid", "CA1234567890ABCDE"));

    [Fact]
    public void Is_the_one_that_twilio_documents() => Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", TwilioSignature.Of("12345", Url, Form));

    [Fact]
    public void Of_the_documented_request_is_valid() => Assert.True(TwilioSignature.IsValid("12345", Url, Form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("rsoydt4t1cutdk1pdd93/vvr8b8=")]
    public void Another_signature_is_refused(string? signature) => Assert.False(TwilioSignature.IsValid("12345", Url, Form, signature));

    [Fact]
    public void A_changed_field_is_refused()
    {
        var changed = Fields(
            ("To", "+18005551212"), ("From", "+14158675309"), ("Digits", "1235"), ("Caller", "+14158675309"), ("CallSid", "CA1234567890ABCDE"));
        Assert.False(TwilioSignature.IsValid("12345", Url, changed, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    [Fact]
    public void Another_address_is_refused() =>
        Assert.False(TwilioSignature.IsValid("12345", "https://mycompany.com/myapp.php?foo=1&bar=3", Form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));

    [Fact]
    public void Fields_are_sorted_by_their_bytes_and_repeated_values_by_theirs()
    {
        var form = Fields(("b", "3"), ("B", "2"), ("B", "1"), ("B", "2"));
        var flat = Fields(("B1B2b3", ""));
        Assert.Equal(TwilioSignature.Of("key", "https://example.org", flat), TwilioSignature.Of("key", "https://example.org", form));
    }

    private static ILookup<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToLookup(field => field.Name, field => field.Value);
}
