using System.Security.Cryptography;
using System.Text;
using Curbside.Consults;
using Curbside.People;
using Curbside.Storage;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Web;

/// <summary>What a consult's page needs besides the consult.</summary>
/// <param name="IsRemembered">The browser is known as the viewer's.</param>
internal sealed record PageSetting(string Token, Instant Now, Exclusions Exclusions, bool IsRemembered, PageTrouble? Trouble = null);

/// <summary>The page of one consult, as the bearer of a link sees it.</summary>
/// <remarks>
/// What changes while one reads is in regions, which a script reads anew (<see cref="Changes"/>). Nothing that one types into is in one, but for an
/// answer's own time.
/// </remarks>
internal sealed class ConsultPage(ConsultView view, PageSetting setting)
{
    private readonly ConsultForms _forms = new(setting.Token, setting.Trouble);

    private Consult Consult => view.Consult;

    private Request Request => view.Consult.Request;

    private Practice Practice => view.Policy.Practice;

    /// <summary>The same as long as the regions are: what is stored, and the minute.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{StoredForm.Write(Consult)} {setting.Now.ToUnixTimeSeconds() / 60} {setting.IsRemembered}")).AsSpan(0, 8));

    public Page Render() => PageFrame.Of(
        Practice,
        view.Titled(setting.Trouble is null ? PageWords.Consult(Request.Kind) : "Please check what you wrote"),
        Html.Of(
            $"""
            <h1>{view.Titled(PageWords.Consult(Request.Kind))}, {PageWords.Title(Request.Urgency).ToLowerInvariant()}</h1>
            {Drill()}
            {Standing()}
            {Medication()}
            {Checklist()}
            {Question()}
            {Notes()}
            <section>
            <h2>What happened so far</h2>
            {Timeline()}
            {Why()}
            </section>
            <section>
            <h2>What you can do</h2>
            {Actions()}
            {Html.If(view.IsAsker && !Consult.IsDrill, $"{LeaveOut()}")}
            </section>
            {PageFrame.Limits}
            <p class="small">Times are on your own clock ({view.Viewer.Zone.Id}). This link is yours alone; whoever has it can read and answer
            for you. {Deleted()}</p>
            """),
        Consult.IsRisk ? PageFrame.Crisis(Practice) : default,
        Html.Of($""" data-live="{_forms.Address("now")}" data-version="{Version}" data-now="{InstantPattern.General.Format(setting.Now)}" """));

    /// <summary>What may be otherwise than when the page was loaded.</summary>
    public Html Changes() => Html.Of(
        $"""
        <div data-version="{Version}">
        {Standing()}
        {WrittenQuestion()}
        {NotesSoFar()}
        {Timeline()}
        {Why()}
        {Actions()}
        </div>
        """);

    private static Html Region(string id, Html content, Html attributes = default) =>
        Html.Of($"""<div id="{id}" data-region{attributes}>{content}</div>""");

    private Html Drill() => Html.If(Consult.IsDrill,
        $"""
        <p class="note">This is a drill, in which a manager plays both sides to see that the line works. This is the page of
        {(view.IsAsker ? "the clinician who asks" : "the colleague who was asked")}. Nobody else is asked or told, and nothing of it counts.</p>
        """);

    private Html Medication() => Html.If(Request.Kind == Kind.Medication,
        $"""
        <p class="note">General information, no orders. Overdose or a bad reaction: call {PageFrame.Call("911", "911")}, or Poison Help
        {PageFrame.Call("1-800-222-1222", "18002221222")}.</p>
        """);

    private Html Standing() => Region("standing", Html.Of(
        $"""
        {Html.If(view.IsAsker, $"{Progress.Of(Consult)}")}
        {new Standing(view, setting.Now).Says()}
        {Html.Each(PageQuestion.OpenTo(view, setting.Now), _forms.Ask)}
        """), Html.Of($""" class="standing" aria-live="polite" """));

    private Html Question() => Html.Of(
        $"""
        <section>
        <h2>{(view.IsAsker ? "Your question" : "The question")}</h2>
        {WrittenQuestion()}
        {Html.If(view.IsAsker && Consult.Stage is not Stage.Withdrawn, $"{WriteQuestion()}")}
        </section>
        """);

    private Html WriteQuestion() => Html.Of(
        $"""
        <details{Html.If(Consult.Question is null || _forms.IsWrong(ConsultForms.AsQuestion), $" open")}>
        <summary>{(Consult.Question is null ? "Write it" : "Write it anew")}</summary>
        {_forms.Write(ConsultForms.AsQuestion, "Your question, without names, dates, places or numbers of a client", Consult.Question ?? "", "Save")}
        </details>
        """);

    private Html WrittenQuestion() => Region("question-written", Consult switch
    {
        { Question: { } question } => Html.Of($"""<p class="words">{question}</p>"""),
        { Stage: Stage.Withdrawn } => Html.Of($"<p>What was written here was deleted when the request was withdrawn.</p>"),
        _ => Html.If(!view.IsAsker, $"<p>Nothing is written yet. You can ask in a note.</p>"),
    });

    private Html Notes() => Html.Of(
        $"""
        <section>
        <h2>Notes</h2>
        <p class="hint">Shown to you and to the colleague who {(view.IsAsker ? "says yes" : "asked")}.
        They are no record: keep yours where you keep it.</p>
        {NotesSoFar()}
        {_forms.Write(ConsultForms.TextField, "Add a note", "", "Add")}
        </section>
        """);

    private Html NotesSoFar() => Region("notes", Html.Each(Consult.Notes.Where(MaySee), note => Html.Of(
        $"""
        <article>
        <p class="by">{Author(note)}, {PageWords.At(note.At, view.Viewer.Zone)}</p>
        <p class="words">{note.Text}</p>
        </article>

        """)), Html.Of($""" aria-live="polite" """));

    /// <summary>One consultant does not see what another wrote.</summary>
    private bool MaySee(Note note) => view.IsAsker || note.By == view.Viewer.Id || note.By == Request.Asker;

    /// <summary>Whoever was asked and did not take it is not named, whatever they wrote.</summary>
    private string Author(Note note) =>
        note.By == view.Viewer.Id ? "You"
        : note.By == Request.Asker || Consult.Timeline.Any(entry => IsTold(entry) && entry.Person == note.By) ? view.NameOf(note.By)
        : "A colleague who was asked";

    private static bool IsTold(Entry entry) => entry.What is Happening.Booked or Happening.TimeProposed or Happening.ManagerTookOver;

    private Html Timeline() => Region("timeline", new TimelineWords(view).List());

    private Html Why() => Region("why", view.IsAsker ? new ChoiceWords(view).Says() : default);

    private Html Actions() => Region("actions", new ConsultActions(view, _forms, setting).Render());

    private Html LeaveOut() => Html.Of(
        $"""
        <details>
        <summary>People I would rather not be asked</summary>
        {_forms.Post("exclude", Html.Of($"""{setting.Exclusions.Inputs()}<button class="quiet">Save this list</button>"""))}
        </details>
        """);

    private Html Checklist() => Html.If(
        view.IsAsker && view.Viewer.Discipline == Discipline.Coach && Request.Kind is Kind.Risk or Kind.Medication,
        $"{(Request.Kind == Kind.Risk ? ReferOut.ForRisk(Practice) : ReferOut.ForMedication())}");

    private Html Deleted() => view.DeletedAt() is { } at
        ? Html.Of($"This page and all that is written on it are deleted on {PageWords.On(at, view.Viewer.Zone)}.")
        : Html.Of($"All that is written here is deleted {PageWords.Count(view.Policy.KeepDays, "day")} after the consult has closed.");
}
