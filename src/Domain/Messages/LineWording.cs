using System.Collections.Immutable;
using System.Diagnostics;
using Curbside.Consults;
using NodaTime;

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
        Message.WhichOne { Items.Length: > MaxNamed } which =>
            new($"which one, {Either(which.Items, item => $"{item.Letter}")}? Put its letter before your answer. Text ? to see them."),
        Message.WhichOne which => new($"which one: {Either(which.Items, item => $"{item.Letter}{About(item, reader)}")}? Text {Either(which.Items, Example)}.")
        {
            Shorter = $"which one, {Either(which.Items, item => $"{item.Letter}")}? Text {Either(which.Items, Example)}.",
        },
        Message.OldNumber { Current.IsEmpty: true } => new("that number was for an earlier question. Nothing is asked now."),
        Message.OldNumber old => new($"that number was for an earlier question. Now it is {reader.OneOf(old.Current)}."),
        Message.WhichNumber which => new($"which one, {reader.OneOf(which.Current)}?"),
        Message.OpenList open => new(Listed(open.Items, reader)),
        Message.NothingOpen => new("nothing is open. Text ASK to ask a colleague."),
        Message.NotUnderstood { Current.IsEmpty: false } not =>
            new($"{NotUnderstood} Answer {reader.OneOf(not.Current)}, or text ? to see what is open."),
        Message.NotUnderstood => new($"{NotUnderstood} Text ? to see what is open, ASK to ask a colleague."),
        Message.AskedBackInFull back => new($"{Said(back.Why, back.Numbered.IsEmpty)}")
        {
            Answers = ChoiceText.All(back.Numbered, back.None, reader),
            Then = back.Numbered.IsEmpty ? $"Text ASK to ask a colleague, ? to see what is open. Office {back.OfficeLine.Spoken}" : null,
            Extras = back.Numbered.IsEmpty ? [] : [$"Office {back.OfficeLine.Spoken}"],
        },
        Message.AskedBackInRisk back => new(back.Numbered.IsEmpty ? "sorry, we did not understand." : "please answer:")
        {
            Answers = ChoiceText.All(back.Numbered, back.None, reader),
            Then = $"Backup line {back.BackupLine.Spoken}. In danger: 911. Or call 988.",
        },
        Message.CallTheOffice call => new($"sorry, we still do not understand. Please call the practice: {call.OfficeLine.Spoken}. Text ? to see what is open."),
        Message.SpanishHelp help => new(
            $"ask a colleague here, in English. Consultas entre colegas, en ingles. Crisis: 988, oprima 2. Peligro: 911. Oficina {help.OfficeLine.Spoken}"),
        Message.RosterNoted { ManagerTold: true, Change: RosterChange.WrongNumber } => new("sorry. No more texts to this number. We told the practice."),
        Message.RosterNoted { Change: RosterChange.WrongNumber } noted => new($"sorry. No more texts to this number. The practice: {noted.OfficeLine.Spoken}"),
        Message.RosterNoted { ManagerTold: true } => new("thank you. We told a manager, who sees to the roster. Until then texts go on to this number."),
        Message.RosterNoted noted => new($"thank you. We could reach no manager. Please call the practice: {noted.OfficeLine.Spoken}"),
        Message.FewerOffersNoted noted => new(
            $"noted: no offers {Fewer(noted.NotKind, noted.NotOn)}. {(noted.ManagerTold ? "We told a manager, who changes the roster." : "Please tell the practice too.")} To undo it: {noted.OfficeLine.Spoken}"),
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
        Message.AskAbout ask => new("of course. What is it about?") { Answers = [.. ask.Kinds.Select(Asked), LeaveIt] },
        Message.SupportOffered => new("thank you for saying so. Call 988 any time. A colleague can call you (support), nobody else is told.")
        {
            Answers = ["please do", "not now"],
        },
        Message.RiskOffered => new("shall colleagues be asked to call you within 10 min?") { Answers = ["ask colleagues now (risk)", "not now"] },
        _ => null,
    };

    private static Phrase Welcome(Message.Welcome welcome, Reader reader)
    {
        const string terms = "Msg frequency varies, msg & data rates may apply. HELP for help, STOP to opt out.";
        var named = $"consult texts from {Gsm7.Fold(welcome.PracticeName)}. {terms}";
        return new(Gsm7.Septets(reader.Opening + named) <= Gsm7.SingleSegment ? named : $"consult texts from your practice. {terms}");
    }

    private static string Asked(Kind kind) => kind switch
    {
        Kind.Risk => "a client may be unsafe",
        Kind.Case => "a client (case)",
        Kind.Support => "yourself (support)",
        Kind.Medication or Kind.SecondOpinion or Kind.Observation => KindWords.Plain(kind),
        _ => throw new UnreachableException($"There are no words for {kind}."),
    };

    /// <summary><c>about medication</c>, <c>on Fridays</c>.</summary>
    public static string Fewer(Kind? kind, IsoDayOfWeek? day) => kind is { } not ? $"about {KindWords.Plain(not)}" : $"on {day}s";

    private static string Said(AskedBack why, bool isNothingAsked) => why switch
    {
        AskedBack.NotUnderstood => NotUnderstood,
        AskedBack.WhichOne => "which one?",
        AskedBack.OldNumber => isNothingAsked ? "that number is not open." : "that number is not open. Now:",
        _ => throw new UnreachableException($"There are no words for {why}."),
    };

    private static string Either(ImmutableArray<OpenItem> items, Func<OpenItem, string> word) =>
        string.Join(" or ", new[] { string.Join(", ", items[..^1].Select(word)), word(items[^1]) }.Where(part => part.Length > 0));

    /// <summary>An answer that exists: <c>A1</c>, or the letter where none is numbered.</summary>
    private static string Example(OpenItem item) => item.Numbers.IsEmpty ? $"{item.Letter}" : $"{item.Letter}{item.Numbers[0]}";

    /// <summary><c> (M Lee, today 3:00p)</c>.</summary>
    private static string About(OpenItem item, Reader reader) =>
        Details(item, reader) is { Length: > 0 } details ? $" ({details})" : "";

    private static string Details(OpenItem item, Reader reader) => string.Join(
        ", ",
        new[]
        {
            item.Brief?.Other is { } other ? Names.Shorten(other, NameForm.Short, MaxName) : null,
            item.Brief?.At is { } at ? reader.Choice(at) : item.Kind is { } kind ? KindWords.Plain(kind) : null,
        }.Where(part => part is not null));

    private static string Listed(ImmutableArray<OpenItem> items, Reader reader)
    {
        var lines = items.Take(MaxListed).Select(item => $"\n{Line(item, reader, items.Length <= MaxNamed)}");
        return $"open now{string.Concat(lines)}{(items.Length > MaxListed ? $"\n{items.Length - MaxListed} more" : "")}";
    }

    /// <summary><c>A: M Lee, case, fri 2:00p</c>, with the answers where something is asked.</summary>
    private static string Line(OpenItem item, Reader reader, bool isNamed)
    {
        var name = isNamed && item.Brief?.Other is { } other ? $"{Names.Shorten(other, NameForm.Short, MaxName)}, " : "";
        var kind = item.Kind is { } asked ? KindWords.Plain(asked) : "your request";
        var at = item.Brief?.At is { } start ? $", {reader.Choice(start)}" : item.Numbers.IsEmpty ? ", under way" : "";
        var numbers = item.Numbers.IsEmpty || (!isNamed && at.Length > 0) ? "" : $": {string.Join(' ', item.Numbers.Select(number => $"{item.Letter}{number}"))}";
        return $"{item.Letter}: {(item.IsDrill ? "DRILL " : "")}{name}{kind}{at}{numbers}";
    }

    /// <summary>Lines of the list of what is open: two segments hold them.</summary>
    private const int MaxListed = 7;

    /// <summary>So many consults are named in one text; of more, the letters alone.</summary>
    private const int MaxNamed = 3;

    /// <summary>Signs of a name in a list.</summary>
    private const int MaxName = 14;
}
