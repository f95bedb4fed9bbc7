using Curbside.Consults;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>What carriers want to see before they register a sender, and what every page needs.</summary>
public sealed class PracticePages(PolicyBook policies)
{
    /// <summary><c>GET /join</c>: how people agree to be texted (the call to action of an A2P 10DLC or toll-free registration).</summary>
    public Task JoinAsync(HttpContext context) => ShowAsync(context, "Text messages", practice => Html.Of(
        $"""
        <h1>Text messages from {practice.Name}</h1>
        <p class="lead">{practice.SenderName} is how clinicians of {practice.Name} reach a colleague for advice by text message. It is for
        clinicians and staff of the practice, and never for clients.</p>
        <dl>
        <dt>Program</dt>
        <dd>“{practice.SenderName}” consult messages, sent by {practice.Name}{Html.If(practice.TextingNumber is not null, $" from {Number(practice)}")}.</dd>
        <dt>How to join</dt>
        <dd>Text <b>JOIN</b> to {Number(practice)}. Or agree in writing when you join the practice; the date and the form of it are
        recorded. Whoever has done neither gets no texts. Consent is not a condition of buying anything, nor of working with the practice.</dd>
        <dt>What you get</dt>
        <dd>That a colleague asks you for a consult, answers to consults you asked for, times, reminders and a follow-up. No clinical
        details and no advertising.</dd>
        <dt>An example</dt>
        <dd class="words">{practice.SenderName} A: booked. Dr Ng calls you today 3:30p PT. Notes and calendar: {practice.PublicUrl}/c/…</dd>
        <dt>How often</dt>
        <dd>Message frequency varies with how often you ask and are asked.</dd>
        <dt>What it costs</dt>
        <dd>Message and data rates may apply. We charge nothing.</dd>
        <dt>How to stop</dt>
        <dd>Text <b>STOP</b> at any time: one message confirms it, and there are no more. Text <b>{BackWord(practice)}</b> to come back, <b>PAUSE 7</b> to get
        no offers for seven days.{Html.If(practice.NumberKind == TextingNumberKind.TollFree, $" After STOP, only START or UNSTOP bring texts to you again; other words change nothing.")}</dd>
        <dt>Help</dt>
        <dd>Text <b>HELP</b>, or call {PageFrame.Call(practice.OfficeLine)}.</dd>
        <dt>Your number</dt>
        <dd>It is not shared with third parties or affiliates for marketing. See our <a href="/privacy">privacy policy</a> and
        <a href="/terms">terms</a>.</dd>
        </dl>
        <p>Carriers are not liable for delayed or undelivered messages.</p>
        <p class="note">Nobody reads this number all day. In danger, call {PageFrame.Call("911", "911")}. To talk to someone, call
        {PageFrame.Call("988", "988")} (or text it).</p>
        """));

    /// <summary><c>GET /privacy</c>.</summary>
    public Task PrivacyAsync(HttpContext context) => ShowAsync(context, "Privacy", (practice, policy) => Html.Of(
        $"""
        <h1>Privacy</h1>
        <p class="lead">{practice.Name} uses this service so that its clinicians can ask one another for advice.</p>
        <dl>
        <dt>Your number</dt>
        <dd>Mobile numbers, and the consent to be texted, are used to send the messages described under <a href="/join">text messages</a>.
        They are not sold, rented or shared with third parties or affiliates for marketing or promotion. Only those who carry the messages,
        the phone carriers and our messaging and mail services, get them, and for that alone. The consent to be texted is given to nobody.</dd>
        <dt>What you write</dt>
        <dd>A question is shown to you and to the colleague who says yes, and to nobody else. It never travels by text or email. It is
        deleted {PageWords.Count(policy.KeepDays, "day")} after the consult has closed. Please write nothing that identifies a client; the
        form points at what may, while you type and when you send it, and keeps nothing of that.</dd>
        <dt>Whom you leave out</dt>
        <dd>You can privately leave colleagues out. The list is shown to you alone.</dd>
        <dt>Your browser</dt>
        <dd>One cookie, and only if you ask to be remembered. No trackers, nothing from elsewhere.</dd>
        <dt>Your choices</dt>
        <dd>Text STOP to get no more messages. To see, correct or delete what is kept about you, call
        {PageFrame.Call(practice.OfficeLine)}.</dd>
        </dl>
        """));

    /// <summary><c>GET /terms</c>.</summary>
    public Task TermsAsync(HttpContext context) => ShowAsync(context, "Terms", practice => Html.Of(
        $"""
        <h1>Terms</h1>
        <p class="lead">By joining you agree to get text messages about consults from {practice.Name}, sent as “{practice.SenderName}”. Message
        frequency varies. Message and data rates may apply. Text HELP for help, STOP to opt out. Consent is not a condition of any
        purchase. Carriers are not liable for delayed or undelivered messages.</p>
        <p>A consult is advice between colleagues. It is no treatment of a client, no psychotherapy for the clinician and no supervision of
        record. About medication it is general information, no orders.</p>
        <ul>
        <li>Nobody records a consult, and no program listens, transcribes or takes notes, an AI among them.</li>
        <li>Say nothing that identifies a client. A consultant who recognizes the client steps out at once.</li>
        <li>A consultant is named in a client’s chart only if they agreed to that.</li>
        <li>The duties to warn and to report that the law gives a consultant stand, whatever the two of you agree.</li>
        <li>Support for yourself: this line tells no manager. The colleague keeps it too, unless someone is in danger.</li>
        </ul>
        {PageFrame.Limits}
        <p>This is no emergency service. In danger, call 911. It reaches the area that you call from: for a client elsewhere, ask it to
        transfer you, or call the police or 911 center there. Call 988 at any time, or text it if you cannot talk. For an overdose or a bad reaction, call 911 or
        Poison Help, 1-800-222-1222.</p>
        <p>We promise an answer by the time that we tell you: a name, or that no one was free. We do not promise that someone is free.</p>
        <p>How we treat what you give us is under <a href="/privacy">privacy</a>; the practice answers questions at
        {PageFrame.Call(practice.OfficeLine)}.</p>
        """));

    /// <summary><c>GET /icon.svg</c>.</summary>
    public async Task IconAsync(HttpContext context) => await Assets.IconAsync(context, (await policies.CurrentAsync(context.RequestAborted)).Practice);

    private static string BackWord(Practice practice) => practice.NumberKind == TextingNumberKind.TollFree ? "START" : "JOIN";

    private static Html Number(Practice practice) =>
        practice.TextingNumber is { } number ? PageFrame.Call(number) : Html.Of($"the number that the practice has given you");

    private Task ShowAsync(HttpContext context, string title, Func<Practice, Html> main) =>
        ShowAsync(context, title, (practice, _) => main(practice));

    private async Task ShowAsync(HttpContext context, string title, Func<Practice, Policy, Html> main)
    {
        var policy = await policies.CurrentAsync(context.RequestAborted);
        await context.PageAsync(PageFrame.Of(policy.Practice, title, main(policy.Practice, policy)));
    }
}
