using System.Collections.Immutable;

namespace Curbside.Messages;

/// <summary>Texts that a device or an office wrote, and not the person.</summary>
internal static class AutoReplies
{
    /// <summary>Nobody says this of their own words.</summary>
    private static readonly Phrasebook Automatic = new(
        acrossPauses: false,
        "auto|automated|automatic reply|response|message|text|sms|notification|responder",
        "autoreply|autoresponse|autoresponder",
        "automatically generated|sent",
        "driving with do|driving|focus",
        "disturb while driving",
        "driving focus",
        "not receiving notifications",
        "notifications silenced",
        "you have reached",
        "if this is an|a medical|life|true|mental? threatening|health? emergency|crisis",
        "if you are having|experiencing|in an|a ... emergency|crisis",
        "^ liked|loved|disliked|emphasized|questioned an|a image|photo|attachment|video|movie $",
        "^ laughed at an|a image|photo|attachment|video|movie $",
        "inbox|mailbox|number|line|account is? not|isnt monitored",
        "unmonitored inbox|mailbox|number|line|account");

    private static readonly Phrasebook Away = new(
        acrossPauses: false,
        "out of the? office",
        "^ ooo",
        "away from my|the desk|phone|office|computer",
        "^ im|i driving|am driving? $",
        "^ im|i driving|am driving? right|so|now|at",
        "your message has been received",
        "received your message|text");

    /// <summary>Busy with something else, or thanks for a message: automatic if a promise to answer goes with it.</summary>
    private static readonly Phrasebook Occupied = new(
        acrossPauses: false,
        "in|with|seeing a|an|my? session|sessions|meeting|appointment|class|client|clients|patient|patients",
        "driving",
        "away from",
        "busy|unavailable",
        "cant|cannot|unable talk|answer|respond|reply|to|text|take|come",
        "your message|text|call|email",
        "contacting|reaching|texting");

    private static readonly Phrasebook Promise = new(
        acrossPauses: false,
        "will|ill|well be? reply|respond|return|returning|get|contact|text|answer|call",
        "reply|respond when|as|later|soon|shortly|within");

    /// <summary>A reaction, which other phones receive as a text that quotes the whole message.</summary>
    private static readonly Phrasebook Reactions = new(
        acrossPauses: false,
        "^ liked|loved|disliked|emphasized|emphasised|questioned",
        "^ laughed at",
        "^ reacted to",
        "^ reacted 👍|👎|👌|✅|❌ to",
        "^ reacted with|by ... to",
        "^ removed a|an like|love|heart|dislike|laugh|exclamation|question mark? from",
        "^ 👍|👎|👌|✅|❌ to",
        "^ to");

    public static bool IsCertain(Words words) => IsReaction(words) || Automatic.In(words).Any();

    /// <summary>Where a person would have answered something else beside it, this was no person.</summary>
    public static bool IsLikely(Words words, ImmutableArray<Meaning> meanings) =>
        meanings.IsEmpty ? Away.In(words).Any() || IsPromise(words)
        : meanings.All(meaning => meaning is Meaning.No) && IsPromise(words);

    private static bool IsPromise(Words words) => Occupied.In(words).Any() && Promise.In(words).Any();

    private static bool IsReaction(Words words) =>
        Reactions.EndOf(words, 0) is > 0 and var end
        && words.Gap(end).ContainsAny('“', '"', '«')
        && words.Gap(words.Count).ContainsAny(['”', '"', '»', '…']);
}
