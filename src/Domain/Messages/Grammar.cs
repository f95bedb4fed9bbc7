using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Curbside.Messages;

/// <summary>
/// Turns what people text into meanings: pure and total. Whatever the text, it has a reading, found in time that grows with its length alone. Quotes of what was
/// said before are cut first. Then a text has a meaning only if each of its words is accounted for. Case, spaces, punctuation and decoration do not matter.
/// </summary>
public static class Grammar
{
    /// <summary>What phones and mail programs write below a text, and how many words of it there may be.</summary>
    private static readonly Phrasebook Signatures = new(acrossPauses: false, "sent from|via my", "get outlook for");
    private const int MaxSignatureWords = 8;

    /// <summary>A reaction says no more than so many words around its quote, in any language, the name of the person included.</summary>
    private const int MaxReactionWords = 12;

    private static readonly FrozenSet<string> PlainYes = FrozenSet.Create(
        "yes", "yess", "yep", "yeah", "yea", "yup", "y", "thanks", "thank", "you", "thx", "ty", "so", "very", "much", "u");

    /// <summary>On a question of safety these ask for somebody.</summary>
    private static readonly Phrasebook Needs = new(
        acrossPauses: false, "need|want some? help|someone|somebody|support", "please call", "cant stop crying|shaking", "cant cope|sleep", "client|patient died|dead", "not doing well|ok|okay|great|good", "not ok|okay|well");

    private static readonly FrozenSet<string> NotNames = FrozenSet.Create(
        "an", "do", "in", "on", "at", "to", "me", "my", "he", "she", "we", "it", "is", "of", "by", "up", "us", "am", "pm", "will", "may", "can", "not", "one", "see", "say", "let", "call", "mark", "hope", "page", "case", "late", "early",
        "cannot", "could", "would", "should", "help", "stop", "end", "quit", "start", "join", "ask", "pause", "wake", "sleep", "cancel", "long", "young", "wait", "never", "else", "only", "day", "week", "after", "before", "until");

    public static Reading Read(string body) => Read(body, ReadingContext.Empty);

    public static Reading Read(string body, ReadingContext context)
    {
        var unquoted = Quotes.Cut(body, context.Sent);
        var words = WithoutSignature(Words.Of(unquoted.Said));
        var names = context.Names.SelectMany(NameWords).ToFrozenSet();

        // What a client said counts, quoted or not. What we said of danger, or an office, does not.
        var heard = Words.Of(unquoted.Heard);
        var isDanger = IsDanger(heard);
        var reading = unquoted.HasQuote ? ReadBesideQuote(body, words, names, unquoted, isDanger) : ReadPlain(words, names, isDanger);
        if (!isDanger)
        {
            return reading;
        }

        var crisis = new Meaning.Crisis(LineSayings.SpeaksOfClient(heard));
        return reading with { Meanings = [crisis, .. reading.Meanings.Where(meaning => meaning is not Meaning.AutoReply)], OfLine = null, IsPlainYes = false };
    }

    /// <summary>What an office advises others in emergencies is no cry for help.</summary>
    private static bool IsDanger(Words words)
    {
        var advice = Marked(words, AutoReplies.AdviceIn(words));
        return CrisisWords.In(words).Any(place => !advice.AsSpan(place).Contains(true));
    }

    private static Reading Automatic => new([new Meaning.AutoReply()], null);

    /// <summary>Beside a quote only what is plainly said counts: an answer, or the wish for no more texts.</summary>
    private static Reading ReadBesideQuote(string body, Words words, FrozenSet<string> names, Unquoted unquoted, bool isDanger)
    {
        var all = Enumerable.Range(0, words.Count).Select(words.Text).ToList();
        var saysOnlySigns = all.TrueForAll(AnswerWords.IsEmoji);
        var reading = saysOnlySigns ? Nothing(words) : ReadPlain(words, names, isDanger);
        var isClear = reading.Meanings.Length > 0 && reading.Kept is null && reading.Meanings.All(meaning =>
            meaning is Meaning.Option or Meaning.Yes or Meaning.No or Meaning.At or Meaning.Ordinal or Meaning.CallOff or Meaning.OtherTime or Meaning.OptOut or Meaning.Ask);
        if (words.Count == 0 && !unquoted.QuotesUs && CommandWords.Read(Words.Of(body), new bool[Words.Of(body).Count]) is Meaning.OptOut stop)
        {
            return new Reading([stop], null);
        }

        if (isClear || reading.Meanings.Any(meaning => meaning is Meaning.AutoReply))
        {
            return reading with { Said = null, OfLine = null, IsPlainYes = false };
        }

        // Whoever asks about a quote is answered: "what does “…” mean?".
        var isReaction = (unquoted.QuotesUs || (unquoted.Said.Any(sign => !char.IsAscii(sign) || char.IsLetterOrDigit(sign)) && AutoReplies.IsReaction(words))) && words.Count <= MaxReactionWords && !unquoted.Said.Contains('?');
        return isReaction ? Automatic : new Reading([], body.Trim()) { CallsForHelp = reading.CallsForHelp };
    }

    private static Reading ReadPlain(Words words, FrozenSet<string> names, bool isDanger)
    {
        var read = new bool[words.Count];
        if (CommandWords.Read(words, read) is { } command)
        {
            return new Reading([command], Array.IndexOf(read, false) is >= 0 and var from ? RestOf(words, from) : null);
        }

        var hasFooter = AutoReplies.HasFooter(words);
        if (!hasFooter && OptOutWords.In(words).Any())
        {
            return new Reading([new Meaning.OptOut(CarrierWord: false)], null);
        }

        var danger = Marked(words, CrisisWords.In(words));
        var answers = AnswerReader.Read(words, danger, names);
        var said = Sayings.Read(words, names);
        // A refusal stays one, whatever wrote it.
        var denies = !answers.Meanings.IsEmpty && answers.Meanings.All(meaning => meaning is Meaning.No or Meaning.Option { Number: 0 });
        var looksAutomatic = !isDanger && said is null && (answers.Meanings.IsEmpty || (answers.Rest is not null && !denies)) && AutoReplies.Is(words);
        var ofLine = answers.Meanings.IsEmpty && said is null && !isDanger ? LineSayings.Read(words) : null;
        if (looksAutomatic && ofLine is null or Meaning.Wants or Meaning.NotWell)
        {
            return Automatic;
        }

        return new Reading(answers.Meanings, answers.Rest is { } rest && said is null ? RestOf(words, rest) : answers.Meanings.IsEmpty && said is null && ofLine is null ? Nothing(words).Kept : null)
        {
            Beside = answers.Beside,
            Said = said,
            OfLine = ofLine,
            IsPlainYes = answers is { Meanings.Length: 1, Rest: null } && IsPlain(words),
            CallsForHelp = CallsForHelp(words),
        };
    }

    /// <summary>Nothing understood; courtesy alone leaves nothing over.</summary>
    private static Reading Nothing(Words words)
    {
        var at = 0;
        while (at < words.Count && SmallWords.EndOfCourtesy(words, at) is var end && end > at)
        {
            at = end;
        }

        // "thanks!" wants no answer; "hello?" does.
        return new Reading([], at < words.Count ? RestOf(words, at) : words.Body.Contains('?') && words.Count > 0 ? RestOf(words, 0) : null);
    }

    /// <summary>Nothing but yes or a number, its letter, and thanks.</summary>
    private static bool IsPlain(Words words) => Enumerable.Range(0, words.Count).All(at =>
        PlainYes.Contains(words.Text(at)) || words[at].IsDigits || (at == 0 && words.Count > 1 && words.Text(at) is [var letter] && Letter.Named(letter) is not null));

    private static bool CallsForHelp(Words words) =>
        Needs.In(words).Any() || Sayings.IsAnywhere(words, Saying.WouldTalk) || Sayings.IsAnywhere(words, Saying.NoContact) || Sayings.IsAnywhere(words, Saying.SomeoneElse)
        || Sayings.IsAnywhere(words, Saying.MissedTheirCall) || Sayings.IsAnywhere(words, Saying.DidNotTakePlace);

    private static IEnumerable<string> NameWords(string name)
    {
        var words = Words.Of(name);
        return Enumerable.Range(0, words.Count).Select(words.Text).Where(text => text.Length > 1 && !MeansSomething(text));
    }

    /// <summary>Some names are words too: No, An, Will, May. There the word counts.</summary>
    private static bool MeansSomething(string name)
    {
        var words = Words.Of(name);
        return NotNames.Contains(name) || SmallWords.Joins(words, 0) || AnswerWords.No.EndOf(words, 0) > 0 || AnswerWords.Yes.EndOf(words, 0) > 0
            || TimeWords.Behind(words, 0) is not null || NumberWords.At(words, 0) is not null;
    }

    private static Words WithoutSignature(Words words)
    {
        for (var at = Math.Max(0, words.Count - MaxSignatureWords); at < words.Count; at++)
        {
            if (Signatures.EndOf(words, at) > at)
            {
                return words.Before(at);
            }
        }

        return words;
    }

    private static bool[] Marked(Words words, IEnumerable<Range> places)
    {
        var marked = new bool[words.Count];
        foreach (var place in places)
        {
            marked.AsSpan(place).Fill(true);
        }

        return marked;
    }

    /// <summary>From a word to the end, as it was written.</summary>
    private static string RestOf(Words words, int from)
    {
        var start = words[from].Start;
        return words.Body[start..].Trim() is { Length: > 0 } rest ? rest : words.Text(from);
    }
}
