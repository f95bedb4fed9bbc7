using Curbside.Files;
using Curbside.People;

namespace Curbside.Tests.People;

/// <summary>Writes rosters for tests: a good row, changed where a test wants it otherwise.</summary>
internal static class RosterText
{
    public static readonly string[] Columns = RosterFile.Header.Split(',');

    public const string Maya = "+14155550101";
    public const string Noor = "+14155550102";
    public const string Rosa = "+14155550103";

    public static string Row(string name, string phone, params (string Column, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = name,
            ["phone"] = phone,
            ["roles"] = "clinician;consultant",
            ["discipline"] = "counselor",
            ["timezone"] = "America/Los_Angeles",
        };
        foreach (var (column, value) in changes)
        {
            fields[column] = value;
        }

        return string.Join(',', Columns.Select(column => Quoted(fields.GetValueOrDefault(column, ""))));
    }

    public static string File(params string[] rows) => string.Join('\n', [RosterFile.Header, .. rows]) + "\n";

    public static IReadOnlyList<Person> PeopleIn(string csv) => Assert.IsType<RosterReading.Accepted>(RosterFile.Read(csv)).People;

    public static IReadOnlyList<FileError> ErrorsIn(string csv) => Assert.IsType<RosterReading.Refused>(RosterFile.Read(csv)).Errors;

    /// <summary>The person in a file with Maya's row alone, changed.</summary>
    public static Person MayaWith(params (string Column, string Value)[] changes) => Assert.Single(PeopleIn(File(Row("Maya Lee", Maya, changes))));

    /// <summary>The only error in a file with Maya's row alone, changed; it is on line 2.</summary>
    public static (string? Field, string Text) ErrorOfMayaWith(params (string Column, string Value)[] changes)
    {
        var error = Assert.Single(ErrorsIn(File(Row("Maya Lee", Maya, changes))));
        Assert.Equal(2, error.Line);
        return (error.Field, error.Text);
    }

    private static string Quoted(string value) => value.IndexOfAny([',', '"', '\n']) < 0 ? value : $"\"{value.Replace("\"", "\"\"")}\"";
}
