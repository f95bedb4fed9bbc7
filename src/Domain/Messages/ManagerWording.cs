using System.Diagnostics;
using static Curbside.Messages.Phrase;

namespace Curbside.Messages;

/// <summary>What a practice manager is told: people by their full names, and whom to call.</summary>
internal static class ManagerWording
{
    public static Phrase? Of(Message message) => message switch
    {
        Message.ManagerCalledIn { Missed: true } called => new(
            $"{Who} asked for {KindWords.Consult(called.Kind)}, and no call is confirmed. Can you take it over and call {called.AskerPhone.Spoken}?",
            called.Asker,
            NameForm.Full)
        {
            Answers = ["I will", "can't"],
            Subject = "a consult needs you",
        },
        Message.ManagerCalledIn called => new(
            $"{Who} asked for {KindWords.Consult(called.Kind)}, and no one was free. Can you take it over and call {called.AskerPhone.Spoken}?",
            called.Asker,
            NameForm.Full)
        {
            Answers = ["I will", "can't"],
            Subject = "a consult needs you",
        },
        Message.ManagerDeclineAck { IsAnotherAsked: true } => new("thank you for telling us. We ask another manager.") { HasPage = false },
        Message.ManagerDeclineAck => new("thank you for telling us. We can ask no other manager now; the clinician was told whom to call.") { HasPage = false },
        Message.HeldRiskWaits held => new(
            $"a risk consult was asked for in the name of {Who}, whose phone has not confirmed it. Please call {held.AskerPhone.Spoken}",
            held.Asker,
            NameForm.Full)
        {
            Subject = "a consult needs you",
        },
        Message.RiskOutOfReach lost => new(
            $"{Who} is in a risk consult and can't be texted any more. Please call {lost.AskerPhone.Spoken}", lost.Asker, NameForm.Full)
        {
            Subject = "a consult needs you",
        },
        Message.TakeOverAck over => new($"thank you. Please call {Who} now: {over.AskerPhone.Spoken}. We have told them.", over.Asker, NameForm.Full),
        Message.PersonNeeded { InRisk: true } needed => new(
            $"a risk consult of {Who} is open, and we do not understand their texts. Please call now: {needed.Phone.Spoken}", needed.Person, NameForm.Full)
        {
            Subject = "a person needs you",
            HasPage = false,
        },
        Message.RosterOutdated news => new($"{Who} texts: {Change(news.Change)}. Please check the roster: {news.Phone.Spoken}", news.Person, NameForm.Full)
        {
            Subject = "the roster may be out of date",
            HasPage = false,
        },
        Message.FewerOffersWanted fewer => new(
            $"{Who} asks for no offers {LineWording.Fewer(fewer.NotKind, fewer.NotOn)}. Please see to the roster: {fewer.Phone.Spoken}", fewer.Person, NameForm.Full)
        {
            Subject = "a colleague wants fewer offers",
            HasPage = false,
        },
        Message.PersonNeeded needed => new(
            $"we do not understand the texts of {Who}. Please call {needed.Phone.Spoken}", needed.Person, NameForm.Full)
        {
            Subject = "a person needs you",
            HasPage = false,
        },
        Message.SameWordsAgain { Person: { } person } same => new(
            $"the phone of {Who} texts the same words over and over; we answer them no more for now. Please call {same.Phone.Spoken}", person, NameForm.Full)
        {
            Subject = "a phone needs you",
            HasPage = false,
        },
        Message.SameWordsAgain same => new($"the unknown number {same.Phone.Spoken} texts the same words over and over. It may be a machine, or someone who needs a call.")
        {
            Subject = "a phone needs you",
            HasPage = false,
        },
        Message.LineInTrouble trouble => new(WhatToDo(trouble.Trouble, trouble.Service)) { Subject = "the line needs you", HasPage = false },
        _ => null,
    };

    private static string Change(RosterChange change) => change switch
    {
        RosterChange.NumberChanged => "my number changed",
        RosterChange.LeftPractice => "I left the practice",
        RosterChange.WrongNumber => "wrong number",
        _ => throw new UnreachableException($"There are no words for {change}."),
    };

    private static string WhatToDo(LineTrouble trouble, string service) => trouble switch
    {
        LineTrouble.TextAccount => $"no texts go out: {service} refuses our account. Please check its balance, its notices and the auth token",
        LineTrouble.TextSender => $"no texts go out: {service} does not take our number. Please check the number and the messaging service there",
        LineTrouble.Registration => $"carriers refuse our texts: the number is not registered. Please see to its registration with {service}",
        LineTrouble.Filtered => $"a carrier took a text of ours for spam. Please look at the registration with {service}, and write to their support",
        LineTrouble.DailyLimit => $"the texts that we may send in a day are used up. Please ask {service} for more; until tomorrow, call people",
        LineTrouble.Region => $"texts to a colleague's country are switched off. Please allow it with {service}, under geo permissions",
        LineTrouble.Trial => $"our {service} account is on trial and texts verified numbers only. Please upgrade it",
        LineTrouble.Address => $"no texts go out: {service} does not take our web address. Please have PublicUrl checked in the app's settings",
        LineTrouble.MailAccount => $"no emails go out: {service} refuses our account. Please check its API key and its plan",
        LineTrouble.MailSender => $"no emails go out: {service} does not take our sender. Please verify its address there",
        _ => throw new UnreachableException(),
    };
}
