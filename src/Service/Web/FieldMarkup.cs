using System.Collections.Immutable;
using Curbside.Consults;

namespace Curbside.Web;

/// <summary>Fields of a form, each with its label, its hint and what is wrong with it beside it.</summary>
/// <param name="typed">What every field holds.</param>
/// <param name="errors">By field; empty for a form that was not sent yet.</param>
/// <param name="labels">The fields in the order of the page.</param>
internal sealed class FieldMarkup(
    ILookup<string, string> typed,
    ImmutableSortedDictionary<string, ImmutableArray<string>> errors,
    ImmutableArray<(string Field, string Label)> labels)
{
    public string? Value(string field) => typed[field].FirstOrDefault();

    /// <summary>All that was typed into a field that may be there more than once.</summary>
    public IEnumerable<string> Values(string field) => typed[field].Where(value => !string.IsNullOrWhiteSpace(value));

    public static string Id(string field, int place = 0) => place == 0 ? $"f-{field.Replace('_', '-')}" : $"{Id(field)}-{place + 1}";

    /// <summary>Everything that is wrong, above the form, each leading to its field.</summary>
    public Html Summary() => Html.If(!errors.IsEmpty,
        $"""
        <div class="summary" role="alert" tabindex="-1" aria-labelledby="summary">
        <h2 id="summary">Not sent yet. Please check:</h2>
        <ul>
        {Html.Each(labels.Where(label => errors.ContainsKey(label.Field)), label => Html.Each(errors[label.Field], text => Html.Of(
            $"""
            <li><a href="#{Id(label.Field)}">{label.Label}</a>: {text}</li>

            """)))}
        </ul>
        </div>
        """);

    public Html Group(string field, string legend, Html hint, Html inputs, Html css = default) => Html.Of(
        $"""
        <fieldset class="field {css}{Wrong(field)}"{Described(field, hint: false)}>
        <legend>{legend}</legend>
        {hint}
        {ErrorsOf(field)}
        {inputs}
        </fieldset>
        """);

    public Html Labelled(string field, Html css, Html hint, Html input) => Html.Of(
        $"""
        <div class="field {css}{Wrong(field)}">
        <label class="name" for="{Id(field)}">{labels.First(label => label.Field == field).Label}</label>
        <p class="hint" id="{Id(field)}-hint">{hint}</p>
        {ErrorsOf(field)}
        {input}
        </div>
        """);

    public Html Radios(string field, IEnumerable<(string Value, string Title, Html? Hint)> choices, string? otherwise)
    {
        var chosen = Value(field) ?? otherwise;
        return Html.Each(choices.Select((choice, place) => (choice, place)), each => Html.Of(
            $"""
            <label class="choice"><input id="{(each.place == 0 ? Id(field) : $"{Id(field)}-{each.choice.Value}")}" type="radio" name="{field}"
             value="{each.choice.Value}"{Html.If(each.choice.Value == chosen, $" checked")}>
            <span><b>{each.choice.Title}</b>
            {(each.choice.Hint is { } hint ? Html.Of($"""<span class="hint">{hint}</span>""") : default)}</span></label>

            """));
    }

    /// <param name="first">The place of the first of these among all of the field.</param>
    public static Html Checks(string field, IEnumerable<(string Value, string Title, bool Checked)> choices, int first = 0) => Html.Of(
        $"""
        <div class="row">
        {Html.Each(choices.Select((choice, place) => (choice, place: first + place)), each => Html.Of(
            $"""
            <label class="check chip"><input id="{Id(field, each.place)}" type="checkbox" name="{field}"
             value="{each.choice.Value}"{Html.If(each.choice.Checked, $" checked")}>
            {each.choice.Title}</label>

            """))}
        </div>
        """);

    public Html ErrorsOf(string field) => errors.TryGetValue(field, out var texts) ? ErrorList(Id(field), texts) : default;

    public static Html ErrorList(string id, ImmutableArray<string> texts) => Html.Of(
        $"""
        <ul class="errors" id="{id}-errors">{Html.Each(texts, text => Html.Of($"<li>{text}</li>"))}</ul>
        """);

    /// <param name="hint">One input, with a hint; otherwise a group of them.</param>
    public Html Described(string field, bool hint)
    {
        string?[] ids = [hint ? $"{Id(field)}-hint" : null, errors.ContainsKey(field) ? $"{Id(field)}-errors" : null];
        var by = string.Join(' ', ids.OfType<string>());
        var invalid = Html.If(hint && errors.ContainsKey(field), $" aria-invalid=\"true\"");
        return Html.Of($"{Html.If(by.Length > 0, $" aria-describedby=\"{by}\"")}{invalid}");
    }

    private Html Wrong(string field) => Html.If(errors.ContainsKey(field), $" wrong");

    public static Html IdentifiesNobody(string id, bool isChecked) => Html.Of(
        $"""
        <label class="check identifies"><input id="{id}" type="checkbox" name="{FormField.NotIdentifying}" value="yes"{Html.If(isChecked, $" checked")}>
        I checked, this identifies nobody</label>
        """);

    /// <summary>Where what looks like an identifier is pointed at while somebody types.</summary>
    public static Html Hints(string id) => Html.Of($"""<ul class="hints" id="{id}" aria-live="polite" aria-label="What may identify a client"></ul>""");
}
