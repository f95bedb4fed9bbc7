using System.Collections.Concurrent;
using Curbside.People;
using Curbside.Phones;
using Microsoft.Extensions.Logging;
using NodaTime;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Curbside.Functions.Sms;

/// <summary>
/// Texts that came in at Twilio and never here: Twilio calls a webhook once, and what it cannot deliver it keeps to itself.
/// </summary>
/// <remarks>
/// Those of the last day are handed over under their MessageSid, as the webhook does; one that did arrive changes nothing. Each is handed over once by
/// an instance, so that a look costs one request to Twilio and nothing more as a rule. The answer to a missed text is sent by the sweep, once it is
/// found that no webhook has given it back.
/// </remarks>
public sealed partial class MissedTexts(ITwilioRestClient twilio, Inbox inbox, IClock clock, ILogger<MissedTexts> log)
{
    private static readonly Duration LookBack = Duration.FromDays(1);

    /// <summary>Younger ones may be with the webhook right now.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(2);

    private static readonly Dictionary<string, string> CarrierWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["STOP"] = "STOP", ["STOPALL"] = "STOP", ["UNSUBSCRIBE"] = "STOP", ["CANCEL"] = "STOP", ["END"] = "STOP", ["QUIT"] = "STOP",
        ["REVOKE"] = "STOP", ["OPTOUT"] = "STOP", ["START"] = "START", ["UNSTOP"] = "START", ["HELP"] = "HELP", ["INFO"] = "HELP",
    };

    private readonly ConcurrentDictionary<string, Instant> _known = new(StringComparer.Ordinal);

    /// <returns>How many were handed over.</returns>
    /// <exception cref="IOException">Twilio does not answer; the next look finds them.</exception>
    public async Task<int> CollectAsync(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        foreach (var old in _known.Where(known => known.Value < now - LookBack - Grace).Select(known => known.Key))
        {
            _known.TryRemove(old, out _);
        }

        var handedOver = 0;
        foreach (var text in (await ListAsync(now - LookBack)).Where(text => text.At <= now - Grace && !_known.ContainsKey(text.Sid)).OrderBy(text => text.At))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                await inbox.TextReceivedAsync(text.From, text.Sid, text.Body, CarrierAnswered(text.Body), hasMedia: text.HasMedia, stop: stop);
                _known[text.Sid] = text.At;
                handedOver++;
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // One that cannot be handled must not hold up the others.
                LogTrouble(trouble);
            }
        }

        return handedOver;
    }

    private async Task<List<MissedText>> ListAsync(Instant since)
    {
        try
        {
            var received = await MessageResource.ReadAsync(new ReadMessageOptions { DateSentAfter = since.ToDateTimeUtc(), PageSize = 1000 }, twilio);
            return
            [
                .. from message in received
                   where message.Direction == MessageResource.DirectionEnum.Inbound && message.DateCreated is not null
                   let at = Instant.FromDateTimeUtc(message.DateCreated!.Value.ToUniversalTime())
                   where at >= since && message.From is not null && PhoneNumber.TryParse(message.From.ToString(), out _)
                   select new MissedText(PhoneNumber.Parse(message.From.ToString()), message.Sid, message.Body ?? "", message.NumMedia is not (null or "" or "0"), at),
            ];
        }
        catch (TwilioException trouble)
        {
            // Without Twilio's own words: they can hold numbers.
            throw new IOException($"Twilio did not list the texts that came in ({trouble.GetType().Name}).");
        }
    }

    /// <summary>
    /// The list does not say what Twilio answered by itself; by its defaults, these single words. YES is left to the grammar: it opts in only who is
    /// opted out.
    /// </summary>
    private static string? CarrierAnswered(string body) => CarrierWords.GetValueOrDefault(body.Trim());

    private sealed record MissedText(PhoneNumber From, string Sid, string Body, bool HasMedia, Instant At);

    [LoggerMessage(EventId = 301, Level = LogLevel.Error, Message = "A text that came in could not be handled; it is tried again.")]
    private partial void LogTrouble(Exception trouble);
}
