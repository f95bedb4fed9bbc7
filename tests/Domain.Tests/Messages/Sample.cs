using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Messages;

/// <summary>One entry of the wordbook: a message as it might be sent.</summary>
/// <param name="Numbered">How many of its answers are numbered; <paramref name="HasNone"/> adds the one that 0 stands for.</param>
public sealed record Sample(string Name, Message Message, bool HasLetter = true, int Numbered = 0, bool HasNone = false, bool IsDrill = false)
{
    private static readonly Letter A = new('A');

    public WordingContext Context(Cast cast) => cast.Context(HasLetter ? A : null) with
    {
        Numbers = [.. Enumerable.Range(cast.FirstNumber, Numbered)],
        HasNone = HasNone,
        IsDrill = IsDrill,
    };

    public static ImmutableArray<Sample> All(Cast cast) => [.. AboutConsults(cast), .. AboutTheLine(cast)];

    /// <summary>What can also go by mail.</summary>
    public static ImmutableArray<Sample> AboutConsults(Cast cast) => [.. ToAsker(cast), .. ToConsultant(cast), .. ToBoth(cast), .. ToManager(cast)];

    /// <summary>
    /// All but a few, which <c>DrillTests</c> hold to: nobody asks for a drill by form, no coach is asked for a checklist, and no line or colleague is there to
    /// turn to next.
    /// </summary>
    public static bool MayBeInDrill(Message message) => message is not (
        Message.HeldRequest or Message.ProposalLapsed or Message.AddQuestion { Checklist: true } or Message.AskingAgain { BackupLine: not null });

    private static IEnumerable<Sample> ToAsker(Cast cast) =>
    [
        Asks("HeldRequest", new Message.HeldRequest(Kind.SecondOpinion, Urgency.ThisWeek, Again: false, cast.State), 1),
        Asks("HeldRequest, risk", new Message.HeldRequest(Kind.Risk, Urgency.Today, Again: false, cast.State), 1),
        Asks("HeldRequest, risk, again", new Message.HeldRequest(Kind.Risk, Urgency.Now, Again: true, cast.State), 1),
        Tells("HeldDropped", new Message.HeldDropped()),
        Tells("CrisisFirst", new Message.CrisisFirst(cast.Line)),
        .. Enum.GetValues<Kind>().Select(kind =>
            Tells($"Asking, {kind.Name()}", new Message.Asking(kind, Urgency.Today, cast.By, null, kind.IsClinical() ? cast.State : null))),
        Tells("Asking, second-opinion, this-week", new Message.Asking(Kind.SecondOpinion, Urgency.ThisWeek, cast.By, null, cast.State)),
        Tells("Asking, case, from", new Message.Asking(Kind.Case, Urgency.Today, cast.By, cast.NewStarts[0], cast.State)),
        Tells("Asking, medication, this-week, from", new Message.Asking(Kind.Medication, Urgency.ThisWeek, cast.By, cast.NewStarts[0], cast.State)),
        Tells("Asking, support, from", new Message.Asking(Kind.Support, Urgency.Today, cast.By, cast.NewStarts[0])),
        Tells("AddQuestion", new Message.AddQuestion(Checklist: false)),
        Tells("AddQuestion, checklist", new Message.AddQuestion(Checklist: true)),
        Tells("YourPage", new Message.YourPage()),
        Tells("MedicationLimits", new Message.MedicationLimits()),
        .. Enum.GetValues<Modality>().Select(modality =>
            Asks($"Proposed, {modality.Name()}", new Message.Proposed(cast.Consultant, cast.Start, modality, cast.By), 1)),
        Tells("ProposalSent", new Message.ProposalSent(cast.Consultant, cast.Start, cast.By)),
        Tells("ProposalLapsed", new Message.ProposalLapsed(cast.Start, cast.By)),
        Tells("ProposalLapsed, no one else", new Message.ProposalLapsed(cast.Start, cast.By, IsOver: true)),
        .. Enum.GetValues<Modality>().Select(modality =>
            Tells($"BookedForAsker, {modality.Name()}", new Message.BookedForAsker(cast.Consultant, cast.Start, modality))),
        .. Enum.GetValues<Modality>().Select(modality =>
            Tells($"BookedForAsker, {modality.Name()}, now", new Message.BookedForAsker(cast.Consultant, null, modality))),
        Tells("ConsultantReleased", new Message.ConsultantReleased(cast.Consultant, cast.By)),
        Tells("ConsultantReleased, no one else", new Message.ConsultantReleased(cast.Consultant, null)),
        .. Enum.GetValues<Kind>().Select(kind => Tells($"NoOneWasFree, {kind.Name()}", new Message.NoOneWasFree(kind, cast.Line, null))),
        .. Enum.GetValues<Kind>().Select(kind =>
            Tells($"NoOneWasFree, {kind.Name()}, manager", new Message.NoOneWasFree(kind, cast.Line, cast.Manager))),
        Tells("NoOneWasFree, risk, unlicensed, manager", new Message.NoOneWasFree(Kind.Risk, cast.Line, cast.Manager, cast.State)),
        Tells("NoOneWasFree, medication, unlicensed, manager", new Message.NoOneWasFree(Kind.Medication, cast.Line, cast.Manager, cast.State)),
        Tells("SupportStaysHere", new Message.SupportStaysHere()),
        Tells("WordsNotUnderstood", new Message.WordsNotUnderstood(LeftWords.Of("noor")!)),
        Tells("WordsNotUnderstood, many", new Message.WordsNotUnderstood(new LeftWords(null))),
        Tells("ClientElsewhere", new Message.ClientElsewhere(cast.State)),
        Tells("WhereIsClient", new Message.WhereIsClient(cast.State)),
        Tells("ManagerTakesOver", new Message.ManagerTakesOver(cast.Manager)),
        Tells("ManagerNotReached", new Message.ManagerNotReached(cast.Line)),
        Tells("WithdrawnAck", new Message.WithdrawnAck()),
        Tells("WhereItStands", new Message.WhereItStands(Kind.Medication, Urgency.Today, 3, cast.By)),
        Tells("WhereItStands, support", new Message.WhereItStands(Kind.Support, Urgency.Now, 1, cast.By)),
        .. Enum.GetValues<Modality>().Select(modality =>
            Asks($"CallProposed, {modality.Name()}", new Message.CallProposed(cast.Consultant, modality, cast.By), 1)),
        Asks("MakeItNow", new Message.MakeItNow(), 1),
        .. Enum.GetValues<Modality>().Select(modality => Tells($"ModalityNoted, {modality.Name()}", new Message.ModalityNoted(modality, cast.By))),
        Tells("WishNoted", new Message.WishNoted(cast.Start, null, cast.By)),
        Tells("WishNoted, window", new Message.WishNoted(cast.NewStarts[0], cast.NewStarts[^1], cast.By)),
        Asks("WithdrawQuestion", new Message.WithdrawQuestion(Kind.SecondOpinion, Urgency.ThisWeek), 1),
        Tells("OtherReminded", new Message.OtherReminded(cast.Consultant, null)),
        Tells("OtherReminded, risk", new Message.OtherReminded(cast.Consultant, cast.Line)),
        Tells("AskedToTryAgain", new Message.AskedToTryAgain(cast.Consultant, cast.Phone)),
        Tells("TheyTried", new Message.TheyTried(cast.Consultant, cast.Phone)),
        Tells("StillBooked", new Message.StillBooked(cast.Consultant, cast.Start)),
        Tells("StillBooked, now", new Message.StillBooked(cast.Consultant, null)),
        Asks("TalkingYet", new Message.TalkingYet(cast.Consultant, cast.By), 1),
        Asks("TalkingYet, of an older version", new Message.TalkingYet(cast.Consultant), 1),
        Asks("TalkingYetAgain", new Message.TalkingYetAgain(cast.Consultant, cast.Line), 1),
        Tells("AskingAgain", new Message.AskingAgain(cast.By, null)),
        Tells("AskingAgain, risk", new Message.AskingAgain(cast.By, cast.Line)),
        Tells("AskingSameAgain", new Message.AskingSameAgain(cast.Consultant, cast.By)),
        Asks("SorryMissed", new Message.SorryMissed(cast.Consultant, cast.By), 2),
        Asks("CutShortWhatNow", new Message.CutShortWhatNow(cast.By), 2),
        Asks("EveningCheckIn", new Message.EveningCheckIn(), 1),
        Asks("EveningAgain", new Message.EveningAgain(cast.Line), 1),
        Tells("EveningHelp, no support", new Message.EveningHelp(cast.Line)),
        Asks("EveningHelp", new Message.EveningHelp(cast.Line, ColleagueMayCall: true), 1),
        Asks("DidItHelp", new Message.DidItHelp(), 2),
        Asks("SecondOpinionOffer", new Message.SecondOpinionOffer(), 1),
        Tells("StillStuckSupport, risk", new Message.StillStuckSupport(Kind.Risk, cast.Line)),
        Tells("StillStuckSupport, support", new Message.StillStuckSupport(Kind.Support, cast.Line)),
        Tells("ThankYou", new Message.ThankYou()),
        Tells("ThankYou, words dropped", new Message.ThankYou(WordsDropped: true)),
        Tells("NotedClosed", new Message.NotedClosed()),
        Asks("ConsentAgain", new Message.ConsentAgain(cast.Consultant), 1),
        .. Enum.GetValues<DrillEnd>().Select(end => Tells($"DrillOver, {end}", new Message.DrillOver(end, IsMailed: true)) with { IsDrill = true }),
        Tells("DrillOver, Complete, not mailed", new Message.DrillOver(DrillEnd.Complete, IsMailed: false)) with { IsDrill = true },
    ];

    private static IEnumerable<Sample> ToConsultant(Cast cast) =>
    [
        .. Enum.GetValues<Kind>().Select(kind => Asks(
            $"Offer, {kind.Name()}",
            new Message.Offer(
                kind == Kind.Support ? null : cast.Asker, kind, Urgency.Today, Modality.Phone, Duration.FromMinutes(30), cast.Starts, cast.By, kind.NeedsLicense() ? cast.State : null),
            cast.Starts.Length)),
        Asks(
            "Offer, second-opinion, in-person",
            new Message.Offer(cast.Asker, Kind.SecondOpinion, Urgency.ThisWeek, Modality.InPerson, Duration.FromMinutes(45), cast.Starts),
            cast.Starts.Length),
        .. Enum.GetValues<Kind>().Select(kind => Asks(
            $"Offer, {kind.Name()}, now",
            new Message.Offer(kind == Kind.Support ? null : cast.Asker, kind, Urgency.Now, Modality.Phone, Duration.FromMinutes(30), [],
                State: kind.NeedsLicense() ? cast.State : null),
            1)),
        Asks("Offer, case, video, now", new Message.Offer(cast.Asker, Kind.Case, Urgency.Now, Modality.Video, Duration.FromMinutes(30), []), 1),
        .. Enum.GetValues<Kind>().Select(kind => Asks(
            $"WhatAbout, {kind.Name()}",
            new Message.WhatAbout(kind == Kind.Support ? null : cast.Asker, kind, Urgency.ThisWeek, Modality.Phone, Duration.FromMinutes(30), cast.Starts, IsAsked: true),
            cast.Starts.Length)),
        Asks("WhatAbout, risk, now", new Message.WhatAbout(cast.Asker, Kind.Risk, Urgency.Now, Modality.Video, Duration.FromMinutes(30), [], IsAsked: true), 1),
        Tells("WhatAbout, a time is being agreed", new Message.WhatAbout(cast.Asker, Kind.Case, Urgency.Today, Modality.Phone, Duration.FromMinutes(30), [], IsAsked: false)),
        Asks("OfferPaused", new Message.OfferPaused(cast.By, cast.Starts), cast.Starts.Length),
        Asks("OfferPaused, now", new Message.OfferPaused(cast.By, []), 1),
        Asks("OfferStaysOpen", new Message.OfferStaysOpen(NextAsked: true, cast.Starts), cast.Starts.Length),
        Asks("OfferStaysOpen, no other", new Message.OfferStaysOpen(NextAsked: false, []), 1),
        .. Enum.GetValues<Modality>().Select(modality =>
            Asks($"WhoCalls, {modality.Name()}", new Message.WhoCalls(cast.Asker, modality, cast.Starts), cast.Starts.Length)),
        Asks("WhoCalls, support", new Message.WhoCalls(null, Modality.Phone, cast.Starts), cast.Starts.Length),
        Asks("WhoCalls, support, video", new Message.WhoCalls(null, Modality.Video, cast.Starts), cast.Starts.Length),
        Asks("WindowStarts", new Message.WindowStarts(cast.Starts, IsInside: true), cast.Starts.Length),
        Asks("WindowStarts, near it, for the asker", new Message.WindowStarts(cast.Starts, IsInside: false, ForAsker: true), cast.Starts.Length),
        Tells("NoFreeTime", new Message.NoFreeTime()),
        Tells("CallPassedOn", new Message.CallPassedOn(cast.Asker, cast.By)),
        Tells("CallPassedOn, support", new Message.CallPassedOn(null, cast.By)),
        Asks("TimeGone", new Message.TimeGone(cast.NewStarts), cast.NewStarts.Length),
        Tells("TimeGone, no other", new Message.TimeGone([])),
        Tells("CounterPassedOn", new Message.CounterPassedOn(cast.Asker, cast.Start, cast.By)),
        Tells("CounterPassedOn, support", new Message.CounterPassedOn(null, cast.Start, cast.By)),
        Asks("AskerProposes", new Message.AskerProposes(cast.Asker, cast.Start, cast.By), 1),
        Asks("AskerProposes, support", new Message.AskerProposes(null, cast.Start, cast.By), 1),
        Tells("CounterNotTaken", new Message.CounterNotTaken(cast.Start)),
        .. Enum.GetValues<Modality>().Select(modality =>
            Tells($"BookedForConsultant, {modality.Name()}", new Message.BookedForConsultant(cast.Asker, cast.Phone, cast.Start, modality))),
        .. Enum.GetValues<Modality>().Select(modality =>
            Tells($"BookedForConsultant, {modality.Name()}, now", new Message.BookedForConsultant(cast.Asker, cast.Phone, null, modality))),
        Tells("Covered", new Message.Covered()),
        Tells("NoLongerNeeded", new Message.NoLongerNeeded()),
        Tells("RequestWithdrawn", new Message.RequestWithdrawn(cast.Asker)),
        Tells("RequestWithdrawn, support", new Message.RequestWithdrawn(null)),
        Tells("OfferLapsed", new Message.OfferLapsed(cast.Asker)),
        Tells("OfferLapsed, support", new Message.OfferLapsed(null)),
        Tells("NoTimeLeft", new Message.NoTimeLeft()),
        Tells("OthersAreAsked", new Message.OthersAreAsked()),
        .. Enum.GetValues<Kind>().Select(kind =>
            Tells($"NobodyAnswered, {kind.Name()}", new Message.NobodyAnswered(kind == Kind.Support ? null : cast.Asker, kind, cast.By, IsAsked: false))),
        Asks("NobodyAnswered, risk, asked", new Message.NobodyAnswered(cast.Asker, Kind.Risk, cast.By, IsAsked: true), 1),
        Tells("NotTalking", new Message.NotTalking()),
        Tells("DeclineAck", new Message.DeclineAck()),
        Tells("DeclineAck, over", new Message.DeclineAck(IsOver: true)),
        Tells("DeclineAck, words dropped", new Message.DeclineAck(WordsDropped: true)),
        Tells("ReleaseAck", new Message.ReleaseAck()),
        Tells("OtherSideByEmail", new Message.OtherSideByEmail(cast.Asker, cast.Phone)),
        Tells("ConsultHelped", new Message.ConsultHelped(cast.Asker)),
        Tells("ConsultHelped, support", new Message.ConsultHelped(null)),
        Tells("ConsultHelped, partly", new Message.ConsultHelped(cast.Asker, Partly: true)),
        Tells("WaitsForYou", new Message.WaitsForYou(cast.Asker, cast.Phone)),
        Tells("TryOnceMore", new Message.TryOnceMore(cast.Asker, cast.Phone)),
        Tells("AskerIsAsked", new Message.AskerIsAsked(cast.Asker)),
    ];

    private static IEnumerable<Sample> ToBoth(Cast cast) =>
    [
        Tells("CalledOff", new Message.CalledOff(cast.Consultant, cast.Start)),
        Tells("CalledOff, now", new Message.CalledOff(cast.Consultant, null)),
        .. Enum.GetValues<Modality>().Select(modality =>
            Tells($"Reminder, {modality.Name()}", new Message.Reminder(cast.Consultant, cast.Start, modality))),
        Tells("StartNow, phone, you call", new Message.StartNow(cast.Asker, cast.Phone, Modality.Phone, YouCall: true)),
        Tells("StartNow, phone", new Message.StartNow(cast.Consultant, cast.Phone, Modality.Phone, YouCall: false)),
        Tells("StartNow, video", new Message.StartNow(cast.Consultant, cast.Phone, Modality.Video, YouCall: false)),
        Tells("StartNow, in-person", new Message.StartNow(cast.Asker, cast.Phone, Modality.InPerson, YouCall: true)),
        Asks("DidYouMeet", new Message.DidYouMeet(cast.Consultant), 1),
        Asks("ChooseNewTime", new Message.ChooseNewTime(cast.Asker, cast.Start, cast.NewStarts, cast.By), cast.NewStarts.Length),
        Tells("MovePassedOn", new Message.MovePassedOn(cast.Asker, cast.NewStarts[0], cast.By)),
        Asks("MoveAsked", new Message.MoveAsked(cast.Asker, cast.Start, cast.NewStarts[0], cast.By), 1),
        Tells("Moved", new Message.Moved(cast.Consultant, cast.NewStarts[0])),
        Tells("TimeKept", new Message.TimeKept(cast.Consultant, cast.Start)),
        .. Enum.GetValues<TimeTrouble>().Select(trouble => Tells($"TimeImpossible, {trouble}", new Message.TimeImpossible(cast.Start, trouble))),
        .. Enum.GetValues<Modality>().Select(modality =>
            Tells($"BookingDetails, {modality.Name()}, you call", new Message.BookingDetails(cast.Asker, cast.Start, modality, cast.Phone, YouCall: true))),
        Tells("BookingDetails, phone", new Message.BookingDetails(cast.Consultant, cast.Start, Modality.Phone, null, YouCall: false)),
        Tells("BookingDetails, video", new Message.BookingDetails(cast.Consultant, cast.Start, Modality.Video, null, YouCall: false)),
        Tells("BookingDetails, phone, now", new Message.BookingDetails(cast.Consultant, null, Modality.Phone, cast.Phone, YouCall: false)),
        Tells("RunsLate", new Message.RunsLate(cast.Asker, cast.Start)),
        Tells("RunsLate, no time", new Message.RunsLate(cast.Asker, null)),
        Tells("LatenessPassedOn", new Message.LatenessPassedOn(cast.Consultant, cast.Start)),
        Tells("LatenessPassedOn, no time", new Message.LatenessPassedOn(cast.Consultant, null)),
        Asks("CallOffQuestion", new Message.CallOffQuestion(cast.Consultant, cast.Start, IsMovable: true), 1),
        Asks("CallOffQuestion, now", new Message.CallOffQuestion(cast.Consultant, null, IsMovable: false), 1),
        Asks("CutShort", new Message.CutShort(cast.Consultant), 1),
        Tells("NoteWritten", new Message.NoteWritten(cast.Asker)),
        Tells("WordsIdentify", new Message.WordsIdentify()),
        Tells("WordsNotPassedOn", new Message.WordsNotPassedOn()),
        Tells("WordsKept", new Message.WordsKept()),
    ];

    private static IEnumerable<Sample> ToManager(Cast cast) =>
    [
        .. Enum.GetValues<Kind>().Where(kind => kind != Kind.Support).Select(kind =>
            Asks($"ManagerCalledIn, {kind.Name()}", new Message.ManagerCalledIn(cast.Asker, cast.Phone, kind), 1)),
        Asks("ManagerCalledIn, nobody called", new Message.ManagerCalledIn(cast.Asker, cast.Phone, Kind.Risk, Missed: true), 1),
        Tells("ManagerDeclineAck, another is asked", new Message.ManagerDeclineAck(IsAnotherAsked: true)),
        Tells("ManagerDeclineAck", new Message.ManagerDeclineAck(IsAnotherAsked: false)),
        Tells("HeldRiskWaits", new Message.HeldRiskWaits(cast.Asker, cast.Phone)),
        Tells("RiskOutOfReach", new Message.RiskOutOfReach(cast.Asker, cast.Phone)),
        Line("PersonNeeded, in a risk", new Message.PersonNeeded(cast.Asker, cast.Phone, InRisk: true)),
        .. Enum.GetValues<RosterChange>().Select(change => Line($"RosterOutdated, {change}", new Message.RosterOutdated(cast.Asker, cast.Phone, change))),
        Line("FewerOffersWanted, kind", new Message.FewerOffersWanted(cast.Asker, cast.Phone, Kind.SecondOpinion, null)),
        Line("FewerOffersWanted, day", new Message.FewerOffersWanted(cast.Asker, cast.Phone, null, IsoDayOfWeek.Wednesday)),
        Line("SameWordsAgain", new Message.SameWordsAgain(cast.Asker, cast.Phone)),
        Line("SameWordsAgain, of nobody known", new Message.SameWordsAgain(null, cast.Phone)),
        Line("OptedOutAck, on a toll-free number", new Message.OptedOutAck(TollFree: true)),
        Line("RestNotByText, asked", new Message.RestNotByText(true, true, cast.Phone)),
        Line("RestNotByText, asked, without a mail address", new Message.RestNotByText(true, false, cast.Phone)),
        Line("RestNotByText, in danger", new Message.RestNotByText(false, true, cast.Phone)),
        Line("RestNotByText, in danger, without a mail address", new Message.RestNotByText(false, false, cast.Phone)),
        Line("PictureUnread", new Message.PictureUnread()),
        Line("PersonNeeded", new Message.PersonNeeded(cast.Asker, cast.Phone)),
        .. Enum.GetValues<LineTrouble>().Select(trouble =>
            Line($"LineInTrouble, {trouble}", new Message.LineInTrouble(trouble, trouble.IsOfMail() ? "SendGrid" : "Twilio"))),
        Tells("TakeOverAck", new Message.TakeOverAck(cast.Asker, cast.Phone)),
    ];

    private static IEnumerable<Sample> AboutTheLine(Cast cast)
    {
        ImmutableArray<int> current = [cast.FirstNumber, cast.FirstNumber + 1];
        return
        [
            Line("Welcome", new Message.Welcome(cast.PracticeName)),
            Line("Help", new Message.Help(cast.Line)),
            Line("OptedOutAck", new Message.OptedOutAck()),
            Line("OptedIn", new Message.OptedIn()),
            Line("Joined", new Message.Joined()),
            Line("JoinFirst", new Message.JoinFirst()),
            Line("Paused", new Message.Paused(cast.NewStarts[^1])),
            Line("Resumed", new Message.Resumed()),
            Line("NightCallsOff", new Message.NightCallsOff()),
            Line("NightCallsOn", new Message.NightCallsOn()),
            Line("NightCallsNotAgreed", new Message.NightCallsNotAgreed(cast.Line)),
            Line("WhichOne", new Message.WhichOne([Item('A', new LetterBrief(Side.Consultant, Phase.Offered, cast.Asker, null), 1), Item('C', new LetterBrief(Side.Asker, Phase.Booked, cast.Consultant, cast.Start))])),
            Line("WhichOne, three", new Message.WhichOne([.. "ABC".Select(letter => Item(letter, new LetterBrief(Side.Asker, Phase.Booked, cast.Consultant, cast.Start), 1))])),
            Line("WhichOne, all", new Message.WhichOne([.. Letter.All.Select(letter => Item(letter.Value, null))])),
            Tells("OldNumber", new Message.OldNumber(current)),
            Tells("OldNumber, none", new Message.OldNumber(current)) with { HasNone = true },
            Tells("OldNumber, nothing asked", new Message.OldNumber([])),
            Tells("WhichNumber", new Message.WhichNumber(current)),
            Line("OpenList", new Message.OpenList([new(new Letter('A'), Kind.Medication, current), Item('B', new LetterBrief(Side.Asker, Phase.Booked, cast.Consultant, cast.Start))])),
            Line("NothingOpen", new Message.NothingOpen()),
            Line("NotUnderstood", new Message.NotUnderstood([])),
            Tells("NotUnderstood, one question", new Message.NotUnderstood(current)),
            .. Enum.GetValues<AskedBack>().SelectMany(why => new[]
            {
                Asks($"AskedBackInFull, {why}", new Message.AskedBackInFull(why, Starts(cast), new Answer(AnswerKind.Decline), cast.Line), cast.Starts.Length),
                Line($"AskedBackInFull, {why}, nothing asked", new Message.AskedBackInFull(why, [], null, cast.Line)),
                Asks($"AskedBackInRisk, {why}", new Message.AskedBackInRisk(why, [new Answer(AnswerKind.Talking)], new Answer(AnswerKind.NotTalking), cast.Line), 1),
                Line($"AskedBackInRisk, {why}, nothing asked", new Message.AskedBackInRisk(why, [], null, cast.Line)),
            }),
            Line("CallTheOffice", new Message.CallTheOffice(cast.Line)),
            Asks("AskAbout", new Message.AskAbout([Kind.Case, Kind.Medication, Kind.Support, Kind.Risk]), 4),
            Asks("SupportOffered", new Message.SupportOffered(), 1),
            Asks("RiskOffered", new Message.RiskOffered(), 1),
            Line("SpanishHelp", new Message.SpanishHelp(cast.Line)),
            .. Enum.GetValues<RosterChange>().Select(change => Line($"RosterNoted, {change}", new Message.RosterNoted(change, ManagerTold: true, cast.Line))),
            .. Enum.GetValues<RosterChange>().Select(change => Line($"RosterNoted, {change}, nobody told", new Message.RosterNoted(change, ManagerTold: false, cast.Line))),
            Line("FewerOffersNoted, kind", new Message.FewerOffersNoted(Kind.SecondOpinion, null, ManagerTold: true, cast.Line)),
            Line("FewerOffersNoted, day", new Message.FewerOffersNoted(null, IsoDayOfWeek.Wednesday, ManagerTold: false, cast.Line)),
            Line("UnknownNumber", new Message.UnknownNumber(cast.Line)),
            Line("PersonWillAnswer", new Message.PersonWillAnswer(cast.Line)),
            Line("CrisisReply", new Message.CrisisReply()),
            Asks("ChooseKind", new Message.ChooseKind([.. Enum.GetValues<Kind>()]), 6),
            Asks("ChooseUrgency", new Message.ChooseUrgency(Kind.Medication, [.. Enum.GetValues<Urgency>()]), 3),
            Asks("ChooseState", new Message.ChooseState(Kind.SecondOpinion, [.. UsState.All.Take(4)]), 4),
            Line("FinishOnForm", new Message.FinishOnForm("https://consult.bay.example.org/?kind=observation")),
            Line("RiskIsToday", new Message.RiskIsToday()),
            Line("AskNotStarted", new Message.AskNotStarted()),
            Tells("DrillBegins", new Message.DrillBegins(new Letter('B'))) with { IsDrill = true },
            Tells("DrillUnderWay", new Message.DrillUnderWay()) with { IsDrill = true },
            Line("DrillIsForManagers", new Message.DrillIsForManagers()),
        ];
    }

    private static OpenItem Item(char letter, LetterBrief? brief, params ReadOnlySpan<int> numbers) => new(new Letter(letter), Kind.Case, [.. numbers], Brief: brief);

    private static ImmutableArray<Answer> Starts(Cast cast) => [.. cast.Starts.Select(start => new Answer(AnswerKind.Accept, start))];

    private static Sample Tells(string name, Message message) => new(name, message);

    private static Sample Asks(string name, Message message, int numbered) => new(name, message, Numbered: numbered, HasNone: true);

    private static Sample Line(string name, Message message) => new(name, message, HasLetter: false);
}
