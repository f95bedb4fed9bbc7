using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary>What a newcomer clicks through on <c>/local</c>.</summary>
public partial class The_demo
{
    /// <summary>What the story says at what time, whatever is being sent.</summary>
    private const string Shown =
        "() => [...document.querySelectorAll('#clock, #story > p, #story button, #story [aria-current]')].map(part => part.textContent).join('|')";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_story_is_clicked_through_to_its_end(bool script)
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo, "/local", script: script);
        await StepAsync(visit, script, "Ask");
        await visit.PressAsync("Text ASK MED TODAY as Maya Lee");
        await visit.SeesAsync("Asking prescribers now.");
        await StepAsync(visit, script, "Say yes");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = SayYes() }).ClickAsync();
        await visit.SeesAsync("have the time, and a mail with a calendar entry");
        await StepAsync(visit, script, "Wait");
        await ClickOnAsync(visit, "Talk");
        await StepAsync(visit, script, "Talk");
        await ClickOnAsync(visit, "Look back");
        await StepAsync(visit, script, "Look back");
        await ClickOnAsync(visit, null);
        await visit.SeesAsync("That is the whole story.");
        Assert.Equal(["closed"], await demo.StatesAsync());
        if (script)
        {
            await visit.LooksRightAsync("the story is over");
        }
    }

    [Fact]
    public async Task Phones_answer_with_a_tap_and_stay_current()
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo, "/local");
        await Assertions.Expect(visit.Page.Locator(".phone")).ToHaveCountAsync(3);
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await visit.SeesAsync("A: M Lee LPC asks a CA medication question");
        await visit.Page.GetByLabel("Text as Maya Lee").FillAsync("half typed");
        await visit.Page.Locator(".quick button[value=A0]").First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Text as Maya Lee")).ToHaveValueAsync("half typed");
        await visit.PressAsync("1 hour later");
        await visit.SeesAsync("Monday, Jan 5, 2:00 PM");
    }

    [Fact]
    public async Task Its_other_pages()
    {
        await using var demo = await Demo.StartAsync();
        await using var visit = await Visit.OpenAsync(demo, "/local");
        await visit.LooksRightAsync("nothing yet");
        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await demo.TextAsync(Demo.Noor, "A1");
        await visit.SeesAsync("Booked.");
        await visit.LooksRightAsync("booked");
        foreach (var path in new[]
        {
            $"/local/phones/{Demo.Noor}", $"/local/consults/{await demo.ConsultIdAsync()}", "/local/mailboxes/noor.ng@example.org",
        })
        {
            await visit.GoAsync(path);
            await visit.LooksRightAsync(path);
        }
    }

    private static async Task StepAsync(Visit visit, bool script, string name)
    {
        await Assertions.Expect(visit.Page.Locator("#story [aria-current=step]")).ToHaveTextAsync(name);
        if (script)
        {
            visit.NoTroubles();
        }
    }

    /// <summary>Presses what the story offers until it is at this step; null for its end.</summary>
    private static async Task ClickOnAsync(Visit visit, string? step)
    {
        for (var clicks = 0; clicks < 12; clicks++)
        {
            var now = visit.Page.Locator("#story [aria-current=step]");
            if (await now.CountAsync() == 0 ? step is null : await now.TextContentAsync() == step)
            {
                return;
            }

            var before = await visit.Page.EvaluateAsync<string>(Shown);
            await visit.Page.Locator("#story form button").First.ClickAsync();
            await visit.Page.WaitForFunctionAsync($"before => !document.querySelector('[aria-busy]') && ({Shown})() !== before", before);
        }
    }

    [GeneratedRegex("^Text A1 as ")]
    private static partial Regex SayYes();
}
