using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary>Every page in the states that the whole story does not come by.</summary>
public class Every_page
{
    [Fact]
    public async Task The_form_in_every_state()
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo);
        await visit.LooksRightAsync("empty");
        foreach (var kind in new[] { "case", "medication", "second-opinion", "observation", "support", "risk" })
        {
            await visit.Page.Locator($"[name=kind][value={kind}]").CheckAsync();
            await visit.Page.Locator("[name=urgency][value=today]").CheckAsync();
            await visit.LooksRightAsync(kind);
        }

        await Assertions.Expect(visit.Page.GetByLabel("I checked, this identifies nobody")).ToBeHiddenAsync();
        await visit.Page.GetByLabel("Your question").FillAsync("Jane Doe called on 3/4/2025");
        await visit.SeesAsync("\"Jane Doe\": Looks like a name");
        await Assertions.Expect(visit.Page.GetByLabel("I checked, this identifies nobody")).ToBeVisibleAsync();
        await visit.LooksRightAsync("with hints");
        await visit.Page.Locator("[name=kind][value=observation]").CheckAsync();
        await visit.Page.GetByLabel("Your mobile number").FillAsync("nonsense");
        await visit.PressAsync("Send");
        await visit.SeesAsync("Not sent yet. Please check:");
        await visit.LooksRightAsync("with errors");
        await visit.GoAsync("/?held=risk");
        await visit.LooksRightAsync("risk is held");
    }

    [Fact]
    public async Task Risk_shows_whom_to_call_at_once_above_everything_with_and_without_a_script()
    {
        await using var demo = await Demo.StartAsync();
        foreach (var script in new[] { true, false })
        {
            await using var visit = await Visit.OpenAsync(demo, atPhone: true, script: script);
            var lines = visit.Page.Locator(".danger");
            await Assertions.Expect(lines).ToBeHiddenAsync();
            await visit.Page.Locator("[name=kind][value=risk]").CheckAsync();
            await Assertions.Expect(lines).ToBeInViewportAsync();
            await Assertions.Expect(lines).ToContainTextAsync("call 911");
            await Assertions.Expect(lines).ToContainTextAsync("call 988, or text 988 if you cannot talk");
            await Assertions.Expect(lines).ToContainTextAsync("415-555-0190");
            Assert.Equal(0, (int)(await lines.BoundingBoxAsync())!.Y);
            await visit.Page.Locator("[name=kind][value=case]").CheckAsync();
            await Assertions.Expect(lines).ToBeHiddenAsync();
        }
    }

    [Fact]
    public async Task The_promise_of_the_kind_is_the_one_that_is_seen()
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo, script: false);
        var today = visit.Page.Locator("label:has([name=urgency][value=today])");
        var week = visit.Page.Locator("label:has([name=urgency][value=this-week])");
        await Assertions.Expect(today).ToContainTextAsync("By 5:00 PM today", Seen());
        await visit.Page.Locator("[name=kind][value=risk]").CheckAsync();
        await Assertions.Expect(today).ToContainTextAsync("By 2:00 PM today", Seen());
        await Assertions.Expect(today).Not.ToContainTextAsync("5:00 PM", Seen());
        await Assertions.Expect(week).ToBeHiddenAsync();
        await visit.Page.Locator("[name=kind][value=case]").CheckAsync();
        await Assertions.Expect(week).ToContainTextAsync("By 5:00 PM on Wed Jan 7", Seen());

        static LocatorAssertionsToContainTextOptions Seen() => new() { UseInnerText = true };
    }

    [Fact]
    public async Task Ends_that_nobody_wished_for()
    {
        await using var demo = await Demo.StartAsync();
        await demo.TextAsync(Demo.Maya, "ASK RISK NOW");
        await using var visit = await Visit.OpenAsync(demo, await demo.LinkAsync(Demo.Maya));
        await visit.LooksRightAsync("risk, asking");
        await demo.AdvanceAsync("00:20:00");
        await visit.SeesAsync("No one was free.");
        await visit.SeesAsync("Call the backup line now");
        await visit.LooksRightAsync("risk, unanswered");

        await demo.TextAsync(Demo.Maya, "ASK SUPPORT TODAY");
        await visit.GoAsync(await demo.LinkAsync(Demo.Maya));
        await visit.SeesAsync("This line tells no manager");
        await visit.PressAsync("Withdraw the request");
        await visit.SeesAsync("This request is withdrawn.");
        await visit.LooksRightAsync("withdrawn");

        await demo.TextAsync(Demo.Marcus, "ASK MED NOW");
        await visit.GoAsync(await demo.LinkAsync(Demo.Marcus));
        await visit.SeesAsync("Refer-out checklist");
        await visit.LooksRightAsync("a coach asks");
        // On A there is still the risk that nobody took.
        await demo.TextAsync(Demo.Noor, "B1");
        await visit.SeesAsync("Booked:");
        await demo.UntilAsync(Demo.Marcus, "alking");
        await visit.SeesAsync("Are you talking yet?");
        await visit.LooksRightAsync("talking yet");
    }

    [Theory]
    [InlineData("/join")]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    [InlineData("/c/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Pages_of_words(string path)
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo, path);
        await visit.LooksRightAsync(path);
    }

    [Fact]
    public async Task A_practice_has_its_own_name_and_colour()
    {
        await using var demo = await Demo.StartAsync();
        await demo.PutPolicyAsync("""{ "practice": { "name": "Hill Street", "colour": "#7a1f5c", "texting_number": "+14155550193" } }""");
        await using var visit = await Visit.OpenAsync(demo);
        Assert.Equal("rgb(122, 31, 92)", await visit.Page.Locator("button.main").EvaluateAsync<string>("button => getComputedStyle(button).backgroundColor"));
        await visit.LooksRightAsync("another colour");
        await visit.GoAsync("/join");
        await visit.SeesAsync("Hill Street");
        await visit.SeesAsync("415-555-0193");
    }
}
