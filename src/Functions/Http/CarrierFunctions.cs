using Curbside.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Http;

/// <summary>What Twilio and SendGrid call. Who may is told by their signatures, so no key is asked for.</summary>
public sealed class CarrierFunctions(TwilioWebhooks webhooks, EmailEvents mails)
{
    [Function("text-inbound")]
    public Task<IActionResult> Inbound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sms/inbound")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(webhooks.InboundAsync, request, durable);

    [Function("text-status")]
    public Task<IActionResult> Status(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sms/status")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(webhooks.StatusAsync, request, durable);

    [Function("mail-events")]
    public Task<IActionResult> MailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "email/events")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(mails.ReceiveAsync, request, durable);
}
