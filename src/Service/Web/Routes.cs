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
        options ??= new PageOptions();
        return services
            .AddSingleton(_ => new SenderLimits(options))
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
                found.GetRequiredService<SenderLimits>(),
                options,
                found.GetRequiredService<TimeProvider>(),
                found.GetRequiredService<IClock>()))
            .AddSingleton(found => new ConsultPages(
                found.GetRequiredService<ConsultAccess>(),
                found.GetRequiredService<PolicyBook>(),
                found.GetRequiredService<LinkBook>(),
                found.GetRequiredService<KnownBrowsers>(),
                found.GetRequiredService<SenderLimits>(),
                found.GetRequiredService<IClock>()));
    }

    public static IEndpointRouteBuilder MapCurbsidePages(this IEndpointRouteBuilder routes)
    {
        var requests = routes.ServiceProvider.GetRequiredService<RequestPages>();
        Shows("/", requests.FormAsync);
        Takes("/requests", requests.SubmitAsync);
        Takes("/screen", requests.ScreenAsync);

        var consults = routes.ServiceProvider.GetRequiredService<ConsultPages>();
        Shows("/c/{token}", consults.ShowAsync);
        Shows("/c/{token}/now", consults.NowAsync);
        Shows("/c/{token}/invite.ics", consults.InviteAsync);
        Takes("/c/{token}/note", consults.NoteAsync);
        Takes("/c/{token}/withdraw", consults.WithdrawAsync);
        Takes("/c/{token}/other-time", consults.OtherTimeAsync);
        Takes("/c/{token}/step-out", consults.StepOutAsync);
        Takes("/c/{token}/answer", consults.AnswerAsync);
        Takes("/c/{token}/remember", consults.RememberAsync);
        Takes("/c/{token}/exclude", consults.ExcludeAsync);

        var practice = routes.ServiceProvider.GetRequiredService<PracticePages>();
        Shows("/join", practice.JoinAsync);
        Shows("/privacy", practice.PrivacyAsync);
        Shows("/terms", practice.TermsAsync);
        Shows(Assets.IconPath, practice.IconAsync);
        Shows(Assets.ScriptPath, Assets.ScriptAsync);
        return routes;

        void Shows(string path, RequestDelegate page) => routes.MapMethods(path, Reading, page);
        void Takes(string path, RequestDelegate form) => routes.MapPost(path, form);
    }
}
