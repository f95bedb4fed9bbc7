using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;

namespace Curbside.Web;

/// <summary>The list in which a clinician privately leaves colleagues out. It is shown to that clinician alone.</summary>
/// <param name="handleOf">What stands for a person on this page.</param>
internal sealed class Exclusions(ConsultView view, Func<PersonId, string> handleOf)
{
    public const string PersonField = "person";

    private ImmutableHashSet<PersonId> Own => view.Roster.Find(view.Viewer.Id)?.KeptApart ?? [];

    private IEnumerable<Person> Listed => view.Roster.Present
        .Select(colleague => colleague.Person)
        .Where(person => person.Is(Roles.Consultant | Roles.Supervisor) && person.Id != view.Viewer.Id)
        .OrderBy(person => person.Name, StringComparer.Ordinal);

    public Html Inputs() => Html.Of(
        $"""
        <fieldset class="checks">
        <legend class="hint">It holds both ways, from the next time that anybody is asked, for this and every later consult. Nobody is told:
        not they, and no manager.</legend>
        {Html.Each(Listed, person => Html.Of(
            $"""
            <label class="check"><input type="checkbox" name="{PersonField}" value="{handleOf(person.Id)}"{Html.If(Own.Contains(person.Id), $" checked")}>
            {PageWords.Name(person)}</label>

            """))}
        </fieldset>
        """);

    /// <summary>Those who are checked now, and those who were before and are not on the list any more.</summary>
    public ImmutableHashSet<PersonId> Read(IEnumerable<string> handles)
    {
        var known = Listed.ToDictionary(person => handleOf(person.Id), person => person.Id);
        return [.. handles.Where(known.ContainsKey).Select(handle => known[handle]), .. Own.Except(known.Values)];
    }
}
