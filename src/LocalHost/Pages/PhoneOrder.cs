using Curbside.LocalHost.Carrier;
using Curbside.People;

namespace Curbside.LocalHost.Pages;

/// <summary>Which phones are shown, and in which order: everyone on the roster, and whoever else ever texted.</summary>
internal sealed class PhoneOrder(Roster roster, Dictionary<string, PhoneInBrief> known)
{
    private readonly List<Person> _present = [.. roster.Present.Select(colleague => colleague.Person)];

    /// <summary>Somebody who asks and is not asked, and who may be texted, is the easiest to begin as.</summary>
    public string? Asker => (_present.FirstOrDefault(person => person.Roles == Roles.Clinician && person.Consent is not null)
        ?? _present.FirstOrDefault())?.Phone.Value;

    /// <summary>Those with something to read first, then by name.</summary>
    public IReadOnlyList<string> All =>
    [
        .. from number in _present.Select(person => person.Phone.Value).Union(known.Keys)
           let name = _present.FirstOrDefault(person => person.Phone.Value == number)?.Name
           orderby (known.GetValueOrDefault(number)?.Unread ?? 0) == 0, name is null, name, number
           select number,
    ];

    /// <summary>Those whose texts are the latest first.</summary>
    public IEnumerable<string> ByLatest => known.Values.OrderByDescending(phone => phone.Latest).Select(phone => phone.Number);

    /// <summary>What was asked for; otherwise whoever asks, and those where something happens.</summary>
    public IReadOnlyList<string> Shown(IReadOnlyCollection<string> wanted, int most)
    {
        var all = All;
        return [.. (wanted.Count > 0 ? wanted : Busiest()).Distinct().Where(all.Contains).Take(most)];

        IEnumerable<string> Busiest() => new[] { Asker }.OfType<string>()
            .Concat(ByLatest.Where(number => number != Asker).Take(most - 1).Order(StringComparer.Ordinal))
            .Concat(_present.Where(person => person.IsPrescriber && person.Consent is not null).Select(person => person.Phone.Value));
    }
}
