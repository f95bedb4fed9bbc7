using System.Collections.Immutable;
using Curbside.People;

namespace Curbside.Matching;

/// <summary>Everyone above and below a person: whom they report to, whom those report to, and the same downwards.</summary>
internal static class ReportingLine
{
    /// <param name="roster">With the people who have left: a line does not end where someone left.</param>
    public static ImmutableHashSet<PhoneNumber> Of(Person person, IEnumerable<Colleague> roster)
    {
        var people = roster.Select(colleague => colleague.Person).Append(person).ToList();
        var above = people.ToLookup(one => one.Phone, one => one.ReportsTo).ToDictionary(
            one => one.Key,
            one => one.SelectMany(managers => managers));
        var below = people.SelectMany(one => one.ReportsTo, (one, manager) => (one.Phone, Manager: manager))
            .ToLookup(report => report.Manager, report => report.Phone);
        return [.. Reach(phone => above.GetValueOrDefault(phone, [])), .. Reach(phone => below[phone])];

        // Lines on a roster may run in a circle by mistake, so nobody is followed twice.
        HashSet<PhoneNumber> Reach(Func<PhoneNumber, IEnumerable<PhoneNumber>> next)
        {
            var reached = new HashSet<PhoneNumber>();
            var open = new Queue<PhoneNumber>([person.Phone]);
            while (open.TryDequeue(out var phone))
            {
                foreach (var other in next(phone))
                {
                    if (reached.Add(other))
                    {
                        open.Enqueue(other);
                    }
                }
            }

            return reached;
        }
    }
}
