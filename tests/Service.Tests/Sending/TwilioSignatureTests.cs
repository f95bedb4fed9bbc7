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

    /// <summary>
    /// The examples of Twilio's own libraries, all of the documented fields: RequestValidatorTest of twilio-csharp and twilio-php,
    /// test_request_validator of twilio-python (https://github.com/twilio).
    /// </summary>
    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=", "signed with port 443")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=", "signed with port 80")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "signed without the port")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8=", "signed with the port")]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=", "signed with the port")]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=", "letters of both cases")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=", "letters of both cases")]
    [InlineData("http://MyCompany.com/myapp.php?foo=1&bar=2", "XY7AlKOKL6im4yWyX84gldUrtis=", "letters of both cases, signed with port 80")]
    public void Of_an_address_that_twilios_libraries_take_is_valid(string url, string signature, string how) =>
        Assert.True(TwilioSignature.IsValid("12345", url, Form, signature), how);

    [Theory]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2")]
    [InlineData("http://MyCompany.com/myapp.php?foo=1&bar=2")]
    public void Of_an_address_that_twilios_libraries_refuse_is_not(string url) =>
        Assert.False(TwilioSignature.IsValid("12345", url, Form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));

    /// <summary>The example of twilio-php with a field that comes three times, two of them the same.</summary>
    [Fact]
    public void Of_a_field_that_is_repeated_is_the_one_of_twilios_libraries() => Assert.Equal(
        "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
        TwilioSignature.Of("12345", Url, Fields(("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234"))));

    /// <summary>A whole request, from test_validation of twilio-python 3.</summary>
    [Fact]
    public void Of_a_whole_request_is_the_one_of_twilios_libraries() => Assert.Equal(
        "fF+xx6dTinOaCdZ0aIeNkHr/ZAA=",
        TwilioSignature.Of("1c892n40nd03kdnc0112slzkl3091j20", "http://www.postbin.org/1ed898x", Fields(
            ("AccountSid", "AC9a9f9392lad99kla0sklakjs90j092j3"), ("ApiVersion", "2010-04-01"), ("CallSid", "CAd800bb12c0426a7ea4230e492fef2a4f"),
            ("CallStatus", "ringing"), ("Called", "+15306384866"), ("CalledCity", "OAKLAND"), ("CalledCountry", "US"), ("CalledState", "CA"),
            ("CalledZip", "94612"), ("Caller", "+15306666666"), ("CallerCity", "SOUTH LAKE TAHOE"), ("CallerCountry", "US"),
            ("CallerName", "CA Wireless Call"), ("CallerState", "CA"), ("CallerZip", "89449"), ("Direction", "inbound"), ("From", "+15306666666"),
            ("FromCity", "SOUTH LAKE TAHOE"), ("FromCountry", "US"), ("FromState", "CA"), ("FromZip", "89449"), ("To", "+15306384866"),
            ("ToCity", "OAKLAND"), ("ToCountry", "US"), ("ToState", "CA"), ("ToZip", "94612"))));

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
