using Curbside.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Curbside.Functions.Http;

/// <summary>What carriers and clients may read about the practice, and what every page loads.</summary>
public sealed class PracticeFunctions(PracticePages pages)
{
    [Function("join")]
    public Task<IActionResult> Join([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "join")] HttpRequest request) =>
        HandOver.To(pages.JoinAsync, request);

    [Function("privacy")]
    public Task<IActionResult> Privacy([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request) =>
        HandOver.To(pages.PrivacyAsync, request);

    [Function("terms")]
    public Task<IActionResult> Terms([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "terms")] HttpRequest request) =>
        HandOver.To(pages.TermsAsync, request);

    [Function("icon")]
    public Task<IActionResult> Icon([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "icon.svg")] HttpRequest request) =>
        HandOver.To(pages.IconAsync, request);

    [Function("script")]
    public static Task<IActionResult> Script([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "curbside.js")] HttpRequest request) =>
        HandOver.To(Assets.ScriptAsync, request);
}
