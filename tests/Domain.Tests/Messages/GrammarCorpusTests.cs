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

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_text_says(string phrase, string meant) => Assert.Equal(meant, GrammarNotation.Of(Read(phrase)));

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

    private static string Meant(string phrase) => GrammarNotation.Of(Read(phrase) with { Kept = null });

    private static Reading Read(string phrase) => Grammar.Read(phrase.Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase));
}
