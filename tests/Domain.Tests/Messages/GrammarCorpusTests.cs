using Curbside.Messages;

namespace Curbside.Tests.Messages;

/// <summary>Every line of <c>grammar-corpus.txt</c>, whose head explains its notation.</summary>
public class GrammarCorpusTests
{
    private const string Arrow = " => ";

    public static TheoryData<string, string> Phrases
    {
        get
        {
            var phrases = new TheoryData<string, string>();
            foreach (var line in Corpus.Lines("grammar-corpus.txt", Arrow))
            {
                phrases.Add(line[0], line[1]);
            }

            return phrases;
        }
    }

    /// <summary>Where the two differ on purpose, the file written here is the corpus to be read and put in the place of the other.</summary>
    [Fact]
    public void Every_text_says_what_the_corpus_says()
    {
        var lines = Corpus.All("grammar-corpus.txt");
        var actual = lines.Select(line => !line.Contains(Arrow, StringComparison.Ordinal) ? line : Line(line.Split(Arrow)[0])).ToList();
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "grammar-corpus.actual"), actual);
        Assert.Equal(lines, actual);
    }

    [Fact]
    public void No_phrase_is_listed_twice() =>
        Assert.Empty(Phrases.Select(row => (string)row[0]).GroupBy(phrase => phrase).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Case_does_not_matter() =>
        Assert.All(
            Phrases.Select(row => (string)row[0]).Where(phrase => phrase.All(char.IsAscii)),
            phrase => Assert.Equal(Meant(phrase.ToLowerInvariant()), Meant(phrase.ToUpperInvariant())));

    [Fact]
    public void Spaces_and_exclamation_marks_around_a_text_do_not_matter() =>
        Assert.All(Phrases.Select(row => (string)row[0]), phrase => Assert.Equal(Meant(phrase), Meant($"  \t{phrase} !!\n")));

    private static string Line(string phrase) => $"{phrase}{Arrow}{GrammarNotation.Of(Read(phrase))}";

    private static string Meant(string phrase) => GrammarNotation.Of(Read(phrase) with { Kept = null });

    private static Reading Read(string phrase) => Grammar.Read(phrase.Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase));
}
