using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary>Markup in every field, a second click, the back button, a reload, a connection that breaks.</summary>
public class What_goes_wrong
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&#x3c;";

    [Fact]
    public async Task Markup_in_every_field_is_shown_as_text()
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo);
        visit.Page.Dialog += (_, dialog) => Assert.Fail($"A script of the writer ran: {dialog.Message}");
        await visit.Page.Locator("[name=kind][value=case]").CheckAsync();
        await visit.Page.Locator("[name=urgency][value=today]").CheckAsync();
        await visit.Page.GetByLabel("Your question").FillAsync(Hostile);
        await visit.Page.GetByLabel("Your mobile number").FillAsync(Hostile);
        await visit.PressAsync("Send");
        await visit.SeesAsync("is not a phone number");
        Assert.Equal(Hostile, (await visit.Page.GetByLabel("Your question").InputValueAsync()).Trim());
        Assert.Equal(Hostile, await visit.Page.GetByLabel("Your mobile number").InputValueAsync());

        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await demo.TextAsync(Demo.Noor, $"no but {Hostile}");
        await visit.GoAsync(await demo.LinkAsync(Demo.Maya));
        await visit.Page.GetByLabel("Add a note").FillAsync(Hostile);
        await visit.PressAsync("Add");
        await Assertions.Expect(visit.Page.Locator("#notes article")).ToHaveCountAsync(1);
        await visit.SeesAsync(Hostile);
        await visit.GoAsync($"/local/phones/{Demo.Noor}");
        await visit.SeesAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await visit.Page.Locator("img, script:not([src])").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_click_or_a_reload_sends_nothing_twice(bool script)
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await using var visit = await Visit.OpenAsync(demo, await demo.LinkAsync(Demo.Maya), script: script);
        await visit.Page.GetByLabel("Add a note").FillAsync("Only once.");
        await visit.Button("Add").ClickAsync(new LocatorClickOptions { ClickCount = 2 });
        await visit.SeesAsync("Only once.");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("#notes article")).ToHaveCountAsync(1);

        await visit.GoAsync("/");
        await visit.Page.Locator("[name=kind][value=support]").CheckAsync();
        await visit.Page.Locator("[name=urgency][value=today]").CheckAsync();
        await visit.Page.GetByLabel("Your mobile number").FillAsync(Demo.Rosa);
        await visit.Button("Send").ClickAsync(new LocatorClickOptions { ClickCount = 2 });
        await visit.SeesAsync("Not sent yet");
        await visit.Page.ReloadAsync();
        Assert.Equal(["asking", "held"], (await demo.StatesAsync()).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Back_keeps_what_was_typed(bool script)
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo, script: script);
        await visit.Page.Locator("[name=kind][value=case]").CheckAsync();
        await visit.Page.Locator("[name=urgency][value=today]").CheckAsync();
        await visit.Page.GetByLabel("Your question").FillAsync("What comes next?");
        await visit.Page.GetByLabel("Your mobile number").FillAsync("415-555-0199");
        await visit.PressAsync("Send");
        await visit.SeesAsync("Not sent yet");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Your question")).ToHaveValueAsync("What comes next?");
        await Assertions.Expect(visit.Page.GetByLabel("Your mobile number")).ToHaveValueAsync("415-555-0199");
        await Assertions.Expect(visit.Page.Locator("[name=kind][value=case]")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_connection_that_breaks_says_what_was_not_sent_and_keeps_it()
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await using var visit = await Visit.OpenAsync(demo, await demo.LinkAsync(Demo.Maya));
        await visit.Page.GetByLabel("Add a note").FillAsync("Is anybody there?");
        await visit.Context.SetOfflineAsync(true);
        await visit.PressAsync("Add");
        await visit.SeesAsync("No answer came back, so this may not have been sent.");
        await visit.SeesAsync("What you see may be out of date.");
        await Assertions.Expect(visit.Page.GetByLabel("Add a note")).ToHaveValueAsync("Is anybody there?");
        await visit.LooksRightAsync("offline");
        await visit.Context.SetOfflineAsync(false);
        await visit.PressAsync("Add");
        await Assertions.Expect(visit.Page.Locator("#notes article")).ToHaveCountAsync(1);
        await visit.DoesNotSeeAsync("What you see may be out of date.");
    }

    [Fact]
    public async Task What_somebody_types_stays_while_the_page_changes_around_it()
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await using var visit = await Visit.OpenAsync(demo, await demo.LinkAsync(Demo.Maya));
        await visit.Page.GetByLabel("Add a note").FillAsync("Half a sen");
        await demo.TextAsync(Demo.Noor, "A 3:30pm");
        await visit.SeesAsync("Noor Ng MD has named a time.");
        await visit.Page.Keyboard.TypeAsync("tence");
        await Assertions.Expect(visit.Page.GetByLabel("Add a note")).ToHaveValueAsync("Half a sentence");
    }

    [Fact]
    public async Task A_link_that_is_cut_or_in_another_case_leads_to_one_kind_page()
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        var link = await demo.LinkAsync(Demo.Maya);
        await using var visit = await Visit.OpenAsync(demo);
        foreach (var wrong in new[] { link[..^1], link.Replace("/c/", "/c/x", StringComparison.Ordinal), link.ToLowerInvariant() })
        {
            await visit.GoAsync(wrong);
            await visit.SeesAsync("This link opens nothing");
            await visit.SeesAsync("ask the practice for a new link");
        }
    }
}
