using System.Collections.Frozen;
using System.Collections.Immutable;
using Curbside.Consults;

namespace Curbside.Messages;

/// <summary>Commands: what a whole text says to the line itself, and what begins a request.</summary>
internal static class CommandWords
{
    private const int DefaultPauseDays = 7;
    private const int LongestPauseDays = 365;

    /// <summary>What stands before a letter to call its consult off, or to ask for another time.</summary>
    public static readonly Phrasebook CallOff = new(acrossPauses: false, "x", "cancel", "call off", "withdraw");

    public static readonly Phrasebook OtherTime = new(
        acrossPauses: false, "r", "reschedule", "can we|i reschedule", "need|have to reschedule", "new time", "another|different time for?");

    /// <summary>The same of whichever consult there is.</summary>
    public static readonly Phrasebook CallOffTheOne = new(
        acrossPauses: false,
        "cancel|withdraw my|the|this|our consult|request|call|appointment|meeting|ask",
        "cancel it",
        "withdraw $",
        "call it off",
        "call off the|our|my consult|call");

    public static readonly Phrasebook OtherTimeForTheOne = new(
        acrossPauses: false, "reschedule $", "new|another|different time $", "need|want a? new|another|different time", "i need|want a? new|another|different time", "can we|i reschedule", "need|have to reschedule", "reschedule the|our|my|this consult|call");

    private static readonly FrozenSet<string> CarrierOptOuts = FrozenSet.Create(
        "stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout", "cancel");

    /// <summary>Reads a text that is a command; what of it is understood is marked as read.</summary>
    public static Meaning? Read(Words words, bool[] read)
    {
        if (words.Count == 0)
        {
            return words.Body.Contains('?') ? new Meaning.WhatIsOpen() : null;
        }

        if (CarrierOptOuts.Contains(Spelled(words)))
        {
            Array.Fill(read, true);
            return new Meaning.OptOut(CarrierWord: true);
        }

        var first = SmallWords.SkipCourtesies(words, 0);
        return words.Text(first) switch
        {
            "ask" => AskReader.Read(words, first + 1, read),
            "pause" => Pause(words, first + 1) is { } pause ? Whole(pause) : null,
            _ when SmallWords.SkipCourtesies(words, first + 1) < words.Count => null,
            "list" or "status" => Whole(new Meaning.WhatIsOpen()),
            "resume" or "unpause" => Whole(new Meaning.Resume()),
            "sleep" => Whole(new Meaning.Sleep()),
            "wake" => Whole(new Meaning.Wake()),
            "drill" => Whole(new Meaning.Drill()),
            "join" => Whole(new Meaning.Join()),
            "help" or "info" => Whole(new Meaning.Help()),
            "start" or "unstop" => Whole(new Meaning.OptIn()),
            "x" when first == 0 => Whole(new Meaning.CallOff(null)),
            "r" when first == 0 => Whole(new Meaning.OtherTime(null)),
            _ => null,
        };

        Meaning Whole(Meaning meaning)
        {
            Array.Fill(read, true);
            return meaning;
        }
    }

    /// <summary>The one word of the text, also where it is spelled out: <c>S T O P</c>.</summary>
    private static string Spelled(Words words)
    {
        var texts = Enumerable.Range(0, words.Count).Select(words.Text);
        return words.Count == 1 ? words.Text(0) : texts.All(text => text.Length == 1) ? string.Concat(texts) : "";
    }

    /// <summary>What people call a kind, by its first word.</summary>
    public static ImmutableArray<string> WordsFor(Kind kind) => kind switch
    {
        Kind.Risk => ["risk", "safety", "unsafe"],
        Kind.Case => ["case", "stuck", "impasse"],
        Kind.Medication => ["medication", "medications", "med", "meds", "medicine", "medecine", "rx"],
        Kind.SecondOpinion => ["second", "secondopinion"],
        Kind.Observation => ["observation", "observe", "observing", "observer", "obs"],
        Kind.Support => ["support"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for it."),
    };

    private static Meaning.Pause? Pause(Words words, int at)
    {
        at = words.Text(at) == "for" ? at + 1 : at;
        var count = NumberWords.At(words, at) ?? (words.Text(at) == "a" ? new FoundNumber(1, at + 1) : new FoundNumber(DefaultPauseDays, at));
        var unit = words.Text(count.End);
        var isWeeks = unit is "week" or "weeks" or "w" or "wk" or "wks";
        var end = isWeeks || unit is "day" or "days" or "d" ? count.End + 1 : count.End;
        var saysUnitOnly = count.End == at && end > at;
        var days = (long)count.Value * (isWeeks ? 7 : 1);
        return !saysUnitOnly && days is >= 1 and <= LongestPauseDays && SmallWords.SkipCourtesies(words, end) == words.Count
            ? new Meaning.Pause((int)days)
            : null;
    }
}
