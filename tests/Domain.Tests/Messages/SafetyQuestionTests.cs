using System.Text.RegularExpressions;
using Curbside.Messages;

namespace Curbside.Tests.Messages;

/// <summary>On a question about somebody's safety no text but a plain yes ends the watch.</summary>
public partial class SafetyQuestionTests
{
    public static TheoryData<string> Questions => [OpenQuestions.Talking, OpenQuestions.Evening];

    /// <summary>Every text of both corpora, alone and with a yes, an ok or a thumb before and behind it.</summary>
    [Theory]
    [MemberData(nameof(Questions))]
    public void No_text_but_a_plain_yes_ends_the_watch(string question)
    {
        var corpus = Corpus.Lines("grammar-corpus.txt", " => ").Select(line => line[0])
            .Concat(Corpus.Lines("understanding-corpus.txt", " | ").Where(line => line.Length > 2).Select(line => line[1]))
            .Distinct().ToList();
        var (read, ended) = (0, 0);
        var wrong = new List<string>();
        foreach (var said in corpus)
        {
            foreach (var text in new[] { said, $"yes {said}", $"yes, {said}", $"{said}. yes", $"ok {said}", $"👍 {said}", $"A1 {said}", $"1, {said}", $"yes but {said}", $"yes and {said}" })
            {
                read++;
                if (EndsTheWatch(OpenQuestions.Understand(text, question, [])))
                {
                    ended++;
                    if (!PlainYes().IsMatch(HalfWidth(text).Replace("Sent from my iPad", "", StringComparison.Ordinal)))
                    {
                        wrong.Add(text);
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(read > 5_000, $"Only {read} texts were read.");
        Assert.True(ended > 20, $"Only {ended} texts ended the watch: the check has nothing to look at.");
    }

    [Theory]
    [InlineData("yes still waiting")]
    [InlineData("yes please ask someone else")]
    [InlineData("no")]
    [InlineData("not yet")]
    [InlineData("he hasn't called")]
    [InlineData("no call yet")]
    [InlineData("got voicemail")]
    [InlineData("she called but I missed it")]
    [InlineData("A0")]
    [InlineData("nobody called me")]
    public void Whoever_is_not_talking_is_heard(string text) =>
        Assert.Equal("A not-talking", OpenQuestions.Sender.Write(OpenQuestions.Understand(text, OpenQuestions.Talking, [])));

    [Theory]
    [InlineData("yes I'd like to talk, I can't sleep")]
    [InlineData("I'd like to talk")]
    [InlineData("not so good")]
    [InlineData("2")]
    [InlineData("no")]
    [InlineData("can we talk")]
    public void Whoever_would_like_to_talk_is_heard(string text) =>
        Assert.Equal("A would-like-a-call", OpenQuestions.Sender.Write(OpenQuestions.Understand(text, OpenQuestions.Evening, [])));

    [Theory]
    [InlineData("ok")]
    [InlineData("Ok!")]
    [InlineData("👍")]
    [InlineData("k")]
    [InlineData("sure")]
    [InlineData("got it")]
    [InlineData("sounds good")]
    [InlineData("yes and thanks for the help with the notes I will send them over")]
    public void An_ok_is_asked_back_at_once(string text)
    {
        Assert.IsType<Understanding.NotPlain>(OpenQuestions.Understand(text, OpenQuestions.Talking, []));
        Assert.IsType<Understanding.NotPlain>(OpenQuestions.Understand(text, OpenQuestions.Evening, []));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("Yes!")]
    [InlineData("yep, thanks")]
    [InlineData("A1")]
    [InlineData("1")]
    [InlineData("yes thank you so much")]
    [InlineData("we are talking")]
    [InlineData("on the phone now")]
    public void A_plain_yes_ends_it(string text) =>
        Assert.Equal("A talking", OpenQuestions.Sender.Write(OpenQuestions.Understand(text, OpenQuestions.Talking, [])));

    private static bool EndsTheWatch(Understanding understanding) => understanding switch
    {
        Understanding.Several several => several.All.Any(EndsTheWatch),
        Understanding.Answers answers => answers.All.Any(given => given.Answer.Kind is AnswerKind.Talking or AnswerKind.DoingAllRight),
        _ => false,
    };

    private static string HalfWidth(string text) => string.Concat(text.Select(sign => sign is >= '！' and <= '～' ? (char)(sign - '！' + '!') : sign));

    /// <summary>Written without a look at the grammar: a yes or its number, thanks, words of talking, words of being all right, and nothing else.</summary>
    [GeneratedRegex(
        @"^[\s\p{P}\p{S}\p{Cs}\p{M}]*(?:(?:a\s*[\p{P}]*\s*1|1|١|one|option|number|yes+|yess|yep|yeah|yea|yup|y|talking|connected|speaking|spoke|talked|chatting|spoken|we|were|we're|are|have|i|im|i'm|am|on|the|phone|line|call|with|her|him|them|to|now|already|together|she|he|they|called|me|us|and|someone|somebody"
        + @"|thanks?|thx|ty|tysm|you|so|much|very|again|u|please|pls|hi|hello|hey|all|right|alright|ok|okay|good|fine|well|better|doing|feeling|a|lot|much|dr|ng|noor|maya|lee|sorry|lol|one|um|ah|oh)[\s\p{P}\p{S}\p{Cs}\p{M}]*)+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainYes();
}
