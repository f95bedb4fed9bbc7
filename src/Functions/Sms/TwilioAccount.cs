using Twilio.Clients;
using Twilio.Http;

namespace Curbside.Functions.Sms;

/// <summary>Opens the Twilio account.</summary>
internal static class TwilioAccount
{
    /// <summary>
    /// Well within the minute for which a text is claimed by whoever sends it (so that nobody else sends it meanwhile), together with the wait of
    /// <see cref="SendingPace"/>.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static ITwilioRestClient Open(TwilioOptions options, System.Net.Http.HttpClient http)
    {
        http.Timeout = Patience;
        return new TwilioRestClient(options.AccountSid, options.AuthToken, httpClient: new SystemNetHttpClient(http));
    }
}
