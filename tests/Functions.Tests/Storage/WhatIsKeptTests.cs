using Curbside.Consults;
using Curbside.Conversations;
using Curbside.Functions.Support;
using Curbside.Links;
using Curbside.People;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Functions.Storage;

/// <summary>Reads the rows like a curious stranger who got hold of the storage account: what is there while consults go on, and what is left afterwards.</summary>
public sealed class WhatIsKeptTests
{
    private const string Maya = "+14155550101";
    private const string Noor = "+14155550102";
    private const string Omar = "+14155550103";
    private const string Ines = "+14155550104";
    private const string Theo = "+14155550105";
    private const string Stranger = "+14155550199";

    private static readonly Instant Afternoon = Instant.FromUtc(2026, 1, 5, 21, 0);

    /// <summary>Words that are written in the story, each in one place: by form, by text beyond an answer, on the page, in a request that came to nothing.</summary>
    private static readonly string[] Written = ["zebras", "giraffes", "walruses", "okapis", "pandas", "llamas", "beavers"];

    [Fact]
    public async Task What_is_written_is_in_the_consults_own_row_and_in_no_other()
    {
        await using var world = await OpenAsync();
        await LiveAsync(world);
        var rows = await RowsAsync(world);

        string[] read = ["zebras", "walruses", "llamas"];
        Assert.All(read, word => Assert.Contains(rows, row => Holds(row, word)));
        Assert.All(
            rows.Where(row => Written.Any(word => Holds(row.Row, word))),
            row => Assert.Equal((Table.Consults, RowKeys.State), (row.Table, row.Row.Key)));

        // What stood behind a refusal, what a stranger wrote, a request that had to give way to one that waits, and one that was withdrawn.
        Assert.DoesNotContain(rows, row => Holds(row, "giraffes") || Holds(row, "pandas") || Holds(row, "okapis") || Holds(row, "beavers"));
    }

    /// <summary>The program dies at the first write of it, at the second and so on, and what it left is finished by the next.</summary>
    [Fact]
    public async Task A_text_whose_handling_was_cut_short_leaves_no_words_behind_either()
    {
        var writes = await AnswerAsync(Conversations.Mishap.None);
        Assert.True(writes > 5, "The story does not write.");
        for (var write = 1; write <= writes; write++)
        {
            await AnswerAsync(new Conversations.Mishap(write, IsMade: true, Kills: true));
            await AnswerAsync(new Conversations.Mishap(write, IsMade: false, Kills: true));
        }

        static async Task<int> AnswerAsync(Conversations.Mishap mishap)
        {
            await using var world = await OpenAsync();
            await world.TextAsync(Maya, "SM-1", "ASK MED TODAY", null);
            var before = world.Store.Writes;
            world.Store.FailAt(mishap);
            try
            {
                await world.TextAsync(Noor, "SM-2", "A1 please, and tell them about giraffes", null);
            }
            catch (Exception trouble) when (mishap.Kills && trouble is not Xunit.Sdk.XunitException)
            {
                await world.RestartAsync();
            }

            var written = world.Store.Writes - before;
            await world.AdvanceAsync(Duration.FromMinutes(5));
            await world.TextAsync(Noor, "SM-2", "A1 please, and tell them about giraffes", null);
            await world.AdvanceAsync(Duration.FromMinutes(5));
            var holding = Assert.Single(await RowsAsync(world), row => Holds(row.Row, "giraffes"));
            Assert.Equal((Table.Consults, RowKeys.State), (holding.Table, holding.Row.Key));
            return written;
        }
    }

    [Fact]
    public async Task Thirty_days_after_a_consult_has_closed_no_row_of_it_is_left()
    {
        await using var world = await OpenAsync();
        await LiveAsync(world);
        await world.AdvanceAsync(Duration.FromDays(10));
        var closed = await ConsultsAsync(world);
        Assert.Equal(["closed", "closed", "unanswered", "withdrawn", "withdrawn"], closed.Select(consult => consult.State).Order(StringComparer.Ordinal));

        for (var day = 0; day < 45 && (await RowsAsync(world)).Any(row => row.Table == Table.Consults); day++)
        {
            var gone = Afternoon + Duration.FromDays(30);
            Assert.True(world.Now < gone || (await ConsultsAsync(world)).All(consult => consult.State != "withdrawn"), "Withdrawn on the first day, and still there.");
            await world.AdvanceAsync(Duration.FromDays(1));
        }

        Assert.True(world.Now < Afternoon + Duration.FromDays(10 + 7 + 3 + 30 + 2), $"{world.Now}");
        Assert.DoesNotContain(await RowsAsync(world), row => row.Table is Table.Consults or Table.Open);
        Assert.DoesNotContain(await RowsAsync(world), row => Written.Any(word => Holds(row.Row, word)));
    }

    [Fact]
    public async Task Months_later_there_are_the_roster_and_the_phones_that_it_knows()
    {
        await using var world = await OpenAsync();
        await LiveAsync(world);
        await world.AdvanceAsync(Duration.FromDays(90));
        await world.RunAsync("tidy");
        await world.RunAsync("purge-history");

        string[] left =
        [
            "Consults: 0", "Links: 0", "Open: 0", "People current: 1", "People g: 6", "People r: 2", "People seen: 2",
            .. new[] { Maya, Noor, Omar, Ines, Theo }.Select(phone => $"Phones {phone} state: 1"),
            "Slots: 0",
        ];
        Assert.Equal(left, Counted(await RowsAsync(world)));
        Assert.All(
            (await RowsAsync(world)).Where(row => row.Table == Table.Phones),
            row =>
            {
                Assert.Null(row.Row.Due);
                Assert.DoesNotContain("\"letters\":[{", row.Row.Body, StringComparison.Ordinal);
            });
        Assert.Empty(world.Hub.Instances);
    }

    [Fact]
    public async Task Whoever_has_opted_out_is_remembered_also_when_the_roster_knows_them_no_more()
    {
        await using var world = await OpenAsync();
        await world.TextAsync(Maya, "SM-stop", "STOP", "STOP");
        await world.TextAsync(Stranger, "SM-hello", "hello", null);
        await world.Get<PeopleBook>().ImportAsync(Rosters.People(Rosters.Noor));
        await world.AdvanceAsync(Duration.FromDays(90));

        Assert.Equal([Maya], (await RowsAsync(world)).Where(row => row.Table == Table.Phones).Select(row => row.Row.Partition));
    }

    [Fact]
    public async Task Whoever_left_the_roster_is_forgotten_when_no_consult_names_them_any_more()
    {
        await using var world = await OpenAsync();
        await world.TextAsync(Maya, "SM-ask", "ASK MED TODAY", null);
        await world.AdvanceAsync(Duration.FromHours(6));
        await world.Get<PeopleBook>().ImportAsync(Rosters.People(Rosters.Ines, Rosters.Theo));
        for (var day = 0; day < 3; day++)
        {
            await world.AdvanceAsync(Duration.FromDays(1));
            await world.RunAsync("tidy");
        }

        var left = (await world.Get<PeopleBook>().CurrentAsync()).All.Where(colleague => colleague.Person.Left).Select(colleague => colleague.Person.Name);
        Assert.Equal(["Maya Lee", "Noor Ng", "Omar Reyes"], left.Except(["Dana Fox"]).Order(StringComparer.Ordinal));

        await world.AdvanceAsync(Duration.FromDays(31));
        await world.RunAsync("tidy");
        Assert.DoesNotContain(await RowsAsync(world), row => row.Table == Table.People && Holds(row.Row, "Maya"));
        Assert.Equal(["People current: 1", "People g: 2", "People seen: 2"], Counted(await RowsAsync(world)).Where(line => line.StartsWith("People", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_comes_back_soon_is_there_again_and_leaves_anew()
    {
        await using var world = await OpenAsync();
        await world.Get<PeopleBook>().ImportAsync(Rosters.People(Rosters.Ines));
        await world.RunAsync("tidy");
        await world.Get<PeopleBook>().ImportAsync(Rosters.People(Rosters.Ines, Rosters.Maya));
        await world.AdvanceAsync(Duration.FromDays(40));
        await world.RunAsync("tidy");
        Assert.Equal(["Ines Costa", "Maya Lee"], (await world.Get<PeopleBook>().CurrentAsync()).All.Select(colleague => colleague.Person.Name).Order(StringComparer.Ordinal));

        await world.Get<PeopleBook>().ImportAsync(Rosters.People(Rosters.Ines));
        await world.RunAsync("tidy");
        Assert.Equal(2, (await world.Get<PeopleBook>().CurrentAsync()).All.Length);
    }

    [Fact]
    public async Task A_browser_that_was_remembered_is_forgotten_with_its_cookie()
    {
        await using var world = await OpenAsync();
        await world.Get<LinkBook>().RememberBrowserAsync(new PersonId("maya"));
        await world.AdvanceAsync(LinkBook.BrowserLife - Duration.FromDays(1));
        await world.RunAsync("tidy");
        Assert.Single(await RowsAsync(world), row => row.Table == Table.Links);

        await world.AdvanceAsync(Duration.FromDays(1));
        await world.RunAsync("tidy");
        Assert.DoesNotContain(await RowsAsync(world), row => row.Table == Table.Links);
    }

    [Fact]
    public async Task What_was_announced_and_never_saved_is_struck_off_after_a_day()
    {
        await using var world = await OpenAsync();
        await world.TextAsync(Maya, "SM-ask", "ASK MED TODAY", null);
        await world.Store.CommitAsync(Table.Open, "open", [new Write.Insert("never-saved", StoredForm.Write(world.Now))]);
        await world.RunAsync("tidy");
        Assert.Equal(2, (await RowsAsync(world)).Count(row => row.Table == Table.Open));

        await world.AdvanceAsync(Duration.FromDays(1));
        await world.RunAsync("tidy");
        Assert.Equal((await ConsultsAsync(world)).Select(consult => consult.Id), (await RowsAsync(world)).Where(row => row.Table == Table.Open).Select(row => row.Row.Key));
    }

    /// <summary>
    /// A request by form leads over a refusal, a counter-offer and a new time to a consult that did not help, and to a second opinion; others are withdrawn,
    /// not confirmed or find nobody. It takes nine days.
    /// </summary>
    private static async Task LiveAsync(FunctionsWorld world)
    {
        await world.SubmitAsync([new("phone", Maya), new("kind", "medication"), new("urgency", "today"), new("question", "which dose for zebras"), new("not_identifying", "yes")]);
        await world.TextAsync(Maya, "SM-01", "A1", null);
        await world.TextAsync(Stranger, "SM-02", "do you know pandas", null);
        await world.TextAsync(Noor, "SM-03", "no, but ask about giraffes", null);
        await world.TextAsync(Omar, "SM-04", "4:45pm", null);
        await world.TextAsync(Maya, "SM-05", "yes, and bring walruses", null);
        await world.WriteAsync(Maya, "note", ("text", "It is about llamas too"), ("not_identifying", "yes"));
        await world.SubmitAsync([new("phone", Maya), new("kind", "case"), new("urgency", "today"), new("question", "okapis"), new("not_identifying", "yes")]);
        await world.AdvanceAsync(Duration.FromMinutes(40));
        await world.TextAsync(Maya, "SM-06", "ASK CASE THIS WEEK", null);
        await world.WriteAsync(Maya, "note", ("as", "question"), ("text", "beavers"), ("not_identifying", "yes"));
        await world.TextAsync(Maya, "SM-07", "X C", null);
        await world.TextAsync(Maya, "SM-08", "ASK SUPPORT TODAY", null);
        await world.AdvanceAsync(Duration.FromDays(1));
        await world.TextAsync(Omar, "SM-09", "yes", null);
        await world.AdvanceAsync(Duration.FromDays(7));
        await world.TextAsync(Maya, "SM-10", "still stuck", null);
        await world.TextAsync(Maya, "SM-11", "yes", null);
        var asked = new[] { Noor, Ines, Theo }.Single(phone => world.Providers.Thread(phone)[^1].Body.Contains("second opinion", StringComparison.Ordinal));
        await world.TextAsync(asked, "SM-12", "1", null);
        await world.AdvanceAsync(Duration.FromDays(1));
    }

    private static Task<FunctionsWorld> OpenAsync() => FunctionsWorld.OpenAsync(
        Afternoon, PolicyFile.Default, Rosters.People(Rosters.Maya, Rosters.Noor, Rosters.Omar, Rosters.Ines, Rosters.Theo, Rosters.Dana));

    private static async Task<IReadOnlyList<Listed>> ConsultsAsync(FunctionsWorld world) => await world.ConsultsAsync();

    private static async Task<List<(Table Table, Row Row)>> RowsAsync(FunctionsWorld world)
    {
        var rows = new List<(Table, Row)>();
        foreach (var table in Enum.GetValues<Table>())
        {
            rows.AddRange((await world.Store.ScanAsync(table, "", "~")).Select(row => (table, row)));
        }

        return rows;
    }

    private static bool Holds((Table Table, Row Row) row, string word) => Holds(row.Row, word);

    private static bool Holds(Row row, string word) => row.Body.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Counted(List<(Table Table, Row Row)> rows) => Enum.GetNames<Table>().Order(StringComparer.Ordinal).SelectMany(name =>
    {
        var table = rows.Where(row => row.Table.ToString() == name).Select(row => row.Row).ToList();
        return table.Count == 0
            ? [$"{name}: 0"]
            : table.GroupBy(row => name == "People" ? row.Key.Split('-')[0] : $"{row.Partition} {row.Key.Split('-')[0]}").Select(group => $"{name} {group.Key}: {group.Count()}");
    });
}
