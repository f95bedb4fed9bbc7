using Curbside.Messages;

namespace Curbside.Tests.Messages;

/// <summary>Every line of <c>understanding-corpus.txt</c>, whose head explains its notation.</summary>
public class UnderstandingCorpusTests
{
    public static TheoryData<string, string, string, string> Texts
    {
        get
        {
            var texts = new TheoryData<string, string, string, string>();
            var now = "";
            foreach (var line in Corpus.Lines("understanding-corpus.txt", " | "))
            {
                if (line is [['@', ' ', .. var moment]])
                {
                    now = moment;
                }
                else
                {
                    texts.Add(now, line[0], line[1], line[2]);
                }
            }

            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void At_a_time_with_these_open_a_text_means(string now, string open, string text, string meant)
    {
        var sender = SenderNotation.Parse(now);
        Assert.Equal(meant, sender.Write(Understanding.Of(Grammar.Read(text), sender.ParseOpen(open), sender.Now.ToInstant(), sender.Now.Zone)));
    }
}
