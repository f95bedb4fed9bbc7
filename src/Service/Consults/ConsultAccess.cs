using System.Collections.Immutable;
using Curbside.Drills;
using Curbside.Links;
using Curbside.People;

namespace Curbside.Consults;

/// <summary>A consult as one person may see it.</summary>
/// <param name="MayRead">What was written may be read: by the clinician, and by the confirmed consultant alone.</param>
public sealed record ConsultView(Consult Consult, Person Viewer, bool IsAsker, bool MayRead, Roster Roster, Policy Policy);

/// <summary>What the bearer of a link may see and do.</summary>
public sealed class ConsultAccess
{
    private readonly ConsultDesk _consults;
    private readonly PeopleBook _people;
    private readonly LinkBook _links;

    internal ConsultAccess(ConsultDesk consults, PeopleBook people, LinkBook links)
    {
        _consults = consults;
        _people = people;
        _links = links;
    }

    /// <returns>Null for a token that is made up, expired or revoked, and for a consult that is over.</returns>
    public async Task<ConsultView?> FindAsync(string token, CancellationToken stop = default)
    {
        if (await _links.FindAsync(token, stop) is not { Consult: { } id } bearer
            || await _consults.FindAsync(id, stop) is not { Over: false } consult)
        {
            return null;
        }

        var roster = Drill.RosterFor(consult.Request, await _people.CurrentAsync(stop));
        var policy = Drill.PolicyFor(consult.Request, await _consults.PolicyAsync(stop));
        var isAsker = bearer.Person == consult.Request.Asker;
        var confirmed = consult.Confirmed == bearer.Person;
        return isAsker || confirmed
            ? new ConsultView(consult, roster[bearer.Person], isAsker, MayRead: true, roster, policy)
            : null;
    }

    /// <summary>The bearer does something on the page.</summary>
    /// <param name="formId">Comes hidden with the form, so that a double submit is one event.</param>
    /// <returns>Whether the link still opened anything.</returns>
    public async Task<bool> DoAsync(string token, string formId, Func<PersonId, ConsultEvent> what, CancellationToken stop = default)
    {
        if (await FindAsync(token, stop) is not { } view)
        {
            return false;
        }

        await _consults.HandleAsync(view.Consult.Id, $"page {view.Viewer.Id} {formId}", what(view.Viewer.Id), null, stop);
        return true;
    }

    /// <summary>The clinician privately says with whom they would rather not be brought together. It is about them, and no part of the consult.</summary>
    /// <returns>Whether the link still opened anything.</returns>
    public async Task<bool> KeepApartAsync(string token, Func<ConsultView, ImmutableHashSet<PersonId>> from, CancellationToken stop = default)
    {
        if (await FindAsync(token, stop) is not { IsAsker: true, Consult.IsDrill: false } view)
        {
            return false;
        }

        await _people.KeepApartAsync(view.Viewer.Id, from(view), stop);
        return true;
    }

    public Task<Consult?> FindAsync(ConsultId id, CancellationToken stop = default) => _consults.FindAsync(id, stop);
}
