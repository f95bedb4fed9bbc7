using Curbside.Web;

namespace Curbside.LocalHost.Pages;

/// <summary>Keeps the simulated phones and the management to this machine, and to its own pages.</summary>
internal static class LoopbackGuard
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        return (path.StartsWithSegments("/local") || path.StartsWithSegments("/manage")) && !IsAllowed(context)
            ? Answer.SentenceAsync(context, StatusCodes.Status403Forbidden, "This is for this machine only.")
            : next(context);
    }

    private static bool IsAllowed(HttpContext context) => Loopback.IsOrigin(context) && IsOwnPage(context.Request);

    /// <summary>A page of someone else's, open in a browser on this machine, must not reach in; a program names no origin.</summary>
    private static bool IsOwnPage(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
