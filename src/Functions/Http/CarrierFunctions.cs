using Curbside.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Http;

/// <summary>What Twilio calls. Who may is told by its signature, so no key is asked for.</summary>
public sealed class CarrierFunctions(TwilioWebhooks webhooks)
{
    [Function("text-inbound")]
    public Task<IActionResult> Inbound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sms/inbound")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(webhooks.InboundAsync, request, durable);

    [Function("text-status")]
    public Task<IActionResult> Status(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sms/status")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(webhooks.StatusAsync, request, durable);
}
