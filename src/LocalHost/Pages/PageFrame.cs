using System.Security.Cryptography;
using System.Text;
using Curbside.Consults;
using Curbside.Web;

namespace Curbside.LocalHost.Pages;

/// <summary>What the pages of the simulated phones have around their own: the look of the practice's pages, and a little more. They work without JavaScript.</summary>
internal static class PageFrame
{
    public const string StylesheetPath = "/local.css";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string Style = ReadStyle();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Style)).AsSpan(0, 8));

    /// <param name="main">What <c>main</c> carries besides: where a page that stays current is read anew.</param>
    public static Task WriteAsync(HttpContext context, Practice practice, string title, Html content, Html main = default) =>
        WriteAsync(context, Of(practice, title, content, main));

    /// <summary>A part of a page, for its own script.</summary>
    public static Task WriteAsync(HttpContext context, Html html)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        return Answer.TextAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", html.ToString());
    }

    public static Task StylesheetAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Answer.TextAsync(context, StatusCodes.Status200OK, "text/css; charset=utf-8", Style);
    }

    private static Html Of(Practice practice, string title, Html content, Html main) => Html.Of(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="stylesheet" href="{Assets.StylesheetAddress(practice)}">
        <link rel="stylesheet" href="{StylesheetPath}?v={Version}">
        <link rel="icon" href="{Assets.IconAddress(practice)}" type="image/svg+xml">
        <script src="{Assets.ScriptAddress}" defer></script>
        </head>
        <body class="local">
        <header class="site"><a href="/local">Simulated phones of {practice.Name}</a></header>
        <main{main}>
        {content}
        </main>
        </body>
        </html>

        """);

    private static string ReadStyle()
    {
        using var text = new StreamReader(typeof(PageFrame).Assembly.GetManifestResourceStream("local.css")!);
        return text.ReadToEnd();
    }
}
