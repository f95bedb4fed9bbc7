using System.Net;
using System.Security.Cryptography;
using System.Text;
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
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src {HashOfItsStyle(page)}; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("noindex", response.Headers.GetValues("X-Robots-Tag").Single());

        // A page without a token may be gone back to.
        Assert.True(where is "/" or "a refused form" ? response.Headers.CacheControl is { Private: true, NoCache: true } : response.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch("<script(?! src=\"/curbside\\.js\\?v=[0-9a-f]{16}\" defer></script>)", page);
        Assert.DoesNotMatch("\\son[a-z]+=|\\sstyle=", page);
    }

    [Theory]
    [InlineData("<script src=\"(/curbside\\.js\\?v=[0-9a-f]{16})\" defer></script>", "text/javascript")]
    [InlineData("<link rel=\"icon\" href=\"(/icon\\.svg\\?v=[0-9a-f]{6})\"", "image/svg+xml")]
    public async Task What_every_page_needs_may_be_kept_since_a_new_one_has_a_new_address(string link, string type)
    {
        await using var site = await Site.OpenAsync();
        var address = Regex.Match(await site.GetAsync("/"), link).Groups[1].Value;
        using var response = await site.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl is { Public: true, NoStore: false });
        using var old = await site.Browser.GetAsync(address.Split('?')[0] + "?v=0000");
        Assert.True(old.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_practice_s_colour_is_in_the_page_s_style()
    {
        await using var site = await Site.OpenAsync(policy: """{ "practice": { "colour": "#7a1f5c" } }""");
        Assert.Contains("--brand: #7a1f5c;", StyleOf(await site.GetAsync("/")), StringComparison.Ordinal);
        await using var other = await Site.OpenAsync();
        Assert.DoesNotContain("#7a1f5c", StyleOf(await other.GetAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_loads_nothing() => Assert.DoesNotContain("url(", StyleOf(await (await Site.OpenAsync()).GetAsync("/")), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, false)]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task Behind_TLS_a_browser_is_told_to_come_by_nothing_else(string? scheme, bool told)
    {
        await using var site = await Site.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", scheme);
        using var response = await site.Browser.SendAsync(request);
        Assert.Equal(told, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task One_sender_may_send_so_much_a_minute_and_another_is_not_kept_out_by_it()
    {
        await using var site = await Site.OpenAsync();
        for (var sent = 0; sent < SenderLimits.MostSentAMinute; sent++)
        {
            using var taken = await site.PostAsync("/screen", ("question", "What first?"));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using var refused = await site.PostAsync("/screen", ("question", "What first?"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(60, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Equal(HttpStatusCode.OK, await site.StatusAsync("/"));
        site.RemoteAddress = IPAddress.Parse("203.0.113.8");
        using var another = await site.PostAsync("/screen", ("question", "What first?"));
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
        site.RemoteAddress = IPAddress.Loopback;
        using var own = await site.PostAsync("/screen", ("question", "What first?"));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [InlineData("/join", "Bay Curbside Counseling", "JOIN", "HELP", "STOP", "415-555-0192")]
    [InlineData("/join", "Message frequency varies", "Message and data rates may apply", "not a condition")]
    [InlineData("/join", "Program", "Text <b>JOIN</b> to the number that the practice has given you", "not shared with third parties")]
    [InlineData("/privacy", "Bay Curbside Counseling", "not sold, rented or shared with third parties or affiliates for marketing", "30 days")]
    [InlineData("/terms", "Bay Curbside", "Message frequency varies", "rates", "HELP", "STOP", "not a condition", "delayed or undelivered", "911")]
    public async Task Carriers_find_what_they_ask_for(string path, params string[] expected)
    {
        await using var site = await Site.OpenAsync();
        var page = Regex.Replace(await site.GetAsync(path), "\\s+", " ");
        Assert.All(expected, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_texting_number_is_told_where_there_is_one()
    {
        await using var site = await Site.OpenAsync(policy: """{ "practice": { "texting_number": "(415) 555-0193" } }""");
        Assert.Contains(
            """Text <b>JOIN</b> to <a class="tel" href="tel:+14155550193">415-555-0193</a>""",
            WebUtility.HtmlDecode(await site.GetAsync("/join")),
            StringComparison.Ordinal);
    }

    private static string StyleOf(string page) => Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;

    private static string HashOfItsStyle(string page) => StyleOf(page) is { Length: > 0 } style
        ? $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'"
        : "'none'";
}
