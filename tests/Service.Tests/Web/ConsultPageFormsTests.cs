using System.Net;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Web;

/// <summary>What is written and done on the consult's page.</summary>
public class ConsultPageFormsTests
{
    private static readonly Instant HalfPastTwo = Instant.FromUtc(2026, 1, 5, 22, 30);

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
        Assert.Contains("Noor Ng MD, Mon Jan 5, 1:00 PM Which doses?", ConsultPagesTests.Plain(await site.GetAsync($"/c/{maya}")), StringComparison.Ordinal);
        Assert.Contains("You, Mon Jan 5, 1:00 PM Which doses?", ConsultPagesTests.Plain(await site.GetAsync($"/c/{noor}")), StringComparison.Ordinal);

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
        using var written = await site.PostAsync($"/c/{token}/note", ("text", "Taper first, or switch?"), ("as", "question"));
        Assert.Equal("Taper first, or switch?", (await site.ConsultAsync(id)).Question);
        using var response = await site.PostAsync($"/c/{token}/withdraw");
        Assert.Equal($"/c/{token}", response.Headers.Location!.OriginalString);
        Assert.IsType<Stage.Withdrawn>((await site.ConsultAsync(id)).Stage);
        var page = ConsultPagesTests.Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains("This request is withdrawn.", page, StringComparison.Ordinal);
        Assert.Contains("What was written here was deleted when the request was withdrawn.", page, StringComparison.Ordinal);

        // A page that still stood open somewhere writes nothing any more.
        using var late = await site.PostAsync($"/c/{token}/note", ("text", "Taper first, or switch?"), ("as", "question"));
        Assert.Null((await site.ConsultAsync(id)).Question);
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
        Assert.Contains("Noor Ng MD can call you on Mon Jan 5, 2:30 PM.", ConsultPagesTests.Plain(await site.GetAsync($"/c/{token}")), StringComparison.Ordinal);
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
        Assert.Contains("Maya Lee LPC asks to move it to Mon Jan 5, 3:30 PM.", ConsultPagesTests.Plain(await site.GetAsync($"/c/{noor}")), StringComparison.Ordinal);
        (await site.PostAsync($"/c/{noor}/answer", ("answer", "Take 2026-01-05T23:30:00Z"))).Dispose();
        Assert.Contains("Booked: Noor Ng MD calls you on Mon Jan 5, 3:30 PM.", ConsultPagesTests.Plain(await site.GetAsync($"/c/{maya}")), StringComparison.Ordinal);
    }
}
