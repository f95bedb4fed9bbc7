namespace Curbside.Tests.Messages;

/// <summary>Reads a corpus: a case a line, its parts set apart by a mark; what begins with <c># </c> and has no mark is a heading.</summary>
internal static class Corpus
{
    /// <summary>Every line, headings included.</summary>
    public static IReadOnlyList<string> All(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Messages", file));

    public static IEnumerable<string[]> Lines(string file, string mark) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Messages", file))
        where line.Length > 0 && (!line.StartsWith("# ", StringComparison.Ordinal) || line.Contains(mark, StringComparison.Ordinal))
        select line.Split(mark);
}
