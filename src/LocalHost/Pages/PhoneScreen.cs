using System.Globalization;
using Curbside.LocalHost.Carrier;
using Curbside.People;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

/// <summary>One phone: what it shows, and a box to reply as its owner.</summary>
/// <param name="Owner">Null when the roster does not know the number.</param>
/// <param name="Zone">The owner's own.</param>
/// <param name="Back">The page to be shown next.</param>
internal sealed record PhoneScreen(
    PhoneNumber Phone, Person? Owner, DateTimeZone Zone, IReadOnlyList<ThreadText> Texts, bool Reachable, bool OptedOut, string Back)
{
    public string Name => Owner is null ? $"{Phone}, not on the roster" : Owner.Credentials.Length == 0 ? Owner.Name : $"{Owner.Name} {Owner.Credentials}";

    private string Id => Phone.Value[1..];

    public Html Render() => Html.Of(
        $"""
        <section class="phone" aria-labelledby="name-{Id}">
        <h2 id="name-{Id}"><a href="/local/phones/{Phone.Value}">{Name}</a></h2>
        <p class="hint">{(Owner is null ? Phone.Value : Does())}
        {Html.If(OptedOut, $"<strong>Opted out at the carrier.</strong>")}
        {Html.If(!Reachable, $"<strong>Cannot be reached.</strong>")}</p>
        {Thread()}
        <form method="post" action="/local/phones/{Phone.Value}/texts" class="reply">
        <input type="hidden" name="back" value="{Back}">
        <input type="text" name="body" required autocomplete="off" aria-label="Text as {Owner?.Name ?? Phone.Value}" placeholder="Text as {FirstName()}">
        <button>Send</button>
        </form>
        </section>
        """);

    /// <summary>Texts that answer the last question, as buttons.</summary>
    public IReadOnlyList<QuickReply> Replies => QuickReply.To(Texts);

    public static Html Reply(PhoneNumber phone, string body, string label, string back, bool quiet = true) => Html.Of(
        $"""
        <form method="post" action="/local/phones/{phone.Value}/texts"><input type="hidden" name="back" value="{back}">
        <button name="body" value="{body}"{Html.If(quiet, $""" class="quiet" """)}>{label}</button></form>

        """);

    /// <summary>Lets a test or a curious person take a phone off the net.</summary>
    public Html Switch() => Html.Of(
        $"""
        <form method="post" action="/local/phones/{Phone.Value}">
        <button class="quiet" name="reachable" value="{(Reachable ? "false" : "true")}">{(Reachable ? "Make it unreachable" : "Make it reachable")}</button>
        </form>
        """);

    private Html Thread() => Html.Of(
        $"""
        <div id="thread-{Id}" data-region>
        <ol class="thread" data-end tabindex="0" aria-label="Texts of {Name}">
        {Html.Each(Texts.Select((text, place) => (text, place)), each => Bubble(each.text, each.place == 0 ? null : Texts[each.place - 1]))}
        {Html.If(Texts.Count == 0, $"""<li class="nothing">Nothing yet.</li>""")}
        </ol>
        <div class="quick">
        {Html.Each(Replies, reply => Reply(Phone, reply.Code, reply.Says, Back))}
        </div>
        </div>
        """);

    /// <summary>As phones do, the time is said where it is another than the text's before.</summary>
    private Html Bubble(ThreadText text, ThreadText? before)
    {
        var at = Spoken(text.At.InZone(Zone));
        var isLater = before is null || Spoken(before.At.InZone(Zone)) != at;
        return Html.Of(
            $"""
            {Html.If(isLater, $"""<li class="at">{at}</li>""")}
            <li class="{(text.Incoming ? "in" : "out")}">{LinkedText.Of(text.Body)}</li>

            """);
    }

    private string FirstName() => Owner?.Name.Split(' ')[0] ?? Phone.Value;

    private string Does()
    {
        var role = Owner!.Is(Roles.Supervisor) ? "supervisor" : Owner.Is(Roles.Consultant) ? "consultant" : Owner.Is(Roles.Clinician) ? "clinician" : "manager";
        return $"{role}, {Zone.Id.Split('/')[^1].Replace('_', ' ')} time";
    }

    private static string Spoken(ZonedDateTime time) => time.ToString("ddd MMM d, h:mm tt", CultureInfo.InvariantCulture);
}
