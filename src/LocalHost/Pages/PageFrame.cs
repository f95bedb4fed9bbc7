using Curbside.Consults;
using Curbside.Web;

namespace Curbside.LocalHost.Pages;

/// <summary>What the pages of the simulated phones have around their own: the look of the practice's pages, and a little more. They work without JavaScript.</summary>
internal static class PageFrame
{
    private static readonly string Look = Stylesheet.Read(typeof(PageFrame), "local.css");

    /// <param name="main">What <c>main</c> carries besides: where a page that stays current is read anew.</param>
    public static Task WriteAsync(HttpContext context, Practice practice, string title, Html content, Html main = default)
    {
        var style = Stylesheet.Of(practice).With(Look);
        return WriteAsync(context, Of(practice, style, title, content, main), style);
    }

    /// <summary>A part of a page, for its own script.</summary>
    public static Task WriteAsync(HttpContext context, Html html, Stylesheet? style = null)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurity.Policy(style);
        context.Response.Headers.CacheControl = "no-store";
        return Answer.TextAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", html.ToString());
    }

    private static Html Of(Practice practice, Stylesheet style, string title, Html content, Html main) => Html.Of(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        {style}
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
}
