using Curbside.Consults;
using Curbside.People;

namespace Curbside.Matching;

/// <summary>Tells whether a license is what is missing, rather than somebody's time.</summary>
public static class Licensing
{
    /// <returns>The client's state if colleagues take such consults and none is licensed there. Null otherwise.</returns>
    public static UsState? MissingFor(Request request, IEnumerable<Colleague> roster)
    {
        if (!request.Kind.NeedsLicense() || request.ClientState is not { } state)
        {
            return null;
        }

        var takers = roster.Select(colleague => colleague.Person).Where(person => !person.Left && person.Id != request.Asker && Takes(person, request.Kind)).ToList();
        return takers.Count > 0 && !takers.Any(person => person.Licences.Contains(state)) ? state : null;
    }

    /// <summary>The rules of <see cref="Eligibility"/> that no license and no hour changes.</summary>
    private static bool Takes(Person person, Kind kind) => person.Is(Roles.Consultant | Roles.Supervisor) && kind switch
    {
        Kind.Risk => person.TakesRisk && person.Discipline != Discipline.Coach,
        Kind.Medication => person.IsPrescriber,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It needs no license."),
    };
}
