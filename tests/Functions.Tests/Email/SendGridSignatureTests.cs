using System.Text;
using Curbside.Sending;
using SendGrid.Helpers.EventWebhook;

namespace Curbside.Functions.Email;

/// <summary>Our reading of SendGrid's signatures against its published example and its own validator.</summary>
public sealed class SendGridSignatureTests
{
    /// <summary>The example of SendGrid's libraries (https://github.com/sendgrid/sendgrid-nodejs, eventwebhook, 7.2.6).</summary>
    private const string PublicKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==";

    private const string Signature = "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=";
    private const string Timestamp = "1588788367";
    private const string Body = """{"category":"example_payload","event":"test_event","message_id":"message_id"}""";

    [Fact]
    public void The_published_example_is_valid() => Assert.True(IsValid(PublicKey, Timestamp, Body, Signature));

    [Theory]
    [InlineData("1588788368", Body, Signature)]
    [InlineData(Timestamp, Body + " ", Signature)]
    [InlineData(Timestamp, Body, "")]
    [InlineData(Timestamp, Body, "not base64!")]
    [InlineData(Timestamp, Body, "AAAA")]
    [InlineData(Timestamp, Body, "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/4=")]
    public void What_is_changed_is_not(string timestamp, string body, string signature) => Assert.False(IsValid(PublicKey, timestamp, body, signature));

    [Fact]
    public void Another_key_is_another() => Assert.False(IsValid(FakeSendGrid.Options.EventPublicKey!, Timestamp, Body, Signature));

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"email":"zoë@example.org","event":"bounce"}]""")]
    public void Whatever_is_signed_sendgrids_own_validator_says_the_same(string body)
    {
        var peer = new RequestValidator();
        var key = peer.ConvertPublicKeyToECDSA(FakeSendGrid.Options.EventPublicKey);
        var signature = FakeSendGrid.Sign(Timestamp, body);

        Assert.True(peer.VerifySignature(key, body, signature, Timestamp));
        Assert.True(IsValid(FakeSendGrid.Options.EventPublicKey!, Timestamp, body, signature));
        Assert.False(peer.VerifySignature(key, body, signature, "1588788368"));
        Assert.False(IsValid(FakeSendGrid.Options.EventPublicKey!, "1588788368", body, signature));
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("no key")]
    public void What_is_no_key_is_said_so(string key) => Assert.Throws<FormatException>(() => SendGridSignature.Check(key));

    private static bool IsValid(string key, string timestamp, string body, string signature) =>
        SendGridSignature.IsValid(key, timestamp, Encoding.UTF8.GetBytes(body), signature);
}
