using System.Net;
using System.Text.RegularExpressions;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Web;

/// <summary>A clinician privately leaves colleagues out, on the consult's page.</summary>
public class ExclusionTests
{
    [Fact]
    public async Task The_asker_checks_colleagues_and_sees_them_checked()
    {
        await using var site = await Site.OpenAsync();
        var (_, token) = await site.AskAsync();
        var page = await site.GetAsync($"/c/{token}");
        Assert.Equal(["Ines Costa PsyD", "Noor Ng MD", "Omar Reyes PMHNP", "Theo Brandt LCSW"], People(page).Select(person => person.Name));
        Assert.DoesNotContain(People(page), person => person.Checked);
        Assert.DoesNotContain($"{Site.PersonOf(Site.Omar)}", page, StringComparison.Ordinal);

        using var response = await site.PostAsync($"/c/{token}/exclude", ("person", Handle(page, "Omar Reyes PMHNP")), ("person", "made up"));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal([Site.PersonOf(Site.Omar)], await OfMayaAsync(site));
        Assert.Equal(["Omar Reyes PMHNP"], People(await site.GetAsync($"/c/{token}")).Where(person => person.Checked).Select(person => person.Name));

        using var none = await site.PostAsync($"/c/{token}/exclude");
        Assert.Empty(await OfMayaAsync(site));
    }

    [Fact]
    public async Task The_consultant_neither_sees_the_list_nor_can_keep_one_there()
    {
        await using var site = await Site.OpenAsync();
        var (id, token) = await site.AskAsync();
        await site.AnswerAsync(id, Site.Noor, AnswerKind.Accept, Instant.FromUtc(2026, 1, 5, 22, 30));
        var noors = await site.TokenAsync(id, Site.Noor);
        Assert.Empty(People(await site.GetAsync($"/c/{noors}")));
        using var response = await site.PostAsync($"/c/{noors}/exclude", ("person", Handle(await site.GetAsync($"/c/{token}"), "Omar Reyes PMHNP")));
        Assert.All((await site.Get<PeopleBook>().CurrentAsync()).All, colleague => Assert.Empty(colleague.KeptApart));
    }

    [Fact]
    public async Task Whoever_is_no_longer_listed_stays_left_out()
    {
        await using var site = await Site.OpenAsync();
        await site.Get<PeopleBook>().KeepApartAsync(Site.PersonOf(Site.Maya), [Site.PersonOf(Site.Stranger)]);
        var (_, token) = await site.AskAsync();
        using var response = await site.PostAsync($"/c/{token}/exclude", ("person", Handle(await site.GetAsync($"/c/{token}"), "Noor Ng MD")));
        Assert.Equal(
            new[] { Site.PersonOf(Site.Noor), Site.PersonOf(Site.Stranger) }.ToHashSet(), (await OfMayaAsync(site)).ToHashSet());
    }

    private static async Task<IEnumerable<PersonId>> OfMayaAsync(Site site) =>
        (await site.Get<PeopleBook>().CurrentAsync()).Find(Site.PersonOf(Site.Maya))!.KeptApart;

    private static string Handle(string page, string name) => People(page).Single(person => person.Name == name).Handle;

    private static List<(string Handle, bool Checked, string Name)> People(string page) =>
    [
        .. Regex.Matches(page, "name=\"person\" value=\"([^\"]+)\"( checked)?>\\s*([^<]+)</label>")
            .Select(match => (match.Groups[1].Value, match.Groups[2].Success, match.Groups[3].Value.Trim())),
    ];
}
