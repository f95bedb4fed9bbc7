namespace Curbside.Tests.Texts;

/// <summary>
/// Every line of <c>texts.txt</c>: at a moment, what somebody texts, what is done, and what they are answered. A line that does nothing is asked back, or
/// answered with silence.
/// </summary>
public class TextCorpusTests
{
    private const string Arrow = " => ";

    /// <summary>Where the two differ on purpose, the file written here is the corpus to be read and put in the place of the other.</summary>
    [Fact]
    public void Every_text_is_answered_as_the_corpus_says()
    {
        var lines = Lines();
        var actual = Actual(lines);
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "texts.actual"), actual);
        Assert.Equal(lines, actual);
    }

    [Fact]
    public void The_corpus_is_large_and_in_a_third_of_it_nothing_may_happen()
    {
        var lines = Lines().Where(line => line.Contains(Arrow, StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count >= 1_500, $"There are {lines.Count} lines.");
        var idle = lines.Count(line => line.Split(Arrow)[1].StartsWith('-'));
        Assert.True(idle >= 500, $"In {idle} lines nothing is done.");
        Assert.Equal(Moments.All.Keys.Order(), Lines().Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).Order());
    }

    private static string[] Lines() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Texts", "texts.txt"));

    private static List<string> Actual(string[] lines)
    {
        var moment = "";
        var actual = new List<string>();
        foreach (var line in lines)
        {
            moment = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : moment;
            actual.Add(line.Contains(Arrow, StringComparison.Ordinal) && !line.StartsWith('#') ? Line(moment, line.Split(Arrow)[0]) : line);
        }

        return actual;
    }

    /// <summary><c>text => what is done | what the sender is answered</c>; <c>-</c> for neither.</summary>
    private static string Line(string moment, string text)
    {
        var (who, before) = Moments.All[moment];
        var after = before.Text(who, text.Replace("\\n", "\n", StringComparison.Ordinal));
        var done = after.Done.IsEmpty ? "-" : string.Join("; ", after.Done);
        var replies = after.ToldTo(who).Select(body => body.Replace("Bay Curbside", "", StringComparison.Ordinal).TrimStart(':', ' ').Replace("\n", "\\n", StringComparison.Ordinal));
        return $"{text}{Arrow}{done} | {string.Join(" / ", replies.DefaultIfEmpty("-"))}";
    }
}
