using System.Collections.Frozen;

namespace Curbside.Messages;

/// <summary>Finds one answer at a place in a text.</summary>
internal sealed class AnswerFinder(Words words, bool[] taken)
{
    /// <summary>Option numbers have at most three digits; longer ones are something else.</summary>
    private const int MostOptions = 999;

    /// <summary>"How about", "could we do", "I am free": words that only lead to a time.</summary>
    private static readonly FrozenSet<string> LeadsToTime = FrozenSet.Create(
        "how", "what", "i", "im", "id", "ill", "we", "you", "u", "she", "he", "they", "can", "could", "may", "might", "would", "will", "should",
        "do", "be", "lets", "let", "us", "make", "it", "maybe", "perhaps", "possibly", "free", "available", "open", "prefer", "like", "suggest",
        "propose", "call", "me", "meet", "talk", "chat", "connect", "speak", "try", "is", "are", "only", "any", "time", "anytime", "sometime",
        "earliest", "soonest", "another", "say", "the", "a", "an", "to", "that", "for", "better", "best", "works", "take", "book", "either");

    private static readonly FrozenSet<string> LeadsToNumber = FrozenSet.Create(
        "option", "opt", "number", "choice", "slot", "answer", "take", "pick", "choose", "book", "reply", "with", "go", "ill", "i", "id",
        "like", "want", "the", "both", "its", "lets", "do", "can", "either");

    /// <summary>Behind one of these a plain number can only be an option.</summary>
    private static readonly FrozenSet<string> SaysNumber = FrozenSet.Create(
        "option", "opt", "number", "choice", "slot", "answer", "take", "pick", "choose", "book", "reply", "with");

    /// <summary>Behind a plain number these begin something new; any other word is what is counted ("2 clients").</summary>
    private static readonly FrozenSet<string> BeginsAnew = FrozenSet.Create(
        "i", "im", "ill", "id", "ive", "we", "she", "he", "they", "it", "its", "this", "that", "thats", "my", "see", "talk", "call");

    private static readonly Phrasebook AnyOfThem = new(
        acrossPauses: false, "either|any one|time|option? of? them|those|these|the? two|three|times|options?", "any|whichever one|time|option? works|is", "whichever", "all of them|those? work|works", "both work|works", "either one|time? works|is", "you choose|pick", "no preference");

    /// <summary>"Can't until 4": the time from which somebody can.</summary>
    private static readonly Phrasebook LeadsFrom = new(
        acrossPauses: false, "i? cant|cannot until|till|til|before", "i? cant|cannot talk|call|do it|anything|until? until|till|til|before", "im|i not free|available until|till|til|before", "not free|available? until|till|til|before", "im? busy|booked until|till|til", "im? free|available from|after", "from", "no earlier than");

    /// <param name="beginsClause">Nothing was said in this clause yet: an "a" can be a letter.</param>
    /// <param name="plainNumbers">A number without a letter can be an option.</param>
    public FoundAnswer? At(int at, bool beginsClause, bool plainNumbers)
    {
        var found = LetterCommand(at)
            ?? Lettered(at, beginsClause)
            ?? Time(at, null)
            ?? Place(at)
            ?? (plainNumbers ? PlainNumber(at) : null)
            ?? From(at)
            ?? YesOrNo(at)
            ?? Led(at, plainNumbers);
        return found is not null && !taken.AsSpan(at, found.End - at).Contains(true)
            ? found with { Start = at, Asked = words.Gap(found.End).Contains('?') }
            : null;
    }

    private FoundAnswer? LetterCommand(int at)
    {
        if (CommandWords.CallOff.EndOf(words, at) is var verb && verb > at)
        {
            return LetterOfCommand(verb) is { } letter ? new FoundAnswer(new Meaning.CallOff(letter), at, verb + 1) : CallOffAll(at);
        }

        if (CommandWords.OtherTime.EndOf(words, at) is var other && other > at)
        {
            return LetterOfCommand(other) is { } letter ? new FoundAnswer(new Meaning.OtherTime(letter), at, other + 1) : OtherTimeAll(at);
        }

        // "XA" in one word.
        return words.Text(at) is ['x', var name] && LetterNamed(name) is { } joined && SmallWords.EndsClause(words, at + 1)
            ? new FoundAnswer(new Meaning.CallOff(joined), at, at + 1)
            : CallOffAll(at) ?? OtherTimeAll(at);
    }

    private FoundAnswer? CallOffAll(int at) =>
        CommandWords.CallOffTheOne.EndOf(words, at) is var end && end > at ? new FoundAnswer(new Meaning.CallOff(null), at, end) : null;

    private FoundAnswer? OtherTimeAll(int at) =>
        CommandWords.OtherTimeForTheOne.EndOf(words, at) is var end && end > at ? new FoundAnswer(new Meaning.OtherTime(null), at, end) : null;

    private Letter? LetterAlone(int at) =>
        IsNear(at) && SmallWords.EndsClause(words, at + 1) ? LetterAt(at) : null;

    /// <summary><c>R A</c>, also with a time behind it, which is then kept.</summary>
    private Letter? LetterOfCommand(int at) => LetterAlone(at) ?? (IsNear(at) && TimeWords.At(words, at + 1) is not null ? LetterAt(at) : null);

    private Letter? LetterAt(int at) => words.Text(at) is not [var name] ? null : words.IsGlued(at + 1) && words[at + 1].IsDigits ? Letter.Named(name) : LetterNamed(name);

    private static Letter? LetterNamed(char name) => Letter.UsuallyNamed(name);

    /// <summary>Separated by a space, or by a mark such as in <c>A-1</c>, <c>A: 1</c>, <c>x a.</c></summary>
    private bool IsNear(int at) => at < words.Count && !words.Gap(at).ContainsAny('?', '!', '\n');

    /// <summary>A letter is one only with an answer behind it. An "a" inside a clause is the article, unless it is written as a capital.</summary>
    private FoundAnswer? Lettered(int at, bool beginsClause)
    {
        if (LetterAt(at) is not { } letter || !IsNear(at + 1))
        {
            return null;
        }

        var isGlued = words.IsGlued(at + 1);
        if (words.Text(at) == "a" && !words[at].Capital && !beginsClause && !isGlued)
        {
            return null;
        }

        var number = LetteredNumber(at + 1, letter, isGlued);
        return (isGlued ? number : null)
            ?? Time(at + 1, letter)
            ?? number
            ?? YesOrNo(at + 1, letter)
            ?? (words.Text(at) != "a" || words.Gap(at + 1).ContainsAny(":,-.") ? LedTime(at + 1, letter) : null);
    }

    private FoundAnswer? LetteredNumber(int at, Letter letter, bool isGlued) =>
        Number(at) is { } number && (isGlued || EndsNumber(number.End))
            ? new FoundAnswer(new Meaning.Option(letter, number.Value), at, number.End)
            : null;

    private FoundAnswer? PlainNumber(int at) =>
        Number(at) is { } number && EndsNumber(number.End)
            ? new FoundAnswer(new Meaning.Option(null, number.Value), at, number.End, IsPlainNumber: true)
            : null;

    private FoundNumber? Number(int at)
    {
        if (NumberWords.At(words, at) is not { Value: <= MostOptions } number || NumberWords.IsPartOfMore(words, at))
        {
            return null;
        }

        // "A1B2" are two options, "A1c" and "2nd" are none; nor is "1.5".
        var next = number.End;
        var isJoined = words.IsGlued(next) && char.IsLetter(words.Text(next)[0]) && !(LetterAt(next) is not null && words.IsGlued(next + 1));
        var isDecimal = words.Gap(next) is "." or ":" && next < words.Count && words[next].IsDigits;
        return isJoined || isDecimal || words.Text(next) is "am" or "pm" ? null : number;
    }

    private bool EndsNumber(int at) =>
        SmallWords.EndsClause(words, at)
        || BeginsAnew.Contains(words.Text(at))
        || (LetterAt(at) is not null && at + 1 < words.Count && words[at + 1].IsDigits)
        || YesOrNo(at) is not null
        || Time(at, null) is not null;

    private FoundAnswer? Time(int at, Letter? letter) =>
        TimeWords.At(words, at) is { } time && (!time.Bare || SmallWords.EndsClause(words, time.End) || YesOrNo(time.End) is not null)
            ? new FoundAnswer(new Meaning.At(letter, time.Time), at, time.End)
            : null;

    /// <summary>"the second one", "2nd", "first works", "the last slot"; "either", "any of those".</summary>
    private FoundAnswer? Place(int at)
    {
        if (AnyOfThem.EndOf(words, at) is var any && any > at && SmallWords.EndsClause(words, any))
        {
            return new FoundAnswer(new Meaning.Any(null), at, any);
        }

        var start = words.Text(at) is "the" or "your" ? at + 1 : at;
        var (place, end) = words.Text(start) switch
        {
            "first" or "1st" or "earliest" => (1, start + 1),
            "second" or "2nd" => (2, start + 1),
            "third" or "3rd" => (3, start + 1),
            "last" or "latest" => (-1, start + 1),
            "1" when words.Text(start + 1) == "st" && words.IsGlued(start + 1) => (1, start + 2),
            "2" when words.Text(start + 1) == "nd" && words.IsGlued(start + 1) => (2, start + 2),
            "3" when words.Text(start + 1) == "rd" && words.IsGlued(start + 1) => (3, start + 2),
            _ => (0, start),
        };
        if (place == 0)
        {
            return null;
        }

        end = words.Text(end) is "one" or "option" or "slot" or "time" or "choice" or "works" ? end + 1 : end;
        return SmallWords.EndsClause(words, end) || words.Text(end) is "works" or "is" or "please" ? new FoundAnswer(new Meaning.Ordinal(null, place), at, end) : null;
    }

    private FoundAnswer? YesOrNo(int at, Letter? letter = null)
    {
        var yes = AnswerWords.Yes.EndOf(words, at);
        var no = AnswerWords.No.EndOf(words, at);
        var end = Math.Max(yes, no);
        if (end == at)
        {
            return null;
        }

        // "yes A", "no to B".
        if (letter is null)
        {
            var named = words.Text(end) is "to" or "for" or "on" ? end + 1 : end;
            if (words.PauseBefore(end) == Pause.None && LetterAlone(named) is { } behind)
            {
                (letter, end) = (behind, named + 1);
            }
        }

        return new FoundAnswer(no >= yes && no > at ? new Meaning.No(letter) : new Meaning.Yes(letter), at, end);
    }

    private FoundAnswer? Led(int at, bool plainNumbers) => LedTime(at, null) ?? LedNumber(at, plainNumbers);

    private FoundAnswer? From(int at) =>
        LeadsFrom.EndOf(words, at) is var from && from > at && TimeWords.Behind(words, from) is { } time
            ? new FoundAnswer(new Meaning.At(null, time.Time), at, time.End)
            : null;

    private FoundAnswer? LedTime(int at, Letter? letter) =>
        EndOfLead(at, LeadsToTime) is var end && end > at ? Time(end, letter) ?? Lettered(end, beginsClause: false) : null;

    private FoundAnswer? LedNumber(int at, bool plainNumbers)
    {
        var end = EndOfLead(at, LeadsToNumber);
        return end == at ? null
            : Lettered(end, beginsClause: false) ?? (plainNumbers && SaysNumber.Contains(words.Text(end - 1)) && PlainNumber(end) is { } number
                ? number with { IsPlainNumber = false }
                : null);
    }

    private int EndOfLead(int at, FrozenSet<string> leads)
    {
        var end = at;
        while (leads.Contains(words.Text(end)) && (end == at || words.PauseBefore(end) == Pause.None))
        {
            end++;
        }

        return end;
    }
}
