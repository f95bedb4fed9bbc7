using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;

namespace Curbside.Web;

/// <summary>Why this person and why not the others, as far as the asker may know.</summary>
/// <remarks>
/// The one who said yes is named. The others are counted in two groups, so that nobody can tell who is paused, opted out, without consent, in a
/// reporting line, or kept apart by whom. For support nobody but the one who said yes is spoken of.
/// </remarks>
internal sealed class ChoiceWords(ConsultView view)
{
    /// <summary>What everybody can know of a colleague: role, discipline, licence, topics.</summary>
    private static readonly HashSet<Reason> Open =
    [
        Reason.NotAConsultant, Reason.NotASenior, Reason.NotAPrescriber, Reason.NotLicensed, Reason.NotLicensedInState, Reason.DoesNotTakeRisk,
        Reason.IsACoach, Reason.TopicNotCovered,
    ];

    private Consult Consult => view.Consult;

    /// <returns>Nothing while there is nobody to explain.</returns>
    public Html Says() => Consult.Confirmed is { } chosen && ChoiceOf(chosen) is { } choice
        ? Section($"Why {PageWords.Name(view.Roster[chosen])}?", Chosen(choice, chosen), choice)
        : Consult.Stage is Stage.Unanswered && Consult.Choices is [.., var last]
            ? Section("Why was no one free?", default, last)
            : default;

    /// <summary>The choice that led to asking this person.</summary>
    private Choice? ChoiceOf(PersonId person) => Consult.Offers.LastOrDefault(offer => offer.Person == person) is { } offer
        ? Consult.Choices.LastOrDefault(choice => choice.At == offer.At && RulingOf(choice, person) is not null)
        : null;

    private static Ruling? RulingOf(Choice choice, PersonId person) =>
        choice.Rulings.FirstOrDefault(ruling => ruling.Person == person && ruling.Place is not null);

    private Html Section(string title, Html chosen, Choice choice)
    {
        var others = Consult.Request.Kind == Kind.Support ? default : Others(choice);
        return Html.If($"{chosen}{others}".Length > 0,
            $"""
            <details class="why">
            <summary>{title}</summary>
            {chosen}
            {others}
            </details>
            """);
    }

    private static Html Chosen(Choice choice, PersonId person)
    {
        var ruling = RulingOf(choice, person)!;
        var candidates = choice.Rulings.Count(each => each.Place is not null);
        var place = candidates == 1
            ? Html.Of($"The only colleague who could be asked for this just then.")
            : Html.Of($"{Place(ruling.Place!.Value, candidates)} {Because(ruling.Reasons)}");
        return Html.Of($"<p>{place}</p>");
    }

    private static string Place(int place, int of) => place == 1
        ? $"First of {of} colleagues who could be asked for this just then."
        : $"Number {place} of {of} colleagues who could be asked for this just then.";

    /// <summary>What put them before the next or, for the last, behind the one before.</summary>
    private static string Because(IEnumerable<Reason> reasons) => string.Join(' ', reasons.Select(reason => reason switch
    {
        Reason.SoonestStart => "What decided: how soon each could start.",
        Reason.InTheirHours => "What decided: who is at work at that time anyway.",
        Reason.FewestRecentConsults => "What decided: who has given fewer consults lately for the time they have.",
        Reason.TieBrokenByName => "Nothing else told them apart, so the order of names decided.",
        _ => "",
    }));

    private Html Others(Choice choice)
    {
        var ruledOut = choice.Rulings.Where(ruling => ruling.Place is null && ruling.Person != Consult.Request.Asker).ToList();
        var asked = Consult.Offers.Where(offer => offer.At <= choice.At).Select(offer => offer.Person).ToHashSet();
        var before = ruledOut.Count(ruling => ruling.Reasons.Contains(Reason.AskedBefore));
        var other = ruledOut.Count(ruling => !ruling.Reasons.Contains(Reason.AskedBefore) && ruling.Reasons.Any(Open.Contains));
        var notThen = ruledOut.Count - before - other;
        var notYet = choice.Rulings.Count(ruling => ruling.Place is not null && !asked.Contains(ruling.Person));
        var lines = new (int Count, string Says)[]
        {
            (before, "had been asked before"),
            (other, "do not answer this kind of question: their role, licence or topics are others"),
            (notThen, "could not be asked just then, or had no time in common with you"),
            (notYet, "could have been asked next"),
        };
        return Html.If(lines.Any(line => line.Count > 0),
            $"""
            <p>Of the others:</p>
            <ul>
            {Html.Each(lines.Where(line => line.Count > 0), line => Html.Of(
                $"""
                <li>{line.Count} {line.Says}.</li>

                """))}
            </ul>
            """);
    }
}
