using Curbside.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Curbside.Functions.Http;

/// <summary>What the practice's manager and the platform call. What changes something or names people takes a function key.</summary>
public sealed class ManagementFunctions(Management management, Health health)
{
    [Function("health")]
    public Task<IActionResult> Healthz([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "healthz")] HttpRequest request) =>
        HandOver.To(health.GetAsync, request);

    [Function("manage-roster")]
    public Task<IActionResult> PutRoster([HttpTrigger(AuthorizationLevel.Function, "put", Route = "manage/roster")] HttpRequest request) =>
        HandOver.To(management.PutRosterAsync, request);

    [Function("manage-policy")]
    public Task<IActionResult> PutPolicy([HttpTrigger(AuthorizationLevel.Function, "put", Route = "manage/policy")] HttpRequest request) =>
        HandOver.To(management.PutPolicyAsync, request);

    [Function("manage-preflight")]
    public Task<IActionResult> GetPreflight([HttpTrigger(AuthorizationLevel.Function, "get", Route = "manage/preflight")] HttpRequest request) =>
        HandOver.To(management.GetPreflightAsync, request);
}
