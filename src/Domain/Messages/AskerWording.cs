using System.Collections.Immutable;
using Curbside.Consults;
using NodaTime;
using static Curbside.Messages.Phrase;

namespace Curbside.Messages;

/// <summary>What the clinician who asks is told.</summary>
internal static class AskerWording
{
    private const string AskAgain = "Text ASK to ask again.";

    public static Phrase? Of(Message message, Reader reader) => message switch
    {
        Message.HeldRequest held => Held(held),
        Message.HeldDropped => new("the request was not sent, and it is deleted. No one was asked.") { Extras = [AskAgain], HasPage = false },
        Message.CrisisFirst first =>
            new("first, if anyone is in danger now: call 911. Call 988 (or text it) any time. " +
                $"A person answers our backup line: {first.BackupLine.Spoken}"),
        Message.Asking asking => Asking(asking, reader),
        Message.WordsNotUnderstood { Words.Said: { } said } =>
            new($"not understood: {said}. By text we read what it is about, how soon, and the client's state. The rest goes on your page."),
        Message.WordsNotUnderstood =>
            new("part of that was not understood. By text we read what it is about, how soon, and the client's state. The rest goes on your page."),
        Message.ClientElsewhere elsewhere => new(
            $"911 reaches the area that you call from. For a client in {elsewhere.State}: ask 911 to transfer you, or call the police or 911 center there."),
        Message.WhereIsClient where => new(
            $"is the client in {where.Assumed}, as we take it? If not, {(reader.ByMail ? "ask again with" : "text ASK RISK NOW and")} the state. " +
            "911 reaches your own area: ask for a transfer."),
        Message.AddQuestion { Checklist: false } => new("you can add your question, without names.") { Link = "Here" },
        Message.YourPage => new("your question is on your page, with all that happens.") { Link = "Here" },
        Message.AddQuestion => new("you can add your question, without names. A refer-out checklist is there too.") { Link = "Here" },
        Message.MedicationLimits =>
            new("this consult gives general information, no orders. Overdose or reaction: 911, or Poison Help 1-800-222-1222."),
        Message.SupportStaysHere => new("this line tells no manager. The colleague keeps it too, unless someone is in danger."),
        Message.Proposed proposed => new(
            $"{Who} can {KindWords.ComeToYou(proposed.Modality)} {reader.At(proposed.Start)}.", proposed.Consultant, NameForm.Titled)
        {
            Answers = ["book it", "ask someone else"],
            Then = $"Held until {reader.By(proposed.HeldUntil)}.",
        },
        Message.ProposalSent sent => new(
            $"{reader.By(sent.Start)} offered to {Who}. Not booked yet. We {reader.Tell} you by {reader.By(sent.AnswerBy)} either way.", sent.Other),
        Message.ProposalLapsed { IsOver: true } lapsed => new($"{reader.By(lapsed.Start)} is no longer held."),
        Message.ProposalLapsed lapsed =>
            new($"{reader.By(lapsed.Start)} is no longer held. We ask others now. {Promise(lapsed.PromiseAt, reader)}"),
        Message.BookedForAsker booked => Booked(booked, reader),
        Message.ConsultantReleased { PromiseAt: { } promise } released => new(
            $"{Who} is not free after all. We ask others now. {Promise(promise, reader)}", released.Consultant),
        Message.ConsultantReleased released => new($"{Who} is not free after all.", released.Consultant),
        Message.NoOneWasFree none => NoOneWasFree(none),
        Message.ManagerTakesOver over => new($"{Who} takes this over and will call you.", over.Manager, NameForm.Titled),
        Message.ManagerNotReached missed =>
            new($"we could not reach a manager. Please call the backup line: {missed.BackupLine.Spoken}. In danger: 911. Or call 988."),
        Message.WithdrawnAck => new("withdrawn. We tell everyone we asked. Nothing more to do."),
        Message.WhereItStands standing => new(
            $"{KindWords.Plain(standing.Kind)}, {KindWords.Plain(standing.Urgency)}: {standing.Asked} asked, no yes yet. " +
            $"By {reader.By(standing.PromiseAt)} we {reader.Tell} you a name or what to do.")
        {
            Extras = [$"{reader.Command("X")} withdraws."],
        },
        Message.CallProposed call => new($"{Who} can {KindWords.ComeToYou(call.Modality)} now.", call.Consultant, NameForm.Titled)
        {
            Answers = ["take it", "ask someone else"],
            Then = $"Held until {reader.By(call.HeldUntil)}.",
        },
        Message.MakeItNow => new("is it urgent? We can ask everyone anew for a call within 10 min.")
        {
            Answers = ["ask for a call now", "leave it as it is"],
        },
        Message.ModalityNoted noted => new(
            $"noted: {KindWords.Plain(noted.Modality)}. Offers say so from now on. " +
            $"By {reader.By(noted.PromiseAt)} we {reader.Tell} you a name or what to do."),
        Message.WishNoted noted => new(
            $"noted: {reader.Choice(noted.From)}{(noted.Until is { } until ? $" to {reader.By(until)}" : "")}. Offers follow it from now on. " +
            $"By {reader.By(noted.PromiseAt)} we {reader.Tell} you a name or what to do."),
        Message.WithdrawQuestion withdraw => new($"withdraw your request ({KindWords.Plain(withdraw.Kind)}, {KindWords.Plain(withdraw.Urgency)})?")
        {
            Answers = ["withdraw", "keep asking"],
        },
        Message.TalkingYet talking => new($"are you and {Who} talking yet?", talking.Consultant)
        {
            Answers = ["talking", "not yet"],
            Then = talking.Until is { } until ? $"If we hear nothing by {reader.By(until)}, we ask someone else." : "If we hear nothing, we ask someone else.",
        },
        Message.TalkingYetAgain again => new($"are you and {Who} talking?", again.Consultant)
        {
            Answers = ["talking", "not yet"],
            Then = $"Backup line {again.BackupLine.Spoken}. In danger: 911. Or call or text 988.",
        },
        Message.OtherReminded { BackupLine: { } line } reminded => new(
            $"we reminded {Who}. Don't wait: backup line {line.Spoken}. In danger: 911. Or call or text 988. Still nothing? Text NO CALL.", reminded.Other),
        Message.OtherReminded reminded => new($"we reminded {Who} just now. Still no call in a few minutes? Text NO CALL, and we go on from there.", reminded.Other),
        Message.AskedToTryAgain again => new($"we asked {Who} to call you again. Or call {again.Number.Spoken}", again.Other),
        Message.TheyTried tried => new($"{Who} just tried to reach you. Please call back: {tried.Number.Spoken}", tried.Other),
        Message.StillBooked { Start: { } start } booked => new(
            $"our texts to you are off. Your consult with {Who} still stands: {reader.At(start)}. Move it or call it off on its page.", booked.Consultant)
        {
            Subject = "your consult still stands",
        },
        Message.StillBooked booked => new(
            $"our texts to you are off. Your consult with {Who} still stands, within 10 min. You can call it off on its page.", booked.Consultant)
        {
            Subject = "your consult still stands",
        },
        Message.AskingAgain { BackupLine: { } line } again => new(
            $"we ask someone else now and {reader.Tell} you by {reader.By(again.PromiseAt)}. Don't wait: backup line {line.Spoken}. " +
            "In danger: 911. Or call 988."),
        Message.AskingAgain again => new($"we ask someone else now. {Promise(again.PromiseAt, reader)}"),
        Message.AskingSameAgain again => new($"we ask {Who} again. {Promise(again.PromiseAt, reader)}", again.Consultant),
        Message.SorryMissed missed => new($"sorry that you and {Who} missed each other. What now?", missed.Other)
        {
            Answers = ["try again", "ask someone else", "leave it"],
            Extras = Left(missed.Until, reader),
        },
        Message.CutShortWhatNow cut => new("sorry that it was cut short. What now?")
        {
            Answers = ["try again", "ask someone else", "leave it"],
            Extras = Left(cut.Until, reader),
        },
        Message.ConsentAgain consent => new($"before {Who} observes: does your client's written consent still stand?", consent.Observer)
        {
            Answers = ["it stands", "it is withdrawn"],
        },
        _ => Afterwards(message),
    };

    private static ImmutableArray<string> Left(Instant? until, Reader reader) => until is { } at ? [$"Open until {reader.By(at)}."] : [];

    private static string Promise(Instant at, Reader reader) =>
        $"By {reader.By(at)} we {reader.Tell} you a name, or that no one was free and what to do.";

    private static Phrase? Afterwards(Message message) => message switch
    {
        Message.EveningCheckIn => new("checking in after your request: how are you doing?") { Answers = ["all right", "I'd like to talk"] },
        Message.EveningAgain again => new("how are you doing?")
        {
            Answers = ["all right", "I'd like to talk"],
            Then = $"Our line: {again.AssistanceLine.Spoken}. In danger: 911 or 988.",
        },
        Message.EveningHelp help =>
            new($"thank you for saying so. Call {help.AssistanceLine.Spoken}, or call 988 any time.")
            {
                Answers = help.ColleagueMayCall ? ["a colleague calls me", "not now"] : [],
            },
        Message.DidItHelp => new("did the consult help?") { Answers = ["it helped", "partly", "still stuck"] },
        Message.SecondOpinionOffer => new("thank you for telling us. Shall we ask someone else for a second opinion?")
        {
            Answers = ["ask", "leave it"],
        },
        Message.StillStuckSupport stuck =>
            new($"thank you for telling us. {Line(stuck.Kind)} can help further: {stuck.Line.Spoken}. Or call 988 any time.")
            {
                Extras = ["Text ASK to ask someone else."],
            },
        Message.ThankYou { WordsDropped: true } => new("thank you for telling us. Your other words went to nobody."),
        Message.ThankYou => new("thank you for telling us."),
        Message.NotedClosed => new("noted, thank you. We ask nothing more about this.") { Extras = [AskAgain] },
        Message.DrillOver over => DrillWording.Over(over),
        _ => null,
    };

    private static string Line(Kind kind) => kind == Kind.Support ? "Our assistance line" : "Our backup line";

    private static Phrase Held(Message.HeldRequest held)
    {
        var what = KindWords.Requested(held.Kind, held.Urgency, held.State);
        var danger = held.Kind == Kind.Risk ? " If anyone is in danger: 911, or call 988." : "";
        return new(held.Again ? $"still not sent: {what}. Is it yours?{danger}" : $"did you ask for a consult: {what}? It is not sent yet.{danger}")
        {
            Shorter = held.Again ? null : $"not sent yet: {what}. Is it yours?{danger}",
            Answers = ["send it", "not me"],
            Subject = "please confirm your request",
        };
    }

    private static Phrase Asking(Message.Asking asking, Reader reader)
    {
        var begins = asking.From is { } from ? $"from {reader.By(from)}" : "now";
        var asked = $"{KindWords.Asked(asking.Kind)} {begins}{(asking.Kind == Kind.Support ? ", no manager" : "")}";
        var promise = asking.From is null
            ? Promise(asking.PromiseAt, reader)
            : $"By {reader.By(asking.PromiseAt)} we {reader.Tell} you a name or what to do.";
        var begin = $"{KindWords.Requested(asking.Kind, asking.Urgency, asking.State)}. Asking {asked}.";
        return new($"{begin} {promise}")
        {
            Shorter = $"{begin} A name or what to do by {reader.By(asking.PromiseAt)}.",
            Extras = [$"{reader.Command("X")} withdraws."],
        };
    }

    private static Phrase Booked(Message.BookedForAsker booked, Reader reader) => new(
        $"booked. {Who} {KindWords.ComesToYou(booked.Modality)} {(booked.Start is { } start ? reader.At(start) : "within 10 min")}.",
        booked.Consultant)
    {
        Link = "Notes and calendar",
        Extras = [booked.Start is null ? $"{reader.Command("X")} call off" : reader.NewTimeOrCallOff],
        Subject = "a consult is booked",
    };

    private static Phrase NoOneWasFree(Message.NoOneWasFree none)
    {
        var line = none.Line.Spoken;
        var noOne = none.Unlicensed is { } state ? $"no one here is licensed in {state}" : "no one was free";
        var says = none.Kind switch
        {
            Kind.Risk => $"{noOne}. Call the backup line now: {line}. In danger: 911. Or call 988.",
            Kind.Support =>
                $"sorry, no one was free. Our assistance line is there for you: {line}. Or call 988 any time. We told no manager.",
            Kind.Medication => $"{noOne}. Call the practice: {line}. Overdose or reaction: 911, or Poison Help 1-800-222-1222.",
            _ => $"{noOne}. Call the practice: {line}.",
        };
        var manager = none.Kind == Kind.Support ? null : none.ManagerTold;
        var shorter = says.Replace("Overdose or reaction: 911, or Poison Help", "Overdose: 911, Poison Help", StringComparison.Ordinal);
        return new(manager is null ? says : $"{says} {Who} was told.", manager)
        {
            Shorter = manager is null ? shorter : $"{shorter} {Who} was told.",
            Extras = none.Kind is Kind.Risk or Kind.Support or Kind.Medication ? [] : [AskAgain],
        };
    }
}
