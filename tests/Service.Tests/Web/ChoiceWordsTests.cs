using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Web;

/// <summary>Why this person, why not that one: what the asker may know, and nothing more.</summary>
public class ChoiceWordsTests
{
    private static readonly Instant HalfPastTwo = Instant.FromUtc(2026, 1, 5, 22, 30);

    [Fact]
    public async Task The_asker_sees_why_the_one_who_said_yes_was_chosen_and_how_many_others_were_not()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        Assert.DoesNotContain("Why ", await site.GetAsync($"/c/{token}"), StringComparison.Ordinal);
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
        var page = ConsultPagesTests.Plain(await site.GetAsync($"/c/{token}"));
        Assert.Contains(
            "Why Noor Ng MD? First of 2 colleagues who could be asked for this just then. Nothing else told them apart, so the order of names decided. "
                + "Of the others: 3 do not answer this kind of question: their role, licence or topics are others. 1 could have been asked next.",
            page,
            StringComparison.Ordinal);
        var consultants = ConsultPagesTests.Plain(await site.GetAsync($"/c/{await site.TokenAsync(id, Site.Noor)}"));
        Assert.DoesNotContain("Why ", consultants, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_paused_opted_out_or_kept_apart_looks_the_same()
    {
        var pages = new List<string>();
        foreach (var change in new Func<Site, Task>[]
        {
            site => site.Get<PeopleBook>().SetReachAsync(Site.PersonOf(Site.Omar), new Reach { Consented = true, OptedOut = true }),
            site => site.Get<PeopleBook>().SetReachAsync(
                Site.PersonOf(Site.Omar), new Reach { Consented = true, PausedUntil = site.Clock.Now + Duration.FromDays(1) }),
            site => site.Get<PeopleBook>().KeepApartAsync(Site.PersonOf(Site.Omar), [Site.PersonOf(Site.Maya)]),
        })
        {
            await using var site = await Site.OpenAsync();
            await change(site);
            var (id, token) = await site.AskAsync();
            await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, HalfPastTwo);
            pages.Add(Why(await site.GetAsync($"/c/{token}")));
        }

        Assert.Contains("1 could not be asked just then, or had no time in common with you", pages[0], StringComparison.Ordinal);
        Assert.Single(pages.Distinct());
        Assert.DoesNotContain("Omar", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_support_only_the_one_who_said_yes_is_spoken_of()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync(kind: Kind.Support);
        await site.AnswerAsync(id, Site.Theo, AnswerKind.Accept, HalfPastTwo);
        var why = Why(await site.GetAsync($"/c/{token}"));
        Assert.Contains("The only colleague who could be asked", why, StringComparison.Ordinal);
        Assert.DoesNotContain("Of the others", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_no_one_was_free_the_reasons_are_counted()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Decline);
        await site.AnswerAsync(id, Site.Omar, AnswerKind.Decline);
        Assert.Contains("2 had been asked before", Why(await site.GetAsync($"/c/{token}")), StringComparison.Ordinal);
    }

    private static string Why(string page) =>
        ConsultPagesTests.Plain(page[page.IndexOf("<details class=\"why\"", StringComparison.Ordinal)..].Split("</details>")[0]);
}
