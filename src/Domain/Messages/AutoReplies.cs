namespace Curbside.Messages;

/// <summary>Texts that a device or an office wrote, and not the person. They are answered with nothing.</summary>
internal static class AutoReplies
{
    private const string Closed = "closed|unattended|unavailable";

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
        "has notifications silenced",
        "you have reached",
        "youve reached",
        "^ liked|loved|disliked|emphasized|questioned an|a image|photo|attachment|video|movie|voice|sticker|audio|gif message? $",
        "^ laughed at an|a image|photo|attachment|video|movie|sticker|gif $",
        "inbox|mailbox|number|line|account is? not|isnt monitored",
        "unmonitored inbox|mailbox|number|line|account",
        "do not reply to this",
        "no reply is needed|necessary",

        // An office.
        $"office|clinic|practice|offices|lobby is|are now|currently? {Closed}",
        $"we|were are? now|currently? {Closed}",
        "office|business|clinic|regular|normal hours are",
        "during|outside|after of? our|normal|regular|business|office business|office|regular? hours",
        "we reopen|open|will again|be|reopen? tomorrow|monday|tuesday|wednesday|thursday|friday|at|on",
        "^ currently out|away|unavailable|with|in|on|assisting|helping",
        "please leave a|your message|name|voicemail",
        "for immediate|urgent assistance|help|matters|needs",

        // Carriers and phones.
        "voicemail|voice message|mail from|received|transcript|transcription",
        "missed call alert|from",
        "delivery receipt|report|confirmation|failure|failed",
        "message|sms|text delivered|undelivered|undeliverable|failed|blocked|read $",
        "delivered|read today|yesterday|at|on|just|now|10|11|12|1|2|3|4|5|6|7|8|9",
        "message|sms|text was|could|has been|not? be? delivered|sent|read|received",
        "free msg",
        "verification|security|login code",
        "code is|expires",
        "powered by");

    private static readonly Phrasebook Away = new(
        acrossPauses: false,
        "out of the? office",
        "^ ooo",
        "away from my|the desk|phone|office|computer",
        "^ im|i driving|am driving? $",
        "^ im|i driving|am driving? right|so|now|at",
        "your message|text|call|email has been|is received|important",
        "received your message|text",
        "thank|thanks you? for contacting|reaching|texting|calling|messaging|your out|us|message|text|call|email?",
        "return your? call|message|text|email as soon|within|during|on|when|the",
        "ill get|respond|reply|be back to? you|in? as|when|shortly|touch|once",
        "on vacation|leave|pto|holiday until|from|through|and|with|returning|back",
        "limited access to email|phone|messages");

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

    /// <summary>What offices tell whoever writes to them of emergencies. Somebody who is in one says so otherwise.</summary>
    private static readonly Phrasebook Advice = new(
        acrossPauses: true,
        "if this is an|a medical|life|true|mental|psychiatric? threatening|health? emergency|crisis please? call|dial|hang|go|contact|text",
        "if you are|have|having|experiencing|think|feel ... emergency|crisis|danger ... call|dial|go|contact|text 911|988|the?",
        "if youre|you having|experiencing|in ... emergency|crisis|danger ... call|dial|go|contact|text 911|988|the?",
        "for an|a|any|all|life|medical|true|mental|psychiatric? threatening|health|medical? emergencies|emergency|crises|crisis please? call|dial|text|contact|go",
        "in case of an|a? emergency|emergencies|crisis please? call|dial|text|contact|go",
        "in the event of an|a? emergency|crisis",
        "!are|were|im|am|is|was|shes|hes|theyre in an emergency|crisis please? call|dial|text 911|988",
        "dial|call 911 for|in|if an|a|any|you|emergencies|this emergency|emergencies|have|are|is?",
        "dial|call 911 for emergencies",
        "if this is an|a medical|life|true|mental|psychiatric? threatening|health? emergency|crisis $");

    private static readonly Phrasebook Notices = new(
        acrossPauses: true, "^ voicemail 0|1|2|3|4|5", "^ voicemail transcript|transcription|from", "^ missed call", "^ call from", "^ new voicemail");

    /// <summary>"Reply STOP to unsubscribe": what stands below automatic texts, and is nobody's wish.</summary>
    private static readonly Phrasebook Footers = new(
        acrossPauses: false, "reply|text|txt|send stop|end|quit|unsubscribe|cancel|help|info to|for|2 ... unsubscribe|opt|end|cancel|info|help|quit|stop|out|receiving", "msg|message|data and|data|msg? rates may");

    /// <summary>The words around the quote of a reaction, on phones that speak English. Around quotes of ours any words count.</summary>
    private static readonly Phrasebook Reactions = new(
        acrossPauses: false,
        "^ liked|loved|disliked|emphasized|emphasised|questioned|laughed|reacted|removed|replied",
        "^ 👍|👎|👌|✅|❌ to",
        "^ to $");

    public static bool IsReaction(Words words) => words.Count == 0 || Reactions.EndOf(words, 0) > 0 || Enumerable.Range(0, words.Count).All(at => AnswerWords.IsEmoji(words.Text(at)) || words.Text(at) == "to");

    /// <summary>Where advice of an office stands: it is no cry for help.</summary>
    public static IEnumerable<Range> AdviceIn(Words words) => Advice.In(words);

    public static bool HasFooter(Words words) => Footers.In(words).Any();

    /// <summary>Whether a text that says nothing else was written by no person.</summary>
    public static bool Is(Words words) =>
        Automatic.In(words).Any() || Notices.In(words).Any() || Advice.In(words).Any() || Footers.In(words).Any() || Away.In(words).Any() || (Occupied.In(words).Any() && Promise.In(words).Any());
}
