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
            "thanks for asking|reaching|thinking|letting|offering|the|your out|of|me|heads|text|message? me|know|up?",
            "thank you for asking|reaching|thinking|letting|offering|the|your out|of|me|heads|text|message? me|know|up?",
            "i just? saw|got|missed|seeing your|this|the text|message|msg",
            "just saw|got|seeing your|this|the text|message|msg",
            "if possible",
            "if that works",
            "if thats ok|okay|fine|possible",
        ]);

    /// <summary>Words that say nothing of an answer, wherever they stand.</summary>
    private static readonly Phrasebook Harmless = new(
        acrossPauses: false,
        [
            "just|actually|honestly|definitely|then|really|too|again|all|everyone|team|folks|friend|dear|np|yay|awesome|wonderful|lovely|excellent|amazing|super|nice",
            "no worries|rush",
            "hope|hoping you|youre|this|that is|are|finds? well|good|helps",
            "have a great|good|nice|lovely? day|one|evening|night|weekend|afternoon|morning",
            "take care",
            "talk|speak|see|call to? you|u|her|him|them? then|soon|later|there $",
            "looking forward to it|that|this|talking|speaking|meeting",
            "looking forward",
            "im here",
            "this is",
            "my answer|choice|pick is",
            "for me|us",
            "by phone",
            "thats all",
            "that is all",
            "cc|fyi|btw",
        ]);

    /// <summary>Words that merely go with an answer before them.</summary>
    private static readonly Phrasebook BehindAnswer = new(
        acrossPauses: false,
        [
            "works|work|suits|suit best|better|well|great|fine|perfectly|ok|okay? for|with? me|us|you|them|her|him?",
            "would|will|should|could be|work|suit good|great|fine|perfect|ideal|ok|okay|best|better? for? me|us?",
            "is|are|looks|sounds good|great|fine|perfect|ideal|ok|okay|best|better|free|open|available for|with|to? me|us?",
            "it is",
            "does|would|will $",
            "one|slot|option|time|appointment",
            "on my|our end|side",
            "for|on|with my calendar|schedule",
            "if|when possible",
            "for a|the|our|your|this|that call|chat|consult|talk|meeting|conversation|it|this|that",
            "to talk|chat|call|meet|connect|consult|discuss",
            "with her|him|them|you",
            "i|we can|could do|make|take|talk|call? it|that|this?",
            "i|im am? free|available|open then?",
            "ill|i will|shall call|ring|phone|be her|him|them|you|there|available|free|ready? then?",
        ]);

    private static readonly FrozenSet<string> Titles = FrozenSet.Create("dr", "doctor", "ms", "mr", "mrs", "mx", "prof");

    private static readonly FrozenSet<string> Joining = FrozenSet.Create(
        "but", "and", "also", "however", "though", "although", "so", "then", "plus", "or", "if", "because", "bc", "cuz", "cause", "unless",
        "when", "since", "while", "as", "whereas");

    /// <summary>Joining words that add nothing to what they join; the others ("if", "unless") are part of what is said.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(
        "but", "and", "also", "however", "though", "although", "so", "then", "plus", "or");

    /// <summary>The end of the courtesy that stands at the word; the word itself where there is none.</summary>
    public static int EndOfCourtesy(Words words, int at) => Courtesies.EndOf(words, at);

    /// <summary>
    /// The end of the harmless words that stand at the word: courtesy, the other's name, and, behind an answer, what merely goes with it ("works for me").
    /// </summary>
    /// <param name="names">In lower case.</param>
    public static int EndOfHarmless(Words words, int at, FrozenSet<string> names, bool afterAnswer)
    {
        var end = EndOfCourtesy(words, at);
        end = end > at ? end : Harmless.EndOf(words, at);
        end = end > at || !afterAnswer ? end : BehindAnswer.EndOf(words, at);
        return end > at || !(names.Contains(words.Text(at)) || Titles.Contains(words.Text(at))) ? end : at + 1;
    }

    public static bool IsTitle(string text) => Titles.Contains(text);

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
