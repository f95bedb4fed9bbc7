using System.Collections.Immutable;
using System.Text;
using Curbside.Files;

namespace Curbside.People;

/// <summary>The roster that a practice writes: a CSV file with a row for each person.</summary>
public static class RosterFile
{
    public const string Header = "name,credentials,phone,email,roles,discipline,licences,topics,timezone,availability,away,max_per_week,"
        + "reports_to,not_with,takes_risk,wake_for_risk,wake_for_now,offers_support,sms_consent_at,sms_consent_how";

    /// <summary>The whole roster is held in memory and looked through for every wave; no practice that asks its own people is larger.</summary>
    public const int MostPeople = 2_000;

    /// <summary>In UTF-8: 500 bytes for each of the most people.</summary>
    public const int MostBytes = 1_000_000;

    private static readonly ImmutableArray<string> Columns = [.. Header.Split(',')];

    /// <summary>Reads the file whole: the columns may stand in any order, but each must be there once.</summary>
    public static RosterReading Read(string csv)
    {
        if (Encoding.UTF8.GetByteCount(csv) > MostBytes)
        {
            return new RosterReading.Refused([new FileError(1, null, "the file is larger than 1 MB; keep only the rows of people")]);
        }

        var errors = new List<FileError>();
        var people = ReadPeople(Csv.Read(csv, errors), errors);
        return errors.Count == 0
            ? new RosterReading.Accepted(people)
            : new RosterReading.Refused([.. errors.OrderBy(error => error.Line)]);
    }

    private static ImmutableArray<Person> ReadPeople(ImmutableArray<CsvRow> csv, List<FileError> errors)
    {
        if (csv.IsEmpty)
        {
            errors.Add(new FileError(1, null, $"the file is empty; write this header and a row for each person: {Header}"));
            return [];
        }

        // Under a header that is wrong, every row would be wrong for the same reason.
        var header = csv[0].Fields.Select(name => name.Trim().ToLowerInvariant()).ToImmutableArray();
        if (!CheckHeader(csv[0].Line, header, errors))
        {
            return [];
        }

        CheckCount(csv, errors);
        var rows = csv.Skip(1).Select(row => ReadRow(row, header, errors)).ToImmutableArray();
        RosterTies.Check(rows, errors);
        return [.. rows.Select(row => row.Person).OfType<Person>()];
    }

    private static bool CheckHeader(int line, ImmutableArray<string> header, List<FileError> errors)
    {
        var before = errors.Count;
        if (!header.Intersect(Columns).Any())
        {
            errors.Add(new FileError(line, null, $"the header is missing; the first line must be: {Header}"));
            return false;
        }

        foreach (var name in header.Except(Columns))
        {
            errors.Add(new FileError(line, name, $"this column is not known; the nearest known one is {NearestWord.Of(name, Columns)}"));
        }

        foreach (var name in Columns.Except(header))
        {
            errors.Add(new FileError(line, name, $"this column is missing; the header must have all of: {Header}"));
        }

        foreach (var twice in header.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            errors.Add(new FileError(line, twice.Key, "this column is there more than once; keep one of them"));
        }

        return errors.Count == before;
    }

    private static void CheckCount(ImmutableArray<CsvRow> csv, List<FileError> errors)
    {
        if (csv.Length == 1)
        {
            errors.Add(new FileError(csv[0].Line, null, "nobody is on this roster; write a row for each person below the header"));
        }
        else if (csv.Length - 1 > MostPeople)
        {
            errors.Add(new FileError(csv[MostPeople + 1].Line, null, $"a roster has at most 2,000 people, and this is one more of {csv.Length - 1}"));
        }
    }

    private static RosterRow ReadRow(CsvRow row, ImmutableArray<string> header, List<FileError> errors)
    {
        // Where a row is too short, what it lacks is read as empty.
        string Field(string column) => header.IndexOf(column) is var at && at < row.Fields.Length ? row.Fields[at].Trim() : "";

        if (row.Fields.Length == header.Length)
        {
            return RosterRow.Read(new RosterFields(row.Line, Field, errors));
        }

        errors.Add(new FileError(row.Line, null, $"this row has {row.Fields.Length} fields and the header {header.Length}; "
            + "keep the commas around an empty field, and put quotes around one that has a comma in it"));
        return RosterRow.Unread(row.Line, Field("phone"));
    }
}
