using Curbside.Functions.Orchestrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Http;

/// <summary>Hands a request over to the page or webhook that answers it on every host.</summary>
internal static class HandOver
{
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
}
