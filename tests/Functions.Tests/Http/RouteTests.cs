using Curbside.Functions.Support;
using Curbside.Storage;
using Curbside.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Curbside.Functions.Http;

public sealed class RouteTests
{
    [Fact]
    public void The_functions_answer_at_the_addresses_of_every_host_and_at_no_other()
    {
        var functions =
            from function in FunctionMap.Http
            from method in function.Trigger.Methods!
            select $"{method.ToUpperInvariant()} /{(function.Trigger.Route == RequestFunctions.Root ? "" : function.Trigger.Route)}";

        Assert.Equal(Shared().Order(StringComparer.Ordinal), functions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_what_managers_change_or_read_takes_a_key()
    {
        var keyed = FunctionMap.Http.Where(function => function.Trigger.AuthLevel != AuthorizationLevel.Anonymous);

        Assert.All(keyed, function => Assert.Equal(AuthorizationLevel.Function, function.Trigger.AuthLevel));
        Assert.Equal(["manage/policy", "manage/preflight", "manage/roster"], keyed.Select(function => function.Trigger.Route).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_can_change_a_consult_is_given_a_durable_client()
    {
        // What looks a text over keeps nothing.
        var changing = FunctionMap.Http.Where(function => function.Trigger.Methods!.Contains("post") && function.Trigger.Route != "screen").ToList();

        Assert.NotEmpty(changing);
        Assert.All(changing, function => Assert.Contains(function.Method.GetParameters(), parameter => parameter.ParameterType == typeof(DurableTaskClient)));
    }

    [Fact]
    public void The_worker_and_the_host_read_every_address_alike()
    {
        foreach (var (_, trigger) in FunctionMap.Http)
        {
            // The worker puts a slash before what the attribute says, the host does not; neither takes an empty one.
            Assert.NotEmpty(trigger.Route!);
            Assert.Equal(RoutePatternFactory.Parse(trigger.Route!).PathSegments.Count, RoutePatternFactory.Parse($"/{trigger.Route}").PathSegments.Count);
        }
    }

    private static IEnumerable<string> Shared()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore().AddCurbsideHost(Consults.PolicyFile.Default, new Links.LinkKey(new byte[32]), "token", eventKey: null)
            .AddSingleton<IStore>(new MemoryStore())
            .AddSingleton<Sending.ITextSender>(new Conversations.FakeProviders())
            .AddSingleton<Sending.IMailSender>(new Conversations.FakeProviders());
        using var app = (IDisposable)builder.Build();
        var routes = (IEndpointRouteBuilder)app;
        routes.MapCurbsidePages().MapCurbsidePrograms();
        return
        [
            .. from source in routes.DataSources
               from endpoint in source.Endpoints.OfType<RouteEndpoint>()
               from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
               select $"{method} {endpoint.RoutePattern.RawText}",
        ];
    }
}
