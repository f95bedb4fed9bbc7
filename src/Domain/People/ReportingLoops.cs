using System.Collections.Immutable;

namespace Curbside.People;

/// <summary>Finds people who report to one another in a circle, by walking every reporting line once, depth first.</summary>
internal sealed class ReportingLoops(IReadOnlyDictionary<PhoneNumber, RosterRow> people)
{
    private readonly HashSet<PhoneNumber> _seen = [];
    private readonly List<PhoneNumber> _line = [];
    private readonly List<ImmutableArray<RosterRow>> _loops = [];

    /// <returns>Each loop once, in the order of reporting, from the person who comes first in the file. Who names themselves makes no loop.</returns>
    public IReadOnlyList<ImmutableArray<RosterRow>> Find()
    {
        foreach (var phone in people.Keys)
        {
            Walk(phone);
        }

        return _loops;
    }

    private void Walk(PhoneNumber phone)
    {
        if (!_seen.Add(phone))
        {
            return;
        }

        _line.Add(phone);
        foreach (var boss in people[phone].ReportsTo.Where(boss => boss != phone && people.ContainsKey(boss)))
        {
            var met = _line.IndexOf(boss);
            if (met >= 0)
            {
                _loops.Add(FromFirst(_line.Skip(met).Select(member => people[member]).ToImmutableArray()));
            }
            else
            {
                Walk(boss);
            }
        }

        _line.RemoveAt(_line.Count - 1);
    }

    private static ImmutableArray<RosterRow> FromFirst(ImmutableArray<RosterRow> loop)
    {
        var first = loop.IndexOf(loop.MinBy(row => row.Line)!);
        return [.. loop.Skip(first), .. loop.Take(first)];
    }
}
