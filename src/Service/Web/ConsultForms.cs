using System.Collections.Immutable;

namespace Curbside.Web;

/// <summary>Something that was typed on the consult's page and could not be taken.</summary>
/// <param name="Field">Which of the page's fields it was typed into.</param>
internal sealed record PageTrouble(string Field, string Typed, ImmutableArray<string> Errors);

/// <summary>The forms of one consult's page, each with what is wrong with what was typed into it.</summary>
internal sealed class ConsultForms(string token, PageTrouble? trouble)
{
    public const string TextField = "text";
    public const string AsField = "as";
    public const string AsQuestion = "question";
    public const string AnswerField = "answer";
    public const string TimeField = "at";

    public bool IsWrong(string field) => trouble?.Field == field;

    public string Address(string what) => $"/c/{token}/{what}";

    public Html Post(string action, Html inputs) => Html.Of(
        $"""
        <form method="post" action="{Address(action)}" accept-charset="utf-8">{FormIds.Hidden(FormIds.New())}
        {inputs}
        </form>
        """);

    public Html Button(string action, string label) => Post(action, Html.Of($"""<button class="quiet">{label}</button>"""));

    public Html Button(string action, string label, Html hint) => Post(action, Html.Of(
        $"""
        <button class="quiet">{label}</button>
        <p class="hint">{hint}</p>
        """));

    public Html Ask(PageQuestion question) => Html.Of(
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

    public Html Write(string field, string label, string text, string button) => Post("note", Html.Of(
        $"""
        {Html.If(field == AsQuestion, $"""<input type="hidden" name="{AsField}" value="{AsQuestion}">""")}
        <div class="field close{WrongIf(field)}">
        <label class="name" for="{field}">{label}</label>
        {ErrorsOf(field, field)}
        <textarea id="{field}" name="{TextField}" rows="4" data-hints="{field}-hints"{DescribedBy(field, field)}>
        {(IsWrong(field) ? trouble!.Typed : text)}</textarea>
        {FieldMarkup.Hints($"{field}-hints")}
        {FieldMarkup.IdentifiesNobody($"{field}-checked", isChecked: false)}
        </div>
        <button>{button}</button>
        """));

    private Html OwnTime(string answer) => Post("answer", Html.Of(
        $"""
        <input type="hidden" name="{AnswerField}" value="{answer}">
        <div class="field close{WrongIf(TimeField)}">
        <label class="name" for="at">Another time, on your own clock</label>
        {ErrorsOf(TimeField, "at")}
        <input id="at" type="datetime-local" name="{TimeField}" value="{(IsWrong(TimeField) ? trouble!.Typed : "")}"{DescribedBy(TimeField, "at")}>
        </div>
        <button class="quiet">Offer this time</button>
        """));

    private Html ErrorsOf(string field, string id) => IsWrong(field) ? FieldMarkup.ErrorList(id, trouble!.Errors) : default;

    private Html DescribedBy(string field, string id) =>
        Html.If(IsWrong(field), $""" aria-invalid="true" aria-describedby="{id}-errors" autofocus""");

    private Html WrongIf(string field) => Html.If(IsWrong(field), $" wrong");
}
