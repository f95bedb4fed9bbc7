using System.Net;
using System.Text.Json;
using Curbside.Consults;
using Curbside.Links;
using NodaTime;

namespace Curbside.Web;

public class KnownBrowserTests
{
    private static readonly (string, string)[] Case =
        [("phone", Site.Maya), ("kind", "case"), ("urgency", "today"), ("question", "Where do I begin?")];

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task Remembering_gives_the_browser_a_cookie_that_only_the_server_reads(string scheme, bool secure)
    {
        await using var site = await Site.OpenAsync();
        site.Browser.BaseAddress = new Uri($"{scheme}://localhost:5080");
        var (_, token) = await site.AskAsync();
        using var response = await site.PostAsync($"/c/{token}/remember");
        Assert.Equal($"/c/{token}", response.Headers.Location!.OriginalString);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches(
            $"^curbside=[A-Za-z0-9_-]{{22}}; max-age=15552000; path=/;{(secure ? " secure;" : "")} samesite=lax; httponly$", cookie);
        Assert.DoesNotContain(token, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consultant_cannot_make_a_browser_known_as_the_askers()
    {
        await using var site = await Site.OpenAsync();
        var (id, _) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, Messages.AnswerKind.Accept, Instant.FromUtc(2026, 1, 5, 22, 0));
        using var response = await site.PostAsync($"/c/{await site.TokenAsync(id, Site.Noor)}/remember");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_known_browser_asks_at_once_and_is_led_to_the_consult()
    {
        await using var site = await Site.OpenAsync();
        var cookie = await KnownAsync(site);
        var form = await site.GetAsync("/", cookie);
        Assert.Contains("value=\"415-555-0101\"", form, StringComparison.Ordinal);
        (string, string)[] fields = [.. Case, ("proof", Site.Hidden(form, "proof")), ("form", Site.Hidden(form, "form"))];
        using var response = await site.SendAsync("/requests", null, cookie, fields);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await site.GetAsync(response.Headers.Location!.OriginalString);
        Assert.Contains("We are asking colleagues.", page, StringComparison.Ordinal);
        Assert.Contains("Where do I begin?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_with_a_known_browsers_cookie_hears_that_asking_has_begun_once()
    {
        await using var site = await Site.OpenAsync();
        var cookie = await KnownAsync(site);
        (string, string)[] fields = [.. Case, ("proof", Site.Hidden(await site.GetAsync("/", cookie), "proof")), ("form", "the-form")];
        var first = await AnswerAsync();
        Assert.Equal("asking", first.Status);
        Assert.Equal(first, await AnswerAsync());
        Assert.IsType<Stage.Asking>((await site.ConsultAsync(new(first.Id))).Stage);
        Assert.Single(site.Providers.Thread(Site.Maya), heard => heard.Body.Contains("Asking colleagues now", StringComparison.Ordinal));

        async Task<(string Id, string Status)> AnswerAsync()
        {
            using var response = await site.SendAsync("/requests", "application/json", cookie, fields);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return (answer.RootElement.GetProperty("id").GetString()!, answer.RootElement.GetProperty("status").GetString()!);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_form_that_was_not_shown_in_the_known_browser_sends_nothing_and_loses_nothing(string? proof)
    {
        await using var site = await Site.OpenAsync();
        var cookie = await KnownAsync(site);
        using var response = await site.SendAsync("/requests", null, cookie, proof is null ? Case : [.. Case, ("proof", proof)]);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Open the form again", page, StringComparison.Ordinal);
        Assert.Contains("Where do I begin?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Empty(site.Providers.Thread(Site.Maya));
    }

    [Fact]
    public async Task The_proof_of_one_browser_is_none_for_another()
    {
        await using var site = await Site.OpenAsync();
        var proof = Site.Hidden(await site.GetAsync("/", await KnownAsync(site)), "proof");
        using var response = await site.SendAsync("/requests", "application/json", await KnownAsync(site), [.. Case, ("proof", proof)]);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Another_persons_number_in_a_known_browser_is_held_like_any_other()
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.SendAsync("/requests", null, await KnownAsync(site), [("phone", Site.Noor), .. Case[1..]]);
        Assert.Equal("/?held", response.Headers.Location!.OriginalString);
        Assert.Contains("did you ask", site.Providers.Thread(Site.Noor)[^1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("the link's token")]
    [InlineData("an old cookie")]
    public async Task A_cookie_that_is_not_a_known_browsers_is_none(string which)
    {
        await using var site = await Site.OpenAsync();
        var cookie = which switch
        {
            "the link's token" => (await site.AskAsync(kind: Kind.Case)).Token,
            "an old cookie" => await KnownAsync(site),
            _ => which,
        };
        site.Clock.Now += which == "an old cookie" ? LinkBook.BrowserLife : Duration.Zero;
        Assert.Equal("", Site.Hidden(await site.GetAsync("/", cookie), "proof"));
        using var response = await site.SendAsync("/requests", null, cookie, Case);
        Assert.Equal("/?held", response.Headers.Location!.OriginalString);
    }

    private static Task<string> KnownAsync(Site site) => site.Get<LinkBook>().RememberBrowserAsync(Site.PersonOf(Site.Maya));
}
