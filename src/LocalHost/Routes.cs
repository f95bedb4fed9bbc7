using Curbside.LocalHost.Pages;
using Curbside.Web;
using static Curbside.Web.ProgramRoutes;

namespace Curbside.LocalHost;

/// <summary>Every address that this host answers.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        app.Use(LoopbackGuard.InvokeAsync);
        app.Use(WaitUntilOpenAsync);

        app.MapCurbsidePrograms();
        app.MapCurbsidePages();

        app.MapGet("/local", To<LocalPages>(pages => pages.OverviewAsync));
        app.MapGet("/local/now", To<LocalPages>(pages => pages.NowAsync));
        app.MapGet("/local/phones/{phone}", To<LocalPages>(pages => pages.PhoneAsync));
        app.MapPost("/local/phones/{phone}/texts", To<LocalPages>(pages => pages.WriteAsync));
        app.MapGet("/local/consults/{id}", To<LocalPages>(pages => pages.ChoicesAsync));
        app.MapGet("/local/mailboxes/{address}", To<LocalPages>(pages => pages.MailboxAsync));

        app.MapGet("/local/phones/{phone}/messages", To<LocalApi>(api => api.ThreadAsync));
        app.MapPost("/local/phones/{phone}", To<LocalApi>(api => api.SetPhoneAsync));
        app.MapGet("/local/mailboxes/{address}/messages", To<LocalApi>(api => api.MailboxAsync));
        app.MapGet("/local/consults", To<LocalApi>(api => api.ConsultsAsync));
        app.MapGet("/local/clock", To<LocalApi>(api => api.ClockAsync));
        app.MapPost("/local/clock/advance", To<LocalApi>(api => api.AdvanceAsync));
    }

    /// <summary>That the program lives can be told at once; everything else waits until the data is open.</summary>
    private static async Task WaitUntilOpenAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != ProgramRoutes.HealthPath)
        {
            await context.RequestServices.GetRequiredService<Opening>().Opened;
        }

        await next(context);
    }
}
