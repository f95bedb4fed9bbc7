using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.People;

namespace Curbside.Web;

/// <summary>The request form: empty, or as it was typed with what is wrong with it.</summary>
/// <param name="Typed">What every field holds.</param>
/// <param name="Errors">By field; empty for a form that was not sent yet.</param>
/// <param name="Known">Whose browser it is shown in, if that is known.</param>
/// <param name="Proof">For a known browser: that the form was shown in it.</param>
/// <param name="Topics">What consultants of the practice say that they know about.</param>
internal sealed partial record RequestPage(
    Policy Policy,
    ILookup<string, string> Typed,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Errors,
    Person? Known,
    string? Proof,
    ImmutableArray<string> Topics)
{
    private const int TimesShown = 3;

    /// <summary>The fields in the order of the page, and what they are called there.</summary>
    private static readonly ImmutableArray<(string Field, string Label)> Fields =
    [
        (FormField.Kind, "What it is about"),
        (FormField.Urgency, "How soon"),
        (FormField.Phone, "Your mobile number"),
        (FormField.ClientState, "State the client is in"),
        (FormField.Modality, "How to meet"),
        (FormField.When, "Times that suit you"),
        (FormField.ConsentDate, "Date of the client’s written consent"),
        (FormField.Topic, "Topics"),
        (FormField.Question, "Your question"),
        (FormField.NotIdentifying, "Checked for identifiers"),
    ];

    public Html Render() => PageFrame.Of(
        Policy.Practice,
        Errors.IsEmpty ? "Ask a colleague" : "Please check the form",
        Html.Of(
            $"""
            <h1>Ask a colleague</h1>
            {Summary()}
            <p class="lead">We find a colleague to consult, by text message. You hear by a promised time: a name, or that no one was free and what to
            do now.</p>
            {PageFrame.Limits}
            <form method="post" action="/requests" accept-charset="utf-8">
            {FormIds.Hidden(FormIds.New())}
            {Html.If(Proof is not null, $"""<input type="hidden" name="{KnownBrowsers.ProofField}" value="{Proof}">""")}
            {Kinds()}
            {Urgencies()}
            {Phone()}
            {State()}
            {Modalities()}
            {Times()}
            {Consent()}
            {TopicChoices()}
            {Question()}
            <p><button type="submit">Send</button></p>
            </form>
            """),
        PageFrame.Crisis(Policy.Practice, "crisis when-risk"));

    private Html Summary() => Html.If(!Errors.IsEmpty,
        $"""
        <div class="summary" role="alert" aria-labelledby="summary">
        <h2 id="summary">Not sent yet. Please check:</h2>
        <ul>
        {Html.Each(Fields.Where(field => Errors.ContainsKey(field.Field)), field => Html.Each(Errors[field.Field], text => Html.Of(
            $"""
            <li><a href="#{Id(field.Field)}">{field.Label}</a>: {text}</li>

            """)))}
        </ul>
        </div>
        """);

    private Html Kinds() => Group(FormField.Kind, "What is it about?", default, Radios(
        FormField.Kind, Enum.GetValues<Kind>().Select(kind => (kind.Name(), PageWords.Title(kind), (Html?)PageWords.Hint(kind))), null));

    private Html Urgencies() => Group(FormField.Urgency, "How soon?",
        Html.Of($"""<p class="hint only-risk">A client who may be unsafe cannot wait for this week.</p>"""),
        Radios(
            FormField.Urgency,
            Enum.GetValues<Urgency>().Select(urgency => (urgency.Name(), PageWords.Title(urgency), (Html?)Promises(urgency))),
            null));

    /// <summary>Kinds with the same promise share a line; the one that most have needs no names.</summary>
    private Html Promises(Urgency urgency)
    {
        var promises = Enum.GetValues<Kind>()
            .Select(kind => (Kind: kind, Policy.PaceOf(kind, urgency)?.Promise))
            .Where(pace => pace.Promise is not null)
            .GroupBy(pace => PageWords.Promise(pace.Promise!), pace => PageWords.Consult(pace.Kind))
            .OrderByDescending(group => group.Count())
            .ToList();
        var call = urgency == Urgency.Now ? "A call within 10 minutes of a yes. " : "";
        return Html.Of(
            $"""
            {call}You hear {promises[0].Key}.{Html.Each(promises.Skip(1), group => Html.Of($" {string.Join(", ", group)}: {group.Key}."))}
            """);
    }

    private Html Phone() => Labelled(FormField.Phone, default,
        Html.Of($"The one that the practice texts you on. Your answer on it sends the request."),
        Html.Of(
            $"""
            <input id="{Id(FormField.Phone)}" name="{FormField.Phone}" type="tel" autocomplete="tel" inputmode="tel"
             value="{Value(FormField.Phone) ?? Known?.Phone.Spoken}"{Described(FormField.Phone, hint: true)}>
            """));

    private Html State()
    {
        var typed = Value(FormField.ClientState);
        var code = UsState.TryParse(typed, out var state) ? state.Code : typed;
        var codes = UsState.All.Select(each => each.Code).ToList();
        return Labelled(FormField.ClientState, Html.Of($"not-support"),
            Html.Of($"For risk and medication only colleagues who are licensed there are asked."),
            Html.Of(
                $"""
                <select id="{Id(FormField.ClientState)}" name="{FormField.ClientState}"{Described(FormField.ClientState, hint: true)}>
                <option value="">Where I am licensed first</option>
                {Html.If(!string.IsNullOrEmpty(code) && !codes.Contains(code), $"""<option selected>{code}</option>""")}
                {Html.Each(codes, each => Html.Of($"<option{Html.If(each == code, $" selected")}>{each}</option>"))}
                </select>
                """));
    }

    private Html Modalities() => Group(FormField.Modality, "How to meet", default, Radios(
        FormField.Modality,
        Enum.GetValues<Modality>().Select(modality => (modality.Name(), PageWords.Title(modality), (Html?)null)),
        Modality.Phone.Name()), Html.Of($"not-now"));

    private Html Times()
    {
        var typed = Typed[FormField.When].Where(value => !string.IsNullOrWhiteSpace(value)).ToList();
        var shown = typed.Concat(Enumerable.Repeat("", Math.Max(0, TimesShown - typed.Count)));
        return Group(FormField.When, "Times that suit you (optional)",
            Html.Of($"""<p class="hint">On your own clock, within 14 days. Leave them empty if any time will do.</p>"""),
            Html.Of(
                $"""
                <div class="row">
                {Html.Each(shown.Select((value, place) => (value, place)), time => Time(time.value, time.place))}
                </div>
                """), Html.Of($"not-now"));
    }

    /// <summary>A browser's own picker cannot show what is no time, or a time with its offset; that stays as it was typed.</summary>
    private static Html Time(string value, int place)
    {
        var type = value.Length == 0 || PickerShape().IsMatch(value) ? "datetime-local" : "text";
        var id = place == 0 ? Id(FormField.When) : $"{Id(FormField.When)}-{place + 1}";
        return Html.Of($"""<input id="{id}" name="{FormField.When}" type="{type}" value="{value}" aria-label="Time {place + 1}">""");
    }

    private Html Consent() => Labelled(FormField.ConsentDate, Html.Of($"only-observation"),
        Html.Of($"For an observation only. Your client can take the consent back at any time, and is asked again at the start."),
        Html.Of(
            $"""
            <input id="{Id(FormField.ConsentDate)}" name="{FormField.ConsentDate}" type="date" value="{Value(FormField.ConsentDate)}"
            {Described(FormField.ConsentDate, hint: true)}>
            """));

    private Html TopicChoices()
    {
        var typed = Typed[FormField.Topic].Select(topic => topic.Trim().ToLowerInvariant()).Where(topic => topic.Length > 0).ToList();
        var choices = Topics.Union(typed).ToList();
        return choices.Count == 0 && !Errors.ContainsKey(FormField.Topic) ? default : Group(FormField.Topic, "Topics (optional)",
            Html.Of($"""<p class="hint">Someone who knows one of them is asked. Leave them all out if it does not matter.</p>"""),
            Html.Of(
                $"""
                <div class="row">
                {Html.Each(choices.Select((topic, place) => (topic, place)), choice => Html.Of(
                    $"""
                    <label class="check"><input id="{(choice.place == 0 ? Id(FormField.Topic) : $"{Id(FormField.Topic)}-{choice.place + 1}")}"
                     type="checkbox" name="{FormField.Topic}" value="{choice.topic}"{Html.If(typed.Contains(choice.topic), $" checked")}>
                    {choice.topic}</label>

                    """))}
                </div>
                """), Html.Of($"only-case"));
    }

    private Html Question() => Html.Of(
        $"""
        {Labelled(FormField.Question, default,
            Html.Of(
                $"""
                Optional, and you can write it later. No names, dates, places or numbers of a client. Only you and the colleague who says yes
                read it.
                """),
            Html.Of(
                $"""
                <textarea id="{Id(FormField.Question)}" name="{FormField.Question}" rows="6"{Described(FormField.Question, hint: true)}>
                {Value(FormField.Question)}</textarea>
                """))}
        <div class="field{Wrong(FormField.NotIdentifying)}">
        {ErrorsOf(FormField.NotIdentifying)}
        {IdentifiesNobody(Id(FormField.NotIdentifying), Value(FormField.NotIdentifying) == "yes")}
        </div>
        """);

    public static Html IdentifiesNobody(string id, bool isChecked) => Html.Of(
        $"""
        <label class="check"><input id="{id}" type="checkbox" name="{FormField.NotIdentifying}" value="yes"{Html.If(isChecked, $" checked")}>
        I checked, this identifies nobody</label>
        """);

    private Html Radios(string field, IEnumerable<(string Value, string Title, Html? Hint)> choices, string? otherwise)
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

    private Html Group(string field, string legend, Html hint, Html inputs, Html css = default) => Html.Of(
        $"""
        <fieldset class="field {css}{Wrong(field)}"{Described(field, hint: false)}>
        <legend>{legend}</legend>
        {hint}
        {ErrorsOf(field)}
        {inputs}
        </fieldset>
        """);

    private Html Labelled(string field, Html css, Html hint, Html input) => Html.Of(
        $"""
        <div class="field {css}{Wrong(field)}">
        <label class="name" for="{Id(field)}">{Fields.First(each => each.Field == field).Label}</label>
        <p class="hint" id="{Id(field)}-hint">{hint}</p>
        {ErrorsOf(field)}
        {input}
        </div>
        """);

    private Html ErrorsOf(string field) => Errors.TryGetValue(field, out var texts) ? ErrorList(Id(field), texts) : default;

    public static Html ErrorList(string id, ImmutableArray<string> texts) => Html.Of(
        $"""
        <ul class="errors" id="{id}-errors">{Html.Each(texts, text => Html.Of($"<li>{text}</li>"))}</ul>
        """);

    /// <param name="hint">One input, with a hint; otherwise a group of them.</param>
    private Html Described(string field, bool hint)
    {
        string?[] ids = [hint ? $"{Id(field)}-hint" : null, Errors.ContainsKey(field) ? $"{Id(field)}-errors" : null];
        var by = string.Join(' ', ids.OfType<string>());
        var invalid = Html.If(hint && Errors.ContainsKey(field), $" aria-invalid=\"true\"");
        return Html.Of($"{Html.If(by.Length > 0, $" aria-describedby=\"{by}\"")}{invalid}");
    }

    private Html Wrong(string field) => Html.If(Errors.ContainsKey(field), $" wrong");

    private string? Value(string field) => Typed[field].FirstOrDefault();

    private static string Id(string field) => $"f-{field.Replace('_', '-')}";

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PickerShape();
}
