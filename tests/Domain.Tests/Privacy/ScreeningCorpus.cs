using System.Text;
using Curbside.Privacy;

namespace Curbside.Tests.Privacy;

/// <summary>A question as it was typed, and what in it identifies somebody.</summary>
internal sealed record CorpusLine(int Number, string Text, IReadOnlyList<Finding> Marked);

/// <summary>Reads <c>screening-corpus.txt</c>, whose head explains its notation.</summary>
internal static class ScreeningCorpus
{
    public static IReadOnlyList<CorpusLine> Section(string name)
    {
        using var stream = typeof(ScreeningCorpus).Assembly.GetManifestResourceStream("screening-corpus.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new List<CorpusLine>();
        var section = "";
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith('['))
            {
                section = line.Trim('[', ']');
            }
            else if (section == name && line.Length > 0)
            {
                lines.Add(Read(number, line));
            }
        }

        return lines;
    }

    private static CorpusLine Read(int number, string line)
    {
        var text = new StringBuilder();
        var marked = new List<Finding>();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '{')
            {
                text.Append(line[at]);
                continue;
            }

            var colon = line.IndexOf(':', at);
            var close = line.IndexOf('}', colon);
            marked.Add(new Finding(Kind(line[(at + 1)..colon]), text.Length, close - colon - 1));
            text.Append(line, colon + 1, close - colon - 1);
            at = close;
        }

        return new CorpusLine(number, text.ToString(), marked);
    }

    private static Identifier Kind(string name) => name switch
    {
        "ssn" => Identifier.SocialSecurity,
        "record" => Identifier.RecordNumber,
        _ => Enum.Parse<Identifier>(name, ignoreCase: true),
    };
}
