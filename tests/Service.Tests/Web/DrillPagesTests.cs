using System.Net;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Conversations;
using Curbside.People;
using Curbside.Phones;

namespace Curbside.Web;

/// <summary>A drill has two pages, one for each side, and both open from the one phone.</summary>
public class DrillPagesTests
{
    private const string Dana = "+14155550106";

    [Fact]
    public async Task Each_side_has_a_page_of_its_own_and_both_say_that_it_is_a_drill()
    {
        await using var site = await Site.OpenAsync();
        var (asker, standIn) = await BookedAsync(site);
        foreach (var (token, says) in new[]
        {
            (asker, "Booked: Stand-in calls you on Mon Jan 5, 1:05 PM."),
            (standIn, "You call Dana Fox LMFT on Mon Jan 5, 1:05 PM."),
        })
        {
            var page = await site.GetAsync($"/c/{token}");
            Assert.Contains("<title>DRILL: Case consult · Bay Curbside</title>", page, StringComparison.Ordinal);
            Assert.Contains("<h1>DRILL: Case consult, today</h1>", page, StringComparison.Ordinal);
            Assert.Contains("This is a drill, in which a manager plays both sides", page, StringComparison.Ordinal);
            Assert.Contains(says, Plain(page), StringComparison.Ordinal);
            Assert.Contains("deleted 1 day after the consult has closed", page, StringComparison.Ordinal);
            Assert.DoesNotContain("People I would rather not be asked", page, StringComparison.Ordinal);
            Assert.Contains("SUMMARY:DRILL: Consult with ", await site.GetAsync($"/c/{token}/invite.ics"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_one_side_writes_the_other_reads_and_what_is_wrong_is_told_on_a_page_that_says_so()
    {
        await using var site = await Site.OpenAsync();
        var (asker, standIn) = await BookedAsync(site);
        using var note = await site.PostAsync($"/c/{asker}/note", ("text", "Does this arrive?"));
        Assert.Contains("Does this arrive?", await site.GetAsync($"/c/{standIn}"), StringComparison.Ordinal);

        using var wrong = await site.PostAsync($"/c/{standIn}/note", ("text", ""));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("<title>DRILL: Please check what you wrote", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stand_in_steps_out_on_its_page_and_the_askers_says_that_it_is_over()
    {
        await using var site = await Site.OpenAsync();
        var (asker, standIn) = await BookedAsync(site);
        using var done = await site.PostAsync($"/c/{standIn}/step-out");
        Assert.Contains("<title>DRILL: Done", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await site.StatusAsync($"/c/{standIn}"));
        Assert.Contains("This drill is over, and nobody took it.", Plain(await site.GetAsync($"/c/{asker}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_keeps_nobody_apart()
    {
        await using var site = await Site.OpenAsync();
        var (asker, _) = await BookedAsync(site);
        var handle = site.Get<Links.LinkBook>().HandleFor(asker, PersonId.StandInOn(PhoneNumber.Parse(Dana)));
        using var sent = await site.PostAsync($"/c/{asker}/exclude", ("person", handle));
        Assert.Empty((await site.Get<PeopleBook>().CurrentAsync()).Find(Site.PersonOf(Dana))!.KeptApart);
    }

    [Fact]
    public async Task In_the_list_of_consults_it_is_marked_as_one()
    {
        await using var site = await Site.OpenAsync();
        await BookedAsync(site);
        await site.AskAsync();
        var listed = await new ConsultList(site.Store, site.Get<PeopleBook>()).ReadAsync();
        Assert.Equal(
            [("Dana Fox", "Stand-in", true), ("Maya Lee", null, false)],
            listed.Select(consult => (consult.Clinician, consult.Consultant, consult.IsDrill)).Order());
    }

    /// <returns>The tokens of both sides' links, as they were texted.</returns>
    private static async Task<(string Asker, string StandIn)> BookedAsync(Site site)
    {
        var roster = $"{RosterFile.Header}\n{Rosters.Of(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Dana)}";
        await site.Get<PeopleBook>().ImportAsync(((RosterReading.Accepted)RosterFile.Read(roster)).People);
        var texts = new List<Reply>();
        foreach (var text in new[] { "DRILL", "B1" })
        {
            texts.AddRange(await site.Get<Inbox>().TextReceivedAsync(PhoneNumber.Parse(Dana), text, text, null));
        }

        return (TokenIn("DRILL A: booked."), TokenIn("DRILL B: booked."));

        string TokenIn(string says) => texts.Single(text => text.Body.Contains(says, StringComparison.Ordinal)).Body.Split("/c/")[1].Split(' ')[0];
    }

    private static string Plain(string page) => Regex.Replace(Regex.Replace(page, "<[^>]*>", ""), @"\s+", " ");
}
