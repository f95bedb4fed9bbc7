using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Web;

/// <summary>Something that was typed on the consult's page and could not be taken.</summary>
/// <param name="Field">Which of the page's fields it was typed into.</param>
internal sealed record PageTrouble(string Field, string Typed, ImmutableArray<string> Errors);

/// <summary>The page of one consult, as the bearer of a link sees it.</summary>
internal sealed class ConsultPage(ConsultView view, string token, Exclusions exclusions, Instant now, PageTrouble? trouble = null)
{
    public const string TextField = "text";
    public const string AsField = "as";
    public const string AsQuestion = "question";
    public const string AnswerField = "answer";
    public const string TimeField = "at";

    private Consult Consult => view.Consult;

    private Request Request => view.Consult.Request;

    private Practice Practice => view.Policy.Practice;

    public Html Render() => PageFrame.Of(
        Practice,
        trouble is null ? PageWords.Consult(Request.Kind) : "Please check what you wrote",
        Html.Of(
            $"""
            <h1>{PageWords.Consult(Request.Kind)}, {PageWords.Title(Request.Urgency).ToLowerInvariant()}</h1>
            {Medication()}
            <section class="standing">
            {new Standing(view, now).Says()}
            {Html.Each(PageQuestion.OpenTo(view, now), Ask)}
            </section>
            {Checklist()}
            {Question()}
            {Notes()}
            <section>
            <h2>What happened so far</h2>
            {new TimelineWords(view).List()}
            </section>
            {Html.If(view.IsAsker, $"{new ChoiceWords(view).Says()}")}
            {Actions()}
            {Html.If(view.IsAsker, $"{LeaveOut()}")}
            {PageFrame.Limits}
            <p class="small">Times are on your own clock ({view.Viewer.Zone.Id}). This link is yours alone; whoever has it can read and answer
            for you. {Deleted()}</p>
            """),
        Consult.IsRisk ? PageFrame.Crisis(Practice) : default);

    private Html Medication() => Html.If(Request.Kind == Kind.Medication,
        $"""
        <p class="note">General information, no orders. Overdose or a bad reaction: call {PageFrame.Call("911", "911")}, or Poison Help
        {PageFrame.Call("1-800-222-1222", "18002221222")}.</p>
        """);

    private Html Ask(PageQuestion question) => Html.Of(
        $"""
        <div class="ask">
        <p>{question.Asks}</p>
        {Post("answer", Html.Each(question.Choices, choice => Html.Of(
            $"""
            <button name="{AnswerField}" value="{choice.Code}"{Html.If(choice != question.Choices[0], $""" class="quiet" """)}>{choice.Label}</button>

            """)))}
        {(question.TimeAnswer is { } kind ? OwnTime($"{kind}") : default)}
        </div>
        """);

    private Html OwnTime(string answer) => Post("answer", Html.Of(
        $"""
        <input type="hidden" name="{AnswerField}" value="{answer}">
        <div class="field{WrongIf(TimeField)}">
        <label class="name" for="at">Another time, on your own clock</label>
        {ErrorsOf(TimeField, "at")}
        <input id="at" type="datetime-local" name="{TimeField}" value="{TypedIn(TimeField)}"{DescribedBy(TimeField, "at")}>
        </div>
        <button class="quiet">Offer this time</button>
        """));

    private Html Question()
    {
        var written = Html.If(Consult.Question is not null, $"""<p class="words">{Consult.Question}</p>""");
        if (!view.IsAsker)
        {
            return Html.Of(
                $"""
                <section>
                <h2>The question</h2>
                {(Consult.Question is null ? Html.Of($"<p>Nothing is written yet. You can ask in a note.</p>") : written)}
                </section>
                """);
        }

        var isOpen = Consult.Question is null || trouble?.Field == AsQuestion;
        return Html.Of(
            $"""
            <section>
            <h2>Your question</h2>
            {written}
            <details{Html.If(isOpen, $" open")}>
            <summary>{(Consult.Question is null ? "Write it" : "Write it anew")}</summary>
            {Write(AsQuestion, "Your question, without names, dates, places or numbers of a client", Consult.Question ?? "", "Keep")}
            </details>
            </section>
            """);
    }

    private Html Notes() => Html.Of(
        $"""
        <section>
        <h2>Notes</h2>
        <p class="hint">Shown to you and to the colleague who {(view.IsAsker ? "says yes" : "asked")}.
        They are no record: keep yours where you keep it.</p>
        {Html.Each(Consult.Notes.Where(MaySee), note => Html.Of(
            $"""
            <article>
            <p class="by">{Author(note)}, {PageWords.At(note.At, view.Viewer.Zone)}</p>
            <p class="words">{note.Text}</p>
            </article>

            """))}
        {Write(TextField, "Add a note", "", "Add")}
        </section>
        """);

    /// <summary>One consultant does not see what another wrote.</summary>
    private bool MaySee(Note note) => view.IsAsker || note.By == view.Viewer.Id || note.By == Request.Asker;

    /// <summary>Whoever was asked and did not take it is not named, whatever they wrote.</summary>
    private string Author(Note note) =>
        note.By == view.Viewer.Id ? "You"
        : note.By == Request.Asker || Consult.Timeline.Any(entry => IsTold(entry) && entry.Person == note.By) ? view.NameOf(note.By)
        : "A colleague who was asked";

    private static bool IsTold(Entry entry) => entry.What is Happening.Booked or Happening.TimeProposed or Happening.ManagerTookOver;

    private Html Write(string field, string label, string text, string button) => Post("note", Html.Of(
        $"""
        {Html.If(field == AsQuestion, $"""<input type="hidden" name="{AsField}" value="{AsQuestion}">""")}
        <div class="field{WrongIf(field)}">
        <label class="name" for="{field}">{label}</label>
        {ErrorsOf(field, field)}
        <textarea id="{field}" name="{TextField}" rows="5"{DescribedBy(field, field)}>
        {(trouble?.Field == field ? trouble.Typed : text)}</textarea>
        {RequestPage.IdentifiesNobody($"{field}-checked", isChecked: false)}
        </div>
        <button>{button}</button>
        """));

    private Html Actions()
    {
        var calendar = Consult.Stage is Stage.Booked { Booking.Immediate: false };
        var movable = Consult.Stage is Stage.Booked { Booking.Immediate: false, Move: null } booked && booked.Booking.Start > now;
        return Html.Of(
            $"""
            <section>
            <h2>What you can do</h2>
            {Html.If(calendar, $"""<p><a href="/c/{token}/invite.ics">Calendar file</a></p>""")}
            {Html.If(movable, $"{Post("other-time", Html.Of($"""<button class="quiet">Ask for another time</button>"""))}")}
            {(view.IsAsker ? AskerActions() : ConsultantActions())}
            </section>
            """);
    }

    private Html AskerActions()
    {
        var end = Consult.Stage switch
        {
            Stage.Held or Stage.Asking or Stage.Proposed => "Withdraw the request",
            Stage.Booked => "Call it off",
            Stage.Met or Stage.Missed => "Close this consult",
            _ => null,
        };
        return Html.Of(
            $"""
            {Html.If(end is not null, $"{Post("withdraw", Html.Of($"""<button class="quiet">{end}</button>"""))}")}
            {Post("remember", Html.Of(
                $"""
                <button class="quiet">Remember this browser</button>
                <p class="hint">Your next request from it is sent at once, without the text that asks whether it was you.
                Only on a device of your own.</p>
                """))}
            """);
    }

    private Html ConsultantActions() => Html.If(Consult.Stage is Stage.Booked,
        $"""
        {Post("step-out", Html.Of(
            $"""
            <button class="quiet">I recognise the client: step out</button>
            <p class="hint">Someone else is asked. {view.NameOf(Request.Asker)} hears that you are not free after all, and no reason.</p>
            """))}
        {Post("withdraw", Html.Of($"""<button class="quiet">Call it off</button>"""))}
        """);

    private Html LeaveOut() => Html.Of(
        $"""
        <section>
        <details>
        <summary>People I would rather not be asked</summary>
        {Post("exclude", Html.Of($"""{exclusions.Inputs()}<button class="quiet">Keep this list</button>"""))}
        </details>
        </section>
        """);

    private Html Checklist() => Html.If(
        view.IsAsker && view.Viewer.Discipline == Discipline.Coach && Request.Kind is Kind.Risk or Kind.Medication,
        $"{(Request.Kind == Kind.Risk ? ReferOut.ForRisk(Practice) : ReferOut.ForMedication())}");

    private Html Deleted() => view.DeletedAt() is { } at
        ? Html.Of($"This page and all that is written on it are deleted on {PageWords.On(at, view.Viewer.Zone)}.")
        : Html.Of($"All that is written here is deleted {PageWords.Count(view.Policy.KeepDays, "day")} after the consult has closed.");

    private Html Post(string action, Html inputs) => Html.Of(
        $"""
        <form method="post" action="/c/{token}/{action}" accept-charset="utf-8">{FormIds.Hidden(FormIds.New())}
        {inputs}
        </form>
        """);

    private Html ErrorsOf(string field, string id) => trouble?.Field == field ? RequestPage.ErrorList(id, trouble.Errors) : default;

    private Html DescribedBy(string field, string id) =>
        Html.If(trouble?.Field == field, $""" aria-invalid="true" aria-describedby="{id}-errors" autofocus""");

    private Html WrongIf(string field) => Html.If(trouble?.Field == field, $" wrong");

    private string TypedIn(string field) => trouble?.Field == field ? trouble.Typed : "";
}
