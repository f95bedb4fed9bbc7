using System.Collections.Immutable;
using Curbside.Messages;

namespace Curbside.Tests.Messages;

/// <summary>
/// Whatever phones make of a reaction, a reply or a forward: a quote of our own words answers nothing. Held for every message of the wordbook, in every
/// wrapper, cut at any place, with any question open.
/// </summary>
public class QuotesTests
{
    /// <summary>
    /// Shapes in which iOS and Android phones deliver reactions to phones without RCS or iMessage, in the languages most used in the US, and in which people and
    /// programs quote and forward. {0} is the quoted message.
    /// </summary>
    private static readonly ImmutableArray<string> Wrappers =
    [
        // English
        "Liked “{0}”", "Loved “{0}”", "Disliked “{0}”", "Laughed at “{0}”", "Emphasized “{0}”", "Questioned “{0}”", "Reacted 🔥 to “{0}”", "Reacted 👍 to “{0}”", "Removed a like from “{0}”", "Removed a heart from “{0}”", "Removed 👍 from “{0}”",
        "Replied no to “{0}”", "Replied yes to “{0}”", "👍 to “{0}”", "👍 to \"{0}\"", "❤️ to “ {0} ”", "Liked \"{0}\"", "\u200b👍\u200b to “\u200a{0}\u200a”", "Maya Lee liked “{0}”", "Noor reacted 👍 to “{0}”", "Loved ‘{0}’", "Reacted with 👍 to '{0}'",

        // Spanish, Chinese, Tagalog, Vietnamese, Arabic, French, Korean, Russian, Portuguese, Haitian Creole, German, Hindi, Polish, Danish
        "Le encantó “{0}”", "Le gustó “{0}”", "No le gustó “{0}”", "Me gusta «{0}»", "Reaccionó con 👍 a “{0}”", "喜欢“{0}”", "赞了“{0}”", "對「{0}」表示讚", "Nagustuhan ang “{0}”", "Nag-react ng 👍 sa “{0}”", "Đã thích “{0}”", "Đã bày tỏ cảm xúc 👍 với “{0}”",
        "أعجبني “{0}”", "تفاعل بـ 👍 مع «{0}»", "A aimé « {0} »", "A ajouté « J’aime » à « {0} »", "N’a pas aimé « {0} »", "“{0}”에 좋아요 표시함", "‘{0}’에 👍 반응을 보냈습니다", "Понравилось «{0}»", "Реакция 👍 на «{0}»", "Curtiu “{0}”", "Reagiu com 👍 a “{0}”",
        "Li renmen “{0}”", "Gefällt „{0}“", "Hat mit 👍 auf „{0}“ reagiert", "“{0}” पसंद किया", "Polubiono „{0}”", "Syntes godt om »{0}«",

        // Replies and forwards without an answer
        "> {0}", ">{0}", "\"{0}\"", "“{0}”", "On Mon, Jan 5, 2026 at 9:00 AM Bay Curbside <+14155550190> wrote:\n{0}", "On Mon, Jan 5 Bay wrote: {0}", "El lun, 5 ene 2026 a las 9:00, Bay escribió:\n{0}", "Le lun. 5 janv. 2026, Bay a écrit :\n{0}", "Am 05.01.2026 schrieb Bay:\n{0}",
        "-----Original Message-----\n{0}", "Begin forwarded message:\n\n{0}", "Fwd: {0}", "FW: {0}", "{0}",
    ];

    private static IEnumerable<(string Name, string Text)> Messages => Wordbook.Texts.Select(entry => (entry.Key, entry.Value));

    [Fact]
    public void A_quote_of_any_message_in_any_wrapper_cut_anywhere_changes_nothing_whatever_is_open()
    {
        var read = 0;
        foreach (var (name, message) in Messages)
        {
            for (var shape = 0; shape < Wrappers.Length; shape++)
            {
                foreach (var text in Cuts(Wrappers[shape], message, seed: read))
                {
                    read++;
                    var reading = Grammar.Read(text, new ReadingContext([message], []));
                    foreach (var open in OpenQuestions.All)
                    {
                        var understood = OpenQuestions.Understand(reading, open);
                        Assert.False(OpenQuestions.Acts(understood), $"{name}: \"{text}\" with {open} is {OpenQuestions.Sender.Write(understood)}");
                    }

                    Assert.False(reading.Meanings.Any(meaning => meaning is Meaning.Crisis), $"{name}: \"{text}\" is taken for a cry for help");
                }
            }
        }

        Assert.True(read > 40_000, $"Only {read} texts were read.");
    }

    [Fact]
    public void A_whole_message_in_any_wrapper_is_answered_with_silence()
    {
        foreach (var (name, message) in Messages)
        {
            foreach (var wrapper in Wrappers)
            {
                var text = string.Format(null, wrapper, message);
                var reading = Grammar.Read(text, new ReadingContext([message], []));
                Assert.True(reading.Meanings is [Meaning.AutoReply], $"{name}: \"{text}\" is {GrammarNotation.Of(reading)}");
            }
        }
    }

    /// <summary>Long after the phone forgot what it was sent, quotation marks are enough.</summary>
    [Fact]
    public void A_quote_of_a_message_that_is_no_longer_remembered_changes_nothing()
    {
        foreach (var (name, message) in Messages)
        {
            foreach (var wrapper in Wrappers.Where(wrapper => wrapper is not ("{0}" or "Fwd: {0}")))
            {
                var text = string.Format(null, wrapper, message);
                var reading = Grammar.Read(text);
                foreach (var open in OpenQuestions.All)
                {
                    Assert.False(OpenQuestions.Acts(OpenQuestions.Understand(reading, open)), $"{name}: \"{text}\" with {open}");
                }
            }
        }
    }

    [Theory]
    [InlineData("{1}\n> {0}")]
    [InlineData("{1} > {0}")]
    [InlineData("{1} “{0}”")]
    [InlineData("“{0}” {1}")]
    [InlineData("\"{0}\"\n{1}")]
    [InlineData("{1}\n\nOn Mon, Jan 5, 2026 at 9:00 AM Bay Curbside wrote:\n{0}")]
    [InlineData("{1} On Mon, Jan 5 Bay wrote: {0}")]
    [InlineData("{0}\n{1}")]
    [InlineData("{1}\n{0}")]
    public void An_answer_beside_a_quote_of_any_message_is_that_answer(string shape)
    {
        const string offer = "A[1=accept 15:00, 2=accept 16:30, 0=decline, time]{consultant offered, Maya Lee}";
        foreach (var (name, message) in Messages)
        {
            foreach (var (answer, meant) in new[] { ("A0", "A decline"), ("A2", "A accept 16:30-08"), ("no", "A decline"), ("5:15p", "A counter 17:15-08") })
            {
                var text = string.Format(null, shape, message, answer);
                var understood = OpenQuestions.Sender.Write(OpenQuestions.Understand(text, offer, [message]));
                Assert.True(understood == meant, $"{name}: \"{text}\" is {understood}, not {meant}");
            }
        }
    }

    [Theory]
    [InlineData("my client said \"I want to die\"")]
    [InlineData("she texted me “i am going to kill myself tonight”")]
    [InlineData("> I want to die")]
    [InlineData("Fwd: I don't want to live anymore")]
    [InlineData("he says “she is in danger”")]
    [InlineData("client in danger")]
    [InlineData("is in danger now")]
    public void What_a_client_said_counts_quoted_or_not(string text) =>
        Assert.Contains(Grammar.Read(text, new ReadingContext([.. Messages.Select(message => message.Text)], [])).Meanings, meaning => meaning is Meaning.Crisis);

    /// <summary>The wrapper whole, and the message within it cut: at every place for the first shapes, at a few chosen by the seed for the others.</summary>
    private static IEnumerable<string> Cuts(string wrapper, string message, int seed)
    {
        var whole = string.Format(null, wrapper, message);
        yield return whole;
        var start = wrapper.IndexOf("{0}", StringComparison.Ordinal);
        var random = new Random(seed);
        for (var cut = 0; cut < 2; cut++)
        {
            // At least the sender's name is left: with less nobody could tell a quote from a word.
            var kept = random.Next(Math.Min(14, message.Length), message.Length + 1);
            yield return whole[..(start + kept)];
            yield return string.Format(null, wrapper, message[..kept] + "…");
        }
    }
}
