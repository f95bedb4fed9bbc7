using Curbside.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Http;

/// <summary>A consult's page, and what one can do there.</summary>
public sealed class ConsultFunctions(ConsultPages pages)
{
    [Function("consult")]
    public Task<IActionResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "c/{token}")] HttpRequest request) =>
        HandOver.To(pages.ShowAsync, request);

    [Function("consult-now")]
    public Task<IActionResult> Now([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "c/{token}/now")] HttpRequest request) =>
        HandOver.To(pages.NowAsync, request);

    [Function("consult-invite")]
    public Task<IActionResult> Invite([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "c/{token}/invite.ics")] HttpRequest request) =>
        HandOver.To(pages.InviteAsync, request);

    [Function("consult-note")]
    public Task<IActionResult> Note(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "c/{token}/note")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.NoteAsync, request, durable);

    [Function("consult-withdraw")]
    public Task<IActionResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "c/{token}/withdraw")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.WithdrawAsync, request, durable);

    [Function("consult-other-time")]
    public Task<IActionResult> OtherTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "c/{token}/other-time")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.OtherTimeAsync, request, durable);

    [Function("consult-step-out")]
    public Task<IActionResult> StepOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "c/{token}/step-out")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.StepOutAsync, request, durable);

    [Function("consult-answer")]
    public Task<IActionResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "c/{token}/answer")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.AnswerAsync, request, durable);

    [Function("consult-remember")]
    public Task<IActionResult> Remember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "c/{token}/remember")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.RememberAsync, request, durable);

    [Function("consult-exclude")]
    public Task<IActionResult> Exclude(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "c/{token}/exclude")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.ExcludeAsync, request, durable);
}
