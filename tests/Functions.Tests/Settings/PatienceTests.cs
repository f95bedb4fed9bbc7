using Curbside.Functions.Email;
using Curbside.Functions.Sms;

namespace Curbside.Functions.Settings;

/// <summary>Whoever sends something has it to themselves for a minute; a call that took longer could be made a second time by another meanwhile.</summary>
public sealed class PatienceTests
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    [Fact]
    public void Twilio_is_given_up_on_while_the_text_is_still_claimed()
    {
        using var http = new HttpClient();
        TwilioAccount.Open(FakeTwilio.Options, http);

        Assert.Equal(TwilioAccount.Patience, http.Timeout);
        Assert.True(http.Timeout + SendingPace.MostWait < Claim);
    }

    [Fact]
    public void SendGrid_is_given_up_on_while_the_mail_is_still_claimed()
    {
        using var http = new HttpClient();
        SendGridMail.Open(FakeSendGrid.Options, http);

        Assert.Equal(SendGridMail.Patience, http.Timeout);
        Assert.True(http.Timeout < Claim);
    }
}
