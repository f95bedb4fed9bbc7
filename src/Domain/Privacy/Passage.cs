namespace Curbside.Privacy;

internal enum TokenKind
{
    /// <summary>Stands before the first and after the last token, so that looking around needs no bounds.</summary>
    None,

    /// <summary>
    /// Letters, with the hyphens and apostrophes between them: <c>Smith-Jones</c>, <c>O'Brien</c>, <c>can't</c>. A final <c>'s</c> stands apart.
    /// </summary>
    Word,

    /// <summary>Digits 0 to 9.</summary>
    Number,

    /// <summary>Any other character that is not a space.</summary>
    Sign,
}

/// <param name="Capital">Begins with a capital letter.</param>
/// <param name="Shouted">Has two letters or more, and capitals only.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool Capital, bool Shouted)
{
    public int Length => End - Start;
}

/// <summary>A text cut into words, numbers and signs.</summary>
internal sealed class Passage
{
    private const string Apostrophes = "'\u2019";
    private const string Hyphens = "-\u2010\u2011";
    private const string SentenceEnds = ".!?:;\"\u201c\u2022*(\u2014";

    private const string Joiners = "/-._";

    /// <summary>Words whose full stop ends no sentence.</summary>
    private static readonly WordSet Abbreviations = new("mr mrs ms mx dr prof rev fr sgt det lt capt st pt jr sr vs no apt ave blvd rd w n s e");

    private readonly string _text;
    private readonly List<Token> _tokens = [];

    private Passage(string text) => _text = text;

    public int Count => _tokens.Count;

    public Token this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : default;

    public static Passage Read(string text)
    {
        var passage = new Passage(text);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = passage.Next(at);
            passage._tokens.Add(token);
            at = token.End;
        }

        return passage;
    }

    public ReadOnlySpan<char> Text(int index) => _text.AsSpan(this[index].Start, this[index].Length);

    public bool IsWord(int index) => this[index].Kind == TokenKind.Word;

    public bool IsNumber(int index) => this[index].Kind == TokenKind.Number;

    public bool IsNumber(int index, int digits) => IsNumber(index) && this[index].Length == digits;

    public bool IsSign(int index, string signs) => this[index].Kind == TokenKind.Sign && signs.Contains(_text[this[index].Start]);

    public bool Is(int index, string word) => Text(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool In(int index, WordSet words) => IsWord(index) && words.Contains(Text(index));

    /// <summary>The number's value; -1 for what is no number or has more than nine digits.</summary>
    public int Value(int index) => IsNumber(index) && this[index].Length <= 9 ? int.Parse(Text(index)) : -1;

    /// <summary>Nothing stands between a token and the next.</summary>
    public bool Touches(int index) => index >= 0 && index + 1 < Count && this[index].End == this[index + 1].Start;

    /// <summary>A sign joins its neighbours, as the hyphen does in <c>555-0100</c>.</summary>
    public bool Joins(int index, string signs) => IsSign(index, signs) && Touches(index - 1) && Touches(index);

    /// <summary>
    /// The tokens from <paramref name="first"/> up to, not including, <paramref name="end"/> are no part of something longer, such as a case number.
    /// </summary>
    public bool StandAlone(int first, int end) =>
        !(Touches(first - 1) && (IsWord(first - 1) || IsNumber(first - 1) || Joins(first - 1, Joiners)))
        && !(Touches(end - 1) && (IsWord(end) || IsNumber(end) || Joins(end, Joiners)));

    /// <summary>One capital letter; <c>I</c> is the writer, nearly always.</summary>
    public bool IsInitial(int index) => IsWord(index) && this[index].Length == 1 && this[index].Capital && !Is(index, "I");

    public bool IsPossessive(int index) => Touches(index) && IsSign(index + 1, Apostrophes) && Touches(index + 1) && Is(index + 2, "s");

    /// <summary>A capital there says nothing: the token opens the text, a sentence, a line, a quotation, a bracket or an item of a list.</summary>
    public bool StartsSentence(int index)
    {
        var previous = this[index - 1];
        if (previous.Kind == TokenKind.None || _text.AsSpan(previous.End, this[index].Start - previous.End).Contains('\n'))
        {
            return true;
        }

        return (IsSign(index - 1, SentenceEnds) && !(IsSign(index - 1, ".") && In(index - 2, Abbreviations)))
            || (IsSign(index - 1, ")") && IsNumber(index - 2))
            || (IsSign(index - 1, "-\u2013") && !Touches(index - 1));
    }

    private Token Next(int start)
    {
        var end = start + 1;
        if (char.IsAsciiDigit(_text[start]))
        {
            while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            {
                end++;
            }

            return new Token(TokenKind.Number, start, end, false, false);
        }

        if (!char.IsLetter(_text[start]))
        {
            return new Token(TokenKind.Sign, start, end, false, false);
        }

        var shouted = char.IsUpper(_text[start]);
        while (end < _text.Length && (char.IsLetter(_text[end]) || IsInsideWord(end)))
        {
            shouted &= !char.IsLower(_text[end]);
            end++;
        }

        return new Token(TokenKind.Word, start, end, char.IsUpper(_text[start]), shouted && end > start + 1);
    }

    private bool IsInsideWord(int at)
    {
        if (at + 1 >= _text.Length || !char.IsLetter(_text[at + 1]))
        {
            return false;
        }

        var endsInS = _text[at + 1] is 's' or 'S' && (at + 2 >= _text.Length || !char.IsLetter(_text[at + 2]));
        return Hyphens.Contains(_text[at]) || (Apostrophes.Contains(_text[at]) && !endsInS);
    }
}
