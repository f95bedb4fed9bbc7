using Curbside.Consults;
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
    public async Task OverviewAsync(HttpContext context)
    {
        var zone = (await policies.CurrentAsync(context.RequestAborted)).Practice.Zone;
        var overview = new Overview(
            Phones(await people.CurrentAsync(context.RequestAborted)),
            mail.Mailboxes(),
            await consults.ReadAsync(context.RequestAborted),
            clock.GetCurrentInstant().InZone(zone),
            clock is ManualClock);
        await PageFrame.WriteAsync(context, "Curbside on this machine", overview.Render());
    }

    public async Task PhoneAsync(HttpContext context)
    {
        if (await RoutePhone.ReadAsync(context) is not { } phone)
        {
            return;
        }

        var roster = await people.CurrentAsync(context.RequestAborted);
        var owner = roster.TryFind(phone, out var colleague) ? colleague.Person : null;
        var zone = owner?.Zone ?? (await policies.CurrentAsync(context.RequestAborted)).Practice.Zone;
        phones.SetRead(phone.Value);
        var (reachable, optedOut) = (!phones.IsUnreachable(phone.Value), phones.IsOptedOut(phone.Value));
        var thread = new ThreadPage(phone, owner, zone, texts.Thread(phone.Value), reachable, optedOut);
        await PageFrame.WriteAsync(context, thread.Title, thread.Render());
    }

    public async Task WriteAsync(HttpContext context)
    {
        if (await RoutePhone.ReadAsync(context) is not { } phone)
        {
            return;
        }

        if ((await SentFields.ReadAsync(context.Request))?["body"]?.Trim() is { Length: > 0 } body)
        {
            await incoming.WriteAsync(phone, body, CancellationToken.None);
        }

        SeeOther(context, $"/local/phones/{phone.Value}");
    }

    public Task MailboxAsync(HttpContext context)
    {
        var address = (string)context.Request.RouteValues["address"]!;
        return PageFrame.WriteAsync(context, address, MailboxPage.Render(address, mail.Read(address)));
    }

    public async Task ChoicesAsync(HttpContext context)
    {
        var id = new ConsultId((string)context.Request.RouteValues["id"]!);
        if (await access.FindAsync(id, context.RequestAborted) is not { } consult || !ChoicesPage.MayShow(consult))
        {
            await Answer.SentenceAsync(context, StatusCodes.Status404NotFound, "There is no such consult, or none that a manager may see.");
            return;
        }

        var zone = (await policies.CurrentAsync(context.RequestAborted)).Practice.Zone;
        var page = new ChoicesPage(consult, await people.CurrentAsync(context.RequestAborted), zone);
        await PageFrame.WriteAsync(context, page.Title, page.Render());
    }

    /// <summary>To another page, with GET.</summary>
    public static void SeeOther(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    /// <summary>Everyone on the roster, and whoever else ever texted; those with something to read come first.</summary>
    private IReadOnlyList<PhoneLineInBrief> Phones(Roster roster)
    {
        var unread = phones.All().ToDictionary(phone => phone.Number, phone => phone.Unread);
        var known = roster.Present.Select(colleague => colleague.Person).ToDictionary(person => person.Phone.Value, person => person.Name);
        return
        [
            .. from number in known.Keys.Union(unread.Keys)
               let waiting = unread.GetValueOrDefault(number)
               let name = known.GetValueOrDefault(number, "not on the roster")
               orderby waiting == 0, name, number
               select new PhoneLineInBrief(number, name, waiting),
        ];
    }
}
