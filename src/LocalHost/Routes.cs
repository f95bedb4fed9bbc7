using Curbside.LocalHost.Pages;
using Curbside.Web;

namespace Curbside.LocalHost;

/// <summary>Every address that this host answers.</summary>
internal static class Routes
{
    private const string Health = "/healthz";

    public static void Map(WebApplication app)
    {
        app.Use(LoopbackGuard.InvokeAsync);
        app.Use(WaitUntilOpenAsync);

        app.MapGet(Health, To<Health>(health => health.GetAsync));
        app.MapPost("/sms/inbound", To<TwilioWebhooks>(webhooks => webhooks.InboundAsync));
        app.MapPost("/sms/status", To<TwilioWebhooks>(webhooks => webhooks.StatusAsync));
        app.MapPost("/email/events", To<EmailEvents>(events => events.ReceiveAsync));
        app.MapPut("/manage/roster", To<Management>(management => management.PutRosterAsync));
        app.MapPut("/manage/policy", To<Management>(management => management.PutPolicyAsync));
        app.MapCurbsidePages();

        app.MapGet("/local", To<LocalPages>(pages => pages.OverviewAsync));
        app.MapGet("/local/phones/{phone}", To<LocalPages>(pages => pages.PhoneAsync));
        app.MapPost("/local/phones/{phone}/texts", To<LocalPages>(pages => pages.WriteAsync));
        app.MapGet("/local/mailboxes/{address}", To<LocalPages>(pages => pages.MailboxAsync));

        app.MapGet("/local/phones/{phone}/messages", To<LocalApi>(api => api.ThreadAsync));
        app.MapPost("/local/phones/{phone}", To<LocalApi>(api => api.SetPhoneAsync));
        app.MapGet("/local/mailboxes/{address}/messages", To<LocalApi>(api => api.MailboxAsync));
        app.MapGet("/local/consults", To<LocalApi>(api => api.ConsultsAsync));
        app.MapGet("/local/clock", To<LocalApi>(api => api.ClockAsync));
        app.MapPost("/local/clock/advance", To<LocalApi>(api => api.AdvanceAsync));
    }

    /// <summary>Made when it is first asked for, so that none of it holds up the start.</summary>
    private static RequestDelegate To<T>(Func<T, RequestDelegate> handler)
        where T : notnull => context => handler(context.RequestServices.GetRequiredService<T>())(context);

    /// <summary>That the program lives can be told at once; everything else waits until the data is open.</summary>
    private static async Task WaitUntilOpenAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != Health)
        {
            await context.RequestServices.GetRequiredService<Opening>().Opened;
        }

        await next(context);
    }
}
