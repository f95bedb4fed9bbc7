using System.Collections.Frozen;
using System.Collections.Immutable;
using Curbside.Consults;

namespace Curbside.Messages;

/// <summary>What stands behind the words of a saying.</summary>
internal enum Slot
{
    Nothing,
    MayHaveTime,
    Time,
    MayHaveWindow,
    Window,

    /// <summary>Minutes: "running 10 late".</summary>
    Minutes,
}

/// <summary>One saying with the words for it.</summary>
/// <param name="Answers">The answers that it gives where such a question is open.</param>
/// <param name="Behind">What may stand behind the slot.</param>
internal sealed record SayingRow(Meaning.Said Said, ImmutableArray<AnswerKind> Answers, Phrasebook Words, Slot Slot, Phrasebook Behind, ImmutableArray<string> Phrases);

/// <summary>
/// What people say in words, whole texts only: the words in which answers are shown ("3 still stuck"), and remarks ("running 10 late").
/// Within a longer sentence the same words are about something else.
/// </summary>
internal static class Sayings
{
    private const string Them = "he|she|they|dr|the|my|our|your|consultant|doctor|colleague|him|her|them|prescriber|supervisor";
    private const string They = "he|she|they|hes|shes|theyre|somebody|someone";
    private const string Client = "client|clients|patient|patients|pt";

    private static readonly Phrasebook Trailing = new(
        acrossPauses: true, "then", "instead", "now", "today", "though", "anymore", "right|just now", "for now", "after all", "at all", "still", "yet", "so far", "either", "if possible", "works? best|better|instead",
        "works? for me", "ok|okay with|for? you|u|them|her|him?", "is that ok|okay|possible");

    public static ImmutableArray<SayingRow> All { get; } =
    [
        // The words in which answers are shown.
        Of(
            Saying.SomeoneElse,
            [AnswerKind.AskSomeoneElse, AnswerKind.Refuse, AnswerKind.Decline, AnswerKind.CannotTakeItOver, AnswerKind.NotTalking],
            "ask|try|get|find|want|need someone|somebody|anyone else", "please? ask someone|somebody else", "someone|somebody|anyone else", "next person please?",
            "yes|ok please? ask|try someone|somebody|anyone else"),
        Of(
            Saying.SamePerson,
            [AnswerKind.SamePersonAgain],
            "same person|one? again", "same person", "the same person|one again?", "ask|try|call them|her|him again", "again please?", "try again"),
        Of(Saying.LeaveIt, [AnswerKind.LeaveIt, AnswerKind.Choose], "leave|forget|drop it|that", "let it be", "neither of those|them|these?"),
        Of(
            Saying.Keep,
            [AnswerKind.KeepTime, AnswerKind.KeepAsItIs],
            "keep it|that|the|our|my? old|original|first|same|current? time|one|appointment|slot?", "keep it? as it is|was?", "as it is|was", "leave it as is|it"),
        Of(
            Saying.Helped,
            [AnswerKind.Helped],
            "it|that|she|he|they|this did? helped|help? so|very|a? lot|much|lots|tons|loads?", "helped so|very|a? lot|much|lots?", "yes very|so much", "yes it|that did? help|helped so|a? much|lot?", "very|super|really|so helpful|useful",
            "it|that was very|super|really|so? helpful|useful|great", "helpful", "great help"),
        Of(
            Saying.Partly,
            [AnswerKind.HelpedPartly],
            "it|that helped? partly|partially|somewhat", "helped partly|partially|somewhat", "partly|partially|somewhat", "it|that helped a bit|little|some", "helped a bit|little|some", "a bit|little", "kind|sort of",
            "kinda|sorta|meh", "so so", "yes and no", "not really but some|somewhat"),
        Of(
            Saying.StillStuck,
            [AnswerKind.StillStuck],
            "still stuck", "im|i am? still? stuck", "it|that|she|he didnt help|work", "it|that did not help", "worse", "its|it is|got|getting|things are|got worse", "no change", "same as before", "didnt help", "not really", "not much",
            "not helpful", "made it worse", "no better"),
        Of(
            Saying.AllRight,
            [AnswerKind.DoingAllRight],
            "all right|good", "alright", "im|doing all? right|alright|ok|okay|good|fine|well|better", "i am doing? all? right|alright|ok|okay|good|fine|well|better", "im doing all? right|alright|ok|okay|good|fine|well|better",
            "yes im|i am? doing? all? right|alright|ok|okay|good|fine|well|better", "doing all? right|alright|ok|okay|good|fine|well|better", "a lot better", "much|feeling better"),
        Of(
            Saying.WouldTalk,
            [AnswerKind.WouldLikeACall],
            "id like|love to talk", "i would like to talk", "i want|need|wanna to? talk", "not so|too|very|that? good|great|well|ok|okay|fine|right", "im not so|too|very|that|doing? good|great|well|ok|okay|fine|right",
            "i am not so|too|very|that|doing? good|great|well|ok|okay|fine|right", "could|can i|we talk", "someone to talk to", "bad|awful|terrible|horrible|rough|struggling|exhausted|overwhelmed|shaken",
            "im bad|awful|terrible|horrible|rough|struggling|exhausted|overwhelmed|shaken|lonely|scared|sad", "not doing so|too|very|that? good|great|well|ok"),
        .. Enum.GetValues<Kind>().Select(kind =>
            Of(new Meaning.Said(null, Saying.AKind, Kind: kind), [AnswerKind.Choose], Slot.Nothing, $"{string.Join('|', CommandWords.WordsFor(kind))} consult|question|opinion?")),
        Of(new Meaning.Said(null, Saying.AnUrgency, Urgency: Urgency.Now), [AnswerKind.Choose], Slot.Nothing, "urgent|urgently|asap|immediately"),
        Of(new Meaning.Said(null, Saying.AnUrgency, Urgency: Urgency.Today), [AnswerKind.Choose], Slot.Nothing, "today"),
        Of(new Meaning.Said(null, Saying.AnUrgency, Urgency: Urgency.ThisWeek), [AnswerKind.Choose], Slot.Nothing, "this|sometime week", "week"),

        // A consultant who was asked.
        Of(
            Saying.AsksWhatAbout,
            [],
            "what is|are this|it|that|these about|for|regarding", "whats this|it|that about|for|regarding?", "what about", "about what", "regarding what", $"which|what|whose {Client}", "who is this|it|that for|about?", "who is the|this client|patient|person",
            "whos this|it|that for|about?", "whos the|this client|patient|person", "which case", "whats the question|case|issue|concern|topic", "what is the question|case|issue|concern|topic", "who is asking|requesting|the asker", "whos asking",
            "can you tell me more", "tell me more", "more info|details|information", "need more info|details|information", "what kind|type of consult|question|case|client", "do i know them|her|him", "do i know the client", "context", "any details|context"),
        Of(
            Saying.NeedsTime,
            [],
            Slot.MayHaveTime,
            "let me check|see|look my|the? calendar|schedule|book?", "ill|will check|see|look|get back to you", "might be able to", "not sure yet?", "not sure if i can", "checking", "ill let you know",
            "ask|text|try|ping|check with? me again? later?", "get back to me", "one|a sec|second|minute|moment|min", "just a sec|second|minute|moment|min", "hold on", "hang on", "need a|to? sec|second|minute|moment|min|check",
            "in a? session|meeting|appointment|supervision|group", $"in|with a|my? {Client}", $"im|i am? in|with a|my? session|meeting|appointment|supervision|group|{Client}",
            $"in a? session|meeting|appointment|supervision|group until|till|til", $"no|cant|cannot|sorry? im|i am? in|with a|my? session|meeting|appointment|supervision|group|{Client} until|till|til", $"no|cant|cannot in|with a|my? session|meeting|appointment|supervision|group|{Client} until|till|til", $"with a? {Client} until|till|til",
            "can i let you know|get back to you", "let me get back to you", "can tell you", "will know", "not yet"),
        Of(Saying.NeedsTime, [], "maybe|possibly|perhaps|probably", "its possible", "could be", "we will see", "well see"),
        Of(
            Saying.OnIt,
            [AnswerKind.Accept],
            "on it", "im on it", "on my way", "calling her|him|them|now", "calling her|him|them now", "i will|can call her|him|them now?", "ill call her|him|them now?", "ill call now", "dialing|calling", "im|i am? calling her|him|them? now?", "got this",
            "i got this", "ive got this", "i have this", "i can call now"),
        Of(
            Saying.AsksForCall,
            [AnswerKind.WouldLikeACall, AnswerKind.ColleagueCalls],
            Slot.MayHaveTime,
            "call me", $"can|could {Them} call|phone|ring me", $"have|ask|tell|get {Them} to? call|phone|ring me", $"{Them} can|could|should call|phone|ring me", "please call me", "someone|somebody call|phone me", "can someone|somebody call|phone me",
            "call me at", $"can|could {Them} call|phone|ring me at"),
        Of(
            Saying.NamesWindow,
            [],
            Slot.Window,
            "", "can we do|make|say|talk", "could we do|make|say|talk", "how|what about", "id prefer|like", "prefer", "i can do|make|talk", "i could do|make|talk", "im|i am? free|available|open", "only", "im only free|available", "i have time|space|room|availability",
            "works|maybe", "can it be", "could it be", "can|could we do it?", "make it", "change|move|push|switch it? to", "reschedule it? to|for", "not today but|however?", "not now but", "cant today but|however?", "cant now but", "i cant today but",
            "i cant do? today but", "no but", "no not today but", "sometime", "any", "lets do|say|make it?", "better", "could it be moved|pushed to", "can we|i move|push|switch|change|reschedule it|this|that? to|for"),

        // The asker while colleagues are asked.
        Of(
            Saying.AsksWhereItStands,
            [],
            "any news|update|updates|word|luck|progress|takers|answer|answers|replies yet|so? far?", "is|are there any? news|update|updates|word|progress|answer yet|so? far?", "news|update|updates|status yet?", "how long", "how long will|does it|this take",
            "how much longer", "whats happening|going on? with? my|this|the? request|consult?", "what is happening|going on? with? my|this|the? request|consult?", "whats my|the status|request", "what is my|the status|request", "wheres my|the|this request|consult at?",
            "where is my|the|this request|consult at?", "where are we|things", "who is|was asked|contacted", "whos asked", "who have|did you asked|ask", "who has been asked", "what did i ask for|about?", "did you|anyone find|get anyone|someone|somebody", "has|have anyone|anybody|someone|somebody answered|replied|responded|called|said yes?",
            "did anyone|anybody|someone|somebody answer|reply|respond|say yes?", "is anyone|anybody|someone|somebody there|coming|available|free", "anyone|anybody there|yet|free|available", "hello anyone?", "when will i|someone|somebody|they|you hear|know|call|answer", "are you there", "still looking|searching",
            "did it|this|that|my go|work|request through|go? through?", "did you get|receive this|that|it|my text|request|message?", "anything yet?", "nothing yet"),
        Of(
            Saying.WantsItNow,
            [AnswerKind.MakeItNow],
            "make it|this|mine urgent|now|faster|sooner|asap", "make it|this more urgent", "can|could you|we make it|this urgent|faster|sooner|more|now urgent?", "can|could it be now|sooner|faster|urgent|asap", "its|this|thats urgent|an|an? emergency? now?", "its|it is getting more? urgent|worse", "it is|was urgent now?", "it|this is urgent now?",
            "its become|gotten|getting urgent|worse", "urgent now", "more urgent now?", "now urgent", "need it|this|someone|somebody|help now|sooner|asap|urgently|faster", "i need it|this|someone|somebody|help now|sooner|asap|urgently|faster", "it|this cant wait", "i cant wait", "cant wait", "sooner", "upgrade to urgent|now", "change|switch it? to urgent|now"),
        .. Enum.GetValues<Modality>().Select(modality => Of(
            new Meaning.Said(null, Saying.OtherModality, Modality: modality),
            [],
            Slot.Nothing,
            $"change|switch|make|move it|this|that? to|by|a? a? {WordsFor(modality)} call|meeting?", $"can|could we|it do|make|be|meet|talk|switch it|this? by|over|to|in|on|a? {WordsFor(modality)} call|meeting?", $"lets do it|this? by|over|in|on? {WordsFor(modality)} call|meeting?",
            $"i would? prefer|rather by|in|over? {WordsFor(modality)} call?", $"id prefer|rather by|in|over? {WordsFor(modality)} call?", $"prefer|rather by|in|over? {WordsFor(modality)} call?", $"by|via|over {WordsFor(modality)}", $"in {WordsFor(modality)}", $"{WordsFor(modality)} instead|preferred|only")),
        Of(
            Saying.NoLongerNeeded,
            [AnswerKind.LeaveIt, AnswerKind.CallOff],
            "found someone|somebody|one|help|another else? already?", "i|ive|we|weve found|got|have someone|somebody|help already|else?", "got someone|somebody|help already|else?", "never mind", "nevermind|nvm", "no longer need|needed it|this|help|a|the? consult|call?", "i no longer need it|this|help|a|the? consult|call?",
            "dont|doesnt need it|this|help|anyone|a|the consult|call? anymore", "i|we dont need it|this|help|anyone|a|the consult|call? anymore", "dont need it|this", "i|we dont need it|this", "not needed anymore?", "its|it not|isnt needed anymore?", "all set", "im|were all set", "its|it|this|that is|was|got? resolved|handled|solved|sorted",
            "its|thats resolved|handled|solved|sorted|taken", "resolved|handled|solved|sorted", "figured it out", "i|we figured it out", "problem solved", "forget about it|this", "forget it", "already talked|spoke to|with someone|somebody|her|him|them else?", "i already talked|spoke to|with someone|somebody else?"),

        // Either side of a booking.
        Of(
            Saying.NamesTime,
            [],
            Slot.Time,
            "can|could we|i|you push|move|change|shift|switch|bump|reschedule it|this|that|us? back|up? to|until|till|for", "can|could we|i|you do|make|meet|talk|say it|this? at|for|instead?", "can|could it|this|that be at|moved|changed|pushed? to|for?", "push|move|change|shift|switch|bump|reschedule it|this|that|us|me? back|up? to|until|till|for", "new time",
            "make it|that", "can it be at?", "could it be at?", "id|i prefer|like", "prefer", "how|what about", "need|want to push|move|change|shift|switch|reschedule it|this|that? to|until|till|for", "i need|want to push|move|change|shift|switch|reschedule it|this|that? to|until|till|for"),
        Of(
            Saying.AsksDetails,
            [],
            Slot.MayHaveTime,
            "what time", "what time is|was|are it|this|that|we|the|my|our call|consult|meeting|appointment|talking|meeting? again?", "whats the|my time|appointment again?", "when", "when is|was it|this|that|the|my|our call|consult|meeting|appointment? again?", "when are we|you talking|meeting|speaking|calling? again?", "when do|will we talk|meet|speak again?",
            "whens it|this|that|the|my|our call|consult|meeting|appointment? again?", "what|which day", "what|which day is|was it|this|that again?", "remind me", "remind me when|what? time|it|is? it|is?", "remind me of the time|details", "link", "whats|what|wheres|where is? the|my notes|video|calendar|meeting|zoom? link|page|url again?", "send|resend me? the|a|my? link|details|info|number|time|invite again?",
            "can you send|resend me? the|a|my? link|details|info|number|time|invite again?", "where do|are|should we|i meet|meeting|go", "where is it|this|that|the|our? meeting|call?", "where", "whats|what is? her|his|their|the phone|cell? number|phone|cell|name", "her|his|their phone|cell? number|cell|name", "phone number", "number", "who am i|we meeting|talking|calling|seeing|with to|with?", "who is it|this with",
            "who is calling|meeting who|whom|me?", "who calls who|whom|me?", "will|does|is she|he|they|someone|somebody call|calling me|us?", "do|should i call|phone|ring|wait her|him|them|for|or? her|him|them|a|the|wait|does|do|is? call|she|he|they? call|calling? me?", "am i calling|the one calling|her|him|them?", "am i booked|confirmed", "is it|this|that still? on|booked|confirmed|happening", "are we still? on|set|good|confirmed|booked|meeting|talking",
            "still on", "how do|will we|i meet|talk|connect|join", "phone or video", "video or phone", "confirm the|my? time|details|booking", "details", "what was the time|number|link", "what are the details"),
        Of(
            Saying.RunningLate,
            [],
            Slot.Minutes,
            "running", "im|i am? running", "ill|i will? be", "im|i am? going|gonna to? be", "im|i am", "", "will be", "going|gonna to? be", "running a? few|bit|little|couple of? minutes|mins|min? late|behind", "im|i am? running a? few|bit|little|couple of? minutes|mins|min? late|behind", "running late|behind|over", "im|i am? running late|behind|over", "running a bit late|behind", "im|i am? late", "ill|i will? be late", "ill|i will? be a? bit|few|little|couple minutes|mins|min? late",
            "going|gonna to? be late", "my? session|client is|was? running|ran|went late|long|over", "need a few more? minutes|mins|min", "i need a few more? minutes|mins|min", "will be late", "might be late", "i might be late"),
        Of(
            Saying.CannotMakeIt,
            [AnswerKind.Decline, AnswerKind.Refuse, AnswerKind.CannotTakeItOver, AnswerKind.CallOff],
            "i|we|sorry? cant|cannot make it|that|this|the? call|appointment|time? after? all?", "cant|cannot make it|that|this|the? call|appointment|time? after? all?", "i|we cant|cannot do|take|keep it|that|this|the|our call|appointment|time? after? all?", "cant|cannot do|take|keep it|that|this|the|our call|appointment|time? after? all?", "i|we? cant|cannot after all", "cant|cannot after all", "i|we can not make|do it|that|this after? all?", "i|we cant|cannot", "cant|cannot",
            "i|we need|have|want to cancel|bail|back it|this|that|out|our|the|my? call|appointment?", "need|have|want to cancel|bail|back it|this|that|out|our|the|my? call|appointment?", "i|we? wont be able to make it|that|this|the? call?", "wont be able to make it|that|this|the? call?", "i wont be able to", "wont be able to", "i wont make it", "wont make it", "something came|has|just came? up", "something came up", "an? emergency came up", "emergency came up", "i have an? emergency|conflict|conflict", "have a conflict", "i have a conflict",
            "im|i am? not|no longer? available|free anymore|after? all?", "im|i am? sick|ill|unwell", "unable to make it|that|this", "i? got called away|in", "got called away|in", "i have to step out|away", "have to step out|away", "need to step out|away", "i need|have to step out|away", "i have to cancel", "i know|recognize|recognise|treat|treated this|the|that client|patient|person|case", "conflict of interest", "its|i have a conflict of interest", "not going to make it", "im|i am? not going to make it", "im|i am? out sick"),
        Of(
            Saying.Acknowledges,
            [],
            "got it", "got it thanks|ty", "gotcha|noted|understood|roger|received|copy|awesome|wonderful|excellent|yay|amazing", "copy that", "ok|okay|k|great|perfect|yes|yep|yup|yeah|sure|cool|thanks|ty|good? see|talk|speak you|ya|u|to|with|soon|then you|ya|u|her|him|them? then|soon|later|tomorrow|there?", "see|talk|speak to|with? you|ya|u|her|him|them then|soon|later|tomorrow|there?", "see|talk|speak soon|then|later|tomorrow", "ok|okay|great|perfect|cool|good|yes|yep great|perfect|good|cool|noted|thanks|ty|sounds good|great|perfect?", "ok|okay|yes|yep|great got it",
            "will do", "looking forward to it|that", "looking forward", "that works", "works for me", "makes sense", "good to know", "ill be there", "ill call then", "ill call her|him|them then", "on|in my calendar", "its|it is? on|in my calendar", "sounds good|great|perfect|like a? plan?"),

        // From the start of a consult on.
        Of(
            Saying.NoContact,
            [AnswerKind.NotTalking, AnswerKind.NotMet],
            "no call|answer|reply|response|contact|word|luck yet|so|from|here? far|her|him|them|anyone?", "no one|body called|has|is|answered|answers|picked|picks called|up|answered|calling|answering? me?", "nobody|noone called|has|is|answered|answers|picked|picks called|up|answered|calling|answering? me?", "still waiting for|on? her|him|them|a|the|my? call?", "im|i am? still? waiting for|on? her|him|them|a|the|my? call?", "yes|yeah|ok|no|yep im|i|am? still? waiting for|on? her|him|them|a|the|my? call?", "waiting",
            $"{They} hasnt|havent|didnt|never call|called|answer|answered|phone|phoned|ring|rung|picked|pick|responded|respond|reached|reach me|up|back|out? yet?", $"{They} has|have|did not called|call|answered|answer|phoned|picked|pick|responded|reached me|up|back|out? yet?", $"{They} isnt|arent|not answering|picking|responding|calling up|me|back?", $"{They} is|are not answering|picking|responding|calling up|me|back?", $"{They} still hasnt|havent|didnt call|called|answer|answered me|back?", "hasnt|havent|didnt called|call|answered|answer|phoned me|yet|back?", "i|we havent|didnt|never heard|hear back|anything|from|yet? her|him|them|anyone|yet?", "havent|not heard back|anything|from|yet? her|him|them|anyone|yet?",
            "i|we havent|didnt gotten|got|get|received|receive a|the|any|through call|answer|reply|to? her|him|them?", "i|we havent|didnt reached|reach|talked|talk|spoken|speak|connected|connect to|with? her|him|them? yet?", "got|getting|goes|went|left|reached to|straight? to? a? her|his|their? voicemail|vm|voice mail?", "i|it|just|only got|getting|goes|went|left|get to|straight? to? a? her|his|their? voicemail|vm|voice mail?", "voicemail|vm only?", "i called|tried|rang|phoned her|him|them|calling? her|him|them? twice|again? and|but? no answer|response|reply|one", "called|tried|rang|phoned her|him|them|calling? twice|again? and|but? no answer|response|reply|one",
            "i called|tried|rang|phoned her|him|them|calling? her|him|them? twice|again? and|but? got|left|went a|to? her|his? voicemail|vm|voice mail?", "called|tried|rang|phoned her|him|them|calling? and|but? got|left|went a|to? voicemail|vm", "i called|tried her|him|them? but? they|she|he didnt|never|did not? answer|answered|pick|picked up?", "cant|couldnt|cannot get|reach|connect|find hold|through|her|him|them|with? of|to|her|him|them? her|him|them?", "i|we cant|couldnt|cannot get|reach|connect|find hold|through|her|him|them|with? of|to|her|him|them? her|him|them?", "not talking yet?", "we|i arent|havent talking|connected|talked|spoken yet?", "we are|have not talking|connected|talked|spoken yet?", "were not talking|connected yet?", "line|phone is|was? busy|dead|off", "her|his|their phone|line is|was? busy|off|dead", "not yet", "nothing yet?", "no and|still? nothing"),
        Of(
            Saying.MissedTheirCall,
            [AnswerKind.NotTalking],
            $"{They} just? called|tried|rang|phoned me? but|and|while|when i missed it|her|him|them|the? call?", $"{They} just? called|tried|rang|phoned me? but|and|while|when i was in|with|driving|busy|on a? session|client|line|phone|the|another? call|line?", $"{They} just? called|tried|rang|phoned me? but|and i couldnt|didnt|cant|could|did not? pick|answer|take up|it|the? call?", "i|we just? missed her|his|their|the|it|them|him call?", "missed her|his|their|the|it|them|him call?", "i just? missed a call"),
        Of(
            Saying.Talking,
            [AnswerKind.Talking, AnswerKind.Met],
            "we spoke|talked|connected already?", "yes|yep|yeah|yup we spoke|talked|connected already?", "spoke|talked with|to her|him|them", "we have spoken|talked", "weve spoken|talked",
            "we are talking|connected|speaking|chatting now|already?", "were talking|connected|speaking|chatting now|already?", "we are on the phone|line|call now|together?", "were on the phone|line|call now|together?", "im|i am? talking|speaking|on with|to her|him|them now?", "im|i am? on the phone|line|call with? her|him|them? now?", "on the phone|line|call with? her|him|them? now|together?", "talking now|already", "talking", "talking to|with her|him|them now?", "speaking to|with her|him|them now?", "on with her|him|them now?", "connected", "yes|yep|yeah|yup we are|re|were? talking|connected|speaking|on now|the? phone? now?",
            "yes|yep|yeah|yup talking|connected|speaking now|already?", "yes|yep|yeah|yup we are", "yes|yep|yeah|yup on the phone|line|call now?", $"yes|yep|yeah|yup {They} called me?", $"{They} called me|us? and|, we are|were? talking|talked|spoke now?"),
        Of(
            Saying.TookPlace,
            [AnswerKind.Met],
            "we spoke|talked|met|connected already? today|yesterday|earlier", "we met already?", "yes|yep|yeah|yup we met|did already?", "yes|yep|yeah|yup we spoke|talked|met|connected already? today|yesterday|earlier", "i|we just|already spoke|talked|met to|with? her|him|them|today|yesterday?", "i spoke|talked|met to|with her|him|them today|yesterday|already?", "spoke|talked|met today|yesterday|earlier|already?", "we did", "we have met", "weve met", "it|call|meeting|consult went super|really|very? great|well|good|fine|ok|okay|smoothly", "the|our call|meeting|consult went super|really|very? great|well|good|fine|ok|okay",
            "went great|well|good|fine|ok|okay", "it happened", "it took place", "took place", "happened", "just finished", "just hung up", "we just? finished", "all done", "done", "great|good|nice|helpful call|talk|chat|conversation", "we had a|the|our great|good|nice|helpful|short|long? call|talk|chat|conversation", "had a great|good|nice|helpful|short|long? call|talk|chat|conversation", "yes it did|happened|went|was great|well|fine|good|helpful?", "it was great|good|helpful|fine"),
        Of(
            Saying.DidNotTakePlace,
            [AnswerKind.NotMet, AnswerKind.NotTalking],
            $"{They} never called|showed|answered|came|made|picked|responded me|up|it?", $"{They} didnt call|show|answer|come|make|pick|respond me|up|it?", $"{They} did not call|show|answer|come|make|pick|respond me|up|it?", $"{They} no showed", "we|i never spoke|talked|met|connected|called with|to? her|him|them?", "we|i didnt speak|talk|meet|connect|call with|to? her|him|them?", "we|i did not speak|talk|meet|connect|call with|to? her|him|them?", "never called|spoke|talked|met|happened|connected|showed up|place?", "never took place", "didnt happen|talk|meet|connect|speak", "didnt take place", "it|that|call never|didnt happened|happen", "the|our call|meeting|consult never|didnt happened|happen",
            "it|that didnt take place", "it never took place", "it|the|our call? did not happen|take place?", "no show|call", "it was a no show", "missed each other", "we missed each other", "it fell through", "fell through"),
        Of(
            Saying.CutShort,
            [],
            "it|call|we was|got|were cut|interrupted|disconnected short|off?", "the|our call was|got cut|interrupted|disconnected|dropped short|off?", "the|our call dropped|ended early?", "cut short|off", "got cut|disconnected|interrupted short|off?", "call dropped", "we? ran out of time", "ran out of time", "we only talked|spoke briefly", "we only talked|spoke for a few minutes|min|mins", "we got interrupted|disconnected", "only half of it", "too short", "it was too short", "we didnt finish", "didnt finish"),
        Of(
            Saying.ClientLeft,
            [],
            $"{Client} quit|left|ghosted|terminated|dropped|transferred|moved therapy|treatment|me|out|away|on?", $"my|the {Client} quit|left|ghosted|terminated|dropped|transferred|moved therapy|treatment|me|out|away|on?", $"{Client} ended|stopped|left therapy|treatment", $"my|the {Client} ended|stopped|left therapy|treatment", $"{Client} stopped coming", $"my|the {Client} stopped coming", $"{Client} fired me", $"my|the {Client} fired me", "no longer my|a client", "not my client anymore"),
        Of(
            Saying.RatherNotSay,
            [],
            "id|i would? rather not say|answer|tell|share|comment", "rather not say|answer|tell|share", "prefer not to say|answer|tell|share", "i|id would? prefer not to? say|answer|tell|share", "no comment", "skip", "skip it|this|that", "i? dont want to say|answer|share", "dont want to say|answer|share"),
    ];

    /// <summary>A text that is nothing but such words, with or without the letter of its consult.</summary>
    /// <param name="names">Names of the other side, in lower case: "Dr Ng never called".</param>
    public static Meaning.Said? Read(Words text, FrozenSet<string> names)
    {
        var words = text.WithNamesAs("she", names);
        var first = SmallWords.SkipCourtesies(words, 0);
        if (words.Text(first) is [var alone] && Letter.UsuallyNamed(alone) is { } named && SmallWords.SkipCourtesies(words, first + 1) == words.Count)
        {
            // A letter alone, in answer to "which one?".
            return new Meaning.Said(named, Saying.AsksWhereItStands);
        }

        var letter = words.Text(first) is [var name] && words.Count > first + 1 ? Letter.UsuallyNamed(name) : null;
        foreach (var row in All)
        {
            if (ReadAt(words, first, row) is { } said)
            {
                return said;
            }

            if (letter is not null && ReadAt(words, first + 1, row) is { } lettered)
            {
                return lettered with { Letter = letter };
            }
        }

        return null;
    }

    /// <summary>Whether the words are those of this answer.</summary>
    public static bool Fits(Meaning.Said said, Answer answer) => answer.Kind == AnswerKind.Choose
        ? answer.Word == (said.Kind?.Name() ?? said.Urgency?.Name()) && (answer.Word is not null || said.What is Saying.LeaveIt or Saying.NoLongerNeeded)
        : (said.What != Saying.OnIt || answer.At is null) && All.Any(row => row.Said.What == said.What && row.Answers.Contains(answer.Kind));

    /// <summary>Whether the words of a saying stand anywhere in the text: on questions of safety, what asks for help counts within a longer text too.</summary>
    public static bool IsAnywhere(Words words, Saying what) => All.Any(row => row.Said.What == what && row.Words.In(words).Any());

    /// <summary>The words of an answer right behind its number: "A2 partly". They stand and fall with it.</summary>
    public static (Meaning.Said Said, int End)? AnswerAt(Words words, int at)
    {
        (Meaning.Said Said, int End)? longest = null;
        foreach (var row in All.Where(row => !row.Answers.IsEmpty && row.Slot == Slot.Nothing))
        {
            if (row.Words.EndOf(words, at) is var end && end > at && end > (longest?.End ?? at) && SmallWords.EndsClause(words, end))
            {
                longest = (row.Said, end);
            }
        }

        return longest;
    }

    private static Meaning.Said? ReadAt(Words words, int at, SayingRow row)
    {
        if (at >= words.Count)
        {
            return null;
        }

        // Of a phrase's ends the longest counts; a slot may begin where a shorter one ends.
        foreach (var end in row.Words.EndsOf(words, at).Append(row.Phrases.Contains("") ? at : -1).Where(end => end >= at))
        {
            if (Filled(words, at, end, row) is { } said)
            {
                return said;
            }
        }

        return null;
    }

    private static Meaning.Said? Filled(Words words, int at, int end, SayingRow row)
    {
        switch (row.Slot)
        {
            case Slot.Time or Slot.MayHaveTime when TimeAt(words, end, row.Slot) is { } time && IsOver(words, time.End, row):
                return row.Said with { Time = time.Time };
            case Slot.Window or Slot.MayHaveWindow when WindowWords.At(words, end) is { } window && IsOver(words, window.End, row):
                return row.Said with { Time = window.From, Until = window.Until };
            case Slot.Minutes when Minutes(words, end, row) is { } wait:
                return row.Said with { Time = wait };
            case Slot.Time or Slot.Window:
                return null;
            default:
                return end > at && IsOver(words, end, row) && IsSaidWithout(words, row, at, end) ? row.Said : null;
        }
    }

    /// <summary>A bare number is a time only behind a word that leads to one: "number 2" is none.</summary>
    private static FoundTime? TimeAt(Words words, int at, Slot slot) =>
        slot == Slot.Time || (at > 0 && words.Text(at - 1) is "until" or "till" or "til" or "at" or "in" or "by") ? TimeWords.Behind(words, at) : TimeWords.At(words, at);

    /// <summary>"running" alone says nothing of being late.</summary>
    private static bool IsSaidWithout(Words words, SayingRow row, int at, int end) =>
        row.Slot != Slot.Minutes || Enumerable.Range(at, end - at).Any(index => words.Text(index) is "late" or "behind" or "long" or "over" or "more");

    /// <summary>"10 late", "about 5 minutes late", "10 min behind".</summary>
    private static TimeExpression.In? Minutes(Words words, int at, SayingRow row)
    {
        at = words.Text(at) is "about" or "around" or "like" or "maybe" ? at + 1 : at;
        at = words.Text(at) is "abt" or "up" && words.Text(at + 1) == "to" ? at + 2 : at;
        if (NumberWords.At(words, at) is not { Value: > 0 and <= 90 } number)
        {
            return null;
        }

        var end = words.Text(number.End) is "min" or "mins" or "minute" or "minutes" or "m" ? number.End + 1 : number.End;
        end = words.Text(end) is "late" or "behind" ? end + 1 : end;
        return end > number.End && IsOver(words, end, row) ? new TimeExpression.In(NodaTime.Duration.FromMinutes(number.Value)) : null;
    }

    private static bool IsOver(Words words, int at, SayingRow row)
    {
        for (var end = at; ;)
        {
            var next = SmallWords.SkipCourtesies(words, end);
            next = next > end ? next : row.Behind.EndOf(words, end);
            if (next == end)
            {
                return end == words.Count;
            }

            end = next;
        }
    }

    private static string WordsFor(Modality modality) => modality switch
    {
        Modality.Phone => "phone|telephone",
        Modality.Video => "video|zoom|facetime|teams|meet",
        Modality.InPerson => "person|inperson",
        _ => throw new ArgumentOutOfRangeException(nameof(modality), modality, "There are no words for it."),
    };

    private static SayingRow Of(Saying saying, ImmutableArray<AnswerKind> answers, params ImmutableArray<string> phrases) =>
        Of(new Meaning.Said(null, saying), answers, Slot.Nothing, phrases);

    private static SayingRow Of(Saying saying, ImmutableArray<AnswerKind> answers, Slot slot, params ImmutableArray<string> phrases) =>
        Of(new Meaning.Said(null, saying), answers, slot, phrases);

    private static SayingRow Of(Meaning.Said said, ImmutableArray<AnswerKind> answers, Slot slot, params ImmutableArray<string> phrases) =>
        new(said, answers, new Phrasebook(acrossPauses: true, [.. phrases.Where(phrase => phrase != "").Select(phrase => phrase.Trim())]), slot, Trailing, phrases);
}
