using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary>From the form to the follow-up, on both sides, in a real browser; every page on the way is looked at in the state it is in.</summary>
public class The_whole_story
{
    [Fact]
    public async Task From_the_form_to_the_follow_up_on_both_sides()
    {
        await using var demo = await Demo.StartAsync();
        await using var maya = await Visit.OpenAsync(demo, atPhone: true);
        await maya.Page.GetByLabel("A medication question").CheckAsync();
        await maya.Page.Locator("[name=urgency][value=today]").CheckAsync();
        await maya.Page.GetByLabel("Your mobile number").FillAsync("415-555-0101");
        await maya.PressAsync("Send");
        await maya.SeesAsync("Not sent yet");
        await maya.LooksRightAsync("held");
        Assert.Equal(["held"], await demo.StatesAsync());

        await demo.TextAsync(Demo.Maya, "1");
        await maya.GoAsync(await demo.LinkAsync(Demo.Maya));
        await maya.SeesAsync("We are asking colleagues.");
        await maya.SeesAsync("1 colleague was asked.");

        // From here on the page is never loaded again: it stays current by itself.
        await maya.Page.EvaluateAsync("window.sameDocument = true");
        await maya.Page.GetByLabel("Your question, without names").FillAsync("Two sedating medicines at once: what would you look at first?");
        await maya.PressAsync("Save");
        await Assertions.Expect(maya.Page.Locator("#question-written")).ToContainTextAsync("Two sedating medicines at once");
        await maya.LooksRightAsync("asking");
        await demo.TextAsync(Demo.Noor, "A 3:30pm");
        await maya.SeesAsync("Noor Ng MD has named a time.");
        await maya.LooksRightAsync("a time is named");
        await maya.PressAsync("Book it");
        await maya.SeesAsync("Booked: Noor Ng MD calls you");
        await maya.SeesAsync("Why Noor Ng MD?");
        await maya.LooksRightAsync("booked");

        await using var noor = await Visit.OpenAsync(demo, await demo.LinkAsync(Demo.Noor));
        await noor.SeesAsync("You call Maya Lee LPC on Mon Jan 5, 3:30 PM.");
        await noor.SeesAsync("Two sedating medicines at once");
        await noor.Page.GetByLabel("Add a note").FillAsync("Which doses, and since when?");
        await noor.PressAsync("Add");
        await noor.SeesAsync("Which doses, and since when?");
        Assert.Equal("", await noor.Page.GetByLabel("Add a note").InputValueAsync());
        await noor.LooksRightAsync("booked, the consultant's side");
        await maya.SeesAsync("Which doses, and since when?");

        await maya.PressAsync("Ask for another time");
        await maya.SeesAsync("When instead?");
        await maya.LooksRightAsync("another time is wanted");
        await maya.Page.GetByLabel("Another time, on your own clock").FillAsync("2026-01-05T16:15");
        await maya.PressAsync("Offer this time");
        await maya.SeesAsync("is offered instead. Until it is taken, the old time stands.");
        await noor.SeesAsync("asks to move it to Mon Jan 5, 4:15 PM.");
        await noor.LooksRightAsync("a move is asked for");
        await noor.PressAsync("Take the new time");
        await noor.SeesAsync("You call Maya Lee LPC on Mon Jan 5, 4:15 PM.");
        await maya.SeesAsync("Moved to Mon Jan 5, 4:15 PM.");

        await demo.UntilAsync(Demo.Maya, "take place");
        await maya.SeesAsync("Did the consult take place?");
        await maya.LooksRightAsync("did it take place");
        await maya.PressAsync("It did");
        await maya.SeesAsync("You and Noor Ng MD met.");
        await maya.LooksRightAsync("met");
        await noor.SeesAsync("You and Maya Lee LPC met. Thank you.");
        await noor.LooksRightAsync("met, the consultant's side");

        await demo.UntilAsync(Demo.Maya, "help");
        await maya.SeesAsync("Did the consult help?");
        await maya.PressAsync("It helped");
        await maya.SeesAsync("This consult is closed.");
        await maya.LooksRightAsync("closed");
        Assert.True(await maya.Page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Equal(["closed"], await demo.StatesAsync());
    }

    [Fact]
    public async Task The_same_without_JavaScript()
    {
        await using var demo = await Demo.StartAsync();
        await using var maya = await Visit.OpenAsync(demo, script: false);
        await maya.Page.GetByLabel("A medication question").CheckAsync();
        await maya.Page.Locator("[name=urgency][value=today]").CheckAsync();
        await maya.Page.GetByLabel("Your question").FillAsync("Jane Doe sleeps badly");
        await maya.Page.GetByLabel("Your mobile number").FillAsync("415-555-0101");
        await maya.PressAsync("Send");
        await maya.SeesAsync("Looks like a name");
        Assert.Equal("Jane Doe sleeps badly", (await maya.Page.GetByLabel("Your question").InputValueAsync()).Trim());
        await maya.Page.GetByLabel("Your question").FillAsync("My client sleeps badly");
        await maya.PressAsync("Send");
        await maya.SeesAsync("Not sent yet");
        await demo.TextAsync(Demo.Maya, "1");

        await maya.GoAsync(await demo.LinkAsync(Demo.Maya));
        await maya.SeesAsync("My client sleeps badly");
        await demo.TextAsync(Demo.Noor, "A 3:30pm");
        await maya.Page.ReloadAsync();
        await maya.PressAsync("Book it");
        await maya.SeesAsync("Booked: Noor Ng MD calls you");
        await maya.Page.GetByLabel("Add a note").FillAsync("Thank you.");
        await maya.PressAsync("Add");
        await maya.SeesAsync("Thank you.");
        await maya.PressAsync("Remember this browser");
        await maya.SeesAsync("This browser is remembered as yours");
        await maya.Page.GetByText("People I would rather not be asked").ClickAsync();
        await maya.Page.GetByLabel("Priya Raman PMHNP").CheckAsync();
        await maya.PressAsync("Save this list");
        await maya.Page.GetByText("People I would rather not be asked").ClickAsync();
        await Assertions.Expect(maya.Page.GetByLabel("Priya Raman PMHNP")).ToBeCheckedAsync();

        await maya.GoAsync("/");
        await maya.SeesAsync("This browser is known as yours");
        Assert.Equal("415-555-0101", await maya.Page.GetByLabel("Your mobile number").InputValueAsync());
        await maya.GoAsync(await demo.LinkAsync(Demo.Maya));
        await maya.PressAsync("Call it off");
        await maya.SeesAsync("This request is withdrawn.");
    }

    [Fact]
    public async Task The_same_with_the_keyboard_alone()
    {
        await using var demo = await Demo.StartAsync();
        await using var maya = await Visit.OpenAsync(demo);
        var keys = new Keyboard(maya.Page);
        await keys.ToAsync("input[name=kind]");
        await keys.PressAsync("ArrowDown", "ArrowDown");
        await keys.ToAsync("input[name=urgency]");
        await keys.PressAsync("Space", "ArrowDown");
        await keys.ToAsync("input[type=tel]");
        await maya.Page.Keyboard.TypeAsync("415-555-0101");
        await keys.ToAsync("button");
        await keys.PressAsync("Enter");
        await maya.SeesAsync("Not sent yet");
        await demo.TextAsync(Demo.Maya, "1");
        await demo.TextAsync(Demo.Noor, "A 3:30pm");

        await maya.GoAsync(await demo.LinkAsync(Demo.Maya));
        await keys.ToAsync("button[value^=Take]");
        await keys.PressAsync("Enter");
        await maya.SeesAsync("Booked: Noor Ng MD calls you");
        await keys.ToAsync("textarea[id=text]");
        await maya.Page.Keyboard.TypeAsync("Thank you.");
        await keys.ToAsync("form:has([id=text]) button");
        await keys.PressAsync("Enter");
        await Assertions.Expect(maya.Page.Locator("#notes")).ToContainTextAsync("Thank you.");
        await keys.ToAsync("form[action$=withdraw] button");
        await keys.PressAsync("Enter");
        await maya.SeesAsync("This request is withdrawn.");
    }
}
