using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary><c>dotnet run --project tests/Browser.Tests</c> takes the pictures of the README anew: the demo practice as it is on a Monday at one.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var folder = Path.GetFullPath(args is [var given] ? given : Path.Combine(Tools.Folder(), "../../docs"));
        await using var demo = await Demo.StartAsync();
        await using (var form = await Visit.OpenAsync(demo, "/?kind=risk&urgency=now", atPhone: true))
        {
            await TakeAsync(form, folder, "form.png");
        }

        await demo.TextAsync(Demo.Maya, "ASK MED TODAY");
        await demo.TextAsync(Demo.Noor, "a 3.30p ok?");
        await using (var consult = await Visit.OpenAsync(demo, await demo.LinkAsync(Demo.Maya), atPhone: true))
        {
            await TakeAsync(consult, folder, "consult.png");
        }

        await demo.TextAsync(Demo.Maya, "1");
        await using (var local = await Visit.OpenAsync(demo, "/local"))
        {
            await local.SeesAsync("Booked.");
            await TakeAsync(local, folder, "local.png", height: 1000);
        }

        await (await Chromium.Browser).CloseAsync();
        return 0;
    }

    private static async Task TakeAsync(Visit visit, string folder, string name, int height = 780)
    {
        await visit.Page.SetViewportSizeAsync(visit.Page.ViewportSize!.Width, height);
        await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), Caret = ScreenshotCaret.Hide });
        Console.WriteLine(Path.Combine(folder, name));
    }
}
