using System.Collections.Immutable;
using Curbside.People;
using static Curbside.Preflight.Remark;

namespace Curbside.Preflight;

/// <summary>Whether the people are there who ask, are asked and are called in, and may be texted.</summary>
internal static class RosterRemarks
{
    /// <param name="present">Everybody who has not left.</param>
    public static IEnumerable<Remark> Of(ImmutableArray<Colleague> present)
    {
        if (present.IsEmpty)
        {
            yield return ToDo("No roster is loaded, so nobody can ask or be asked: docs/deploy.md, section 7.");
            yield break;
        }

        var asking = present.Count(colleague => colleague.Person.Is(Roles.Clinician));
        var asked = present.Count(colleague => colleague.Person.Is(Roles.Consultant | Roles.Supervisor));
        yield return Well($"{(present.Length == 1 ? "1 person is" : $"{present.Length} people are")} on the roster: {asking} may ask, {asked} may be asked.");
        if (asking == 0)
        {
            yield return ToDo("Nobody on the roster may ask. Give somebody the role clinician.");
        }

        if (asked == 0)
        {
            yield return ToDo("Nobody on the roster may be asked. Give somebody the role consultant.");
        }

        foreach (var remark in Texting(present).Concat(Managers(present)))
        {
            yield return remark;
        }
    }

    private static IEnumerable<Remark> Texting(ImmutableArray<Colleague> present)
    {
        if (Names(present, colleague => FictionNumber.Is(colleague.Person.Phone)) is { Length: > 0 } invented)
        {
            yield return ToDo($"{Have(invented.Length)} a phone number that nobody has (555-01…), as in the demo roster.", invented);
        }

        if (Names(present, colleague => !colleague.Reach.Consented) is { Length: > 0 } silent)
        {
            yield return ToDo(
                $"{Have(silent.Length)} not agreed to be texted yet. Fill in sms_consent_at from the signed form, or let them text JOIN.",
                silent);
        }
        else
        {
            yield return Well("Everybody on the roster has agreed to be texted.");
        }

        if (Names(present, colleague => colleague.Reach.OptedOut) is { Length: > 0 } stopped)
        {
            yield return Note($"{Have(stopped.Length)} texted STOP and get nothing any more. To come back, they text START.", stopped);
        }
    }

    private static IEnumerable<Remark> Managers(ImmutableArray<Colleague> present)
    {
        var managers = present.Where(colleague => colleague.Person.Is(Roles.Manager)).ToList();
        var reachable = managers.Where(manager => manager.Reach is { Consented: true, OptedOut: false }).ToImmutableArray();
        if (reachable.IsEmpty)
        {
            yield return ToDo(managers.Count == 0
                ? "No manager is on the roster, so nobody is called in when no one is free. Give somebody the role manager."
                : "No manager may be texted, so nobody is called in when no one is free. One of them has to agree to be texted.");
            yield break;
        }

        yield return Well("A manager is called in when no one is free.", Names(reachable, _ => true));
        if (!reachable.Any(manager => manager.Person.WakeForRisk && !manager.Reach.NightCallsOff))
        {
            yield return Note("No manager may be woken (wake_for_risk), so for a risk at night there is the backup line alone.");
        }
    }

    private static ImmutableArray<string> Names(ImmutableArray<Colleague> present, Func<Colleague, bool> which) =>
        [.. present.Where(which).Select(colleague => colleague.Person.Name).Order(StringComparer.Ordinal)];

    private static string Have(int count) => count == 1 ? "1 person has" : $"{count} people have";
}
