using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Curbside.Messages;

/// <summary>How strongly what stands between two words parts them.</summary>
internal enum Pause
{
    None,

    /// <summary>A comma, a dash, a bracket.</summary>
    Clause,

    /// <summary>A full stop, a question mark, a new line; the beginning and the end of the text.</summary>
    Sentence,
}

/// <summary>A run of letters, a run of digits, or one of the emoji that say something.</summary>
/// <param name="Text">In lower case, without apostrophes, and with letters that were drawn out ("yesss") said once.</param>
/// <param name="Start">Where it begins in the body, in UTF-16 units.</param>
/// <param name="End">Just past it.</param>
/// <param name="Capital">Begins with a capital, in a text that isn't all in capitals.</param>
internal readonly record struct Word(string Text, int Start, int End, bool Capital, Pause Before)
{
    /// <summary>Numbers of more digits than this are phone numbers and the like.</summary>
    private const int MostDigits = 4;

    public bool IsDigits => char.IsAsciiDigit(Text[0]);

    /// <summary>The number in digits; null for a word, and for a number that is too long to be an answer or a time.</summary>
    public int? Value => IsDigits && Text.Length <= MostDigits ? int.Parse(Text, CultureInfo.InvariantCulture) : null;
}

/// <summary>A text as words, with what stands between them left in the body.</summary>
internal sealed class Words
{
    /// <summary>Emoji that answer. All others are decoration.</summary>
    private static readonly ImmutableHashSet<string> SpeakingEmoji = ["👍", "👎", "👌", "✅", "✔", "❌", "🆗"];

    private readonly string _plain;
    private readonly ImmutableArray<Word> _all;

    private Words(string body, string plain, ImmutableArray<Word> all)
    {
        Body = body;
        _plain = plain;
        _all = all;
    }

    public string Body { get; }

    public int Count => _all.Length;

    public Word this[int index] => _all[index];

    /// <summary>The word's text, or nothing past the end, so that readers can look ahead without counting.</summary>
    public string Text(int index) => index < _all.Length ? _all[index].Text : "";

    public int? Value(int index) => index < _all.Length ? _all[index].Value : null;

    /// <summary>What parts the word from the one before it.</summary>
    public Pause PauseBefore(int index) => index < _all.Length ? _all[index].Before : Pause.Sentence;

    /// <summary>What stands between the word and the one before it, full-width forms as plain ones.</summary>
    public ReadOnlySpan<char> Gap(int index)
    {
        var start = index == 0 ? 0 : _all[index - 1].End;
        return _plain.AsSpan(start, (index < _all.Length ? _all[index].Start : _plain.Length) - start);
    }

    /// <summary>Written without anything between it and the word before.</summary>
    public bool IsGlued(int index) => index > 0 && index < _all.Length && _all[index].Start == _all[index - 1].End;

    /// <summary>The same text up to a word.</summary>
    public Words Before(int index) => index < Count ? new Words(Body[.._all[index].Start], _plain[.._all[index].Start], _all[..index]) : this;

    /// <summary>The same text with each name, and a title before it, as one other word.</summary>
    /// <param name="names">In lower case.</param>
    public Words WithNamesAs(string word, FrozenSet<string> names)
    {
        if (!_all.Any(item => names.Contains(item.Text)))
        {
            return this;
        }

        var all = ImmutableArray.CreateBuilder<Word>();
        foreach (var item in _all)
        {
            var isName = names.Contains(item.Text) || SmallWords.IsTitle(item.Text);
            if (isName && all.Count > 0 && all[^1].Text == word && item.Before == Pause.None)
            {
                all[^1] = all[^1] with { End = item.End };
            }
            else
            {
                all.Add(isName ? item with { Text = word } : item);
            }
        }

        return new Words(Body, _plain, all.ToImmutable());
    }

    public static Words Of(string body)
    {
        var plain = string.Create(body.Length, body, (letters, from) =>
        {
            for (var at = 0; at < letters.Length; at++)
            {
                letters[at] = from[at] is >= '！' and <= '～' ? (char)(from[at] - '！' + '!') : from[at];
            }
        });
        var all = ImmutableArray.CreateBuilder<Word>();
        var isShouted = !plain.Any(char.IsLower);
        var pause = Pause.Sentence;
        for (var at = 0; at < plain.Length;)
        {
            var rune = RuneAt(plain, at, out var length);
            var end = Rune.IsDigit(rune) ? EndOfDigits(plain, at)
                : Rune.IsLetter(rune) && !IsApostrophe(rune) ? EndOfLetters(plain, at)
                : SpeakingEmoji.Contains(rune.ToString()) ? at + length
                : at;
            if (end == at)
            {
                pause = Longer(pause, PauseAt(plain, at, rune));
                at += length;
                continue;
            }

            all.Add(new Word(Said(plain.AsSpan(at, end - at)), at, end, Rune.IsUpper(rune) && !isShouted, pause));
            pause = Pause.None;
            at = end;
        }

        return new Words(body, plain, all.ToImmutable());
    }

    /// <summary>One character; half a surrogate pair is read as the replacement character.</summary>
    private static Rune RuneAt(ReadOnlySpan<char> body, int at, out int length)
    {
        Rune.DecodeFromUtf16(body[at..], out var rune, out length);
        return rune;
    }

    private static int EndOfDigits(string body, int at)
    {
        while (at < body.Length && Rune.IsDigit(RuneAt(body, at, out var length)))
        {
            at += length;
        }

        return at;
    }

    private static int EndOfLetters(string body, int at)
    {
        while (at < body.Length)
        {
            var rune = RuneAt(body, at, out var length);
            var within = Rune.IsLetter(rune) || IsAccent(rune)
                || (IsApostrophe(rune) && at + length < body.Length && Rune.IsLetter(RuneAt(body, at + length, out _)));
            if (!within)
            {
                break;
            }

            at += length;
        }

        return at;
    }

    private static string Said(ReadOnlySpan<char> written)
    {
        var said = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length;)
        {
            var rune = RuneAt(written, at, out var length);
            at += length;
            if (Rune.IsDigit(rune))
            {
                said.Append((int)Rune.GetNumericValue(rune));
            }
            else if (!IsApostrophe(rune) && !IsAccent(rune))
            {
                said.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return char.IsAsciiDigit(said[0]) ? said.ToString() : SaidOnce(said.ToString());
    }

    /// <summary>"yesss" is "yes": no English word has the same letter three times in a row.</summary>
    private static string SaidOnce(string text)
    {
        var said = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && text[end] == text[at])
            {
                end++;
            }

            said.Append(text[at], end - at >= 3 ? 1 : end - at);
            at = end;
        }

        return said.ToString();
    }

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    private static bool IsAccent(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static Pause PauseAt(string body, int at, Rune rune) => rune.Value switch
    {
        '.' or '!' or '?' or '…' or '。' or '\n' or '\r' => Pause.Sentence,
        ',' or ';' or '(' or ')' or '"' or '“' or '”' or '—' or '–' => Pause.Clause,
        '-' when at + 1 < body.Length && char.IsWhiteSpace(body[at + 1]) => Pause.Clause,
        _ => Pause.None,
    };

    private static Pause Longer(Pause one, Pause other) => one > other ? one : other;
}
