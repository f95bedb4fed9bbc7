using System.Text.Json.Nodes;

namespace Curbside.Connect.Twilio;

/// <summary>Makes the messaging service call the line for each text, and sees whether the carriers know the sender.</summary>
/// <remarks>
/// https://www.twilio.com/docs/messaging/api/service-resource. Twilio has no API for the texts that it answers STOP and HELP with; they are set in its console.
/// </remarks>
internal sealed class MessagingService(TwilioApi twilio, Values values, Report report)
{
    /// <summary>
    /// Twilio tries again twice when the line does not answer in time, cannot be reached or fails; the app knows a text that comes twice.
    /// https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
    /// </summary>
    private const string Retries = "#rc=2&rp=5xx,ct,rt";

    private readonly string _service = $"v1/Services/{values["TWILIO_MESSAGING_SERVICE_SID"]}";

    public async Task ConnectAsync()
    {
        (string Field, string Property, string Value, string What)[] wanted =
        [
            ("InboundRequestUrl", "inbound_request_url", $"{values.Url}/sms/inbound{Retries}", $"Twilio brings each text to {values.Url}"),
            ("InboundMethod", "inbound_method", "POST", "Twilio brings texts with POST"),
            ("FallbackUrl", "fallback_url", $"{values.FallbackUrl}/sms/inbound{Retries}", $"Twilio brings it to {values.FallbackUrl} where that does not answer"),
            ("FallbackMethod", "fallback_method", "POST", "Twilio brings it there with POST"),
            ("UseInboundWebhookOnNumber", "use_inbound_webhook_on_number", "false", "Twilio heeds the service, whatever is set on its number"),
            ("StickySender", "sticky_sender", "true", "a colleague always sees the same number"),
            ("SmartEncoding", "smart_encoding", "true", "a curly quote costs no second segment"),
        ];

        var current = await twilio.GetAsync(_service);
        foreach (var (field, property, value, what) in wanted)
        {
            if (current[property]?.ToString() == value)
            {
                report.Well(what);
            }
            else
            {
                await report.ChangeAsync(what, () => twilio.PostAsync(_service, [new(field, value)]));
            }
        }

        await CheckSenderAsync();
    }

    private async Task CheckSenderAsync()
    {
        var numbers = (await twilio.GetAsync($"{_service}/PhoneNumbers"))["phone_numbers"]!.AsArray();
        if (numbers.Count == 0)
        {
            report.ToDo("The messaging service has no number: Twilio console, Messaging, Services, Sender Pool, Add Senders.");
        }

        foreach (var number in numbers)
        {
            var text = number!["phone_number"]!.GetValue<string>();
            if (IsTollFree(text))
            {
                await CheckTollFreeAsync(number["sid"]!.GetValue<string>(), text);
            }
            else
            {
                await CheckCampaignAsync(text);
            }
        }
    }

    private async Task CheckTollFreeAsync(string sid, string number)
    {
        var verifications = (await twilio.GetAsync($"v1/Tollfree/Verifications?TollfreePhoneNumberSid={sid}"))["verifications"]!.AsArray();
        Tell(verifications.Select(found => found!["status"]!.GetValue<string>()), "TWILIO_APPROVED", $"the toll-free number {number} is verified", "toll-free verification");
    }

    private async Task CheckCampaignAsync(string number)
    {
        var campaigns = (await twilio.GetAsync($"{_service}/Compliance/Usa2p"))["compliance"]!.AsArray();
        Tell(campaigns.Select(found => found!["campaign_status"]!.GetValue<string>()), "VERIFIED", $"the campaign of {number} is registered", "A2P 10DLC campaign");
    }

    private void Tell(IEnumerable<string> statuses, string good, string what, string registration)
    {
        var found = statuses.ToList();
        if (found.Contains(good))
        {
            report.Well(what);
        }
        else
        {
            var state = found.Count == 0 ? "not begun" : string.Join(", ", found).ToLowerInvariant().Replace('_', ' ');
            report.ToDo($"The {registration} is {state}. Until it is done carriers drop the line's texts: docs/deploy.md, \"Register the number\".");
        }
    }

    private static bool IsTollFree(string number) =>
        number is ['+', '1', '8', ..] && number.Substring(2, 3) is "800" or "833" or "844" or "855" or "866" or "877" or "888";
}
