using System.Collections.Immutable;
using Curbside.Files;

namespace Curbside.People;

/// <summary>What the rows of a roster say about one another: that they are different people, and who reports to whom.</summary>
internal static class RosterTies
{
    public static void Check(ImmutableArray<RosterRow> rows, List<FileError> errors)
    {
        var people = new Dictionary<PhoneNumber, RosterRow>();
        foreach (var row in rows)
        {
            if (row.Phone is { } phone && !people.TryAdd(phone, row))
            {
                errors.Add(new FileError(row.Line, "phone", $"{phone} is the phone on line {people[phone].Line} too; each person needs their own"));
            }
        }

        foreach (var row in rows)
        {
            CheckPhones("reports_to", row, row.ReportsTo, people, errors);
            CheckPhones("not_with", row, row.NotWith, people, errors);
        }

        foreach (var loop in new ReportingLoops(people).Find())
        {
            var circle = string.Join(", who reports to ", loop.Skip(1).Append(loop[0]).Select(row => row.Name));
            errors.Add(new FileError(loop[0].Line, "reports_to", $"{loop[0].Name} reports to {circle}; take one of them out of this loop"));
        }
    }

    private static void CheckPhones(
        string column, RosterRow row, ImmutableArray<PhoneNumber> phones, Dictionary<PhoneNumber, RosterRow> people, List<FileError> errors)
    {
        foreach (var phone in phones)
        {
            if (phone == row.Phone)
            {
                errors.Add(new FileError(row.Line, column, $"{phone} is the person's own phone; take it out"));
            }
            else if (!people.ContainsKey(phone))
            {
                errors.Add(new FileError(row.Line, column, $"{phone} is nobody's phone on this roster; add the person, or take the number out"));
            }
        }
    }
}
