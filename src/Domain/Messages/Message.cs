using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.People;
using NodaTime;

namespace Curbside.Messages;

/// <summary>
/// Every text that Curbside sends, as a named template with typed fields and not a word of what a clinician wrote, but for <see cref="LeftWords"/>. <see cref="Wording"/> puts it into words.
/// </summary>
public abstract record Message
{
    private Message()
    {
    }

    // To the person who asks.

    /// <summary>A request was typed for this phone: is it theirs? Answers: send, not me.</summary>
    public sealed record HeldRequest(Kind Kind, Urgency Urgency, bool Again, UsState? State = null) : Message;

    public sealed record HeldDropped : Message;

    /// <summary>Before anything else about risk: 911, 988 by call before text, the backup line.</summary>
    public sealed record CrisisFirst(PhoneNumber BackupLine) : Message;

    /// <summary>It is sent; the promise is told.</summary>
    /// <param name="From">When asking begins, where nobody can be asked yet; null where it has begun.</param>
    /// <param name="State">Where the client is; null for support.</param>
    public sealed record Asking(Kind Kind, Urgency Urgency, Instant PromiseAt, Instant? From = null, UsState? State = null) : Message;

    /// <summary>Words of a texted request that were not understood.</summary>
    public sealed record WordsNotUnderstood(LeftWords Words) : Message;

    /// <summary>A risk elsewhere: 911 reaches the caller's own area, so here is how to reach help where the client is.</summary>
    public sealed record ClientElsewhere(UsState State) : Message;

    /// <summary>A risk whose state was not said, from somebody who is licensed in several: it has begun in this one.</summary>
    public sealed record WhereIsClient(UsState Assumed) : Message;

    /// <summary>Where the question can be typed, with the refer-out checklist for a coach who asks about risk or medication.</summary>
    public sealed record AddQuestion(bool Checklist) : Message;

    /// <summary>Where whoever asked by form finds what they wrote, and what becomes of it.</summary>
    public sealed record YourPage : Message;

    /// <summary>General information, no orders; overdose or reaction: 911, Poison Help.</summary>
    public sealed record MedicationLimits : Message;

    /// <summary>Who learns of a request for oneself.</summary>
    public sealed record SupportStaysHere : Message;

    /// <summary>A consultant's time, for the asker to take. Answers: take, refuse.</summary>
    public sealed record Proposed(PersonName Consultant, Instant Start, Modality Modality, Instant HeldUntil) : Message;

    /// <summary>The asker's own time was passed on to the consultant.</summary>
    public sealed record ProposalSent(PersonName Other, Instant Start, Instant AnswerBy) : Message;

    /// <param name="IsOver">Nobody else can be asked, which the next message says.</param>
    public sealed record ProposalLapsed(Instant Start, Instant PromiseAt, bool IsOver = false) : Message;

    /// <summary>Booked, for the asker. A null start means that the consultant calls within ten minutes.</summary>
    public sealed record BookedForAsker(PersonName Consultant, Instant? Start, Modality Modality) : Message;

    /// <summary>The consultant called off, stepped out or opted out; no reason is told.</summary>
    /// <param name="PromiseAt">The new promise; null where nobody else can be asked, which the next message says.</param>
    public sealed record ConsultantReleased(PersonName Consultant, Instant? PromiseAt) : Message;

    /// <summary>No one was free, and what to do now, by kind.</summary>
    /// <param name="Unlicensed">The client's state, where nobody who takes such a consult is licensed there.</param>
    public sealed record NoOneWasFree(Kind Kind, PhoneNumber Line, PersonName? ManagerTold, UsState? Unlicensed = null) : Message;

    public sealed record ManagerTakesOver(PersonName Manager) : Message;

    public sealed record ManagerNotReached(PhoneNumber BackupLine) : Message;

    public sealed record WithdrawnAck : Message;

    /// <summary>Where it stands while nobody has said yes: how many were asked, and no names.</summary>
    public sealed record WhereItStands(Kind Kind, Urgency Urgency, int Asked, Instant PromiseAt) : Message;

    /// <summary>A consultant can call at once. Answers: take, refuse.</summary>
    public sealed record CallProposed(PersonName Consultant, Modality Modality, Instant HeldUntil) : Message;

    /// <summary>"It's urgent now". Answers: a call within ten minutes, leave it as it is.</summary>
    public sealed record MakeItNow : Message;

    /// <summary>Offers say it from now on.</summary>
    public sealed record ModalityNoted(Modality Modality, Instant PromiseAt) : Message;

    /// <summary>Times that suit the asker, as they named them; offers follow it from now on.</summary>
    /// <param name="Until">The last of them; null for one time.</param>
    public sealed record WishNoted(Instant From, Instant? Until, Instant PromiseAt) : Message;

    /// <summary>Answers: withdraw, keep asking.</summary>
    public sealed record WithdrawQuestion(Kind Kind, Urgency Urgency) : Message;

    /// <summary>After a first "nobody calls": the other side was reminded. The line is set for risk.</summary>
    public sealed record OtherReminded(PersonName Other, PhoneNumber? BackupLine) : Message;

    /// <summary>The asker missed the call: the consultant was asked to try again.</summary>
    public sealed record AskedToTryAgain(PersonName Other, PhoneNumber Number) : Message;

    /// <summary>The consultant called, and nobody answered.</summary>
    public sealed record TheyTried(PersonName Other, PhoneNumber Number) : Message;

    /// <summary>To an asker who opted out of texts: what is booked stands.</summary>
    public sealed record StillBooked(PersonName Consultant, Instant? Start) : Message;

    /// <summary>After a yes to "now" or risk, or the start of a risk consult. Answers: talking, not talking.</summary>
    /// <param name="Until">When silence counts as no; null in rows of older versions.</param>
    public sealed record TalkingYet(PersonName Consultant, Instant? Until = null) : Message;

    /// <summary>The same about a risk, after words that were neither yes nor no.</summary>
    public sealed record TalkingYetAgain(PersonName Consultant, PhoneNumber BackupLine) : Message;

    /// <summary>Nobody called: others are asked. The line is set for risk.</summary>
    public sealed record AskingAgain(Instant PromiseAt, PhoneNumber? BackupLine) : Message;

    /// <summary>The person who was missed is asked once more.</summary>
    public sealed record AskingSameAgain(PersonName Consultant, Instant PromiseAt) : Message;

    /// <summary>Answers: the same person again, someone else, leave it.</summary>
    /// <param name="Until">When it is left; null in rows of older versions.</param>
    public sealed record SorryMissed(PersonName Other, Instant? Until = null) : Message;

    /// <summary>It took place and was cut short. Answers: the same person again, someone else, leave it.</summary>
    public sealed record CutShortWhatNow(Instant Until) : Message;

    /// <summary>
    /// The evening after risk, or the morning after a night of it, whether or not anyone was free. Answers: all right, would like a call.
    /// </summary>
    public sealed record EveningCheckIn : Message;

    /// <summary>The same, after words that were neither.</summary>
    public sealed record EveningAgain(PhoneNumber AssistanceLine) : Message;

    /// <summary>What to do when the evening is not all right. Answers, where the practice has support: a colleague calls, not now.</summary>
    public sealed record EveningHelp(PhoneNumber AssistanceLine, bool ColleagueMayCall = false) : Message;

    /// <summary>Answers: yes, partly, still stuck.</summary>
    public sealed record DidItHelp : Message;

    /// <summary>Still stuck: a second opinion from someone else? Answers: second opinion, leave it.</summary>
    public sealed record SecondOpinionOffer : Message;

    /// <summary>Still stuck with risk or support, where nobody else is asked by text.</summary>
    public sealed record StillStuckSupport(Kind Kind, PhoneNumber Line) : Message;

    /// <param name="WordsDropped">Words behind the answer went to nobody.</param>
    public sealed record ThankYou(bool WordsDropped = false) : Message;

    /// <summary>"Client quit", "prefer not to say": noted, and nothing more is asked.</summary>
    public sealed record NotedClosed : Message;

    /// <summary>At the start of an observation. Answers: consent stands, consent withdrawn.</summary>
    public sealed record ConsentAgain(PersonName Observer) : Message;

    // To the consultant.

    /// <summary>
    /// The offer. <paramref name="Asker"/> is null for support, which names nobody until accepted. The starts are the numbered answers, in order; empty means now.
    /// </summary>
    /// <param name="Until">When it lapses; null in rows of older versions.</param>
    /// <param name="State">Where the client is, for kinds that need a license there.</param>
    public sealed record Offer(
        PersonName? Asker,
        Kind Kind,
        Urgency Urgency,
        Modality Modality,
        Duration Length,
        ImmutableArray<Instant> Starts,
        Instant? Until = null,
        UsState? State = null) : Message;

    /// <summary>"What is this about?": what may be said before a yes, and the offer's answers again. Without a question where a time is being agreed.</summary>
    public sealed record WhatAbout(
        PersonName? Asker, Kind Kind, Urgency Urgency, Modality Modality, Duration Length, ImmutableArray<Instant> Starts, bool IsAsked) : Message;

    /// <summary>"Let me check": they are asked again then. The offer's answers again.</summary>
    public sealed record OfferPaused(Instant Until, ImmutableArray<Instant> Starts) : Message;

    /// <summary>"Let me check", where the promise leaves no time for it. The offer's answers again.</summary>
    public sealed record OfferStaysOpen(bool NextAsked, ImmutableArray<Instant> Starts) : Message;

    /// <summary>"Call me": it is the consultant who calls. The offer's answers again.</summary>
    public sealed record WhoCalls(PersonName? Asker, Modality Modality, ImmutableArray<Instant> Starts) : Message;

    /// <summary>Free starts in a window that was named or, where there are none, near it. Answers: the starts, none of them.</summary>
    public sealed record WindowStarts(ImmutableArray<Instant> Starts, bool IsInside, bool ForAsker = false) : Message;

    /// <summary>Nothing is free in the window that was named, nor near it.</summary>
    public sealed record NoFreeTime : Message;

    /// <summary>A call at once was passed on to the asker, who is named unless it is support.</summary>
    public sealed record CallPassedOn(PersonName? Asker, Instant AnswerBy) : Message;

    /// <summary>The chosen time has just gone; the same question with other times.</summary>
    public sealed record TimeGone(ImmutableArray<Instant> Starts) : Message;

    /// <summary>A counter-offer was passed on. <paramref name="Asker"/> is null for support.</summary>
    public sealed record CounterPassedOn(PersonName? Asker, Instant Start, Instant AnswerBy) : Message;

    /// <summary>The asker's own time, for the consultant to take. Answers: take, refuse.</summary>
    public sealed record AskerProposes(PersonName? Asker, Instant Start, Instant HeldUntil) : Message;

    public sealed record CounterNotTaken(Instant Start) : Message;

    /// <summary>Booked, for the consultant: a null start means call now, at the number.</summary>
    public sealed record BookedForConsultant(PersonName Asker, PhoneNumber AskerPhone, Instant? Start, Modality Modality) : Message;

    /// <summary>Someone else has it.</summary>
    public sealed record Covered : Message;

    /// <summary>It is over, or never began.</summary>
    public sealed record NoLongerNeeded : Message;

    /// <summary>The asker took the request back.</summary>
    public sealed record RequestWithdrawn(PersonName? Asker) : Message;

    /// <summary>Their answer is not waited for any more: another colleague's time has kept the promise.</summary>
    public sealed record OfferLapsed(PersonName? Asker) : Message;

    /// <summary>No time is left that suits both: someone else is asked.</summary>
    public sealed record NoTimeLeft : Message;

    /// <summary>The offer was taken back while the request changed; others may be asked, and they may be asked again.</summary>
    public sealed record OthersAreAsked : Message;

    /// <summary>Nobody took it by this time, and the asker was told what to do. For a risk, answers: I can call after all, can't.</summary>
    /// <param name="IsAsked">Whether a late yes still helps.</param>
    public sealed record NobodyAnswered(PersonName? Asker, Kind Kind, Instant By, bool IsAsked) : Message;

    /// <summary>They said yes, and nobody told that the two are talking: someone else is asked.</summary>
    public sealed record NotTalking : Message;

    /// <summary>A refusal, understood.</summary>
    /// <param name="IsOver">Nobody else is asked.</param>
    /// <param name="WordsDropped">Words behind the refusal went to nobody.</param>
    public sealed record DeclineAck(bool IsOver = false, bool WordsDropped = false) : Message;

    /// <summary>The consultant called off or stepped out.</summary>
    public sealed record ReleaseAck : Message;

    /// <summary>The asker can no longer be texted: here is how to reach them.</summary>
    public sealed record OtherSideByEmail(PersonName Asker, PhoneNumber AskerPhone) : Message;

    /// <summary>It helped, or helped partly.</summary>
    public sealed record ConsultHelped(PersonName? Asker, bool Partly = false) : Message;

    /// <summary>Nobody has called the asker yet: their number, and the wish to call.</summary>
    public sealed record WaitsForYou(PersonName Asker, PhoneNumber Number) : Message;

    /// <summary>The asker was told that the consultant called.</summary>
    public sealed record TryOnceMore(PersonName Asker, PhoneNumber Number) : Message;

    /// <summary>Thanks for the word that they talk; of a risk, the asker is asked as well.</summary>
    public sealed record AskerIsAsked(PersonName Asker) : Message;

    // To both.

    /// <summary>Booked, and the other side called the consult off for good (withdrawn).</summary>
    public sealed record CalledOff(PersonName Other, Instant? Start) : Message;

    public sealed record Reminder(PersonName Other, Instant Start, Modality Modality) : Message;

    /// <summary>At the start: how to connect. <paramref name="Number"/> is whom to call or expect a call from.</summary>
    public sealed record StartNow(PersonName Other, PhoneNumber Number, Modality Modality, bool YouCall) : Message;

    /// <summary>Answers: met, not met.</summary>
    public sealed record DidYouMeet(PersonName Other) : Message;

    /// <summary>Another time for a booked consult: choose one or text one. Answers: the starts, keep.</summary>
    public sealed record ChooseNewTime(PersonName Other, Instant Current, ImmutableArray<Instant> Starts, Instant? Until = null) : Message;

    /// <summary>The new time was passed on to the other side.</summary>
    public sealed record MovePassedOn(PersonName Other, Instant Start, Instant AnswerBy) : Message;

    /// <summary>The other side asks for another time. Answers: take, keep the old.</summary>
    public sealed record MoveAsked(PersonName Other, Instant Current, Instant Start, Instant? Until = null) : Message;

    public sealed record Moved(PersonName Other, Instant Start) : Message;

    /// <summary>The new time was not agreed; the old one stands.</summary>
    public sealed record TimeKept(PersonName Other, Instant Start) : Message;

    /// <summary>A texted time that cannot be: past, outside what the urgency allows, or already taken.</summary>
    public sealed record TimeImpossible(Instant Start, TimeTrouble Trouble) : Message;

    /// <summary>When, how, and who calls whom; the other's number where it is known already. A null start is a call within ten minutes.</summary>
    public sealed record BookingDetails(PersonName Other, Instant? Start, Modality Modality, PhoneNumber? Number, bool YouCall) : Message;

    /// <summary>The other side comes later, by a time or by no time that was said.</summary>
    public sealed record RunsLate(PersonName Other, Instant? Expected) : Message;

    public sealed record LatenessPassedOn(PersonName Other, Instant? Expected) : Message;

    /// <summary>Answers: call off, keep. A null start is a call within ten minutes.</summary>
    public sealed record CallOffQuestion(PersonName Other, Instant? Start, bool IsMovable) : Message;

    /// <summary>Answers: met all the same, not met.</summary>
    public sealed record CutShort(PersonName Other) : Message;

    /// <summary>The other side wrote something on the page, which is not said here.</summary>
    public sealed record NoteWritten(PersonName Other) : Message;

    /// <summary>Further words were not kept, since they may identify somebody.</summary>
    public sealed record WordsIdentify : Message;

    /// <summary>Further words were neither kept nor passed on.</summary>
    public sealed record WordsNotPassedOn : Message;

    /// <summary>An option was understood, and further words were kept for the other side's page, not acted on.</summary>
    public sealed record WordsKept : Message;

    // To the manager.

    /// <summary>No one was free by the promise. Answers: takes it over, cannot.</summary>
    /// <param name="Missed">Somebody said yes and did not call; colleagues are asked again at the same time.</param>
    public sealed record ManagerCalledIn(PersonName Asker, PhoneNumber AskerPhone, Kind Kind, bool Missed = false) : Message;

    /// <summary>A manager cannot take it over.</summary>
    public sealed record ManagerDeclineAck(bool IsAnotherAsked) : Message;

    /// <summary>A risk request has waited five minutes for its phone.</summary>
    public sealed record HeldRiskWaits(PersonName Asker, PhoneNumber AskerPhone) : Message;

    /// <summary>Someone in the middle of a risk consult cannot be texted any more.</summary>
    public sealed record RiskOutOfReach(PersonName Asker, PhoneNumber AskerPhone) : Message;

    /// <summary>A person's texts were not understood five times.</summary>
    /// <param name="InRisk">A risk consult is open with them.</param>
    public sealed record PersonNeeded(PersonName Person, PhoneNumber Phone, bool InRisk = false) : Message;

    /// <summary>A person says that the roster is out of date.</summary>
    public sealed record RosterOutdated(PersonName Person, PhoneNumber Phone, RosterChange Change) : Message;

    /// <summary>A consultant wants fewer offers. One of the two is set.</summary>
    public sealed record FewerOffersWanted(PersonName Person, PhoneNumber Phone, Kind? NotKind, IsoDayOfWeek? NotOn) : Message;

    /// <summary>A phone texts the same words over and over, and is not answered any more. What it texts is not said.</summary>
    /// <param name="Person">Null for a number that the roster does not know.</param>
    public sealed record SameWordsAgain(PersonName? Person, PhoneNumber Phone) : Message;

    /// <summary>Texts or mails do not go out until somebody sees to it.</summary>
    /// <param name="Service">Whose console is the place for it, such as <c>Twilio</c>.</param>
    public sealed record LineInTrouble(LineTrouble Trouble, string Service) : Message;

    public sealed record TakeOverAck(PersonName Asker, PhoneNumber AskerPhone) : Message;

    // About the line itself; these have no letter unless they name one.

    /// <summary>The first text to anyone: who this is, HELP and STOP.</summary>
    public sealed record Welcome(string PracticeName) : Message;

    public sealed record Help(PhoneNumber OfficeLine) : Message;

    public sealed record OptedOutAck(bool TollFree = false) : Message;

    public sealed record OptedIn : Message;

    public sealed record Joined : Message;

    /// <summary>On the roster, but never agreed to be texted.</summary>
    public sealed record JoinFirst : Message;

    public sealed record Paused(Instant Until) : Message;

    public sealed record Resumed : Message;

    public sealed record NightCallsOff : Message;

    public sealed record NightCallsOn : Message;

    /// <summary>WAKE from someone who never agreed to be woken, which the practice keeps.</summary>
    public sealed record NightCallsNotAgreed(PhoneNumber OfficeLine) : Message;

    /// <summary>Several questions are open and a bare answer fits more than one.</summary>
    public sealed record WhichOne(ImmutableArray<OpenItem> Items) : Message;

    /// <summary>An answer with a number of an earlier question of the same consult.</summary>
    public sealed record OldNumber(ImmutableArray<int> Current) : Message;

    /// <summary>"yes" where two times were offered.</summary>
    public sealed record WhichNumber(ImmutableArray<int> Current) : Message;

    /// <summary>What is open, a line each; <c>?</c>.</summary>
    public sealed record OpenList(ImmutableArray<OpenItem> Items) : Message;

    public sealed record NothingOpen : Message;

    /// <summary>Not understood. The numbers are those of the only open question, if there is one.</summary>
    public sealed record NotUnderstood(ImmutableArray<int> Current) : Message;

    /// <summary>Not understood once more: the choices in words, and the office. The numbers are those of the answers, in order.</summary>
    public sealed record AskedBackInFull(AskedBack Why, ImmutableArray<Answer> Numbered, Answer? None, PhoneNumber OfficeLine) : Message;

    /// <summary>Not understood while a risk is open: the choices in words, and whom to call.</summary>
    public sealed record AskedBackInRisk(AskedBack Why, ImmutableArray<Answer> Numbered, Answer? None, PhoneNumber BackupLine) : Message;

    /// <summary>Not understood five times, and no manager may or can be told.</summary>
    public sealed record CallTheOffice(PhoneNumber OfficeLine) : Message;

    /// <summary>Somebody asked for help in their own words. Answers: the kinds in order.</summary>
    public sealed record AskAbout(ImmutableArray<Kind> Kinds) : Message;

    /// <summary>"I'm not ok". Answer: a colleague may call.</summary>
    public sealed record SupportOffered : Message;

    /// <summary>Somebody spoke of a client in danger. Answer: ask colleagues now.</summary>
    public sealed record RiskOffered : Message;

    /// <summary>What this line is, in English and in Spanish.</summary>
    public sealed record SpanishHelp(PhoneNumber OfficeLine) : Message;

    /// <summary>The roster is out of date, and who was told.</summary>
    public sealed record RosterNoted(RosterChange Change, bool ManagerTold, PhoneNumber OfficeLine) : Message;

    /// <summary>Fewer offers are wanted, and who was told.</summary>
    public sealed record FewerOffersNoted(Kind? NotKind, IsoDayOfWeek? NotOn, bool ManagerTold, PhoneNumber OfficeLine) : Message;

    /// <summary>Told once to an unknown number.</summary>
    public sealed record UnknownNumber(PhoneNumber OfficeLine) : Message;

    /// <summary>Somebody who is opted out texts in about a risk, or in danger. What follows goes by another way than texts.</summary>
    /// <param name="IsAsked">A request was made.</param>
    /// <param name="ByMail">An address is known.</param>
    public sealed record RestNotByText(bool IsAsked, bool ByMail, PhoneNumber BackupLine) : Message;

    /// <summary>A picture came without words.</summary>
    public sealed record PictureUnread : Message;

    /// <summary>Five texts without progress: a person will look.</summary>
    public sealed record PersonWillAnswer(PhoneNumber OfficeLine) : Message;

    /// <summary>Crisis wording, from anyone.</summary>
    public sealed record CrisisReply : Message;

    /// <summary>ASK without a kind. Answers: the kinds in order.</summary>
    public sealed record ChooseKind(ImmutableArray<Kind> Kinds) : Message;

    /// <summary>ASK with a kind. Answers: the urgencies in order.</summary>
    public sealed record ChooseUrgency(Kind Kind, ImmutableArray<Urgency> Urgencies) : Message;

    /// <summary>ASK of somebody who is licensed in several states, or with a state that is not plain. Answers: the states in order.</summary>
    public sealed record ChooseState(Kind Kind, ImmutableArray<UsState> States) : Message;

    /// <summary>An observation is not asked by text alone: the form completes it.</summary>
    public sealed record FinishOnForm(string FormUrl) : Message;

    /// <summary>Risk this week does not exist: today at the latest, or another kind.</summary>
    public sealed record RiskIsToday : Message;

    public sealed record AskNotStarted : Message;

    // About a drill.

    /// <summary>A drill begins: what is on which letter of this one phone.</summary>
    /// <param name="StandIn">The colleague's letter; the asker's is the message's own.</param>
    public sealed record DrillBegins(Letter StandIn) : Message;

    /// <summary>One drill at a time.</summary>
    public sealed record DrillUnderWay : Message;

    /// <summary>DRILL from somebody who is no manager.</summary>
    public sealed record DrillIsForManagers : Message;

    /// <summary>How it ended and, where something did not come, where to look.</summary>
    /// <param name="IsMailed">Mails with calendar entries went out too.</param>
    public sealed record DrillOver(DrillEnd How, bool IsMailed) : Message;
}

/// <summary>Why a texted time cannot be.</summary>
public enum TimeTrouble
{
    Past,
    TooLate,
    Taken,
}

/// <summary>One line of the answer to <c>?</c>.</summary>
/// <param name="Kind">Null while a request is being made.</param>
/// <param name="Numbers">The open question's numbers; empty when nothing is asked.</param>
/// <param name="Brief">Where it stands; null in rows of older versions.</param>
public sealed record OpenItem(Letter Letter, Kind? Kind, ImmutableArray<int> Numbers, bool IsDrill = false, LetterBrief? Brief = null);

/// <summary>Why a text is asked back.</summary>
public enum AskedBack
{
    NotUnderstood,
    WhichOne,
    OldNumber,
}
