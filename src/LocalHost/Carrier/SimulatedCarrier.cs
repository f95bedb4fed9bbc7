using Curbside.Sending;
using NodaTime;

namespace Curbside.LocalHost.Carrier;

/// <summary>
/// A carrier with simulated phones. It takes every text that it is given, as often as it is given, and owes a report of each. What goes to those who
/// opted out it refuses.
/// </summary>
internal sealed class SimulatedCarrier(TextTable texts, PhoneTable phones, ReportSignal owed, IClock clock) : ITextSender
{
    /// <summary>Twilio's code for an unreachable handset (https://www.twilio.com/docs/api/errors/30003).</summary>
    private const string UnreachableCode = "30003";

    public Task<SendOutcome> SendAsync(TextToSend text, CancellationToken stop)
    {
        if (phones.IsOptedOut(text.To))
        {
            return Task.FromResult<SendOutcome>(new SendOutcome.OptedOut());
        }

        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(Take(text.To, text.Key, text.Body)));
    }

    public Task<string?> FindAsync(TextToSend text, CancellationToken stop) => Task.FromResult(texts.Find(text.To, text.Key));

    /// <summary>Takes a text out of the answer to a webhook. A webhook may be answered again, but its texts are not sent again.</summary>
    public void TakeReply(string to, string key, string body)
    {
        if (texts.Find(to, key) is null)
        {
            Take(to, key, body);
        }
    }

    private string Take(string to, string key, string body)
    {
        var reachable = !phones.IsUnreachable(to);
        var optedOut = phones.IsOptedOut(to);
        var report = optedOut ? $"failed {Web.TwilioStatus.OptedOutCode}" : reachable ? "delivered" : $"undelivered {UnreachableCode}";
        var id = texts.AddOutgoing(to, key, body, reachable && !optedOut, report, clock.GetCurrentInstant());
        owed.Raise();
        return id;
    }
}
