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
        await site.HappensAsync(id, new ConsultEvent.Answered(Site.PersonOf(Site.Noor), "q", new Messages.Answer(AnswerKind.Decline), "ask Dr Lee"));
        var page = Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("A colleague who was asked, Mon Jan 5, 1:00 PM ask Dr Lee", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Noor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_asker_writes_the_question_and_the_two_write_notes()
    {
        await using var site = await Site.OpenAsync();
        var (id, maya) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        var noor = await site.TokenAsync(id, Site.Noor);
        await WriteAsync(maya, ("text", "What about sleep?"), ("as", "question"));
        await WriteAsync(noor, ("text", "Which doses?"));
        await WriteAsync(noor, ("text", "My own question"), ("as", "question"));
        await WriteAsync(maya, ("text", "The usual."));
        var consult = await site.ConsultAsync(id);
        Assert.Equal("What about sleep?", consult.Question);
        Assert.Equal(
            [(Site.PersonOf(Site.Noor), "Which doses?"), (Site.PersonOf(Site.Noor), "My own question"), (Site.PersonOf(Site.Maya), "The usual.")],
            consult.Notes.Select(note => (note.By, note.Text)));
        Assert.Contains("Noor Ng MD, Mon Jan 5, 1:00 PM Which doses?", Plain(await site.GetAsync($"/c/{maya}")), StringComparison.Ordinal);
        Assert.Contains("You, Mon Jan 5, 1:00 PM Which doses?", Plain(await site.GetAsync($"/c/{noor}")), StringComparison.Ordinal);

        async Task WriteAsync(string token, params (string, string)[] fields)
        {
            using var response = await site.PostAsync($"/c/{token}/note", fields);
            Assert.Equal((HttpStatusCode.SeeOther, $"/c/{token}"), (response.StatusCode, response.Headers.Location!.OriginalString));
        }
    }

    [Theory]
    [InlineData("question")]
    [InlineData(null)]
    public async Task What_may_identify_a_client_is_not_kept_but_stays_in_its_field(string? written)
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        (string, string)[] fields = [("text", "She is Jane Doe"), ("as", written ?? "")];
        using var refused = await site.PostAsync($"/c/{token}/note", fields);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("&quot;Jane Doe&quot;: Looks like a name", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "She is Jane Doe</textarea>"));
        Assert.Matches($"<textarea id=\"{written ?? "text"}\"[^>]* aria-describedby=\"{written ?? "text"}-errors\"", page);
        Assert.Empty((await site.ConsultAsync(id)).Notes);

        using var confirmed = await site.PostAsync($"/c/{token}/note", [.. fields, ("not_identifying", "yes")]);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        var consult = await site.ConsultAsync(id);
        Assert.Equal("She is Jane Doe", written is null ? consult.Notes.Single().Text : consult.Question);
    }

    [Fact]
    public async Task An_empty_note_is_asked_for()
    {
        await using var site = await Site.OpenAsync();
        var (_, token) = await site.AskAsync();
        using var response = await site.PostAsync($"/c/{token}/note", ("text", " \r\n "));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Write something first.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_words_is_shown_as_text()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync(question: "</textarea><script>alert(1)</script>");
        await site.HappensAsync(id, new ConsultEvent.NoteAdded(Site.PersonOf(Site.Maya), "<img src=x onerror=alert(1)>", AsQuestion: false));
        var page = await site.GetAsync($"/c/{token}");
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_event()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        var form = Site.Hidden(await site.GetAsync($"/c/{token}"), "form");
        Assert.Matches("^[A-Za-z0-9_-]{22}$", form);
        (await site.PostAsync($"/c/{token}/note", ("text", "once"), ("form", form))).Dispose();
        (await site.PostAsync($"/c/{token}/note", ("text", "once"), ("form", form))).Dispose();
        Assert.Single((await site.ConsultAsync(id)).Notes);
    }

    [Fact]
    public async Task Every_form_of_the_page_has_an_id_of_its_own()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        var page = await site.GetAsync($"/c/{token}");
        var ids = Regex.Matches(page, "name=\"form\" value=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.True(ids.Count > 3);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_asker_withdraws()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        using var response = await site.PostAsync($"/c/{token}/withdraw");
        Assert.Equal($"/c/{token}", response.Headers.Location!.OriginalString);
        Assert.IsType<Stage.Withdrawn>((await site.ConsultAsync(id)).Stage);
        var page = Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("This request is withdrawn.", page, StringComparison.Ordinal);
        Assert.Contains("are deleted on February 4, 2026.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Take 2026-01-05T22:30:00Z", typeof(Stage.Booked))]
    [InlineData("Refuse 2026-01-05T22:30:00Z", typeof(Stage.Asking))]
    [InlineData("Take 2026-01-05T22:00:00Z", typeof(Stage.Proposed))]
    [InlineData("Accept", typeof(Stage.Proposed))]
    [InlineData("TakesItOver", typeof(Stage.Proposed))]
    [InlineData("", typeof(Stage.Proposed))]
    public async Task A_proposed_time_is_answered_on_the_page_and_only_as_it_is_put(string answer, Type stage)
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Counter, HalfPastTwo);
        Assert.Contains("Noor Ng MD can call you on Mon Jan 5, 2:30 PM.", Plain(await site.GetAsync($"/c/{token}")), StringComparison.Ordinal);
        using var response = await site.PostAsync($"/c/{token}/answer", ("answer", answer));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(stage, (await site.ConsultAsync(id)).Stage.GetType());
    }

    [Fact]
    public async Task Another_time_is_offered_on_the_page_by_the_readers_own_clock()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Counter, HalfPastTwo);
        using var wrong = await site.PostAsync($"/c/{token}/answer", ("answer", "Counter"), ("at", "2026-01-05T12:00"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("2026-01-05T12:00 is already past.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var right = await site.PostAsync($"/c/{token}/answer", ("answer", "Counter"), ("at", "2026-01-05T15:00"));
        var proposed = Assert.IsType<Stage.Proposed>((await site.ConsultAsync(id)).Stage);
        Assert.Equal((Instant.FromUtc(2026, 1, 5, 23, 0), false), (proposed.Start, proposed.ByConsultant));
    }

    [Fact]
    public async Task Another_time_for_what_is_booked_is_asked_for_chosen_and_taken()
    {
        await using var site = await Site.OpenAsync();
        var (id, maya) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        var noor = await site.TokenAsync(id, Site.Noor);
        (await site.PostAsync($"/c/{maya}/other-time")).Dispose();
        Assert.Contains("When instead?", await site.GetAsync($"/c/{maya}"), StringComparison.Ordinal);
        (await site.PostAsync($"/c/{maya}/answer", ("answer", "MoveTo"), ("at", "2026-01-05T15:30"))).Dispose();
        Assert.Contains("Maya Lee LPC asks to move it to Mon Jan 5, 3:30 PM.", Plain(await site.GetAsync($"/c/{noor}")), StringComparison.Ordinal);
        (await site.PostAsync($"/c/{noor}/answer", ("answer", "Take 2026-01-05T23:30:00Z"))).Dispose();
        Assert.Contains("Booked: Noor Ng MD calls you on Mon Jan 5, 3:30 PM.", Plain(await site.GetAsync($"/c/{maya}")), StringComparison.Ordinal);
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
