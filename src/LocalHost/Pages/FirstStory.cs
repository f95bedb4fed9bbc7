using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

/// <summary>A first story that a newcomer clicks through: from a question by text to "did it help?". It reads off the phones how far it is.</summary>
/// <param name="Asker">Who asks.</param>
/// <param name="Others">The other phones, those with the latest texts first.</param>
/// <param name="Consult">The asker's last medication consult; null before there is one.</param>
internal sealed partial record FirstStory(
    PhoneScreen Asker, IReadOnlyList<PhoneScreen> Others, ListedConsult? Consult, Instant Now, bool ManualClock, string Back)
{
    private static readonly string[] Steps = ["Ask", "Say yes", "Wait", "Talk", "Look back"];

    private string Name => Asker.Owner!.Name.Split(' ')[0];

    private int Step => Consult?.State switch
    {
        null or "withdrawn" => 0,
        "asking" or "proposed" or "held" => 1,
        "booked" => Consult.StartsAt > Now ? 2 : 3,
        "missed" => 3,
        "met" => 4,
        _ => 5,
    };

    public Html Render() => Html.Of(
        $"""
        <section id="story" data-region aria-live="polite" class="story">
        <h2>A first story</h2>
        <ol class="steps" aria-label="How far the story is">
        {Html.Each(Steps.Select((step, place) => (step, place)), each => Html.Of(
            $"""<li{Html.If(each.place <= Step, $""" class="done" """)}{Html.If(each.place == Step, $""" aria-current="step" """)}>{each.step}</li>"""))}
        </ol>
        {Says()}
        </section>
        """);

    private Html Says() => Step switch
    {
        0 => Html.Of(
            $"""
            <p>{Name}, a counselor, has a question about a client’s medication. {Name} texts the practice and nothing else: no app, no login.</p>
            {Text(Asker, "ASK MED TODAY")}
            """),
        1 => SayYes(),
        2 => Html.Of(
            $"""
            <p>Booked. {Consult!.Clinician} and {Consult.Consultant} both have the time, and a mail with a calendar entry.
            {PageLink()}</p>
            <p>Now let time pass. Reminders come by themselves.</p>
            {Later()}
            """),
        3 => Html.Of(
            $"""
            <p>It is time: they talk. Afterwards both are asked whether they did, so that a call that never came is not lost.</p>
            {AnswerOr(Asker)}
            """),
        4 => Html.Of(
            $"""
            <p>They met. A week later {Name} is asked whether it helped. “Still stuck” would find a second opinion.</p>
            {AnswerOr(Asker)}
            """),
        _ => Html.Of(
            $"""
            <p>{(Consult!.State == "unanswered" ? "No one was free, and the asker was told what to do instead." : "That is the whole story.")}
            Now try it your way: answer <b>A0</b> as everybody, let nobody answer, text <b>ASK RISK NOW</b>, or use <a href="/">the form</a>.</p>
            {Text(Asker, "ASK MED TODAY", quiet: true)}
            """),
    };

    private Html SayYes() => Others.FirstOrDefault(phone => phone.Replies.Count > 0) is { } asked
        ? Html.Of(
            $"""
            <p>{asked.Name} may answer this, and is asked first. One tap says yes; <b>A0</b> would ask the next person, and so would silence.</p>
            {Text(asked, asked.Replies[0].Code)}
            """)
        : Asker.Replies.Count > 0
            ? Html.Of($"<p>{Name} has a time to take or refuse.</p>{Text(Asker, Asker.Replies[0].Code)}")
            : Html.Of($"<p>Nobody can be asked at this hour. They are as soon as somebody’s day begins.</p>{Later()}");

    private Html AnswerOr(PhoneScreen phone) => phone.Replies.Count > 0 ? Text(phone, phone.Replies[0].Code) : Later();

    private Html PageLink() => Asker.Texts.Select(text => Link().Match(text.Body)).LastOrDefault(match => match.Success) is { } link
        ? Html.Of($"""<a href="{link.Value}" target="_blank">Read {Name}’s page</a>: the time, notes, what happened so far.""")
        : default;

    private Html Text(PhoneScreen phone, string body, bool quiet = false) =>
        PhoneScreen.Reply(phone.Phone, body, $"Text {body} as {phone.Owner?.Name ?? phone.Phone.Value}", Back, quiet);

    private Html Later() => ManualClock
        ? Html.Of(
            $"""
            <form method="post" action="/local/clock/advance"><input type="hidden" name="back" value="{Back}">
            <button name="by" value="{DemoClock.Next}">Let time pass until something happens</button></form>
            """)
        : Html.Of($"<p class=\"hint\">The clock is real, so this takes as long as it takes. Start with <code>--clock manual</code> to move it on.</p>");

    [GeneratedRegex(@"https?://\S+/c/[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
