using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Curbside.LocalHost.Demo;

namespace Curbside.LocalHost.Host;

public sealed class LocalRoutesTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Health_answers_at_once_and_then_says_what_the_demo_practice_lacks()
    {
        const string configured = """{"status":"ok","texts":"simulated","mail":"simulated","clock":"manual","signatures":"not checked; this machine only","ready":false,""";
        Assert.StartsWith($"{configured}\"missing\":[\"Roster and policy have not been looked at yet.", await _host.GetAsync("/healthz"), StringComparison.Ordinal);

        var health = JsonElement.Parse(await _host.GetAsync("/healthz"));
        Assert.Contains(health.GetProperty("missing").EnumerateArray(), sentence => sentence.GetString()!.StartsWith("No policy is loaded", StringComparison.Ordinal));
        Assert.Contains(
            "observation: nobody can be called on Sat 10 Jan, Sun 11 Jan, Sat 17 Jan, Sun 18 Jan.",
            health.GetProperty("notes").EnumerateArray().Select(sentence => sentence.GetString()));
    }

    /// <summary>Planted: whoever may prescribe has a free Saturday.</summary>
    [Fact]
    public async Task A_roster_that_is_put_is_looked_at()
    {
        var free = DemoRoster.Csv().Split('\n').Select(row => row.Contains(",psychiatrist,", StringComparison.Ordinal) ? row.Replace("Mon-Sun", "Sun-Fri", StringComparison.Ordinal) : row);
        const string gap = "\nnote     medication, for all others: nobody can be called on Sat 10 Jan, Sat 17 Jan.\n";
        Assert.DoesNotContain(gap, await _host.GetAsync("/manage/preflight"), StringComparison.Ordinal);

        using var put = await _host.Client.PutAsync("/manage/roster", new StringContent(string.Join('\n', free)));

        Assert.Contains(gap, await _host.GetAsync("/manage/preflight"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/local/phones/+14155550101/messages")]
    [InlineData("/local/phones/%2B14155550101/messages")]
    [InlineData("/local/mailboxes/maya.lee@example.org/messages")]
    [InlineData("/local/consults")]
    public async Task What_is_empty_is_an_empty_array(string path)
    {
        using var response = await _host.Client.GetAsync(path);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("[]", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_thread_has_both_directions_the_oldest_first()
    {
        var (key, body) = Assert.Single(RunningHost.Replies(await _host.TextAsync(RunningHost.Stranger, "SM1", "¿Hola? \"+\"")));
        var id = (await _host.ThreadAsync(RunningHost.Stranger))[1].GetProperty("id").GetString()!;

        Assert.Matches("^SM[0-9a-f]{32}$", id);
        Assert.Equal(
            """[{"id":"SM1","key":null,"direction":"in","body":"¿Hola? \"+\"","at":"2026-01-05T17:00:00Z"},"""
            + $$"""{"id":"{{id}}","key":"{{key}}","direction":"out","body":"{{body}}","at":"2026-01-05T17:00:00Z"}]""",
            await _host.GetAsync($"/local/phones/{RunningHost.Stranger}/messages"));
    }

    [Fact]
    public async Task Consults_are_listed_with_names_and_instants()
    {
        var id = await _host.MayaAsksAsync();
        Assert.Equal(
            $$"""[{"id":"{{id}}","kind":"medication","urgency":"today","state":"asking","clinician":"Maya Lee","consultant":null,"""
            + """ "startsAt":null,"promiseAt":"2026-01-05T21:00:00Z","wave":1}]""".TrimStart(),
            await _host.GetAsync("/local/consults"));
    }

    [Theory]
    [InlineData("GET", "/local/phones/nobody/messages", HttpStatusCode.NotFound)]
    [InlineData("GET", "/local/phones/nobody", HttpStatusCode.NotFound)]
    [InlineData("POST", "/local/phones/+14155550101", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/local/consults", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/local/nothing", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_is_told(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _host.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/local", "Host", "curbside.example.org")]
    [InlineData("GET", "/local/consults", "X-Forwarded-For", "203.0.113.7")]
    [InlineData("POST", "/local/clock/advance", "Origin", "https://elsewhere.example.org")]
    [InlineData("PUT", "/manage/roster", "Forwarded", "for=203.0.113.7")]
    [InlineData("PUT", "/manage/policy", "Origin", "null")]
    [InlineData("GET", "/manage/preflight", "X-Forwarded-For", "203.0.113.7")]
    public async Task Nobody_elsewhere_reaches_the_phones_or_the_management(string method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_roster_is_put_and_told_how_many_it_has()
    {
        using var response = await _host.Client.PutAsync("/manage/roster", new StringContent(DemoRoster.Csv()));
        Assert.Equal((HttpStatusCode.OK, """{"people":14}"""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_wrong_roster_is_told_line_by_line_and_nothing_changes()
    {
        var csv = DemoRoster.Csv().Replace("America/Chicago", "Chicago", StringComparison.Ordinal);
        using var response = await _host.Client.PutAsync("/manage/roster", new StringContent(csv));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var errors = problem.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Equal(
            [(10, "timezone"), (11, "timezone"), (12, "timezone")],
            errors.Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("field").GetString()!)));
        Assert.All(errors, error => Assert.NotEqual("", error.GetProperty("text").GetString()));
        await _host.MayaAsksAsync();
        Assert.NotEmpty(await _host.ThreadAsync(RunningHost.Noor));
    }

    [Fact]
    public async Task A_policy_is_put_and_a_wrong_one_is_told()
    {
        using var put = await _host.Client.PutAsync("/manage/policy", new StringContent("""{ "practice": { "name": "Hill Street" } }"""));
        Assert.Equal((HttpStatusCode.OK, """{"practice":"Hill Street"}"""), (put.StatusCode, await put.Content.ReadAsStringAsync()));

        using var wrong = await _host.Client.PutAsync("/manage/policy", new StringContent("[]"));
        Assert.Equal(
            (HttpStatusCode.BadRequest,
                """{"title":"The policy is not taken: nothing has changed.","status":400,"""
                + """ "errors":[{"line":1,"field":null,"text":"a policy is one object; write { first and } last"}]}""".TrimStart()),
            (wrong.StatusCode, await wrong.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/manage/roster", 1_000_001)]
    [InlineData("/manage/policy", (64 * 1024) + 1)]
    public async Task A_file_beyond_its_bound_is_413(string path, int length)
    {
        using var response = await _host.Client.PutAsync(path, new ByteArrayContent(new byte[length]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Links_lead_to_the_port_that_it_answers_on_even_with_a_policy_of_its_own()
    {
        using var put = await _host.Client.PutAsync("/manage/policy", new StringContent("""{ "practice": { "name": "Hill Street" } }"""));
        var policy = await _host.Get<Consults.PolicyBook>().CurrentAsync();
        Assert.Equal(("Hill Street", $"http://localhost:{_host.Client.BaseAddress!.Port}"), (policy.Practice.Name, policy.Practice.PublicUrl));
    }

    [Fact]
    public async Task The_overview_shows_the_phones_where_something_happens()
    {
        await _host.MayaAsksAsync();
        var page = await _host.GetAsync("/local");
        Assert.Contains("""<button class="quiet" name="by" value="1.00:00:00">1 day later</button>""", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf(">Noor Ng MD</a></h2>", StringComparison.Ordinal) < page.IndexOf(">Aisha Rahman LCPC</a></li>", StringComparison.Ordinal));
        Assert.Contains("medication, today</a></td><td>asking</td><td>Maya Lee</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_is_shown_as_text_whatever_it_says()
    {
        await _host.TextAsync(RunningHost.Stranger, "SM1", "<script>alert(1)</script> http://localhost/c/x\"onload=");
        var page = await _host.GetAsync($"/local/phones/{RunningHost.Stranger}");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="http://localhost/c/x&quot;onload=" target="_blank">""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_may_reply_as_the_person_and_advance_the_clock()
    {
        using var reply = await _host.PostFormAsync($"/local/phones/{RunningHost.Stranger}/texts", ("body", "hello"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/local/phones/{RunningHost.Stranger}"), (reply.StatusCode, reply.Headers.Location!.ToString()));
        Assert.Equal(2, (await _host.ThreadAsync(RunningHost.Stranger)).Length);

        using var later = await _host.PostFormAsync("/local/clock/advance", ("by", "01:00:00"));
        Assert.Equal((HttpStatusCode.SeeOther, "/local"), (later.StatusCode, later.Headers.Location!.ToString()));
        Assert.Equal("""{"now":"2026-01-05T18:00:00Z"}""", await _host.GetAsync("/local/clock"));
    }

    [Theory]
    [InlineData("/local?show=%2B14155550102", "/local?show=%2B14155550102")]
    [InlineData("//elsewhere.example.org", "/local/phones/+14155550199")]
    [InlineData("https://elsewhere.example.org/local", "/local/phones/+14155550199")]
    [InlineData("/localhost.example.org", "/local/phones/+14155550199")]
    public async Task A_reply_leads_back_to_a_page_of_this_machine_alone(string back, string leads)
    {
        using var reply = await _host.PostFormAsync($"/local/phones/{RunningHost.Stranger}/texts", ("body", "hello"), ("back", back));
        Assert.Equal(leads, reply.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_clock_goes_to_what_falls_due_next_and_stands_where_nothing_does()
    {
        Assert.Equal("""{"now":"2026-01-05T17:00:00Z"}""", await _host.AdvanceAsync("next"));
        await _host.MayaAsksAsync();
        var before = (await _host.ThreadAsync(RunningHost.Maya)).Length;
        for (var steps = 0; steps < 10 && (await _host.ThreadAsync(RunningHost.Maya)).Length == before; steps++)
        {
            await _host.AdvanceAsync("next");
        }

        Assert.True((await _host.ThreadAsync(RunningHost.Maya)).Length > before);
        Assert.Equal("""{"now":"2026-01-05T21:00:00Z"}""", await _host.GetAsync("/local/clock"));
    }

    [Fact]
    public async Task Pages_of_this_machine_take_no_script_or_style_but_their_own()
    {
        await _host.MayaAsksAsync();
        foreach (var path in new[] { "/local", "/local/now", $"/local/phones/{RunningHost.Maya}", "/local/mailboxes/maya.lee@example.org" })
        {
            using var response = await _host.Client.GetAsync(path);
            var page = await response.Content.ReadAsStringAsync();
            var style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
            var own = style == "" ? "'none'" : $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";
            Assert.Contains($"script-src 'self'; style-src {own};", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotMatch("\\sstyle=|\\son[a-z]+=\"|<style.*<style|<script(?! src)", page);
        }
    }
}
