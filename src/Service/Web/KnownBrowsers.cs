using Curbside.Consults;
using Curbside.Links;
using Curbside.People;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>A browser that was remembered as a person's own.</summary>
internal sealed record KnownBrowser(string Token, Person Person);

/// <summary>Browsers that are known by their cookie.</summary>
internal sealed class KnownBrowsers(LinkBook links, PeopleBook people)
{
    /// <summary>The hidden field that proves that a form was shown in this very browser.</summary>
    public const string ProofField = "proof";

    private const string Cookie = "curbside";

    /// <returns>Null for a browser without a cookie, with one that is made up or old, or of someone who has left.</returns>
    public async Task<KnownBrowser?> FindAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        return context.Request.Cookies[Cookie] is { } token
            && await links.FindAsync(token, stop) is { Consult: null, Person: var id }
            && (await people.CurrentAsync(stop)).Find(id) is { Person: { Left: false } person }
                ? new KnownBrowser(token, person)
                : null;
    }

    public async Task RememberAsync(HttpContext context, Person person, Practice practice)
    {
        var token = await links.RememberBrowserAsync(person.Id, context.RequestAborted);
        context.Response.Cookies.Append(Cookie, token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps || IsPublic(context.Request, practice),
            MaxAge = LinkBook.BrowserLife.ToTimeSpan(),
            Path = "/",
        });
    }

    public string ProofFor(KnownBrowser browser) => links.ProofFor(browser.Token);

    public bool IsProven(KnownBrowser browser, ILookup<string, string> fields) => links.IsProof(browser.Token, fields[ProofField].FirstOrDefault());

    /// <summary>Behind a proxy that ends TLS the request itself does not say that the browser came by https.</summary>
    private static bool IsPublic(HttpRequest request, Practice practice) =>
        new Uri(practice.PublicUrl) is { Scheme: "https" } address && address.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase);
}
