using System.Globalization;
using Curbside.Consults;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

internal sealed record PhoneLineInBrief(string Number, string Name, int Unread);

/// <summary>Everything at a glance.</summary>
/// <param name="Now">In the practice's zone.</param>
internal sealed record Overview(
    IReadOnlyList<PhoneLineInBrief> Phones,
    IReadOnlyList<(string Address, int Mails)> Mailboxes,
    IReadOnlyList<ListedConsult> Consults,
    ZonedDateTime Now,
    bool ManualClock)
{
    private static readonly (string By, string Label)[] Steps =
        [("00:10:00", "10 minutes later"), ("01:00:00", "1 hour later"), ("1.00:00:00", "1 day later")];

    public Html Render() => Html.Of(
        $"""
        <h1>Curbside on this machine</h1>
        <p>It is {Spoken(Now)} in the practice. {Html.If(ManualClock, $"{Html.Each(Steps, Button)}")}</p>
        <p><a href="/">The form that asks for a consult</a></p>
        <h2>Phones</h2>
        <table>
        <thead><tr><th>Person</th><th>Number</th><th>New</th></tr></thead>
        <tbody>
        {Html.Each(Phones, Row)}
        </tbody>
        </table>
        <h2>Consults</h2>
        <table>
        <thead><tr><th>Kind</th><th>State</th><th>Clinician</th><th>Consultant</th><th>Starts</th><th>Promised by</th><th>Wave</th></tr></thead>
        <tbody>
        {Html.Each(Consults, Row)}
        </tbody>
        </table>
        <h2>Mailboxes</h2>
        <ul>
        {Html.Each(Mailboxes, box => Html.Of($"""<li><a href="/local/mailboxes/{box.Address}">{box.Address}</a> ({box.Mails})</li>"""))}
        </ul>
        """);

    private static Html Button((string By, string Label) step) => Html.Of(
        $"""
        <form method="post" action="/local/clock/advance"><button name="by" value="{step.By}">{step.Label}</button></form>

        """);

    private static Html Row(PhoneLineInBrief phone) => Html.Of(
        $"""
        <tr><td><a href="/local/phones/{phone.Number}">{phone.Name}</a></td><td>{phone.Number}</td>
        <td>{Html.If(phone.Unread > 0, $"<strong>{phone.Unread}</strong>")}</td></tr>

        """);

    private Html Row(ListedConsult consult) => Html.Of(
        $"""
        <tr><td>{Link(consult)}</td><td>{consult.State}</td><td>{consult.Clinician}</td><td>{consult.Consultant}</td>
        <td>{Spoken(consult.StartsAt)}</td><td>{Spoken(consult.PromiseAt)}</td><td>{consult.Wave}</td></tr>

        """);

    private static Html Link(ListedConsult consult)
    {
        var name = $"{consult.Kind.Name()}, {consult.Urgency.Name()}";
        return consult.Kind == Kind.Support ? Html.Of($"{name}") : Html.Of($"""<a href="/local/consults/{consult.Id.Value}">{name}</a>""");
    }

    private string Spoken(Instant? at) => at is { } instant ? Spoken(instant.InZone(Now.Zone)) : "";

    private static string Spoken(ZonedDateTime time) => time.ToString("ddd d MMM uuuu, HH:mm", CultureInfo.InvariantCulture);
}
