using System.Collections.Frozen;

namespace Curbside.Messages;

/// <summary>Words that carry no answer of their own: courtesy, and what joins one clause to the next.</summary>
internal static class SmallWords
{
    private static readonly Phrasebook Courtesies = new(
        acrossPauses: false,
        [
            "please|pls|plz|plse|kindly",
            "thanks|thx|thnx|tks|ty|tysm|cheers|appreciated",
            "thanks so? much",
            "thanks again|everyone|all",
            "many thanks",
            "thank you|u so|very? much?",
            "much appreciated",
            "i appreciate it",
            "appreciate it",
            "hi|hello|hey|hiya|dear curbside|there?",
            "good morning|afternoon|evening",
            "sorry|apologies",
            "so|im sorry",
            "my apologies",
            "im afraid",
            "sorry for|about the? late|slow? delay|reply|response|that|this",
            "^ oh|ah|hm|hmm|um|well",
            "lol|haha",
            "instead !of",
            "if possible",
            "if that works",
            "if thats ok|okay|fine|possible",
        ]);

    private static readonly FrozenSet<string> Joining = FrozenSet.Create(
        "but", "and", "also", "however", "though", "although", "so", "then", "plus", "or", "if", "because", "bc", "cuz", "cause", "unless",
        "when", "since", "while", "as", "whereas");

    /// <summary>Joining words that add nothing to what they join; the others ("if", "unless") are part of what is said.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(
        "but", "and", "also", "however", "though", "although", "so", "then", "plus", "or");

    /// <summary>The end of the courtesy that stands at the word; the word itself where there is none.</summary>
    public static int EndOfCourtesy(Words words, int at) => Courtesies.EndOf(words, at);

    public static bool IsCourtesy(Words words, int at) => EndOfCourtesy(words, at) > at;

    public static bool Joins(Words words, int at) => Joining.Contains(words.Text(at));

    public static bool JoinsEmptily(Words words, int at) => Empty.Contains(words.Text(at));

    /// <summary>Nothing more is said in this clause.</summary>
    public static bool EndsClause(Words words, int at) => words.PauseBefore(at) != Pause.None || Joins(words, at) || IsCourtesy(words, at);

    /// <summary>Past any courtesies.</summary>
    public static int SkipCourtesies(Words words, int at)
    {
        while (EndOfCourtesy(words, at) is var end && end > at)
        {
            at = end;
        }

        return at;
    }
}
