using Curbside.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Http;

/// <summary>The request form.</summary>
public sealed class RequestFunctions(RequestPages pages)
{
    /// <summary>
    /// The root of the site. The host takes an empty route for none and the worker cannot read <c>/</c>; a parameter that may be left out and fits no
    /// text means the same to both.
    /// </summary>
    public const string Root = "{nothing:maxlength(0)?}";

    [Function("form")]
    public Task<IActionResult> Form([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        HandOver.To(pages.FormAsync, request);

    [Function("screen")]
    public Task<IActionResult> Screen([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "screen")] HttpRequest request) =>
        HandOver.To(pages.ScreenAsync, request);

    [Function("submit")]
    public Task<IActionResult> Submit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "requests")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        HandOver.To(pages.SubmitAsync, request, durable);
}
