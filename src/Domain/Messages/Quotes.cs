using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Curbside.Messages;

/// <summary>A text without what it quotes.</summary>
/// <param name="Said">The body with each quoted stretch replaced by as many spaces, so that positions still point into the text.</param>
/// <param name="Heard">The body with only our own words replaced, also where they stand in quotation marks: what a client said stays.</param>
/// <param name="HasQuote">Something was quoted.</param>
/// <param name="QuotesUs">The quote repeats a message that this phone was sent, or runs on like one.</param>
internal sealed record Unquoted(string Said, string Heard, bool HasQuote, bool QuotesUs);

/// <summary>
/// Finds quotes of what was said before: quotation marks of any language, lines with <c>&gt;</c>, "… wrote:", forwards, and stretches that repeat a message
/// that this phone was sent. A reaction ("Liked “…”") reaches other phones as such a quote, and must answer nothing.
/// </summary>
internal static partial class Quotes
{
    /// <summary>Words in a row that nobody repeats by chance.</summary>
    private const int ShortestRepeat = 5;

    /// <summary>Every message opens with the practice's name and its letter, and nobody else does.</summary>
    private const int ShortestRepeatFromStart = 2;

    /// <summary>A quote of so many words is more than a word that somebody stresses, also where we do not remember having said it.</summary>
    private const int LongQuote = 8;

    /// <summary>Each opening mark with the marks that close it. German closes with the English opening mark, Danish turns the French marks round.</summary>
    private static readonly FrozenDictionary<char, string> Closers = new Dictionary<char, string>
    {
        ['“'] = "”“", ['”'] = "”", ['„'] = "“”„", ['‟'] = "”", ['"'] = "\"", ['＂'] = "＂", ['«'] = "»", ['»'] = "«»", ['‹'] = "›", ['›'] = "‹›", ['「'] = "」", ['『'] = "』",
        ['《'] = "》", ['〈'] = "〉", ['〝'] = "〞〟", ['❝'] = "❞", ['‘'] = "’", ['‚'] = "‘’", ['❛'] = "❜",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<char> OnlyClosing = FrozenSet.Create('」', '』', '》', '〉', '〞', '〟', '❞', '❜');

    /// <summary>Words that people begin with an apostrophe, which phones turn into an opening mark.</summary>
    private static readonly FrozenSet<string> Clipped = FrozenSet.Create("til", "cause", "cuz", "em", "bout", "tis", "twas", "round", "n", "kay", "sup");

    public static Unquoted Cut(string body, IReadOnlyCollection<string> sent)
    {
        var quoted = new bool[body.Length];
        MarkLines(body, quoted);
        MarkMarks(body, quoted);
        var ours = new bool[body.Length];
        MarkRepeats(Words.Of(body), sent, quoted, ours);
        MarkAddresses(body, ours);
        var isLong = WordsWithin(body, quoted) >= LongQuote;
        for (var at = 0; at < body.Length; at++)
        {
            quoted[at] |= ours[at];
        }

        return new Unquoted(Blank(body, quoted), Blank(body, ours), quoted.Contains(true), ours.Contains(true) || isLong);
    }

    private static string Blank(string body, bool[] cut) =>
        !cut.Contains(true) ? body : string.Create(body.Length, (body, cut), (letters, from) =>
        {
            for (var at = 0; at < letters.Length; at++)
            {
                // A line break keeps what stands before a quote apart from what stands behind it.
                letters[at] = !from.cut[at] ? from.body[at] : at > 0 && !from.cut[at - 1] ? '\n' : ' ';
            }
        });

    private static int WordsWithin(string body, bool[] cut)
    {
        var words = Words.Of(body);
        return Enumerable.Range(0, words.Count).Count(index => cut[words[index].Start]);
    }

    private static void MarkLines(string body, bool[] quoted)
    {
        foreach (Match match in QuotedLine().Matches(body))
        {
            quoted.AsSpan(match.Index, match.Length).Fill(true);
        }

        if (Header().Match(body) is { Success: true } header)
        {
            quoted.AsSpan(header.Index).Fill(true);
        }
    }

    private static void MarkMarks(string body, bool[] quoted)
    {
        for (var at = 0; at < body.Length; at++)
        {
            var mark = body[at];
            if (OnlyClosing.Contains(mark) || (Closers.ContainsKey(mark) && IsClosing(body, at)))
            {
                if (!IsApostrophe(mark))
                {
                    // The opening mark was cut off.
                    quoted.AsSpan(0, at + 1).Fill(true);
                }
            }
            else if (Closers.TryGetValue(mark, out var closers) && !(IsApostrophe(mark) && IsClipped(body, at)))
            {
                var end = EndOf(body, at + 1, closers);
                quoted.AsSpan(at, end - at).Fill(true);
                at = end - 1;
            }
            else if (mark == '\'' && OpensWord(body, at) && EndOfStraight(body, at + 1) is var straight && straight > at)
            {
                quoted.AsSpan(at, straight - at).Fill(true);
                at = straight - 1;
            }
        }
    }

    private static bool IsApostrophe(char mark) => mark is '‘' or '’' or '‚';

    /// <summary>Just past the closing mark; the end of the text where it was cut off.</summary>
    private static int EndOf(string body, int from, string closers)
    {
        for (var at = from; at < body.Length; at++)
        {
            if (closers.Contains(body[at], StringComparison.Ordinal) && !(IsApostrophe(body[at]) && at + 1 < body.Length && char.IsLetter(body[at + 1])))
            {
                return at + 1;
            }
        }

        return body.Length;
    }

    /// <summary>The end of a stretch between straight apostrophes; -1 where they are none: "'til 3", "the clients'".</summary>
    private static int EndOfStraight(string body, int from)
    {
        for (var at = from + 1; at < body.Length; at++)
        {
            if (body[at] == '\'' && (at + 1 == body.Length || !char.IsLetterOrDigit(body[at + 1])))
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>A mark that both opens and closes, behind a word: its opening mark was cut off. Behind a number it may mean inches or minutes.</summary>
    private static bool IsClosing(string body, int at) =>
        body[at] is '"' or '”' or '＂' or '»' or '›' && !OpensWord(body, at) && (at + 1 == body.Length || !char.IsLetterOrDigit(body[at + 1]));

    private static bool OpensWord(string body, int at) => at == 0 || char.IsWhiteSpace(body[at - 1]) || body[at - 1] is '(' or '[' or ':' or ',' or '-' or '—';

    private static bool IsClipped(string body, int at)
    {
        var end = at + 1;
        while (end < body.Length && char.IsLetter(body[end]))
        {
            end++;
        }

        return Clipped.Contains(body[(at + 1)..end].ToLowerInvariant()) || !OpensWord(body, at);
    }

    private static void MarkRepeats(Words words, IReadOnlyCollection<string> sent, bool[] quoted, bool[] ours)
    {
        foreach (var (message, shortestFromStart) in sent.Select(message => (message, ShortestRepeatFromStart)).Concat(OwnWarnings.Select(warning => (warning, ShortestRepeat))))
        {
            var said = Words.Of(message);
            var choices = ChoicesOf(said);
            for (var at = 0; at < words.Count;)
            {
                var (length, from) = LongestRun(words, at, said);
                var isQuoted = quoted[words[at].Start];
                var isChoice = !isQuoted && from >= choices.Start.Value && from + length <= choices.End.Value;
                var shortest = from == 0 ? shortestFromStart : ShortestRepeat;
                if (length >= shortest && !isChoice)
                {
                    var start = words[at].Start;
                    var end = words[at + length - 1].End;
                    while (end < words.Body.Length && (char.IsPunctuation(words.Body[end]) || char.IsSymbol(words.Body[end])))
                    {
                        end++;
                    }

                    ours.AsSpan(start, end - start).Fill(true);
                    at += length;
                }
                else
                {
                    at++;
                }
            }
        }
    }

    /// <summary>An address right behind our own words belongs to them.</summary>
    private static void MarkAddresses(string body, bool[] ours)
    {
        foreach (Match match in Address().Matches(body))
        {
            var before = body.AsSpan(0, match.Index).TrimEnd(" :").Length;
            if (before > 0 && ours[before - 1])
            {
                ours.AsSpan(match.Index, match.Length).Fill(true);
            }
        }
    }

    private static (int Length, int From) LongestRun(Words words, int at, Words said)
    {
        var longest = (Length: 0, From: 0);
        for (var from = 0; from < said.Count; from++)
        {
            var length = 0;
            while (at + length < words.Count && from + length < said.Count && words.Text(at + length) == said.Text(from + length))
            {
                length++;
            }

            // The last word may have been cut off within.
            var isCut = length > 0 && at + length == words.Count - 1 && from + length < said.Count
                && said.Text(from + length).StartsWith(words.Text(at + length), StringComparison.Ordinal);
            length = isCut ? length + 1 : length;
            longest = length > longest.Length ? (length, from) : longest;
        }

        return longest;
    }

    /// <summary>
    /// The words of a message between its first choice and the end of its last, as in <c>A1 today 3:00p, A0 can't</c>. Whoever repeats only those answers with them.
    /// </summary>
    private static Range ChoicesOf(Words said)
    {
        var starts = Enumerable.Range(0, Math.Max(0, said.Count - 1)).Where(at => IsChoice(said, at)).ToList();
        if (starts.Count == 0)
        {
            return 0..0;
        }

        var end = starts[^1] + 2;
        while (end < said.Count && said.PauseBefore(end) == Pause.None)
        {
            end++;
        }

        return starts[0]..end;
    }

    private static bool IsChoice(Words said, int at) => said.Text(at).Length == 1 && said.IsGlued(at + 1) && said[at + 1].IsDigits;

    /// <summary>What the line says of danger, which is a cry for help in no quote of it, however long ago it was said.</summary>
    private static readonly ImmutableArray<string> OwnWarnings =
    [
        "if anyone is in danger now, call 911. To talk to someone, call or text 988, any time.",
        "first, if anyone is in danger now: call 911. Call or text 988 any time. A person answers our backup line",
        "In danger: 911. Or call or text 988.",
        "In danger: 911. Or call 988.",
        "If anyone is in danger: 911, or call 988.",
        "if anyone is in danger now, call 911. To talk to someone, call 988 (or text it) any time.",
        "first, if anyone is in danger now: call 911. Call 988 (or text it) any time. A person answers our backup line",
        "If anyone is in danger: 911, or call or text 988.",
        "Overdose or reaction: 911, or Poison Help 1-800-222-1222.",
    ];

    [GeneratedRegex(@"(?<=^|\n)[ \t]*>[^\n]*|(?<=\s)>\s[^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedLine();

    /// <summary>Where a mail program, or a forward, begins to quote. All that follows is quoted.</summary>
    [GeneratedRegex(
        @"(?:(?<=^|\n|\s)(?:on|el|le|am|em|il|op|em|вкл?|w dniu|vào|noong)\s[^\n]{0,160}?)?(?<![\p{L}])(?:wrote|writes|escribió|a écrit|schrieb|escreveu|ha scritto|schreef|написал\(?а?\)?|pisze|đã viết|wrote on|sumulat|kirjoitti)\s?:"
        + @"|(?<=^|\n)(?:on|el|le|am|em|il|op|в)\s[^\n]{0,80}?\s(?:wrote|escribió|schrieb|escreveu|ha scritto|schreef|написал)\s[^\n:]{0,60}:"
        + @"|写道\s?[:：]|寫道\s?[:：]|님이 작성"
        + @"|-{2,}\s*(?:original|forwarded)\s+message|begin forwarded message|(?<=^|\n)\s*(?:fwd?|wg|tr|rv|enc)\s?:|(?<=^|\n)from:[^\n]*\n\s*(?:sent|date|to|subject):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex(@"https?://\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
