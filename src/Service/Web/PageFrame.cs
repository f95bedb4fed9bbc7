using Curbside.Consults;
using Curbside.People;

namespace Curbside.Web;

/// <summary>What every page has around its own.</summary>
internal static class PageFrame
{
    /// <param name="above">Comes before everything else, such as whom to call in danger.</param>
    /// <param name="main">What <c>main</c> carries besides: where a page that stays current is read anew.</param>
    public static Page Of(Practice practice, string title, Html content, Html above = default, Html main = default)
    {
        var style = Stylesheet.Of(practice);
        return new Page(Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{title} · {practice.SenderName}</title>
            {style}
            <link rel="icon" href="{Assets.IconAddress(practice)}" type="image/svg+xml">
            <script src="{Assets.ScriptAddress}" defer></script>
            </head>
            <body>
            {above}
            <header class="site"><a href="/">{practice.Name}</a></header>
            <main{main}>
            {content}
            </main>
            <footer class="site">
            <p>Office {Call(practice.OfficeLine)}</p>
            <nav aria-label="About"><a href="/join">Text messages</a> <a href="/privacy">Privacy</a> <a href="/terms">Terms</a></nav>
            </footer>
            </body>
            </html>

            """), style);
    }

    /// <summary>A number that a phone can dial.</summary>
    public static Html Call(PhoneNumber number) => Html.Of($"""<a class="tel" href="tel:{number.Value}">{number.Spoken}</a>""");

    public static Html Call(string spoken, string dialled) => Html.Of($"""<a class="tel" href="tel:{dialled}">{spoken}</a>""");

    /// <summary>Whom to call in danger.</summary>
    public static Html Crisis(Practice practice, string css = "crisis") => Html.Of(
        $"""
        <aside class="{css}" aria-label="In danger now">
        <p><strong>Anyone in danger now: call {Call("911", "911")}</strong>
        Suicide &amp; Crisis Lifeline, any time: {Call("call 988", "988")}, or <a class="tel" href="sms:988">text 988</a> if you cannot talk.
        Our backup line, answered by a person: {Call(practice.BackupLine)}.</p>
        </aside>
        """);

    /// <summary>The same in passing, where nothing says that anyone is.</summary>
    public static Html IfInDanger { get; } = Html.Of($"If anyone is in danger: call {Call("911", "911")}, or call {Call("988", "988")} (or text it).");

    /// <summary>What a consult does not do, wherever one is asked for or talked about.</summary>
    public static Html Limits { get; } = Html.Of(
        $"""
        <p class="limits">Asking here does not warn, report or document. Your own deadlines keep running. The consultant advises, you decide.</p>
        """);
}
