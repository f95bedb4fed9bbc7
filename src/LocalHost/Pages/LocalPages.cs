using Curbside.Consults;
using Curbside.Drills;
using Curbside.LocalHost.Carrier;
using Curbside.LocalHost.Clock;
using Curbside.People;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

/// <summary>The simulated phones and mailboxes in a browser: read any thread, reply as that person.</summary>
internal sealed class LocalPages(
    TextTable texts,
    PhoneTable phones,
    SimulatedMail mail,
    IncomingTexts incoming,
    ConsultList consults,
    ConsultAccess access,
    PeopleBook people,
    PolicyBook policies,
    IClock clock)
{
    private const string Show = "show";

    /// <summary>Phones that are shown side by side.</summary>
    private const int MostShown = 3;

    public async Task OverviewAsync(HttpContext context)
    {
        var page = await DemoAsync(context);
        await PageFrame.WriteAsync(
            context,
            await PracticeAsync(context),
            "Curbside on this machine",
            page.Render(),
            Html.Of($""" data-live="/local/now{context.Request.QueryString.Value}" data-every="1500" """));
    }

    /// <summary>What may have changed on the overview, for its own script.</summary>
    public async Task NowAsync(HttpContext context) => await PageFrame.WriteAsync(context, (await DemoAsync(context)).Parts());

    public async Task PhoneAsync(HttpContext context)
    {
        if (await RoutePhone.ReadAsync(context) is not { } phone)
        {
            return;
        }

        var practice = await PracticeAsync(context);
        var screen = Screen(phone, await people.CurrentAsync(context.RequestAborted), practice.Zone, $"/local/phones/{phone.Value}");
        await PageFrame.WriteAsync(context, practice, screen.Name, Html.Of(
            $"""
            <p><a href="/local">All phones</a></p>
            <h1>{screen.Name}</h1>
            {screen.Render()}
            {screen.Switch()}
            """), Html.Of($""" data-live="/local/phones/{phone.Value}" data-every="1500" """));
    }

    public async Task WriteAsync(HttpContext context)
    {
        if (await RoutePhone.ReadAsync(context) is not { } phone)
        {
            return;
        }

        var sent = await SentFields.ReadAsync(context.Request);
        if (sent?["body"]?.Trim() is { Length: > 0 } body)
        {
            await incoming.WriteAsync(phone, body, CancellationToken.None);
        }

        SeeOther(context, sent?.Back ?? $"/local/phones/{phone.Value}");
    }

    public async Task MailboxAsync(HttpContext context)
    {
        var address = (string)context.Request.RouteValues["address"]!;
        await PageFrame.WriteAsync(context, await PracticeAsync(context), address, MailboxPage.Render(address, mail.Read(address)));
    }

    public async Task ChoicesAsync(HttpContext context)
    {
        var id = new ConsultId((string)context.Request.RouteValues["id"]!);
        if (await access.FindAsync(id, context.RequestAborted) is not { } consult || !ChoicesPage.MayShow(consult))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status404NotFound, "There is no such consult, or none that a manager may see.");
            return;
        }

        var practice = await PracticeAsync(context);
        var page = new ChoicesPage(consult, Drill.RosterFor(consult.Request, await people.CurrentAsync(context.RequestAborted)), practice.Zone);
        await PageFrame.WriteAsync(context, practice, page.Title, page.Render());
    }

    /// <summary>To another page, with GET.</summary>
    public static void SeeOther(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    private async Task<Practice> PracticeAsync(HttpContext context) => (await policies.CurrentAsync(context.RequestAborted)).Practice;

    private async Task<DemoPage> DemoAsync(HttpContext context)
    {
        var practice = await PracticeAsync(context);
        var roster = await people.CurrentAsync(context.RequestAborted);
        var listed = await consults.ReadAsync(context.RequestAborted);
        var known = phones.All().ToDictionary(phone => phone.Number);
        var back = $"/local{context.Request.QueryString.Value}";
        var now = clock.GetCurrentInstant();

        var order = new PhoneOrder(roster, known);
        var wanted = context.Request.Query[Show].Select(text => PhoneNumber.TryParse(text, out var phone) ? phone.Value : null).OfType<string>().ToList();
        var shown = order.Shown(wanted, MostShown);
        var screens = order.All.Select(number => Screen(PhoneNumber.Parse(number), roster, practice.Zone, back, isShown: shown.Contains(number)))
            .ToDictionary(screen => screen.Phone.Value);
        var asker = order.Asker is { } first ? screens[first] : null;
        var story = asker is null ? null : new FirstStory(
            asker,
            [.. order.ByLatest.Where(number => number != order.Asker).Select(number => screens[number])],
            listed.LastOrDefault(consult => consult.Clinician == asker.Owner!.Name && consult.Kind == Kind.Medication),
            now,
            clock is ManualClock,
            back);
        return new DemoPage(
            new DemoClock(now.InZone(practice.Zone), clock is ManualClock, back),
            story,
            [.. shown.Select(number => screens[number])],
            [.. order.All.Except(shown).Select(number => new OtherPhone(
                number, screens[number].Name, known.GetValueOrDefault(number)?.Unread ?? 0, AddressWith(shown, number)))],
            mail.Mailboxes(),
            listed);
    }

    /// <summary>The page with one more phone; the one that was shown longest makes room, but for the first.</summary>
    private static string AddressWith(IReadOnlyList<string> shown, string number)
    {
        var kept = shown.Count < MostShown ? shown : [.. shown.Take(1), .. shown.Skip(2)];
        return "/local?" + string.Join('&', kept.Append(number).Select(phone => $"{Show}={Uri.EscapeDataString(phone)}"));
    }

    private PhoneScreen Screen(PhoneNumber phone, Roster roster, DateTimeZone otherwise, string back, bool isShown = true)
    {
        var owner = roster.TryFind(phone, out var colleague) ? colleague.Person : null;
        if (isShown)
        {
            phones.SetRead(phone.Value);
        }

        return new PhoneScreen(
            phone,
            owner,
            owner?.Zone ?? otherwise,
            texts.Thread(phone.Value),
            !phones.IsUnreachable(phone.Value),
            phones.IsOptedOut(phone.Value),
            back);
    }
}
