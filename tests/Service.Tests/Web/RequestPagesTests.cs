using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;

namespace Curbside.Web;

public class RequestPagesTests
{
    private static readonly (string, string)[] Case = [("phone", Site.Maya), ("kind", "case"), ("urgency", "today"), ("form", "the-form")];

    [Fact]
    public async Task The_form_has_every_field()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync("/");
        string[] fields = ["form", "phone", "kind", "urgency", "client_state", "modality", "when", "question", "not_identifying", "consent_date"];
        Assert.All(fields, field => Assert.Contains($"name=\"{field}\"", page, StringComparison.Ordinal));

        Assert.Contains("does not warn, report or document", page, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"tel\"", page, StringComparison.Ordinal);
        Assert.Matches("^[A-Za-z0-9_-]{22}$", Site.Hidden(page, "form"));
        Assert.NotEqual(Site.Hidden(page, "form"), Site.Hidden(await site.GetAsync("/"), "form"));
        Assert.Equal("", Site.Hidden(page, "proof"));
    }

    [Fact]
    public async Task Every_input_of_the_form_has_a_label()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync("/");
        var inputs = Regex.Matches(page, "<(input|select|textarea)(?![^>]*type=\"hidden\")[^>]*>").Select(match => match.Value).ToList();
        var outside = Regex.Replace(page, "<label class=\"(choice|check|check chip|check identifies)\">.*?</label>", "", RegexOptions.Singleline);
        Assert.All(inputs.Where(input => outside.Contains(input, StringComparison.Ordinal)), input => Assert.True(
            input.Contains("aria-label=", StringComparison.Ordinal)
                || page.Contains($"for=\"{Regex.Match(input, "id=\"([^\"]*)\"").Groups[1].Value}\"", StringComparison.Ordinal),
            input));
        Assert.True(inputs.Count > 15);
    }

    [Fact]
    public async Task What_the_address_says_is_chosen_already()
    {
        await using var site = await Site.OpenAsync();
        var page = await site.GetAsync("/?kind=observation&urgency=now");
        Assert.Matches("value=\"observation\" checked>", page);
        Assert.Matches("value=\"now\" checked>", page);
        Assert.DoesNotContain("class=\"summary\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_promise_is_told_as_the_policy_has_it()
    {
        await using var site = await Site.OpenAsync(policy: """{ "paces": [{ "kind": "risk", "urgency": "today", "promise": "2 h 30 min" }] }""");
        var page = await site.GetAsync("/");
        var promises = Regex.Matches(page, "<span class=\"only ([^\"]*)\">(.*?)\\.</span>\\n", RegexOptions.Singleline)
            .Select(match => (Kinds: match.Groups[1].Value, Says: Regex.Replace(Regex.Replace(match.Groups[2].Value, "<[^>]*>.*?</span>", ""), "\\s+", " ").Trim()));
        const string others = "for-case for-medication for-second-opinion for-observation for-support for-none";
        Assert.Equal(
            [
                ($"for-risk {others}", "A call within 10 minutes of a yes. By 1:15 PM today you have a name, or know what to do"),
                (others, "By 5:00 PM today you have a name, or know what to do"),
                ("for-risk", "By 3:30 PM today you have a name, or know what to do"),
                (others, "By 5:00 PM on Wed Jan 7 you have a name, or know what to do"),
            ],
            promises);
    }

    [Theory]
    [InlineData(20, 30, "Tomorrow, Tuesday, Jan 6", "2026-01-06T08:00")]
    [InlineData(13, 0, "Today, Monday, Jan 5", "2026-01-05T14:00")]
    public async Task Times_are_choices_on_the_reader_s_clock(int hour, int minute, string day, string first)
    {
        await using var site = await Site.OpenAsync();
        site.Clock.Now = Instant.FromUtc(2026, 1, 5, 8, 0) + Duration.FromHours(hour) + Duration.FromMinutes(minute);
        var page = await site.GetAsync("/");
        var group = page[page.IndexOf("role=\"group\"", StringComparison.Ordinal)..];
        Assert.StartsWith($"role=\"group\" aria-label=\"{day}\"", group, StringComparison.Ordinal);
        Assert.Equal(first, Regex.Match(group, "name=\"when\"\\s+value=\"([^\"]+)\"").Groups[1].Value);
    }

    [Fact]
    public async Task A_time_that_was_chosen_is_still_chosen_when_the_form_comes_back()
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.PostAsync("/requests", ("when", "2026-01-06T15:00"), ("when", "2026-01-06T15:20"));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Matches("name=\"when\"\\s+value=\"2026-01-06T15:00\" checked", page);
        Assert.Contains("type=\"datetime-local\" value=\"2026-01-06T15:20\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_identify_a_client_is_told_while_one_types_and_nothing_of_it_is_kept()
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.PostAsync("/screen", ("question", "Ask Jane Doe"));
        Assert.Equal(
            """{"hints":["\u0022Jane Doe\u0022: Looks like a name; write \u0022my client\u0022, \u0022his sister\u0022 or an initial."]}""",
            await response.Content.ReadAsStringAsync());
        using var nothing = await site.PostAsync("/screen");
        Assert.Equal("""{"hints":[]}""", await nothing.Content.ReadAsStringAsync());
        using var tooLong = await site.PostAsync("/screen", ("question", new string('x', 70_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
    }

    [Fact]
    public async Task A_program_hears_of_every_wrong_field_at_once()
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.PostJsonAsync("/requests", ("kind", "gossip"), ("when", "soon"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        var errors = problem.RootElement.GetProperty("errors");
        Assert.Equal(["kind", "phone", "urgency", "when"], errors.EnumerateObject().Select(error => error.Name));
        Assert.Equal("\"soon\" is not a date and time. Write it like 2026-01-05T15:00.", errors.GetProperty("when")[0].GetString());
    }

    [Fact]
    public async Task A_browser_gets_its_form_back_with_the_errors_and_everything_that_was_typed()
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.PostAsync(
            "/requests", ("phone", "555-01"), ("kind", "observation"), ("urgency", "today"), ("client_state", "NV"), ("modality", "video"),
            ("when", "soon"), ("when", "2026-01-06T09:10"), ("topic", "knots"), ("question", "Ask Jane Doe"), ("consent_date", "2026-02-01"));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        foreach (var kept in new[]
        {
            "value=\"555-01\"", "value=\"observation\" checked", "value=\"today\" checked", "<option selected>NV</option>",
            "value=\"video\" checked", "type=\"text\" value=\"soon\"", "type=\"datetime-local\" value=\"2026-01-06T09:10\"", "value=\"knots\" checked",
            "Ask Jane Doe</textarea>",
            "value=\"2026-02-01\"",
        })
        {
            Assert.Contains(kept, page, StringComparison.Ordinal);
        }

        var linked = Regex.Matches(page, "<li><a href=\"#([^\"]+)\">").Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(["f-consent-date", "f-question", "f-when", "f-phone"], linked);
        Assert.All(linked, id =>
        {
            Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal);
            Assert.Contains($"id=\"{id}-errors\"", page, StringComparison.Ordinal);
            Assert.Matches($"aria-describedby=\"[^\"]*{id}-errors\"", page);
        });
    }

    [Fact]
    public async Task Markup_in_any_field_is_shown_as_text()
    {
        const string hostile = "\"><script>alert('x')</script>";
        await using var site = await Site.OpenAsync();
        string[] fields =
        [
            "phone", "kind", "urgency", "client_state", "modality", "when", "topic", "question", "not_identifying", "consent_date", "form", "proof",
        ];
        using var response = await site.PostAsync("/requests", [.. fields.Select(field => (field, hostile))]);
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&quot;&gt;&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    public async Task Nobody_learns_whose_number_is_on_the_roster(string accept)
    {
        await using var site = await Site.OpenAsync();
        (string, string)[] Typed(string phone) => [("phone", phone), ("kind", "risk"), ("urgency", "now"), ("question", "What first?")];
        var known = await AsTextAsync(await site.SendAsync("/requests", accept, null, Typed(Site.Maya)));
        var unknown = await AsTextAsync(await site.SendAsync("/requests", accept, null, Typed(Site.Stranger)));
        Assert.Equal(unknown, known);
        Assert.Contains("did you ask for a consult: risk, now, client in CA?", site.Providers.Thread(Site.Maya)[^1].Body, StringComparison.Ordinal);
        Assert.Empty(site.Providers.Thread(Site.Stranger));

        static async Task<string> AsTextAsync(HttpResponseMessage response)
        {
            using (response)
            {
                var body = Regex.Replace(await response.Content.ReadAsStringAsync(), "\"id\":\"[0-9a-z]{22}\"", "\"id\":\"…\"");
                return $"{(int)response.StatusCode}\n{response.Headers}{response.Content.Headers}\n{body}";
            }
        }
    }

    [Fact]
    public async Task The_answer_comes_no_sooner_for_a_number_that_is_not_texted()
    {
        var time = new ManualTime();
        await using var site = await Site.OpenAsync(time, heldAnswerAfter: TimeSpan.FromSeconds(1));
        foreach (var phone in new[] { Site.Maya, Site.Stranger })
        {
            var waiting = time.NextWait();
            var answer = site.PostAsync("/requests", ("phone", phone), ("kind", "case"), ("urgency", "today"));
            Assert.Equal(TimeSpan.FromSeconds(1), await waiting);
            Assert.False(answer.IsCompleted);
            time.EndWaits();
            using var response = await answer;
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_program_hears_that_the_request_is_held()
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.PostJsonAsync("/requests", Case);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(["id", "status"], answer.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("held", answer.RootElement.GetProperty("status").GetString());
        var consult = await site.ConsultAsync(new(answer.RootElement.GetProperty("id").GetString()!));
        Assert.Equal(Site.PersonOf(Site.Maya), consult.Request.Asker);
    }

    [Theory]
    [InlineData("case", "/?held", false)]
    [InlineData("risk", "/?held=risk", true)]
    public async Task A_browser_is_led_to_what_happens_next(string kind, string path, bool crisisFirst)
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.PostAsync("/requests", ("phone", Site.Stranger), ("kind", kind), ("urgency", "today"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(path, response.Headers.Location!.OriginalString);
        var page = await site.GetAsync(path);
        Assert.Contains("<h1>Not sent yet</h1>", page, StringComparison.Ordinal);
        Assert.Contains("415-555-0192", page, StringComparison.Ordinal);
        Assert.Contains("988", page, StringComparison.Ordinal);
        Assert.Equal(crisisFirst, page.IndexOf("911", StringComparison.Ordinal) < page.IndexOf("<h1>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_request()
    {
        await using var site = await Site.OpenAsync();
        var first = await IdAsync(await site.PostJsonAsync("/requests", Case));
        var second = await IdAsync(await site.PostJsonAsync("/requests", Case));
        Assert.Equal(first, second);
        Assert.Single(site.Providers.Thread(Site.Maya), heard => heard.Body.Contains("did you ask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_was_mistyped_and_mended_is_another_request()
    {
        await using var site = await Site.OpenAsync();
        await IdAsync(await site.PostJsonAsync("/requests", [("phone", Site.Noor), .. Case[1..]]));
        await IdAsync(await site.PostJsonAsync("/requests", Case));
        Assert.Single(site.Providers.Thread(Site.Maya), heard => heard.Body.Contains("did you ask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        await using var site = await Site.OpenAsync();
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await site.Browser.PostAsync("/requests", json);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        using var multipart = new MultipartFormDataContent { { new StringContent("case"), "kind" } };
        using var another = await site.Browser.PostAsync("/requests", multipart);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, another.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_64_KiB_is_refused_whether_or_not_it_says_so(bool chunked)
    {
        await using var site = await Site.OpenAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync((64 * 1024) - "question=".Length));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync((64 * 1024) - "question=".Length + 1));

        async Task<HttpStatusCode> StatusAsync(int length)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/requests");
            request.Content = new StringContent($"question={new string('x', length)}");
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            request.Headers.TransferEncodingChunked = chunked;
            using var response = await site.Browser.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task One_sender_has_twenty_requests_held_in_ten_minutes()
    {
        await using var site = await Site.OpenAsync();
        Assert.All(await SendAsync(20), status => Assert.Equal(HttpStatusCode.SeeOther, status));
        Assert.Equal([HttpStatusCode.TooManyRequests], await SendAsync(1));
        site.RemoteAddress = IPAddress.Parse("203.0.113.8");
        Assert.Equal([HttpStatusCode.SeeOther], await SendAsync(1));
        site.RemoteAddress = IPAddress.Parse("203.0.113.7");
        site.Clock.Now += Duration.FromMinutes(10);
        Assert.Equal([HttpStatusCode.SeeOther], await SendAsync(1));

        async Task<List<HttpStatusCode>> SendAsync(int times)
        {
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < times; i++)
            {
                using var response = await site.PostAsync("/requests", ("phone", Site.Stranger), ("kind", "case"), ("urgency", "today"));
                statuses.Add(response.StatusCode);
            }

            return statuses;
        }
    }

    [Fact]
    public async Task Whoever_sends_too_many_hears_what_to_do()
    {
        await using var site = await Site.OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            (await site.PostAsync("/requests", Case)).Dispose();
        }

        using var response = await site.PostJsonAsync("/requests", Case);
        Assert.Equal("600", response.Headers.GetValues("Retry-After").Single());
        Assert.Contains("call the practice: 415-555-0192", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_neighbours_in_one_network_of_IPv6_are_one_sender()
    {
        await using var site = await Site.OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            site.RemoteAddress = IPAddress.Parse($"2001:db8:1:2::{i + 1}");
            (await site.PostAsync("/requests", Case)).Dispose();
        }

        site.RemoteAddress = IPAddress.Parse("2001:db8:1:2:ffff::1");
        using var response = await site.PostAsync("/requests", Case);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        site.RemoteAddress = IPAddress.Parse("2001:db8:1:3::1");
        using var elsewhere = await site.PostAsync("/requests", Case);
        Assert.Equal(HttpStatusCode.SeeOther, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_machine_itself_is_neither_counted_nor_kept_waiting()
    {
        await using var site = await Site.OpenAsync(new ManualTime(), heldAnswerAfter: TimeSpan.FromHours(1));
        site.RemoteAddress = IPAddress.Loopback;
        for (var i = 0; i < 21; i++)
        {
            using var response = await site.PostAsync("/requests", Case);
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        }
    }

    private static async Task<string> IdAsync(HttpResponseMessage response)
    {
        using (response)
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return answer.RootElement.GetProperty("id").GetString()!;
        }
    }
}
