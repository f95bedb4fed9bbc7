using System.Globalization;
using Curbside.LocalHost.Carrier;
using Curbside.People;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

/// <summary>One phone: what it shows, and a box to reply as its owner.</summary>
/// <param name="Owner">Null when the roster does not know the number.</param>
/// <param name="Zone">The owner's own.</param>
internal sealed record ThreadPage(PhoneNumber Phone, Person? Owner, DateTimeZone Zone, IReadOnlyList<ThreadText> Texts, bool Reachable, bool OptedOut)
{
    public string Title => Owner is null ? $"{Phone}, not on the roster" : $"{Owner.Name} {Owner.Credentials}";

    public Html Render() => Html.Of(
        $"""
        <p><a href="/local">All phones</a></p>
        <h1>{Title}</h1>
        <p>{Phone.Value}, {Zone.Id}
        {Html.If(OptedOut, $"<strong>Opted out at the carrier.</strong>")}
        {Html.If(!Reachable, $"<strong>Cannot be reached.</strong>")}</p>
        <form method="post" action="/local/phones/{Phone.Value}">
        <button name="reachable" value="{(Reachable ? "false" : "true")}">{(Reachable ? "Make it unreachable" : "Make it reachable")}</button>
        </form>
        <ol class="thread">
        {Html.Each(Texts, Row)}
        </ol>
        <form method="post" action="/local/phones/{Phone.Value}/texts">
        <label for="body">Text as {Owner?.Name ?? Phone.Value}</label><br>
        <input type="text" id="body" name="body" required autofocus autocomplete="off"> <button>Send</button>
        </form>
        """);

    private Html Row(ThreadText text) => Html.Of(
        $"""
        <li class="{(text.Incoming ? "in" : "out")}">{LinkedText.Of(text.Body)} <small>{Spoken(text.At.InZone(Zone))}</small></li>

        """);

    private static string Spoken(ZonedDateTime time) => time.ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);
}
