using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Web;

/// <summary>The request form: empty, or as it was typed with what is wrong with it.</summary>
/// <param name="Typed">What every field holds.</param>
/// <param name="Errors">By field; empty for a form that was not sent yet.</param>
/// <param name="Known">Whose browser it is shown in, if that is known.</param>
/// <param name="Proof">For a known browser: that the form was shown in it.</param>
/// <param name="Topics">What consultants of the practice say that they know about.</param>
internal sealed record RequestPage(
    Policy Policy,
    ILookup<string, string> Typed,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Errors,
    Person? Known,
    string? Proof,
    ImmutableArray<string> Topics,
    Instant Now)
{
    /// <summary>The fields in the order of the page, and what they are called there.</summary>
    private static readonly ImmutableArray<(string Field, string Label)> Labels =
    [
        (FormField.Kind, "What it is about"),
        (FormField.Urgency, "How soon"),
        (FormField.ClientState, "State the client is in"),
        (FormField.ConsentDate, "Date of the client’s written consent"),
        (FormField.Topic, "Topics"),
        (FormField.Question, "Your question"),
        (FormField.NotIdentifying, "Checked for identifiers"),
        (FormField.Modality, "How to meet"),
        (FormField.When, "Times that suit you"),
        (FormField.Phone, "Your mobile number"),
    ];

    private FieldMarkup Fields => new(Typed, Errors, Labels);

    public Page Render() => PageFrame.Of(
        Policy.Practice,
        Errors.IsEmpty ? "Ask a colleague" : "Please check the form",
        Html.Of(
            $"""
            <h1>Ask a colleague</h1>
            {Fields.Summary()}
            <p class="lead">We find a colleague to consult, by text message. By a time that we promise you have a name, or know that no one was
            free and what to do.</p>
            {PageFrame.Limits}
            <form method="post" action="/requests" accept-charset="utf-8">
            {FormIds.Hidden(FormIds.New())}
            {Html.If(Proof is not null, $"""<input type="hidden" name="{KnownBrowsers.ProofField}" value="{Proof}">""")}
            {Kinds()}
            {Urgencies()}
            {State()}
            {Consent()}
            {TopicChoices()}
            {Question()}
            {Modalities()}
            {new TimeChoices(Fields, Policy, Known?.Zone ?? Policy.Practice.Zone, Now).Render()}
            {Phone()}
            <button type="submit" class="main">Send</button>
            <p class="hint">{(Known is null
                ? "Next we text you. Nobody is asked before you have answered that text."
                : "This browser is known as yours, so colleagues are asked at once.")}</p>
            </form>
            """),
        Html.Of($"""<div class="only for-risk danger" role="alert">{PageFrame.Crisis(Policy.Practice)}</div>"""));

    private Html Kinds() => Fields.Group(FormField.Kind, "What is it about?", default, Html.Of(
        $"""
        <div class="cards">
        {Fields.Radios(
            FormField.Kind, Enum.GetValues<Kind>().Select(kind => (kind.Name(), PageWords.Title(kind), (Html?)PageWords.Hint(kind))), null)}
        </div>
        """));

    private Html Urgencies() => Fields.Group(FormField.Urgency, "How soon?",
        Html.Of($"""<p class="hint only for-risk">A client who may be unsafe cannot wait for this week.</p>"""),
        Fields.Radios(
            FormField.Urgency,
            Enum.GetValues<Urgency>().Select(urgency => (urgency.Name(), PageWords.Title(urgency), (Html?)Promises(urgency))),
            null));

    /// <summary>What asking at this very moment would promise. Kinds with the same promise share a line; the one that most share stands for all.</summary>
    private Html Promises(Urgency urgency)
    {
        var zone = Known?.Zone ?? Policy.Practice.Zone;
        var groups = Enum.GetValues<Kind>()
            .Select(kind => (Kind: kind, Policy.PaceOf(kind, urgency)?.Promise))
            .Where(pace => pace.Promise is not null)
            .GroupBy(pace => PageWords.By(Time.Promises.For(pace.Promise!, Now, Policy.Practice.Zone), zone, Now), pace => pace.Kind)
            .OrderByDescending(group => group.Count())
            .ToList();
        var call = urgency == Urgency.Now ? "A call within 10 minutes of a yes. " : "";
        return Html.Each(groups.Select((group, place) => (group, place)), each => Html.Of(
            $"""
            <span class="only {string.Join(' ', each.group.Select(kind => $"for-{kind.Name()}"))}{Html.If(each.place == 0, $" for-none")}">
            <span class="which">{string.Join(", ", each.group.Select(PageWords.Consult))}: </span>{call}By {each.group.Key} you have a name, or
            know what to do.</span>

            """));
    }

    private Html State()
    {
        var typed = Fields.Value(FormField.ClientState);
        var code = UsState.TryParse(typed, out var state) ? state.Code : typed;
        var codes = UsState.All.Select(each => each.Code).ToList();
        return Fields.Labelled(FormField.ClientState, Html.Of($"only for-risk for-case for-medication for-second-opinion for-observation for-none"),
            Html.Of(
                $"""
                Where the client is now: the state and nothing finer. For risk and medication, only colleagues who are licensed there are asked.
                <span class="only for-risk">911 reaches the area that you call from: for a client elsewhere, ask it to transfer you, or call the
                police or 911 center there.</span>
                """),
            Html.Of(
                $"""
                <select id="{FieldMarkup.Id(FormField.ClientState)}" name="{FormField.ClientState}"{Fields.Described(FormField.ClientState, hint: true)}>
                <option value="">The first that I am licensed in</option>
                {Html.If(!string.IsNullOrEmpty(code) && !codes.Contains(code), $"""<option selected>{code}</option>""")}
                {Html.Each(codes, each => Html.Of($"<option{Html.If(each == code, $" selected")}>{each}</option>"))}
                </select>
                """));
    }

    private Html Consent() => Fields.Labelled(FormField.ConsentDate, Html.Of($"only for-observation"),
        Html.Of($"For an observation only. Your client can take the consent back at any time, and is asked again at the start."),
        Html.Of(
            $"""
            <input id="{FieldMarkup.Id(FormField.ConsentDate)}" name="{FormField.ConsentDate}" type="date" value="{Fields.Value(FormField.ConsentDate)}"
            {Fields.Described(FormField.ConsentDate, hint: true)}>
            """));

    private Html TopicChoices()
    {
        var typed = Typed[FormField.Topic].Select(topic => topic.Trim().ToLowerInvariant()).Where(topic => topic.Length > 0).ToList();
        var choices = Topics.Union(typed).ToList();
        return choices.Count == 0 && !Errors.ContainsKey(FormField.Topic) ? default : Fields.Group(FormField.Topic, "Topics (optional)",
            Html.Of($"""<p class="hint">Someone who knows one of them is asked. Leave them all out if it does not matter.</p>"""),
            FieldMarkup.Checks(FormField.Topic, choices.Select(topic => (topic, topic, typed.Contains(topic)))), Html.Of($"only for-case"));
    }

    private Html Question() => Html.Of(
        $"""
        <div class="field{Html.If(Errors.ContainsKey(FormField.Question) || Errors.ContainsKey(FormField.NotIdentifying), $" wrong")}">
        <label class="name" for="{FieldMarkup.Id(FormField.Question)}">Your question</label>
        <p class="hint" id="{FieldMarkup.Id(FormField.Question)}-hint">Optional, and you can write it later. No names, dates, places or numbers of a
        client. Only you and the colleague who says yes read it.</p>
        {Fields.ErrorsOf(FormField.Question)}
        <textarea id="{FieldMarkup.Id(FormField.Question)}" name="{FormField.Question}" rows="5"
         data-hints="question-hints"{Fields.Described(FormField.Question, hint: true)}>
        {Fields.Value(FormField.Question)}</textarea>
        {FieldMarkup.Hints("question-hints")}
        {Fields.ErrorsOf(FormField.NotIdentifying)}
        {FieldMarkup.IdentifiesNobody(FieldMarkup.Id(FormField.NotIdentifying), Fields.Value(FormField.NotIdentifying) == "yes")}
        </div>
        """);

    private Html Modalities() => Fields.Group(FormField.Modality, "How to meet", default, Html.Of(
        $"""
        <div class="row">
        {Fields.Radios(
            FormField.Modality,
            Enum.GetValues<Modality>().Select(modality => (modality.Name(), PageWords.Title(modality), (Html?)null)),
            Modality.Phone.Name())}
        </div>
        """), Html.Of($"not-now"));

    private Html Phone() => Fields.Labelled(FormField.Phone, default,
        Html.Of($"The one that the practice texts you on. Your answer on it sends the request."),
        Html.Of(
            $"""
            <input id="{FieldMarkup.Id(FormField.Phone)}" name="{FormField.Phone}" type="tel" autocomplete="tel" inputmode="tel"
             value="{Fields.Value(FormField.Phone) ?? Known?.Phone.Spoken}"{Fields.Described(FormField.Phone, hint: true)}>
            """));
}
