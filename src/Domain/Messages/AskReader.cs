using System.Collections.Frozen;
using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;

namespace Curbside.Messages;

/// <summary>
/// Reads what stands behind ASK: what it is about, how soon, and where the client is, in any order. Each word is understood, harmless, or kept in
/// <see cref="Meaning.Ask.Left"/> to be said back. Words that turn the meaning round begin nothing.
/// </summary>
internal sealed class AskReader
{
    /// <summary>What people write for each urgency, "now" first.</summary>
    public static readonly ImmutableArray<(Urgency Urgency, Phrasebook Words)> Urgencies =
    [
        (Urgency.Now, new(
            acrossPauses: false,
            "now|urgent|urgently|urgnt|ugent|asap|immediately|immediatly|emergency|stat|rn", "right now|away", "this minute|second|instant")),
        (Urgency.Today, new(
            acrossPauses: false,
            "today|2day|tday|tody|todya|toady|tonight|tonite|2nite|eod|cob", "later|by|before|for today|tonight", "sometime today",
            "by|before? end|close of the? day|business", "end of the? day", "this|later this? morning|afternoon|evening|am|pm")),
        (Urgency.ThisWeek, new(
            acrossPauses: false,
            "!next week|wk", "this|sometime|later this? week|wk", "by|before end of the|this? week|wk", "end of the|this? week|wk",
            "tomorrow|tomorow|tommorow|tommorrow|tomorro|tmrw|tmw|tmr|2morrow|tomoro", "!next on|by|this|before monday|mon|tuesday|tue|tues|wednesday|wed|weds",
            "!next on|by|this|before thursday|thu|thur|thurs|friday|fri|saturday|sat|sunday|sun",
            "!next monday|tuesday|tues|wednesday|weds|thursday|thurs|friday|fri|saturday|sunday",
            "no rush|hurry", "not|isnt|nothing so|too|that|very? urgent", "non urgent", "nonurgent", "not an? emergency", "not in a? hurry|rush",
            "can wait", "whenever", "any day|time", "anytime", "in a few days", "in the next few days", "next few days")),
    ];

    /// <summary>Words that add nothing wherever they stand.</summary>
    private static readonly Phrasebook Fillers = new(
        acrossPauses: false,
        "a|an|for|about|abt|the|consult|consults|consultation|question|questions|this|re|opinion|on|with", "need|want a|an?", "i need|want a|an?", "id like a|an?", "i would like a|an?",
        "can|could i get|have a|an?", "looking for a|an?", "someone|somebody|anyone", "someone|somebody|anyone to talk to", "to talk to", "colleague|colleagues", "regarding", "help|advice|input with|about|on", "so|very much", "ok|okay|👍|👌|✅|✔|🆗");

    /// <summary>The same where something that is understood follows, or nothing more.</summary>
    private static readonly FrozenSet<string> Linking = FrozenSet.Create(
        "my", "client", "clients", "clt", "cl", "ct", "pt", "patient", "is", "its", "hes", "shes", "theyre", "lives", "living", "located", "who", "of", "in", "from", "state",
        "telehealth", "kind", "by");

    /// <summary>Who says where the client is.</summary>
    private static readonly Phrasebook WhereClientIs = new(
        acrossPauses: false,
        "in", "from", "state of", "client|clients|clt|cl|pt|patient is? currently? lives|living|located|based|resides|physically in|from?", "client|clients|clt|cl|pt|patient in|from", "client|clients|clt|cl|pt|patient is|are currently? in", "licensed|license|licence in|for",
        "client|clt|pt|patient state", "hes|shes|theyre|they|he|she is|are|lives|live? currently? in");

    /// <summary>The sender's own place is no client's.</summary>
    private static readonly Phrasebook WhereSenderIs = new(
        acrossPauses: false,
        "im currently? licensed|located|based|practicing? in|from", "i am currently? licensed|located|based|practicing? in|from", "i work|live|practice in", "my license|licence is? in|from", "we are? located|based? in|from");

    /// <summary>What follows at once is denied.</summary>
    private static readonly FrozenSet<string> Denials = FrozenSet.Create("not", "no", "isnt", "non", "without", "except", "outside", "never");

    /// <summary>Among the words left over, these may turn round what was understood.</summary>
    private static readonly FrozenSet<string> TurnRound = FrozenSet.Create(
        "not", "no", "dont", "doesnt", "didnt", "wont", "wouldnt", "cant", "cannot", "isnt", "wasnt", "never", "nevermind", "nvm", "neither", "nor", "nobody", "none",
        "cancel", "stop", "ignore", "disregard", "forget", "mistake", "wrong", "accident", "oops", "test", "testing", "jk", "kidding", "undo", "except", "without", "unless", "if",
        "instead", "rather", "maybe", "unsure", "dunno", "withdraw", "already", "was", "yesterday", "scratch", "👎", "❌");

    /// <summary>Times that no urgency stands for.</summary>
    private static readonly FrozenSet<string> OtherTimes = FrozenSet.Create("next", "later", "soon", "month", "months", "weeks", "after");

    /// <summary>Two letters that are also an English word: a state only where they are written as one.</summary>
    private static readonly FrozenSet<string> EnglishWords = FrozenSet.Create("in", "or", "me", "ok", "hi", "oh", "as");

    /// <summary>Two letters that mean something else just as often: OK, a doctor, a physician assistant, Los Angeles.</summary>
    private static readonly FrozenSet<string> OftenElse = FrozenSet.Create("ok", "md", "pa", "la");

    /// <summary>Words of kinds that people misspell; shorter ones are too near to other words.</summary>
    private const int MinMisspelt = 5;

    private static readonly FrozenDictionary<string, Kind> KindsByWord = (
        from kind in Enum.GetValues<Kind>()
        from word in CommandWords.WordsFor(kind)
        select (word, kind)).ToFrozenDictionary(pair => pair.word, pair => pair.kind);

    private readonly Words _words;
    private readonly bool[] _read;
    private readonly int _first;
    private readonly bool[] _danger;
    private readonly bool _isMixed;
    private readonly HashSet<Kind> _kinds = [];
    private readonly HashSet<Urgency> _urgencies = [];
    private readonly List<UsState> _states = [];
    private readonly List<UsState> _maybe = [];
    private bool _stateDenied;
    private bool _urgencyDenied;

    private AskReader(Words words, int first, bool[] read)
    {
        (_words, _first, _read) = (words, first, read);
        _danger = new bool[words.Count];
        foreach (var place in CrisisWords.In(words))
        {
            _danger.AsSpan(place).Fill(true);
        }

        _isMixed = words.Body.Any(char.IsLower) && words.Body.Any(char.IsUpper);
    }

    /// <param name="first">The word behind ASK.</param>
    /// <param name="read">Where the words that are understood here are marked.</param>
    /// <returns>Null where the text begins no request: "ask Dr Lee", "ask me later".</returns>
    public static Meaning.Ask? Read(Words words, int first, bool[] read)
    {
        var reader = new AskReader(words, first, [.. read]);
        var ask = reader.Read();
        if (ask is not null)
        {
            reader._read.CopyTo(read, 0);
        }

        return ask;
    }

    /// <summary>The state that a whole text names: <c>TX</c>, <c>in texas</c>, <c>client is in NV</c>; several where it may mean more than one.</summary>
    /// <param name="letter">The letter of the question that it answers, which may stand before it.</param>
    public static ImmutableArray<UsState> StatesIn(string body, Letter letter)
    {
        var words = Words.Of(body);
        var reader = new AskReader(words, 0, new bool[words.Count]);
        if (words.Count == 1 && words.Text(0) is "ok" or "hi")
        {
            // More often an answer or a greeting than Oklahoma or Hawaii.
            return [];
        }

        var first = SmallWords.SkipCourtesies(words, 0);
        var isLettered = words.Text(first) is [var written] && char.ToUpperInvariant(written) == letter.Value;
        foreach (var at in (int[])[0, first, isLettered ? first + 1 : first])
        {
            var where = WhereClientIs.EndOf(words, at);
            var found = reader.StateAt(where < words.Count ? where : at, spelledOut: true);
            if (!found.States.IsEmpty && SmallWords.SkipCourtesies(words, found.End) == words.Count)
            {
                return found.States;
            }
        }

        return [];
    }

    private Meaning.Ask? Read()
    {
        Array.Fill(_read, true, 0, _first);
        var pending = -1;
        var firstLeft = -1;
        var foundBeforeLeft = false;
        for (var at = _first; at < _words.Count;)
        {
            var (end, isFound) = Understood(at);
            if (end > at)
            {
                Mark(pending < 0 ? at : pending, end);
                pending = -1;
                foundBeforeLeft |= isFound && firstLeft < 0;
                at = end;
            }
            else if (Linking.Contains(_words.Text(at)))
            {
                pending = pending < 0 ? at : pending;
                at++;
            }
            else
            {
                firstLeft = firstLeft < 0 ? at : firstLeft;
                pending = -1;
                at++;
            }
        }

        if (pending >= 0)
        {
            Mark(pending, _words.Count);
        }

        // "Ask Dr Lee about the case" begins no request: the first word that says something must be one of ours.
        if (firstLeft >= 0 && !foundBeforeLeft)
        {
            return null;
        }

        return Result();
    }

    private Meaning.Ask Result()
    {
        var left = Enumerable.Range(_first, _words.Count - _first).Where(at => !_read[at]).ToList();
        var isTurned = left.Any(at => TurnRound.Contains(_words.Text(at)));
        var asksState = _states.Count > 1 || _maybe.Count > 0 || _stateDenied;
        var (kind, urgency) = (TheKind(), TheUrgency());
        return new Meaning.Ask(kind, urgency, _states is [var only] && !asksState ? only : null, Written(left.Where(at => !InDanger(at)).ToList()))
        {
            MaybeStates = asksState ? [.. _states.Concat(_maybe).Distinct()] : [],
            AsksState = asksState,
            IsTurned = isTurned || IsForLater(kind, urgency, left),
        };
    }

    /// <summary>A client who may be unsafe goes before all else; "case" says little beside another kind.</summary>
    private Kind? TheKind()
    {
        if (_kinds.Contains(Kind.Risk))
        {
            return Kind.Risk;
        }

        var kinds = _kinds.Count > 1 ? _kinds.Where(kind => kind != Kind.Case).ToList() : [.. _kinds];
        return kinds is [var only] ? only : null;
    }

    private Urgency? TheUrgency() => _urgencies.Count == 1 ? _urgencies.First() : null;

    /// <summary>Risk without an urgency is asked now, which "not now" and "next week" do not say.</summary>
    private bool IsForLater(Kind? kind, Urgency? urgency, List<int> left) =>
        kind == Kind.Risk && urgency is null && (_urgencyDenied || left.Any(at => OtherTimes.Contains(_words.Text(at))));

    /// <summary>The word belongs to a stretch that speaks of danger, which is answered as such.</summary>
    private bool InDanger(int at)
    {
        var (start, end) = (at, at);
        while (start > _first && !_read[start - 1] && _words.PauseBefore(start) == Pause.None)
        {
            start--;
        }

        while (end + 1 < _words.Count && !_read[end + 1] && _words.PauseBefore(end + 1) == Pause.None)
        {
            end++;
        }

        return _danger.AsSpan(start..(end + 1)).Contains(true);
    }

    /// <summary>As they were written; what was written together stays together.</summary>
    private string? Written(List<int> places)
    {
        var said = places.Select((at, index) =>
            (index == 0 ? "" : places[index - 1] == at - 1 ? _words.Body[_words[at - 1].End.._words[at].Start] : " ") + _words.Body[_words[at].Start.._words[at].End]);
        return places.Count == 0 ? null : string.Concat(said);
    }

    private (int End, bool IsFound) Understood(int at)
    {
        foreach (var (urgency, phrases) in Urgencies.Reverse())
        {
            if (phrases.EndOf(_words, at) is var end && end > at)
            {
                _urgencies.Add(urgency);
                return (end, true);
            }
        }

        if (KindAt(at) is { End: var kindEnd, Kind: { } kind })
        {
            _kinds.Add(kind);
            return (kindEnd, true);
        }

        if (Denials.Contains(_words.Text(at)) && Denied(at) is var denied && denied > at)
        {
            return (denied, false);
        }

        if (WhereSenderIs.EndOf(_words, at) is var own && own > at && StateAt(own, spelledOut: true) is { End: var ownEnd } && ownEnd > own)
        {
            return (ownEnd, false);
        }

        if (WhereClientIs.EndOf(_words, at) is var where && where > at && StateAt(where, spelledOut: true) is { End: var stateEnd } said && stateEnd > where)
        {
            Add(said);
            return (stateEnd, true);
        }

        if (StateAt(at, spelledOut: false) is { End: var end2 } found && end2 > at)
        {
            Add(found);
            return (end2, found.IsSure);
        }

        if (SmallWords.EndOfCourtesy(_words, at) is var courtesy && courtesy > at)
        {
            return (courtesy, false);
        }

        if (Fillers.EndOf(_words, at) is var filler && filler > at)
        {
            return (filler, false);
        }

        return SmallWords.JoinsEmptily(_words, at) ? (at + 1, false) : (at, false);
    }

    /// <summary>"not risk", "no meds", "not today", "not in CA": what is denied is not asked for. A state that is denied has to be asked.</summary>
    private int Denied(int at)
    {
        var next = at + 1;
        next = _words.Text(next) is "a" or "an" or "for" or "about" or "the" ? next + 1 : next;
        if (KindAt(next) is { Kind: not null } kind)
        {
            return kind.End;
        }

        foreach (var (_, phrases) in Urgencies)
        {
            if (phrases.EndOf(_words, next) is var end && end > next)
            {
                _urgencyDenied = true;
                return end;
            }
        }

        var place = WhereClientIs.EndOf(_words, next) is var where && where > next ? where : next;
        if (StateAt(place, spelledOut: true).End is var stateEnd && stateEnd > place)
        {
            _stateDenied = true;
            return stateEnd;
        }

        return at;
    }

    private (int End, Kind? Kind) KindAt(int at)
    {
        var text = _words.Text(at);
        if (text == "2" && _words.Text(at + 1) == "nd" && _words.IsGlued(at + 1))
        {
            return (at + 2, Kind.SecondOpinion);
        }

        if (text == "sec" && _words.Text(at + 1).StartsWith("op", StringComparison.Ordinal))
        {
            return (at + 2, Kind.SecondOpinion);
        }

        if (KindsByWord.TryGetValue(text, out var kind))
        {
            return (at + 1, kind);
        }

        var near = KindsByWord
            .Where(pair => text.Length >= MinMisspelt ? pair.Key.Length >= MinMisspelt && Misspelling.IsOne(text, pair.Key) : pair.Key.Length >= 4 && Misspelling.IsSwap(text, pair.Key))
            .Select(pair => pair.Value).Distinct().ToList();
        return near is [var meant] ? (at + 1, meant) : (at, null);
    }

    /// <summary>The states that the word may mean, and whether it is surely the one; its own place where it means none.</summary>
    /// <param name="spelledOut">It stands behind "in" or "client in", or alone: two letters are a state there.</param>
    private (int End, ImmutableArray<UsState> States, bool IsSure) StateAt(int at, bool spelledOut)
    {
        if (at >= _words.Count)
        {
            return (at, [], false);
        }

        for (var count = StateNames.MaxWords; count >= 1; count--)
        {
            if (at + count <= _words.Count && StateNames.Meant(string.Join(' ', Enumerable.Range(at, count).Select(_words.Text))) is { IsEmpty: false } meant)
            {
                return (at + count, meant, meant.Length == 1);
            }
        }

        // "D.C.", "N. Y."
        var (code, end) = _words.Text(at).Length == 1 && _words.Text(at + 1).Length == 1 && _words.Gap(at + 1).Trim() is "." or ""
            ? (_words.Text(at) + _words.Text(at + 1), at + 2)
            : (_words.Text(at), at + 1);
        if (code.Length != 2 || !UsState.TryParse(code, out var state))
        {
            return (at, [], false);
        }

        return IsWrittenAsState(code, at, end, spelledOut) is { } isSure ? (end, [state], isSure) : (at, [], false);
    }

    /// <summary>Null where two letters are no state here, false where they may be one.</summary>
    private bool? IsWrittenAsState(string code, int at, int end, bool spelledOut)
    {
        var isLast = SmallWords.SkipCourtesies(_words, end) == _words.Count;
        if (spelledOut)
        {
            return code != "la";
        }

        // "I'd" has an apostrophe, and is no Idaho.
        var written = _words.Body.AsSpan(_words[at].Start, _words[end - 1].End - _words[at].Start);
        if (written.ContainsAny('\'', '’'))
        {
            return null;
        }

        var inCapitals = _isMixed && !written.ContainsAnyInRange('a', 'z');
        if (inCapitals || (isLast && (_words.PauseBefore(at) != Pause.Sentence || at == _first)))
        {
            var isAnotherWord = EnglishWords.Contains(code) && !inCapitals
                && (!_read[at - 1] || _words.Text(at - 1) is "for" or "with" or "ask" || (code == "ok" && _words.Text(at - 1) != "or" && _words.Body.Any(char.IsLower)));
            return code == "as" || isAnotherWord ? null : !OftenElse.Contains(code);
        }

        return EnglishWords.Contains(code) ? null : !OftenElse.Contains(code);
    }

    private void Add((int End, ImmutableArray<UsState> States, bool IsSure) found)
    {
        if (!found.IsSure)
        {
            _maybe.AddRange(found.States);
        }
        else if (!_states.Contains(found.States[0]))
        {
            _states.Add(found.States[0]);
        }
    }

    private void Mark(int start, int end) => Array.Fill(_read, true, start, end - start);
}
