using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;

namespace Curbside.Tests.Messages;

/// <summary>Every line of <c>ask-corpus.txt</c>, whose head explains its notation.</summary>
public class AskCorpusTests
{
    private const string Arrow = " => ";

    public static TheoryData<string, string> Lines
    {
        get
        {
            var lines = new TheoryData<string, string>();
            foreach (var line in Corpus.Lines("ask-corpus.txt", Arrow))
            {
                lines.Add(line[0], line[1]);
            }

            return lines;
        }
    }

    public static TheoryData<string> States => [.. UsState.All.Select(state => state.Code)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void An_ask_says(string text, string meant) => Assert.Equal(meant, Notation(text));

    /// <summary>Writes the corpus as it reads now beside the test, so that a change can be read line by line.</summary>
    [Fact]
    public void The_corpus_reads_as_written()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Messages", "ask-corpus.txt");
        var read = File.ReadAllLines(path).Select(line => line.Contains(Arrow, StringComparison.Ordinal) ? Anew(line.Split(Arrow)[0]) : line);
        File.WriteAllLines($"{path}.actual", read);
        Assert.Equal(File.ReadAllText(path), File.ReadAllText($"{path}.actual"));

        static string Anew(string text) => $"{text}{Arrow}{Notation(text)}";
    }

    [Fact]
    public void No_line_is_listed_twice() =>
        Assert.Empty(Lines.Select(row => (string)row[0]).GroupBy(text => text).Where(same => same.Count() > 1).Select(same => same.Key));

    /// <summary>Not one word is left out unsaid: each is read, or it is in what is left.</summary>
    [Fact]
    public void Every_word_that_changes_nothing_is_harmless_or_said_back()
    {
        foreach (var strange in (string[])["zqx", "noor", "lamictal", "17", "voicemail", "wheelchair"])
        {
            Assert.All(
                Lines.Where(row => ((string)row[1]) is not ("-" or "nothing")).Select(row => (string)row[0]),
                text => Assert.Contains(strange, AskIn($"{text}, {strange}")?.Left ?? "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_is_read_by_its_name_in_any_place(string code)
    {
        var state = UsState.Parse(code);
        var name = StateNames.Of(state);
        string[] texts =
        [
            $"ASK MED TODAY {name}", $"ask med today in {name.ToLowerInvariant()}", $"ask {name} med today", $"ask med, client in {name}, today",
            $"ask med today client is in {code}", $"Ask med today for a client in {code.ToLowerInvariant()} please",
        ];
        foreach (var text in texts)
        {
            var ask = AskIn(text);
            var isDoubtful = StateNames.Meant(name.ToLowerInvariant()).Length > 1 || code == "LA";
            Assert.Equal((Kind.Medication, Urgency.Today, null), (ask?.Kind, ask?.Urgency, ask?.Left));
            Assert.True(ask!.State == state || (isDoubtful && ask.AsksState && ask.MaybeStates.Contains(state)), $"{text}: {ask.State}");
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_bare_answer_names_a_state(string code)
    {
        foreach (var text in (string[])[code, code.ToLowerInvariant(), $"{code}.", $"A {code}", $"in {code}", $"client in {code}", StateNames.Of(UsState.Parse(code))])
        {
            var isGreeting = text is "OK" or "ok" or "OK." or "HI" or "hi" or "HI.";
            Assert.Equal(!isGreeting, AskReader.StatesIn(text, new Letter('A')).Contains(UsState.Parse(code)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("A1")]
    [InlineData("yes")]
    [InlineData("not texas")]
    [InlineData("texas or nevada")]
    [InlineData("what state")]
    [InlineData("ok")]
    [InlineData("hi")]
    [InlineData("B TX")]
    [InlineData("TX please, and hurry")]
    public void What_names_no_state_is_none(string text) => Assert.Empty(AskReader.StatesIn(text, new Letter('A')));

    /// <summary>A word that turns the meaning round, wherever it stands, begins nothing.</summary>
    [Fact]
    public void A_request_that_is_turned_round_begins_nothing()
    {
        string[] turns = ["never mind", "was a mistake", "ignore that", "cancel that", "just testing", "if he calls back", "wrong number", "jk"];
        Assert.All(
            from row in Lines where (string)row[1] is not ("-" or "nothing") from turn in turns select $"{row[0]} {turn}",
            text => Assert.True(AskIn(text) is null or { IsTurned: true }, text));
    }

    private static Meaning.Ask? AskIn(string text) => Grammar.Read(text).Meanings.OfType<Meaning.Ask>().SingleOrDefault();

    private static string Notation(string text)
    {
        if (AskIn(text) is not { } ask)
        {
            return "-";
        }

        string?[] parts =
        [
            ask.Kind?.Name(),
            ask.Urgency?.Name(),
            ask.State?.Code,
            ask.AsksState ? $"state?{string.Concat(ask.MaybeStates.Select(state => $" {state}"))}" : null,
            ask.IsTurned ? "turned" : null,
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return $"{(said.Length == 0 ? "nothing" : said)}{(ask.Left is null ? "" : $" | {ask.Left}")}";
    }
}
