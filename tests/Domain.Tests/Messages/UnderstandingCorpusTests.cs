using Curbside.Messages;

namespace Curbside.Tests.Messages;

/// <summary>Every line of <c>understanding-corpus.txt</c>, whose head explains its notation.</summary>
public class UnderstandingCorpusTests
{
    private const string Bar = " | ";

    /// <summary>Where the two differ on purpose, the file written here is the corpus to be read and put in the place of the other.</summary>
    [Fact]
    public void Every_text_means_what_the_corpus_says()
    {
        var lines = Corpus.All("understanding-corpus.txt");
        var actual = new List<string>();
        var now = "";
        foreach (var line in lines)
        {
            now = line is ['@', ' ', .. var moment] ? moment : now;
            actual.Add(line.Contains(Bar, StringComparison.Ordinal) && !line.StartsWith("# ", StringComparison.Ordinal) ? Line(now, line.Split(Bar)) : line);
        }

        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "understanding-corpus.actual"), actual);
        Assert.Equal(lines, actual);
    }

    private static string Line(string now, string[] parts)
    {
        var (open, text) = (parts[0], parts[1]);
        var sender = SenderNotation.Parse(now);
        var letters = sender.ParseOpen(open);
        var context = new ReadingContext([], [.. letters.Select(letter => letter.Brief?.Other?.Full).OfType<string>()]);
        var reading = Grammar.Read(text.Replace("\\n", "\n", StringComparison.Ordinal), context);
        var meant = sender.Write(Understanding.Of(reading, letters, sender.Now.ToInstant(), sender.Now.Zone));
        var crisis = reading.Meanings.Any(meaning => meaning is Meaning.Crisis) ? "crisis; " : "";
        var kept = reading.Kept is { } rest && !meant.EndsWith("not understood", StringComparison.Ordinal) ? $", kept \"{rest}\"" : "";
        return string.Join(Bar, open, text, $"{crisis}{meant}{kept}");
    }
}
