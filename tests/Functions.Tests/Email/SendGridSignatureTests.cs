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

    /// <summary>Two batches as they were really sent, from the same libraries' later tests (8.0.0, and every language's since): lines end with CR and LF.</summary>
    [Theory]
    [InlineData(
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==",
        "1600112502",
        """[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]""",
        "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=")]
    [InlineData(
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEQ4LIFtWztlsF7skFqOncjD1lun4H5w8XOhyOArHW9RcIx/FfEzx6cikC/yPfUvwaX/JScE7Fc9CJD2afQ9Ok3Q==",
        "1619651159",
        """[{"email":"invalid@gmail.com","event":"processed","send_at":0,"sg_event_id":"cHJvY2Vzc2VkLTE5OTQyMTEyLXFOd0JMZ1BRUWpXNkRKdktRd1NBYnctMA","sg_message_id":"qNwBLgPQQjW6DJvKQwSAbw.filterdrecv-canary-547b64655b-cw6zx-1-6089EA4A-56.0","smtp-id":"<qNwBLgPQQjW6DJvKQwSAbw@ismtpd0178p1mdw1.sendgrid.net>","timestamp":1619651146},|{"email":"invalid@gmail.com","event":"bounce","ip":"167.89.101.76","reason":"552 5.2.2 The email account that you tried to reach is over quota and inactive. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm c17si1130468pgv.34 - gsmtp","sg_event_id":"Ym91bmNlLTAtMTk5NDIxMTItcU53QkxnUFFRalc2REp2S1F3U0Fidy0w","sg_message_id":"qNwBLgPQQjW6DJvKQwSAbw.filterdrecv-canary-547b64655b-cw6zx-1-6089EA4A-56.0","smtp-id":"<qNwBLgPQQjW6DJvKQwSAbw@ismtpd0178p1mdw1.sendgrid.net>","status":"5.2.2","timestamp":1619651147,"tls":1,"type":"blocked"}]""",
        "MEYCIQC/I4o6vCgqRYrTljjoVWB/GRWNtxeePlLMHr3x9ETeRQIhAIpV+03nREPTTHWSW0wIOA0EoMPdcNgXa70yCaqDJlu5")]
    public void A_published_batch_is_valid_with_its_line_ends_and_not_without(string key, string timestamp, string lines, string signature)
    {
        var body = lines.Replace("|", "\r\n", StringComparison.Ordinal);

        Assert.True(IsValid(key, timestamp, body + "\r\n", signature));
        Assert.False(IsValid(key, timestamp, body, signature));
        Assert.False(IsValid(PublicKey, timestamp, body + "\r\n", signature));
    }

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
