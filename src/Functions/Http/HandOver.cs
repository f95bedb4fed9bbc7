using Curbside.Functions.Orchestrations;
using Curbside.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Http;

/// <summary>Hands a request over to the page or webhook that answers it on every host.</summary>
/// <param name="services">Those of the app, for the rate limits of pages.</param>
public sealed class HandOver(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> _limited = new(() => Limited(services));

    /// <summary>A page that is read.</summary>
    public Task<IActionResult> Shows(RequestDelegate page, HttpRequest request) => LimitedTo(SenderLimits.Reading, page, request, null);

    /// <summary>A form that is sent.</summary>
    public Task<IActionResult> Takes(RequestDelegate form, HttpRequest request, DurableTaskClient? durable = null) =>
        LimitedTo(SenderLimits.Sending, form, request, durable);

    /// <summary>A call of a program whose signature or key says who it is.</summary>
    /// <param name="durable">What the host bound to the function, for the consults that it wakes; a function that changes none has none.</param>
    public static async Task<IActionResult> To(RequestDelegate handler, HttpRequest request, DurableTaskClient? durable = null)
    {
        using (DurableInvocation.Begin(durable))
        {
            await handler(request.HttpContext);
        }

        // The answer is written; without a result the worker would complain that there is none.
        return new EmptyResult();
    }

    private Task<IActionResult> LimitedTo(string limit, RequestDelegate handler, HttpRequest request, DurableTaskClient? durable)
    {
        request.HttpContext.SetEndpoint(new Endpoint(handler, new EndpointMetadataCollection(new EnableRateLimitingAttribute(limit)), null));
        return To(_limited.Value, request, durable);
    }

    /// <summary>The worker leaves no place for middleware before its own, so the limits stand before each page.</summary>
    private static RequestDelegate Limited(IServiceProvider services)
    {
        var pages = new ApplicationBuilder(services);
        pages.UseRateLimiter();
        pages.Run(context => context.GetEndpoint()!.RequestDelegate!(context));
        return pages.Build();
    }
}
