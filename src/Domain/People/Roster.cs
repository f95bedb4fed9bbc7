using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Curbside.People;

/// <summary>Everyone the practice knows, including those who left while a consult still names them.</summary>
public sealed class Roster
{
    // Plain ones, which are quickly made: a roster is made anew whenever one of its people changes.
    private readonly Dictionary<PersonId, Colleague> _byId;
    private readonly Dictionary<PhoneNumber, Colleague> _byPhone;

    public Roster(IEnumerable<Colleague> colleagues)
    {
        All = [.. colleagues];
        _byId = All.ToDictionary(colleague => colleague.Id);
        _byPhone = All.Where(colleague => !colleague.Person.IsStandIn).ToDictionary(colleague => colleague.Person.Phone);
    }

    public static Roster Empty { get; } = new([]);

    public ImmutableArray<Colleague> All { get; }

    /// <summary>Everyone who is still there.</summary>
    public IEnumerable<Colleague> Present => All.Where(colleague => !colleague.Person.Left);

    /// <summary>The same roster with one of its people as they are now.</summary>
    public Roster With(Colleague changed) => new(All.Select(colleague => colleague.Id == changed.Id ? changed : colleague));

    public Colleague? Find(PersonId id) => _byId.GetValueOrDefault(id);

    /// <summary>By number, among those who are still there; a phone is its owner's and never the stand-in's.</summary>
    public bool TryFind(PhoneNumber phone, [NotNullWhen(true)] out Colleague? colleague) =>
        _byPhone.TryGetValue(phone, out colleague) && !colleague.Person.Left;

    /// <exception cref="KeyNotFoundException">A consult names a person whom the roster never had.</exception>
    public Person this[PersonId id] => _byId[id].Person;
}
