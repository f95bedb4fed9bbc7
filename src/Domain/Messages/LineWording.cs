using System.Collections.Immutable;
using Curbside.Consults;

namespace Curbside.Messages;

/// <summary>What anyone is told about the line itself: consent, offers and nights, and answers that were not understood.</summary>
internal static class LineWording
{
    private const string LeaveIt = "leave it";
    private const string NotUnderstood = "sorry, we did not understand.";

    public static Phrase? Of(Message message, Reader reader)
    {
        var phrase = Choice(message) ?? Subscription(message, reader) ?? Conversation(message, reader) ?? DrillWording.Of(message, reader);
        return phrase is null ? null : phrase with { HasPage = false, Subject = "about your texts" };
    }

    private static Phrase? Subscription(Message message, Reader reader) => message switch
    {
        Message.Welcome welcome => Welcome(welcome, reader),
        Message.Help help => new(
            "here you ask a colleague for a consult. Text ASK to begin, ? to see what is open, PAUSE 7 to pause offers. " +
            $"Office {help.OfficeLine.Spoken}"),
        Message.OptedOutAck { TollFree: true } => new("done, you get no more texts from us. Text START to get them again."),
        Message.OptedOutAck => new("done, you get no more texts from us. Text JOIN to get them again."),
        Message.OptedIn => new("texts are on again. Text ? to see what is open."),
        Message.Joined => new("you have joined. Consults come by text from now on. Text ASK to ask a colleague, ? to see what is open."),
        Message.JoinFirst => new("you have not agreed to be texted yet. Text JOIN to agree, then text us again."),
        Message.Paused paused => new($"no offers until {reader.By(paused.Until)}. What is booked stays booked. Text RESUME to get offers sooner."),
        Message.Resumed => new("you get offers again. Thank you."),
        Message.NightCallsOff => new("we won't wake you at night from now on. Text WAKE to change that."),
        Message.NightCallsNotAgreed not =>
            new($"you are not down for calls at night. If you want to be, please call the practice: {not.OfficeLine.Spoken}"),
        Message.NightCallsOn => new("you may be woken at night for a consult. Text SLEEP to change that."),
        _ => null,
    };

    private static Phrase? Conversation(Message message, Reader reader) => message switch
    {
        Message.WhichOne which => new(
            $"which one, {Reader.OneOf([.. which.Letters.Select(letter => letter.ToString())])}? Put its letter before your answer."),
        Message.OldNumber { Current.IsEmpty: true } => new("that number was for an earlier question. Nothing is asked now."),
        Message.OldNumber old => new($"that number was for an earlier question. Now it is {reader.OneOf(old.Current)}."),
        Message.WhichNumber which => new($"which one, {reader.OneOf(which.Current)}?"),
        Message.OpenList open => new($"open now{string.Concat(open.Items.Select(item => $"\n{Line(item)}"))}"),
        Message.NothingOpen => new("nothing is open. Text ASK to ask a colleague."),
        Message.NotUnderstood { Current.IsEmpty: false } not =>
            new($"{NotUnderstood} Answer {reader.OneOf(not.Current)}, or text ? to see what is open."),
        Message.NotUnderstood => new($"{NotUnderstood} Text ? to see what is open, ASK to ask a colleague."),
        Message.UnknownNumber unknown => new($"we can't help by text here. Please call the practice: {unknown.OfficeLine.Spoken}"),
        Message.RestNotByText { IsAsked: true, ByMail: true } => new("we ask colleagues now. You have stopped our texts, so the rest comes by email. Watch it, or call the backup line."),
        Message.RestNotByText { IsAsked: true } rest => new($"we ask colleagues now, but you have stopped our texts and we know no email of yours: call {rest.BackupLine.Spoken}."),
        Message.RestNotByText rest => new(
            $"a person answers our backup line: {rest.BackupLine.Spoken}. {(reader.ByMail ? "" : "To ask colleagues, text ASK RISK NOW. ")}" +
            (rest.ByMail ? "The rest comes by email." : "You have stopped our texts.")),
        Message.PictureUnread => new("we can't read pictures here. Please text it in words, without client details. Text ? to see what is open."),
        Message.PersonWillAnswer person => new($"sorry, we still do not understand. A person will get in touch. Sooner: {person.OfficeLine.Spoken}"),
        Message.CrisisReply =>
            new("if anyone is in danger now, call 911. To talk to someone, call 988 (or text it) any time. No person reads this number."),
        Message.AskNotStarted => new("nothing was started. Text ASK to ask again."),
        _ => null,
    };

    private static Phrase? Choice(Message message) => message switch
    {
        Message.ChooseKind choose => new("what is it about?") { Answers = [.. choose.Kinds.Select(KindWords.Plain), LeaveIt] },
        Message.ChooseUrgency choose => new($"{KindWords.Plain(choose.Kind)}: how soon?")
        {
            Answers = [.. choose.Urgencies.Select(KindWords.Plain), LeaveIt],
        },
        Message.ChooseState choose => new($"{KindWords.Plain(choose.Kind)}: which state is the client in?")
        {
            Answers = [.. choose.States.Select(state => state.Code), LeaveIt],
            Then = "Or text another state.",
        },
        Message.FinishOnForm finish => new($"an observation needs your client's written consent, so please finish here: {finish.FormUrl}"),
        Message.RiskIsToday => new("risk can't wait for this week. Text ASK RISK NOW or ASK RISK TODAY, or ASK for something else."),
        Message.LettersFull => new(
            "eight consults are open on this phone, and there is no room for more. Text ? to see them, X and a letter to withdraw one."),
        _ => null,
    };

    private static Phrase Welcome(Message.Welcome welcome, Reader reader)
    {
        const string terms = "Msg frequency varies, msg & data rates may apply. HELP for help, STOP to opt out.";
        var named = $"consult texts from {Gsm7.Fold(welcome.PracticeName)}. {terms}";
        return new(Gsm7.Septets(reader.Opening + named) <= Gsm7.SingleSegment ? named : $"consult texts from your practice. {terms}");
    }

    private static string Line(OpenItem item)
    {
        var numbers = string.Join(' ', item.Numbers.Select(number => $"{item.Letter}{number}"));
        return $"{item.Letter} {(item.IsDrill ? "DRILL " : "")}{KindWords.Plain(item.Kind)}: {(numbers.Length == 0 ? "under way" : numbers)}";
    }
}
