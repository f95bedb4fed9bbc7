using System.Net;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Sending;
using Curbside.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;
using Twilio.Clients;

namespace Curbside.Functions.Sms;

public sealed class TwilioTextsTests
{
    private const string Noor = "+14155550102";

    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 21, 0, 0);
    private static readonly TextToSend Text = new("m-1", Noor, "Bay Curbside A: booked.", Now);

    private readonly StoppedClock _clock = new(Now);
    private readonly FakeTwilio _twilio;
    private readonly KeptLog<TwilioTexts> _log = new();

    public TwilioTextsTests() => _twilio = new FakeTwilio(_clock);

    [Fact]
    public async Task A_text_goes_with_its_words_and_the_address_that_brings_back_its_key()
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await Texts().SendAsync(Text, default));

        Assert.Equal(Assert.Single(_twilio.Texts).Sid, sent.ProviderId);
        var request = Assert.Single(_twilio.Requests);
        Assert.Equal(
            [("To", Noor), ("StatusCallback", "https://curbside.example.org/sms/status?m=m-1"), ("MessagingServiceSid", "MG1"), ("Body", Text.Body)],
            request.PostParams.Select(field => (field.Key, field.Value)));
    }

    [Fact]
    public async Task Without_a_messaging_service_it_goes_from_the_number()
    {
        await Texts(FakeTwilio.Options with { MessagingServiceSid = null, From = "+14155550100" }).SendAsync(Text, default);

        Assert.Contains(new KeyValuePair<string, string>("From", "+14155550100"), Assert.Single(_twilio.Requests).PostParams);
    }

    [Theory]
    [InlineData(400, 21211, "Unreachable { Reason = 21211 not a phone number }")]
    [InlineData(400, 21614, "Unreachable { Reason = 21614 not a mobile number }")]
    [InlineData(400, 21610, "OptedOut { }")]
    [InlineData(429, 20429, "TryLater { After = 0:00:00:30, Reason = 20429 too many requests, Trouble =  }")]
    [InlineData(429, 14107, "TryLater { After = 0:00:00:30, Reason = 14107 too many texts between two numbers, Trouble =  }")]
    [InlineData(400, 21611, "TryLater { After = 0:00:00:30, Reason = 21611 the sender's queue is full, Trouble =  }")]
    [InlineData(400, 99999, "Unreachable { Reason = 99999 refused }")]
    public async Task A_refusal_has_its_meaning(int status, int code, string outcome)
    {
        _twilio.Refuses = FakeTwilio.Refusal(status, code);

        Assert.Equal(outcome, $"{await Texts().SendAsync(Text, default)}");
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData(401, 20003)]
    [InlineData(400, 21606)]
    [InlineData(403, 99999)]
    public async Task What_somebody_has_to_see_to_is_tried_again_and_logged_without_the_number(int status, int code)
    {
        _twilio.Refuses = FakeTwilio.Refusal(status, code);

        Assert.IsType<SendOutcome.TryLater>(await Texts().SendAsync(Text, default));
        var (level, line) = Assert.Single(_log.Lines);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains($"{code}", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Noor, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_it_was_taken_is_unknown_when_twilio_is_away_or_does_not_answer_in_its_own_words()
    {
        _twilio.IsDown = true;
        var away = await Assert.ThrowsAsync<IOException>(() => Texts().SendAsync(Text, default));
        var notAsked = await Assert.ThrowsAsync<IOException>(() => Texts().FindAsync(Text, default));

        (_twilio.IsDown, _twilio.Refuses) = (false, (HttpStatusCode.BadGateway, "<html>Bad gateway</html>"));
        await Assert.ThrowsAsync<IOException>(() => Texts().SendAsync(Text, default));

        _twilio.Refuses = FakeTwilio.Refusal(500, 20500);
        await Assert.ThrowsAsync<IOException>(() => Texts().SendAsync(Text, default));
        Assert.All([away, notAsked], trouble => Assert.DoesNotContain("4155550102", $"{trouble}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("outbound-api", "queued", true)]
    [InlineData("outbound-api", "delivered", true)]
    [InlineData("outbound-reply", "sent", true)]
    [InlineData("inbound", "received", false)]
    [InlineData("outbound-api", "failed", false)]
    [InlineData("outbound-api", "undelivered", false)]
    public async Task A_text_that_was_taken_is_found_by_its_words(string direction, string status, bool isIt)
    {
        var kept = _twilio.Keep("+14155550100", Noor, $"{Text.Body} ", direction, status, Now + Duration.FromSeconds(1));

        Assert.Equal(isIt ? kept.Sid : null, await Texts().FindAsync(Text, default));
    }

    [Fact]
    public async Task What_was_taken_before_has_other_words_or_went_to_another_is_another_text()
    {
        _twilio.Keep("+14155550100", Noor, Text.Body, "outbound-api", at: Now - Duration.FromMinutes(1));
        _twilio.Keep("+14155550100", Noor, $"{Text.Body} Thank you.", "outbound-api");
        _twilio.Keep("+14155550100", "+14155550103", Text.Body, "outbound-api");

        Assert.Null(await Texts().FindAsync(Text, default));
    }

    [Fact]
    public async Task What_would_wait_too_long_for_its_turn_comes_back_later()
    {
        var texts = Texts(FakeTwilio.Options with { TextsPerSecond = 0.01 });
        await texts.SendAsync(Text, default);

        Assert.IsType<SendOutcome.TryLater>(await texts.SendAsync(Text, default));
        Assert.Single(_twilio.Texts);
    }

    private TwilioTexts Texts(TwilioOptions? options = null)
    {
        options ??= FakeTwilio.Options;
        var policy = PolicyFile.Default with { Practice = PolicyFile.Default.Practice with { PublicUrl = "https://curbside.example.org" } };
        return new TwilioTexts(
            new TwilioRestClient(options.AccountSid, options.AuthToken, httpClient: _twilio),
            options,
            new PolicyBook(new MemoryStore(), _clock, Duration.FromHours(1), policy),
            new SendingPace(options.TextsPerSecond, new SteppedTime()),
            _log);
    }
}
