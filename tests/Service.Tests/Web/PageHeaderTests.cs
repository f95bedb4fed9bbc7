using System.Net;
using System.Text.RegularExpressions;

namespace Curbside.Web;

public class PageHeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?held")]
    [InlineData("/join")]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    [InlineData("/c/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a consult")]
    [InlineData("a refused form")]
    [InlineData("a redirect")]
    public async Task Every_page_lets_nothing_in_and_nothing_out(string where)
    {
        await using var site = await Site.OpenAsync();
        using var response = where switch
        {
            "a consult" => await site.Browser.GetAsync($"/c/{(await site.AskAsync()).Token}"),
            "a refused form" => await site.PostAsync("/requests"),
            "a redirect" => await site.PostAsync("/requests", ("phone", Site.Maya), ("kind", "case"), ("urgency", "today")),
            _ => await site.Browser.GetAsync(where),
        };
        Assert.Equal(
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; img-src 'self'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("noindex", response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("\\son[a-z]+=|\\sstyle=", page);
    }

    [Fact]
    public async Task The_stylesheet_may_be_kept_since_a_new_one_has_a_new_address()
    {
        await using var site = await Site.OpenAsync();
        var address = Regex.Match(await site.GetAsync("/"), "<link rel=\"stylesheet\" href=\"(/curbside\\.css\\?v=[0-9a-f]{16})\">").Groups[1].Value;
        using var response = await site.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl is { Public: true, NoStore: false });
        Assert.DoesNotContain("url(", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/join", "Bay Curbside Counseling", "JOIN", "HELP", "STOP", "415-555-0192")]
    [InlineData("/join", "Message frequency varies", "Message and data rates may apply", "not a condition")]
    [InlineData("/privacy", "Bay Curbside Counseling", "not sold, rented or shared with third parties or affiliates for marketing", "30 days")]
    [InlineData("/terms", "Bay Curbside", "Message frequency varies", "rates", "HELP", "STOP", "not a condition", "delayed or undelivered", "911")]
    public async Task Carriers_find_what_they_ask_for(string path, params string[] expected)
    {
        await using var site = await Site.OpenAsync();
        var page = Regex.Replace(await site.GetAsync(path), "\\s+", " ");
        Assert.All(expected, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }
}
