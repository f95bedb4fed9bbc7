using Curbside.Consults;
using Curbside.Links;
using Curbside.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Curbside.Web;

/// <summary>Where the pages are.</summary>
public static class Routes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The pages over <see cref="ServiceRegistration.AddCurbside"/>.</summary>
    public static IServiceCollection AddCurbsidePages(this IServiceCollection services, PageOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<HeldLimit>()
            .AddSingleton<KnownBrowsers>()
            .AddSingleton<PracticePages>()
            .AddSingleton(found => new RequestPages(
                found.GetRequiredService<PolicyBook>(),
                found.GetRequiredService<PeopleBook>(),
                found.GetRequiredService<LinkBook>(),
                found.GetRequiredService<Requests>(),
                found.GetRequiredService<KnownBrowsers>(),
                found.GetRequiredService<HeldLimit>(),
                options ?? new PageOptions(),
                found.GetRequiredService<TimeProvider>(),
                found.GetRequiredService<IClock>()))
            .AddSingleton(found => new ConsultPages(
                found.GetRequiredService<ConsultAccess>(),
                found.GetRequiredService<PolicyBook>(),
                found.GetRequiredService<LinkBook>(),
                found.GetRequiredService<KnownBrowsers>(),
                found.GetRequiredService<IClock>()));
    }

    public static IEndpointRouteBuilder MapCurbsidePages(this IEndpointRouteBuilder routes)
    {
        var requests = routes.ServiceProvider.GetRequiredService<RequestPages>();
        routes.MapMethods("/", Reading, requests.FormAsync);
        routes.MapPost("/requests", requests.SubmitAsync);

        var consults = routes.ServiceProvider.GetRequiredService<ConsultPages>();
        routes.MapMethods("/c/{token}", Reading, consults.ShowAsync);
        routes.MapMethods("/c/{token}/invite.ics", Reading, consults.InviteAsync);
        routes.MapPost("/c/{token}/note", consults.NoteAsync);
        routes.MapPost("/c/{token}/withdraw", consults.WithdrawAsync);
        routes.MapPost("/c/{token}/other-time", consults.OtherTimeAsync);
        routes.MapPost("/c/{token}/step-out", consults.StepOutAsync);
        routes.MapPost("/c/{token}/answer", consults.AnswerAsync);
        routes.MapPost("/c/{token}/remember", consults.RememberAsync);
        routes.MapPost("/c/{token}/exclude", consults.ExcludeAsync);

        var practice = routes.ServiceProvider.GetRequiredService<PracticePages>();
        routes.MapMethods("/join", Reading, practice.JoinAsync);
        routes.MapMethods("/privacy", Reading, practice.PrivacyAsync);
        routes.MapMethods("/terms", Reading, practice.TermsAsync);
        routes.MapMethods(PageFrame.StylesheetPath, Reading, PracticePages.StylesheetAsync);
        return routes;
    }
}
