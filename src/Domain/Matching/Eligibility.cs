using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;

namespace Curbside.Matching;

/// <summary>The lasting rules: whom no hour would make a consultant for this need.</summary>
/// <remarks>A need without a client's state is taken to be about the asker's first licence or, without one, the practice's state.</remarks>
internal sealed class Eligibility(Need need, IReadOnlyCollection<Colleague> roster, Policy policy)
{
    private readonly Kind _kind = need.Request.Kind;

    // Worked out from the number each time that it is asked for.
    private readonly PersonId _asker = need.Asker.Id;

    private readonly UsState _state =
        need.Request.ClientState ?? need.Asker.StateOrThatOf(policy.Practice);

    private readonly ImmutableHashSet<PhoneNumber> _line =
        need.Request.Kind == Kind.Support ? ReportingLine.Of(need.Asker, roster) : [];

    private readonly ImmutableHashSet<PersonId> _askersOwn =
        roster.FirstOrDefault(Is(need.Asker.Id))?.KeptApart ?? [];

    /// <returns>All lasting reasons why not; empty for whoever may be asked at some hour.</returns>
    public ImmutableArray<Reason> Against(Colleague colleague) =>
        [.. ForAnyKind(colleague), .. ForThisKind(colleague.Person)];

    private IEnumerable<Reason> ForAnyKind(Colleague colleague)
    {
        var (person, reach) = (colleague.Person, colleague.Reach);
        if (colleague.Id == _asker)
        {
            yield return Reason.IsTheAsker;
        }

        if (!person.Is(Roles.Consultant | Roles.Supervisor))
        {
            yield return Reason.NotAConsultant;
        }

        if (person.NotWith.Contains(need.Asker.Phone) || need.Asker.NotWith.Contains(person.Phone)
            || colleague.KeptApart.Contains(_asker) || _askersOwn.Contains(colleague.Id))
        {
            yield return Reason.KeptApart;
        }

        if (need.Asked.Contains(colleague.Id) || need.Request.AskedBefore.Contains(colleague.Id))
        {
            yield return Reason.AskedBefore;
        }

        if (!reach.Consented)
        {
            yield return Reason.NoConsent;
        }

        if (reach.OptedOut)
        {
            yield return Reason.OptedOut;
        }
    }

    private IEnumerable<Reason> ForThisKind(Person person) => _kind switch
    {
        Kind.Risk => Failed(
            (person.Discipline != Discipline.Coach, Reason.IsACoach),
            (person.TakesRisk, Reason.DoesNotTakeRisk)).Concat(LicensedInState(person)),
        Kind.Case => Failed(
            (person.Discipline != Discipline.Coach || !need.Asker.IsLicensed, Reason.IsACoach),
            (Covers(person), Reason.TopicNotCovered)),
        Kind.Medication => Failed((person.IsPrescriber, Reason.NotAPrescriber)).Concat(LicensedInState(person)),
        Kind.SecondOpinion when !person.Is(Roles.Supervisor) && !person.IsLicensed => [Reason.NotASenior, Reason.NotLicensed],
        Kind.SecondOpinion => [],
        Kind.Observation => Failed((person.Is(Roles.Supervisor), Reason.NotASenior)),
        Kind.Support => Failed(
            (person.OffersSupport, Reason.DoesNotOfferSupport),
            (!person.Is(Roles.Manager), Reason.IsAManager),
            (!_line.Contains(person.Phone), Reason.InReportingLine)),
        _ => throw new ArgumentOutOfRangeException(nameof(person), _kind, "There is no such kind."),
    };

    private IEnumerable<Reason> LicensedInState(Person person) => Failed(
        (person.IsLicensed, Reason.NotLicensed),
        (!person.IsLicensed || person.Licences.Contains(_state), Reason.NotLicensedInState));

    private static Func<Colleague, bool> Is(PersonId id) => colleague => colleague.Id == id;

    /// <summary>A consultant without topics takes any, and a request without topics is about none in particular.</summary>
    private bool Covers(Person person) =>
        person.Topics.IsEmpty || need.Request.Topics.IsEmpty || need.Request.Topics.Any(person.Topics.Contains);

    private static IEnumerable<Reason> Failed(params (bool Holds, Reason Otherwise)[] rules) =>
        rules.Where(rule => !rule.Holds).Select(rule => rule.Otherwise);
}
