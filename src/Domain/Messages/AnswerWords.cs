namespace Curbside.Messages;

/// <summary>The many ways of saying yes and no.</summary>
internal static class AnswerWords
{
    /// <summary>What also begins other sentences ("great question", "y is that") counts only where nothing follows in its clause.</summary>
    public static readonly Phrasebook Yes = new(
        acrossPauses: false,
        "yes", "yes i can|will|do|am", "yes that works", "yess", "yep", "yeah", "yea", "yup", "yeh", "yah", "yas", "yeap", "yessir", "yes sir|maam", "oh yes", "!is|are|was|be|seems ok",
        "okay", "okey", "oki", "okie", "okie dokie", "okey dokey", "ok sure|great|sounds|cool|yes|fine|perfect", "okay sure|great|cool|yes|fine|perfect",
        "ok that works", "ok will do", "ok sounds good|great", "sure", "sure thing", "sure yes|yeah", "yes sure|ok|absolutely|definitely", "yeah sure|ok", "for sure",
        "of course", "ofc", "absolutely", "definitely", "certainly", "gladly", "y $", "k $", "kk $", "ye $", "ya $", "yh $", "ja $", "okk", "👍", "👌", "✅", "✔", "🆗",
        "will do", "can do $", "sounds good|great|fine|perfect", "sounds good to me", "sounds like a plan", "that works", "that works for me", "that sounds good|great|fine",
        "thats fine|good|great|ok|okay|perfect", "thats a yes", "that is fine|good|ok", "that will|would work", "thatll work", "it works", "it works for me", "works", "works for me|us",
        "works well|great|fine|perfectly|better|best", "works great|fine|well|better|best for me|us", "is good|fine|great|ok|okay|perfect|best", "is good|fine|great|ok|okay|perfect|best for me|us",
        "would work|be good|great|fine|perfect|ok?", "good for me", "fine by|with me", "ok by|with|for me", "good with me", "all good $", "fine $", "good $", "great $", "perfect $", "cool $",
        "correct $", "right $", "deal $", "agreed $", "confirmed $", "confirm $", "accept $", "i accept", "accepted $", "approved $", "affirmative", "roger $", "roger that", "no problem", "not a problem",
        "np $", "i can $", "i can do it|that|this", "i can help|take it|this?", "i will $", "ill do it", "ill take it", "ill be there", "i do $", "i am $", "happy to $", "happy to help", "happy to do it|that|so",
        "id be happy|glad to", "id love to", "glad to $", "glad to help", "count me in", "lets do it|that", "book it", "send it", "go ahead", "im free $", "im available $", "i am free|available $", "please do $");

    public static readonly Phrasebook No = new(
        acrossPauses: false,
        "no !idea|clue|one|rush|worries|problem|matter|longer|doubt|need|reply|response|answer|news|update|pressure|more|less",
        "nope", "nop", "nah", "naw", "noo", "no no", "no way", "no can do", "no time", "no thank you", "no thanks", "no sir|maam", "n $", "👎", "❌", "negative $", "no show", "noshow", "thats a no", "its a no",
        "its a no from me", "cant", "cant do it|that|this?", "cant make it|that|this?", "can not", "cannot", "cannot do it|that|this", "i cant", "i cant do it|that|this", "i cant make it|that|this",
        "i can not", "i cannot", "im unable to?", "i am unable to?", "unable to?", "i wont be able to?", "wont be able to?", "will not be able to?", "not able to?", "im not able to?", "i am not able to?",
        "wont work", "that wont work", "doesnt work", "that doesnt work", "wont work for me", "doesnt work for me", "that doesnt work for me", "not today", "not now", "not right now", "not at the moment", "not this time|week",
        "not tonight", "not yet", "not really", "not possible", "not available", "im not available", "i am not available", "not free", "im not free", "i am not free", "not interested", "not me", "not for me",
        "none", "none of these|those|them work?", "none of the above", "none work", "neither", "neither works", "neither of these|those|them", "decline $", "declined $", "i decline", "pass $", "ill pass",
        "i pass", "ill have to pass", "have to pass", "have to decline", "busy $", "im busy|booked|swamped|slammed", "i am busy|booked|swamped|slammed", "unavailable", "im unavailable", "i am unavailable", "booked $", "im full $",
        "didnt happen", "did not happen", "we didnt $", "i didnt $", "we did not $", "i did not $", "i dont $", "regretfully no", "unfortunately no|not", "unfortunately cant|cannot", "unfortunately i cant|cannot");
}
