using Curbside.Web;

namespace Curbside.LocalHost.Pages;

/// <summary>What the pages of the simulated phones have around their own. They are plain, and work without JavaScript.</summary>
internal static class PageFrame
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task WriteAsync(HttpContext context, string title, Html main)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        return Answer.TextAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", Of(title, main).ToString());
    }

    private static Html Of(string title, Html main) => Html.Of(
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <style>
        :root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
        body { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; }
        ol.thread { list-style: none; padding: 0; }
        ol.thread li { max-width: 34rem; margin: .5rem 0; padding: .5rem .75rem; border: 1px solid #8886; border-radius: .75rem; }
        ol.thread li { overflow-wrap: anywhere; }
        ol.thread li.in { margin-left: auto; background: #4a90d922; }
        ol.thread small { display: block; opacity: .75; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8886; padding: .75rem; }
        form { display: inline; }
        input[type=text] { width: min(34rem, 70%); padding: .4rem; }
        button { padding: .4rem .8rem; }
        </style>
        </head>
        <body>
        {{main}}
        </body>
        </html>

        """);
}
