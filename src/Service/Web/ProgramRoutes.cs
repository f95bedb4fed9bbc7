using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Curbside.Web;

/// <summary>Where programs call, and managers' scripts: the same addresses on every host.</summary>
public static class ProgramRoutes
{
    public const string HealthPath = "/healthz";

    public static IEndpointRouteBuilder MapCurbsidePrograms(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(HealthPath, To<Health>(health => health.GetAsync));
        routes.MapPost("/sms/inbound", To<TwilioWebhooks>(webhooks => webhooks.InboundAsync));
        routes.MapPost("/sms/status", To<TwilioWebhooks>(webhooks => webhooks.StatusAsync));
        routes.MapPost("/email/events", To<EmailEvents>(events => events.ReceiveAsync));
        routes.MapPut("/manage/roster", To<Management>(management => management.PutRosterAsync));
        routes.MapPut("/manage/policy", To<Management>(management => management.PutPolicyAsync));
        routes.MapGet("/manage/preflight", To<Management>(management => management.GetPreflightAsync));
        return routes;
    }

    /// <summary>Made when it is first asked for, so that none of it holds up the start.</summary>
    public static RequestDelegate To<T>(Func<T, RequestDelegate> handler)
        where T : notnull => context => handler(context.RequestServices.GetRequiredService<T>())(context);
}
