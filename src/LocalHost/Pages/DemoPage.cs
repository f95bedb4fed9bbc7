using System.Globalization;
using Curbside.Consults;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

/// <summary>A phone that is not on the screen.</summary>
/// <param name="Address">The page that shows it too.</param>
internal sealed record OtherPhone(string Number, string Name, int Unread, string Address);

/// <summary>The whole practice at a glance: its clock, phones side by side, mailboxes and consults, and a first story.</summary>
internal sealed record DemoPage(
    DemoClock Clock,
    FirstStory? Story,
    IReadOnlyList<PhoneScreen> Phones,
    IReadOnlyList<OtherPhone> Others,
    IReadOnlyList<(string Address, int Mails)> Mailboxes,
    IReadOnlyList<ListedConsult> Consults)
{
    public Html Render() => Html.Of(
        $"""
        <h1>Curbside on this machine</h1>
        <p class="lead">Nothing here leaves this machine. Read any phone, and reply as anyone. Or ask with <a href="/">the form</a>.</p>
        {Parts()}
        """);

    /// <summary>What changes by itself.</summary>
    public Html Parts() => Html.Of(
        $"""
        {Clock.Render()}
        {(Story?.Render() ?? default)}
        <div id="phones" data-region class="phones">
        {Html.Each(Phones, phone => phone.Render())}
        </div>
        <section id="others" data-region>
        <h2>More phones</h2>
        <ul class="people">
        {Html.Each(Others, other => Html.Of(
            $"""
            <li><a href="{other.Address}">{other.Name}{Html.If(other.Unread > 0, $" <b>{other.Unread} new</b>")}</a></li>

            """))}
        </ul>
        </section>
        <section id="consults" data-region>
        <h2>Consults</h2>
        {(Consults.Count == 0 ? Html.Of($"<p class=\"hint\">None yet.</p>") : Table())}
        </section>
        <section id="mailboxes" data-region>
        <h2>Mailboxes</h2>
        {(Mailboxes.Count == 0 ? Html.Of($"<p class=\"hint\">No mail yet.</p>") : Html.Of(
            $"""
            <ul class="people">
            {Html.Each(Mailboxes, box => Html.Of($"""<li><a href="/local/mailboxes/{box.Address}">{box.Address} <b>{box.Mails}</b></a></li>"""))}
            </ul>
            """))}
        </section>
        """);

    private Html Table() => Html.Of(
        $"""
        <div class="wide" tabindex="0" role="region" aria-label="Consults">
        <table>
        <thead><tr><th scope="col">Kind</th><th scope="col">State</th><th scope="col">Clinician</th><th scope="col">Consultant</th>
        <th scope="col">Starts</th><th scope="col">Promised by</th><th scope="col">Wave</th></tr></thead>
        <tbody>
        {Html.Each(Consults, Row)}
        </tbody>
        </table>
        </div>
        """);

    private Html Row(ListedConsult consult) => Html.Of(
        $"""
        <tr><td>{Link(consult)}</td><td>{consult.State}</td><td>{consult.Clinician}</td><td>{consult.Consultant}</td>
        <td>{Spoken(consult.StartsAt)}</td><td>{Spoken(consult.PromiseAt)}</td><td>{consult.Wave}</td></tr>

        """);

    /// <summary>To why somebody was asked; never of support.</summary>
    private static Html Link(ListedConsult consult)
    {
        var name = $"{(consult.IsDrill ? "DRILL: " : "")}{consult.Kind.Name()}, {consult.Urgency.Name()}";
        return consult.Kind == Kind.Support ? Html.Of($"{name}") : Html.Of($"""<a href="/local/consults/{consult.Id.Value}">{name}</a>""");
    }

    private string Spoken(Instant? at) =>
        at is { } instant ? instant.InZone(Clock.Now.Zone).ToString("ddd MMM d, h:mm tt", CultureInfo.InvariantCulture) : "";
}
