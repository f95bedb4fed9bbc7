using System.Diagnostics;
using Curbside.Messages;

namespace Curbside.Tests.Messages;

/// <summary>Whatever is texted has a reading, which holds nothing that was not texted.</summary>
public class GrammarTotalityTests
{
    /// <summary>The longest text that carriers put together from its parts.</summary>
    private const int LongestText = 1600;

    /// <summary>What readers look at, and what breaks them: halves of surrogate pairs, controls, marks that join, other scripts.</summary>
    private static readonly string[] Alphabet =
    [
        "a", "A", "b", "h", "x", "r", "1", "0", "2", "12", "30", "2026", "9999999999", " ", " ", " ", "\n", "\t", ".", ":", ",", "-", "?",
        "!", "#", "'", "’", "\"", "“", "”", "(", ")", "/", "@", "$", "%", "\0", "\u0007", "\u200d", "\ufe0f", "\u20e3", "\u0301", "\ud83d",
        "\udc4d", "👍", "👎🏿", "👨‍👩‍👧", "１", "：", "Ａ", "٣", "𝟙", "ß", "İ", "ǅ", "да", "我", "نعم", "ﬁ", "yes", "no", "can't", "ok", "but",
        "or", "and", "if", "please", "at", "in", "half", "an", "hour", "quarter", "to", "past", "am", "pm", "p", "m", "noon", "o", "clock",
        "ish", "tomorrow", "fri", "today", "this", "morning", "the", "week", "ask", "med", "pause", "stop", "texting", "me", "want", "die",
        "took", "all", "pills", "kill", "myself", "suicid", "liked", "sent from my", "driving with", "will", "reply", "option", "how about",
        "not", "until", "between", "x a", "cancel", "two", "forty", "five",
    ];

    [Fact]
    public void Every_text_has_a_reading_and_what_is_kept_was_texted()
    {
        var random = new Random(20260105);
        for (var run = 0; run < 20_000; run++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Piece(random) + (random.Next(2) == 0 ? " " : "")));
            Holds(body);
        }
    }

    [Fact]
    public void Every_string_of_arbitrary_units_has_a_reading()
    {
        var random = new Random(7);
        for (var run = 0; run < 5_000; run++)
        {
            Holds(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0x10000))));
        }
    }

    [Fact]
    public void Every_single_character_has_a_reading()
    {
        for (var unit = 0; unit < 0x10000; unit++)
        {
            Holds(((char)unit).ToString());
        }
    }

    [Fact]
    public void The_longest_texts_have_a_reading()
    {
        foreach (var piece in Alphabet)
        {
            var text = string.Concat(Enumerable.Repeat($"{piece} ", LongestText));
            Holds(text[..LongestText]);
            Holds(text.Replace(" ", "", StringComparison.Ordinal) is var joined ? joined[..Math.Min(joined.Length, LongestText)] : "");
        }
    }

    private static string Piece(Random random) => Alphabet[random.Next(Alphabet.Length)];

    private static void Holds(string body)
    {
        var reading = Grammar.Read(body);
        if (reading.Kept is { } kept)
        {
            Assert.NotEmpty(kept);
            Assert.Contains(kept, body, StringComparison.Ordinal);
            Assert.Equal(kept.Trim(), kept);
        }

        Assert.Equal(reading.Meanings.Distinct(), reading.Meanings);
        if (reading.Meanings.OfType<Meaning.AutoReply>().Any())
        {
            Assert.Single(reading.Meanings);
            Assert.Null(reading.Kept);
        }

        Assert.All(reading.Meanings.OfType<Meaning.At>(), at => Assert.True(IsSound(at.Time), $"\"{body}\" means {at.Time}"));
    }

    private static bool IsSound(TimeExpression time) => time switch
    {
        TimeExpression.In wait => wait.Wait.TotalDays is >= 0 and <= 7,
        TimeExpression.Clock { HalfKnown: true } clock => clock is { Hour: >= 0 and <= 23, Minute: >= 0 and <= 59 },
        TimeExpression.Clock clock => clock is { Hour: >= 1 and <= 12, Minute: >= 0 and <= 59 },
        _ => throw new UnreachableException(),
    };
}
