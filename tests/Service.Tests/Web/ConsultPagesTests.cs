using System.Net;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Web;

public class ConsultPagesTests
{
    private static readonly Instant HalfPastTwo = Instant.FromUtc(2026, 1, 5, 22, 30);

    [Fact]
    public async Task A_token_that_is_made_up_cut_expired_or_revoked_opens_one_and_the_same_page()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        var made = await GoneAsync("/c/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Contains("415-555-0192", made, StringComparison.Ordinal);
        Assert.Equal(made, await GoneAsync($"/c/{token[..21]}"));
        Assert.Equal(made, await GoneAsync($"/c/{token}x"));
        Assert.Equal(made, await GoneAsync("/c/..%2F..%2Fetc"));
        Assert.Equal(made, await GoneAsync($"/c/{token[..21]}/invite.ics"));
        await site.Get<Links.LinkBook>().RevokeAsync(id, Site.PersonOf(Site.Maya));
        Assert.Equal(made, await GoneAsync($"/c/{token}"));
        var (_, another) = await site.AskAsync();
        site.Clock.Now += Duration.FromDays(60);
        Assert.Equal(made, await GoneAsync($"/c/{another}"));

        async Task<string> GoneAsync(string path)
        {
            using var response = await site.Browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Theory]
    [InlineData("note")]
    [InlineData("withdraw")]
    [InlineData("other-time")]
    [InlineData("step-out")]
    [InlineData("remember")]
    [InlineData("answer")]
    [InlineData("exclude")]
    public async Task Nothing_is_done_without_a_link(string action)
    {
        await using var site = await Site.OpenAsync();
        using var response = await site.PostAsync($"/c/AAAAAAAAAAAAAAAAAAAAAA/{action}", ("text", "a note"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var site = await Site.OpenAsync();
        var (_, token) = await site.AskAsync(question: "What first?");
        var before = await RowsAsync(site);
        foreach (var path in new[] { $"/c/{token}", $"/c/{token}/invite.ics", $"/c/{token}/withdraw", $"/c/{token}/note?text=x", "/", "/?held" })
        {
            await site.GetAsync(path);
        }

        Assert.Equal(before, await RowsAsync(site));

        static async Task<List<Row>> RowsAsync(Site site)
        {
            var rows = new List<Row>();
            foreach (var table in Enum.GetValues<Table>())
            {
                rows.AddRange(await site.Store.ScanAsync(table, "", "~"));
            }

            return rows;
        }
    }

    [Fact]
    public async Task The_asker_sees_where_it_stands_and_by_when_they_hear()
    {
        await using var site = await Site.OpenAsync();
        var (_, token) = await site.AskAsync(question: "What first?");
        var page = Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("We are asking colleagues.", page, StringComparison.Ordinal);
        Assert.Contains("By Mon Jan 5, 5:00 PM you have a name, or hear that no one was free and what to do. 4 hours left", page, StringComparison.Ordinal);
        Assert.Contains("1 colleague was asked.", page, StringComparison.Ordinal);
        Assert.Contains("What first?", page, StringComparison.Ordinal);
        Assert.Contains("General information, no orders.", page, StringComparison.Ordinal);
        Assert.Contains("does not warn, report or document", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_asked_and_did_not_take_it_is_counted_and_not_named()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Decline);
        await site.AnswerAsync(id, Site.Omar, AnswerKind.Accept, HalfPastTwo);
        var page = Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("Booked: Omar Reyes PMHNP calls you on Mon Jan 5, 2:30 PM.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consultant_sees_it_once_they_have_said_yes_and_no_longer_than_they_are_the_one()
    {
        await using var site = await Site.OpenAsync();
        var (id, _) = await site.AskAsync(question: "What first?");
        var token = await site.TokenAsync(id, Site.Noor);
        Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync($"/c/{token}"));
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        var page = Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("You call Maya Lee LPC on Mon Jan 5, 2:30 PM.", page, StringComparison.Ordinal);
        Assert.Contains("415-555-0101", page, StringComparison.Ordinal);
        Assert.Contains("What first?", page, StringComparison.Ordinal);

        using var response = await site.PostAsync($"/c/{token}/step-out");
        Assert.Contains("It is off your list.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync($"/c/{token}"));
    }

    [Fact]
    public async Task One_consultant_sees_nothing_of_another()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        await site.HappensAsync(id, new ConsultEvent.NoteAdded(Site.PersonOf(Site.Noor), "Noor was here", AsQuestion: false));
        await site.HappensAsync(id, new ConsultEvent.SteppedOut(Site.PersonOf(Site.Noor)));
        site.Clock.Now += Duration.FromMinutes(1);
        await site.AnswerAsync(id, Site.Omar, AnswerKind.Accept, HalfPastTwo);
        var page = Plain(await site.GetAsync($"/c/{await site.TokenAsync(id, Site.Omar)}"));
        Assert.Contains("You call Maya Lee LPC", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor", page, StringComparison.Ordinal);
        var askers = Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("Noor was here", askers, StringComparison.Ordinal);
        Assert.Contains("Noor Ng MD is not free after all.", askers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_kept_from_someone_who_did_not_take_it_come_without_a_name()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();

        // Rows of older versions have words that came with a refusal.
        await site.HappensAsync(id, new ConsultEvent.NoteAdded(Site.PersonOf(Site.Noor), "after my group", AsQuestion: false));
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Decline);
        var page = Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("A colleague who was asked, Mon Jan 5, 1:00 PM after my group", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_behind_a_refusal_and_words_that_name_somebody_are_on_no_page()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        var at = (await site.ConsultAsync(id)).AskedAt + Duration.FromHours(2);
        await site.HappensAsync(
            id, new ConsultEvent.Answered(Site.PersonOf(Site.Noor), "q", new Messages.Answer(AnswerKind.Accept, at), "it is about Jane Doe 415-555-2671"));
        await site.HappensAsync(id, new ConsultEvent.Answered(Site.PersonOf(Site.Maya), "q", new Messages.Answer(AnswerKind.NotMet), "again and again"));
        var page = Plain(await site.GetAsync($"/c/{token}"));
        Assert.DoesNotContain("Jane", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2671", page, StringComparison.Ordinal);
        Assert.DoesNotContain("again and again", page, StringComparison.Ordinal);
        Assert.Empty((await site.ConsultAsync(id)).Notes);
    }

    [Fact]
    public async Task The_calendar_file_is_there_once_a_time_is_booked()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync($"/c/{token}/invite.ics"));
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        using var response = await site.Browser.GetAsync($"/c/{token}/invite.ics");
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var file = await response.Content.ReadAsStringAsync();
        Assert.Contains("DTSTART;TZID=America/Los_Angeles:20260105T143000\r\n", file, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Consult with Noor Ng MD\r\n", file, StringComparison.Ordinal);
        Assert.Contains("mailto:maya@example.org\r\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kind.Risk, true)]
    [InlineData(Kind.Medication, true)]
    [InlineData(Kind.Case, false)]
    public async Task A_coach_finds_a_refer_out_checklist_where_one_is_needed(Kind kind, bool needed)
    {
        await using var site = await Site.OpenAsync();
        var (_, coach) = await site.AskAsync(Site.Coach, kind);
        var (_, clinician) = await site.AskAsync(Site.Maya, kind);
        Assert.Equal(needed, (await site.GetAsync($"/c/{coach}")).Contains("Refer-out checklist", StringComparison.Ordinal));
        Assert.DoesNotContain("Refer-out checklist", await site.GetAsync($"/c/{clinician}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risk_has_whom_to_call_above_everything()
    {
        await using var site = await Site.OpenAsync();
        var (_, token) = await site.AskAsync(kind: Kind.Risk, urgency: Urgency.Now);
        var page = await site.GetAsync($"/c/{token}");
        var top = WebUtility.HtmlDecode(page[..page.IndexOf("<header", StringComparison.Ordinal)]);
        Assert.Contains("tel:911", top, StringComparison.Ordinal);
        Assert.Contains("tel:988", top, StringComparison.Ordinal);
        Assert.Contains("tel:+14155550190", top, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_form_or_too_long_is_refused_here_too()
    {
        await using var site = await Site.OpenAsync();
        var (_, token) = await site.AskAsync();
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var response = await site.Browser.PostAsync($"/c/{token}/note", json);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        using var tooLong = await site.PostAsync($"/c/{token}/note", ("text", new string('x', 65536)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
    }

    [Fact]
    public async Task What_may_have_changed_is_read_anew_only_when_it_has()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        var version = Regex.Match(await site.GetAsync($"/c/{token}"), "data-version=\"([0-9a-f]{16})\"").Groups[1].Value;
        using var same = await site.Browser.GetAsync($"/c/{token}/now?v={version}");
        Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
        Assert.Equal("2026-01-05T21:00:00Z", same.Headers.GetValues("X-Now").Single());
        Assert.True(same.Headers.CacheControl!.NoStore);

        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        using var changed = await site.Browser.GetAsync($"/c/{token}/now?v={version}");
        var parts = await changed.Content.ReadAsStringAsync();
        Assert.Contains("Booked: Noor Ng MD", parts, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", parts, StringComparison.Ordinal);
        Assert.DoesNotContain(version, parts, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync("/c/AAAAAAAAAAAAAAAAAAAAAA/now"));
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.SeeOther)]
    public async Task A_form_of_another_site_does_nothing(string from, HttpStatusCode status)
    {
        await using var site = await Site.OpenAsync();
        var (_, token) = await site.AskAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/c/{token}/remember") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", from);
        using var response = await site.Browser.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.SeeOther, response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Called_off_it_can_be_taken_out_of_a_calendar_again()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        using var response = await site.PostAsync($"/c/{token}/withdraw");
        var file = await site.GetAsync($"/c/{token}/invite.ics");
        Assert.Contains("METHOD:CANCEL\r\n", file, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:3\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=America/Los_Angeles:20260105T143000\r\n", file, StringComparison.Ordinal);
    }

    /// <summary>The page as it reads, without its markup.</summary>
    /// <remarks>Without the list of whom one would rather not be asked, which names everybody.</remarks>
    internal static string Plain(string page) => Regex.Replace(
        WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(page, "<fieldset class=\"checks\">.*?</fieldset>", "", RegexOptions.Singleline), "<[^>]*>", "")),
        "\\s+",
        " ");
}
