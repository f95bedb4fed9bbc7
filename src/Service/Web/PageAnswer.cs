using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>Gives answers the headers that every page has.</summary>
internal static class PageAnswer
{
    /// <summary>A year, as browsers' lists of such sites ask for.</summary>
    private const string OnlyByTls = "max-age=31536000";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Task PageAsync(this HttpContext context, Page page, int status = StatusCodes.Status200OK, string cache = "no-store") =>
        context.TextAsync(page.Html.ToString(), "text/html; charset=utf-8", status, cache: cache, style: page.Style);

    /// <summary>Parts of a page, for its own script.</summary>
    public static Task PartsAsync(this HttpContext context, Html parts) => context.TextAsync(parts.ToString(), "text/html; charset=utf-8");

    /// <summary>A page without a token in its address: fetched again each time, but a browser that goes back may put what was typed into it again.</summary>
    public const string AskedAgain = "private, no-cache";

    public static Task JsonAsync<T>(this HttpContext context, T value, int status) =>
        context.TextAsync(JsonSerializer.Serialize(value, Json), "application/json; charset=utf-8", status);

    /// <summary>A refusal as a program reads it (RFC 9457).</summary>
    public static Task ProblemAsync(this HttpContext context, int status, string title, string detail, object? errors = null) =>
        context.TextAsync(
            JsonSerializer.Serialize(new { title, status, detail, errors }, Json), "application/problem+json; charset=utf-8", status);

    /// <summary>To another page, with GET.</summary>
    public static Task SeeOtherAsync(this HttpContext context, string path)
    {
        Prepare(context);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
        return Task.CompletedTask;
    }

    /// <param name="cacheable">
    /// For what has a new address whenever it changes; anything else is kept nowhere, since tokens and typed words are about.
    /// </param>
    public static async Task TextAsync(
        this HttpContext context,
        string text,
        string contentType,
        int status = StatusCodes.Status200OK,
        bool cacheable = false,
        string cache = "no-store",
        Stylesheet? style = null)
    {
        Prepare(context, style);
        context.Response.Headers.CacheControl = cacheable ? "public, max-age=31536000, immutable" : cache;
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>Whether a program asks, and not a browser.</summary>
    public static bool WantsJson(this HttpContext context)
    {
        var accept = context.Request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private static void Prepare(HttpContext context, Stylesheet? style = null)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurity.Policy(style);
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Robots-Tag"] = "noindex";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == "https")
        {
            headers.StrictTransportSecurity = OnlyByTls;
        }
    }
}
