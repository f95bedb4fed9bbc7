using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Curbside.Functions.Support;

/// <summary>The functions of the host as its attributes declare them, called as the worker calls them.</summary>
internal static class FunctionMap
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. from type in typeof(HostServices).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where NameOf(method) is not null
           orderby NameOf(method)
           select method,
    ];

    public static string? NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()?.Name;

    public static IReadOnlyList<(MethodInfo Method, HttpTriggerAttribute Trigger)> Http { get; } =
    [
        .. from method in All
           let trigger = Trigger<HttpTriggerAttribute>(method)
           where trigger is not null
           select (method, trigger),
    ];

    public static T? Trigger<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().Select(parameter => parameter.GetCustomAttribute<T>()).FirstOrDefault(found => found is not null);

    /// <summary>Every HTTP function at its address.</summary>
    public static void MapFunctions(this IEndpointRouteBuilder routes, DurableTaskClient durable)
    {
        foreach (var (method, trigger) in Http)
        {
            routes.MapMethods($"/{trigger.Route}", trigger.Methods!.Select(name => name.ToUpperInvariant()), (RequestDelegate)(async context =>
            {
                var result = await (Task<IActionResult>)Call(context.RequestServices, method, durable, context.Request, context.RequestAborted)!;
                await result.ExecuteResultAsync(new ActionContext { HttpContext = context });
            }));
        }
    }

    public static IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task>> Orchestrators { get; } = All
        .Where(method => Trigger<OrchestrationTriggerAttribute>(method) is not null)
        .ToDictionary(method => NameOf(method)!, method => method.CreateDelegate<Func<TaskOrchestrationContext, Task>>());

    /// <summary>An activity or a timer function.</summary>
    public static async Task<object?> RunAsync(IServiceProvider services, string name, DurableTaskClient durable, object input)
    {
        var method = All.Single(method => NameOf(method) == name);
        var run = (Task)Call(services, method, durable, input, CancellationToken.None)!;
        await run;
        return method.ReturnType.IsGenericType ? ((dynamic)run).Result : null;
    }

    private static object? Call(IServiceProvider services, MethodInfo method, DurableTaskClient durable, object trigger, CancellationToken stop)
    {
        var arguments = method.GetParameters().Select((parameter, order) =>
            order == 0 ? trigger
            : parameter.ParameterType == typeof(DurableTaskClient) ? durable
            : parameter.ParameterType == typeof(CancellationToken) ? (object)stop
            : throw new NotSupportedException($"Nothing is bound to {parameter.Name} of {method.Name}."));
        var function = method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        return method.Invoke(function, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
    }
}
