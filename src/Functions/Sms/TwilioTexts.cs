using Curbside.Consults;
using Curbside.Messages;
using Curbside.Sending;
using Microsoft.Extensions.Logging;
using NodaTime;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Curbside.Functions.Sms;

/// <summary>Sends texts through Twilio.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/api/message-resource</remarks>
internal sealed partial class TwilioTexts(
    ITwilioRestClient twilio, TwilioOptions options, PolicyBook policies, SendingPace pace, ILogger<TwilioTexts> log) : ITextSender
{
    /// <summary>A phone gets a few dozen texts a day, and what is in doubt is minutes or hours old.</summary>
    private const int MostLookedAt = 200;

    /// <summary>Twilio tells whole seconds, by its own clock.</summary>
    private static readonly Duration ClocksDiffer = Duration.FromSeconds(5);

    private static readonly Duration Later = Duration.FromSeconds(30);

    public async Task<SendOutcome> SendAsync(TextToSend text, CancellationToken stop)
    {
        var publicUrl = (await policies.CurrentAsync(stop)).Practice.PublicUrl.TrimEnd('/');
        if (!await pace.TurnAsync(text.Urgent, stop))
        {
            return new SendOutcome.TryLater(Later, "many texts at once");
        }

        var message = new CreateMessageOptions(new Twilio.Types.PhoneNumber(text.To))
        {
            Body = text.Body,
            StatusCallback = new Uri($"{publicUrl}/sms/status?m={Uri.EscapeDataString(text.Key)}"),
        };
        if (options.MessagingServiceSid is { Length: > 0 } service)
        {
            message.MessagingServiceSid = service;
        }
        else
        {
            message.From = new Twilio.Types.PhoneNumber(options.From);
        }

        try
        {
            return new SendOutcome.Sent((await MessageResource.CreateAsync(message, twilio)).Sid);
        }
        catch (ApiException refused) when (refused.Status is >= 400 and < 500)
        {
            return Outcome(refused);
        }
        catch (TwilioException trouble)
        {
            throw NoAnswer(trouble);
        }
    }

    /// <summary>
    /// Twilio keeps no key of ours with a text, so it is known by its words, to this number, since it was decided. Two texts with the same words, both
    /// under way at once, count as one: the person reads them once. A text that failed there counts as never sent. An account that has Twilio redact
    /// the words of messages finds none, and may send one twice after a crash in just that moment. A delivery report settles it too, and sooner: it
    /// brings the key.
    /// </summary>
    public async Task<string?> FindAsync(TextToSend text, CancellationToken stop)
    {
        var sent = new ReadMessageOptions { To = new Twilio.Types.PhoneNumber(text.To), PageSize = MostLookedAt, Limit = MostLookedAt };
        try
        {
            return (await MessageResource.ReadAsync(sent, twilio)).FirstOrDefault(message => Is(message, text))?.Sid;
        }
        catch (TwilioException trouble)
        {
            throw NoAnswer(trouble);
        }
    }

    private static bool Is(MessageResource message, TextToSend text) =>
        message.Direction != MessageResource.DirectionEnum.Inbound
        && message.Status != MessageResource.StatusEnum.Failed
        && message.Status != MessageResource.StatusEnum.Undelivered
        && message.Status != MessageResource.StatusEnum.Canceled
        && message.Body?.Trim() == text.Body.Trim()
        && message.DateCreated is { } at
        && Instant.FromDateTimeUtc(at.ToUniversalTime()) >= text.Since - ClocksDiffer;

    private SendOutcome Outcome(ApiException refused)
    {
        // A code that is not in the table: as a rule the request itself, which would be refused again.
        var meaning = TwilioCodes.Find(refused.Code) ?? refused.Status switch
        {
            429 => TwilioMeaning.Later("too many requests"),
            401 or 403 => TwilioMeaning.ForManager(LineTrouble.TextAccount, "the account is refused"),
            _ => TwilioMeaning.Unreachable("refused"),
        };
        if (meaning.Trouble is not null)
        {
            LogStopped(refused.Code, meaning.What);
        }

        var reason = $"{refused.Code} {meaning.What}";
        return meaning.Refusal switch
        {
            Refusal.OptedOut => new SendOutcome.OptedOut(),
            Refusal.Unreachable => new SendOutcome.Unreachable(reason),
            _ => new SendOutcome.TryLater(Later, reason, meaning.Trouble is { } trouble ? new ServiceTrouble(trouble, TwilioCodes.Service) : null),
        };
    }

    /// <summary>Without Twilio's own words: they can hold the number.</summary>
    private static IOException NoAnswer(TwilioException trouble) => new($"Twilio did not say how it ended ({trouble.GetType().Name}).");

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "Twilio takes no texts until somebody sees to it: {Code}, {What}.")]
    private partial void LogStopped(int code, string what);
}
