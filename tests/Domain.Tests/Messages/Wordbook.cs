using System.Collections.Immutable;

namespace Curbside.Tests.Messages;

/// <summary>Every message, to be read as it is sent: one entry a line, <c>name = text</c>, with line breaks written as \n.</summary>
public static class Wordbook
{
    public static OrderedDictionary<string, string> Texts { get; } = Read("wording.txt");

    public static OrderedDictionary<string, string> Mails { get; } = Read("mails.txt");

    /// <summary>Writes the entries as they read now beside the tests, so that a change can be read line by line.</summary>
    internal static void Write(string file, IEnumerable<(string Name, string Says)> entries) => File.WriteAllLines(
        Path.Combine(AppContext.BaseDirectory, "Messages", $"{file}.actual"),
        entries.Select(entry => $"{entry.Name} = {entry.Says.Replace("\n", "\\n", StringComparison.Ordinal)}"));

    private static OrderedDictionary<string, string> Read(string file)
    {
        var entries = new OrderedDictionary<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Messages", file)).Where(line => line.Length > 0))
        {
            var cut = line.IndexOf(" = ", StringComparison.Ordinal);
            entries.Add(line[..cut], line[(cut + 3)..].Replace("\\n", "\n", StringComparison.Ordinal));
        }

        return entries;
    }
}
