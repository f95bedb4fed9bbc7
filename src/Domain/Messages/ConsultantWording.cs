using System.Collections.Immutable;
using System.Diagnostics;
using Curbside.Consults;
using Curbside.People;
using NodaTime;
using static Curbside.Messages.Phrase;

namespace Curbside.Messages;

/// <summary>What the colleague who is asked is told.</summary>
internal static class ConsultantWording
{
    private const string BookedSubject = "a consult is booked";

    public static Phrase? Of(Message message, Reader reader) => message switch
    {
        Message.Offer { Starts.IsEmpty: true } offer => new(
            $"{Asker(offer.Asker)} {KindWords.Asks(offer.Kind, offer.State)}, now. Can you {KindWords.Reach(offer.Modality)} within 10 min?",
            offer.Asker,
            NameForm.Titled)
        {
            Answers = ["I can", "can't"],
            Subject = "can you take a consult?",
        },
        Message.Offer offer => new(
            $"{Asker(offer.Asker)} {KindWords.Asks(offer.Kind, offer.State)}, {KindWords.Plain(offer.Modality)}, about {(int)offer.Length.TotalMinutes} min.",
            offer.Asker,
            NameForm.Titled)
        {
            Shorter = $"{Asker(offer.Asker)} {KindWords.Asks(offer.Kind, offer.State)}, {KindWords.Plain(offer.Modality)}, {(int)offer.Length.TotalMinutes} min.",
            Answers = [.. offer.Starts.Select(reader.Choice), "can't"],
            Extras = [reader.OrTextATime, .. offer.Until is { } until ? [$"(open until {reader.By(until)})"] : Array.Empty<string>()],
            Subject = "can you take a consult?",
        },
        Message.WhatAbout about => new($"{Asker(about.Asker)} {KindWords.Asks(about.Kind)}, about {(int)about.Length.TotalMinutes} min.", about.Asker)
        {
            Answers = about.IsAsked ? Choices(about.Starts, reader) : [],
            Extras = ["No client is named by text.", $"By {KindWords.Plain(about.Modality)}, {KindWords.Plain(about.Urgency)}."],
        },
        Message.OfferPaused paused => new($"held for you until {reader.By(paused.Until)}.")
        {
            Answers = Choices(paused.Starts, reader),
            Extras = ["We ask you again then."],
        },
        Message.OfferStaysOpen { NextAsked: true } open => new("we ask the next too. If it fits after all:") { Answers = Choices(open.Starts, reader) },
        Message.OfferStaysOpen open => new("it stays open to you. If it fits after all:") { Answers = Choices(open.Starts, reader) },
        Message.WhoCalls calls => new(
            $"you {KindWords.Reach(calls.Modality)} {(calls.Modality == Modality.Phone ? "" : "with ")}{(calls.Asker is null ? "your colleague" : Who)}.", calls.Asker)
        {
            Answers = Choices(calls.Starts, reader),
            Extras = ["The number comes with the booking."],
        },
        Message.WindowStarts window => new(window.IsInside ? "free then:" : "nothing is free then. Near it:")
        {
            Answers = [.. window.Starts.Select(reader.Choice), window.ForAsker ? "ask someone else" : "can't"],
            Extras = [reader.OrTextATime],
        },
        Message.NoFreeTime => new("nothing is free then.") { Extras = [reader.TextAnotherTime] },
        Message.CallPassedOn passed => new(
            $"a call now is offered to {(passed.Asker is null ? "your colleague" : Who)}. Not booked yet. We {reader.Tell} you by {reader.By(passed.AnswerBy)} either way.",
            passed.Asker),
        Message.TimeGone { Starts.IsEmpty: true } => new("that time has just gone.") { Extras = [reader.TextAnotherTime] },
        Message.TimeGone gone => new("that time has just gone. What about another?")
        {
            Answers = [.. gone.Starts.Select(reader.Choice), "can't"],
            Extras = [reader.OrTextATime],
        },
        Message.CounterPassedOn passed => new(
            $"{reader.By(passed.Start)} offered to {(passed.Asker is null ? "your colleague" : Who)}. Not booked yet. " +
            $"We {reader.Tell} you by {reader.By(passed.AnswerBy)} either way.",
            passed.Asker),
        Message.AskerProposes proposes => new($"{Asker(proposes.Asker)} asks for {reader.At(proposes.Start)} instead.", proposes.Asker)
        {
            Answers = ["take it", "can't"],
            Then = $"Held until {reader.By(proposes.HeldUntil)}.",
        },
        Message.CounterNotTaken counter => new($"{reader.By(counter.Start)} was not taken, and nothing is booked. Thank you for offering it."),
        Message.BookedForConsultant { Start: { } start } booked => new(
            $"booked. {KindWords.Connect(booked.Modality)} {reader.At(start)}.", booked.Asker)
        {
            Link = "Read first",
            Extras = [reader.NewTimeOrCallOff],
            Subject = BookedSubject,
        },
        Message.BookedForConsultant booked => new($"booked. {KindWords.Connect(booked.Modality)} now {Number(booked)}.", booked.Asker)
        {
            Link = "Read first",
            Subject = BookedSubject,
        },
        Message.Covered => new("covered, thank you. Someone else has it.") { HasPage = false },
        Message.NoLongerNeeded => new("this consult is no longer needed. Thank you.") { HasPage = false },
        Message.RequestWithdrawn withdrawn => new(
            $"{(withdrawn.Asker is null ? "your colleague" : Who)} took the request back. Nothing more to do, thank you.", withdrawn.Asker)
        {
            HasPage = false,
        },
        Message.OfferLapsed lapsed => new(
            $"another time is now with {(lapsed.Asker is null ? "your colleague" : Who)}, so nothing is needed from you. Thank you.", lapsed.Asker)
        {
            HasPage = false,
        },
        Message.NoTimeLeft => new("no time is left that suits you both, so we ask someone else. Thank you.") { HasPage = false },
        Message.OthersAreAsked => new("the request has changed, and others are asked now. You hear from us if it comes back to you.") { HasPage = false },
        Message.NobodyAnswered nobody => NobodyAnswered(nobody, reader),
        Message.NotTalking => new("we did not hear that you are talking, so we ask someone else. Thank you.") { HasPage = false },
        Message.DeclineAck ack => new(
            $"thank you for telling us.{(ack.IsOver ? "" : " We ask someone else.")}{(ack.WordsDropped ? " Your other words went to nobody." : "")}")
        {
            HasPage = false,
        },
        Message.ReleaseAck => new("done, it is off your list. We tell the other side, without a reason.") { HasPage = false },
        Message.OtherSideByEmail other => new(
            $"{Who} can't be texted any more and follows this by email. If you need to talk: {other.AskerPhone.Spoken}", other.Asker),
        Message.ConsultHelped { Partly: true } helped => new($"{(helped.Asker is null ? "your colleague" : Who)} says that it helped in part. Thank you.", helped.Asker),
        Message.WaitsForYou waits => new($"{Who} is waiting for your call: {waits.Number.Spoken}", waits.Asker),
        Message.TryOnceMore again => new($"we told {Who} that you tried. Please call once more in a few minutes: {again.Number.Spoken}", again.Asker),
        Message.AskerIsAsked asked => new($"thank you for telling us. We ask {Who} too, so that nobody is left waiting.", asked.Asker),
        Message.ConsultHelped { Asker: { } asker } => new($"{Who} found the consult useful. Thank you.", asker),
        Message.ConsultHelped => new("your colleague found the consult useful. Thank you."),
        _ => null,
    };

    /// <summary>The offer's answers; no start means now.</summary>
    private static ImmutableArray<string> Choices(ImmutableArray<Instant> starts, Reader reader) =>
        starts.IsEmpty ? ["I can", "can't"] : [.. starts.Select(reader.Choice), "can't"];

    private static Phrase NobodyAnswered(Message.NobodyAnswered nobody, Reader reader)
    {
        var asker = nobody.Asker is null ? "your colleague" : Who;
        var what = nobody.Kind switch
        {
            Kind.Risk => "was sent to the backup line",
            Kind.Support => "was told so, and where to turn",
            Kind.Case or Kind.Medication or Kind.SecondOpinion or Kind.Observation => "was told to call the practice",
            _ => throw new UnreachableException(),
        };
        return new($"no one answered by {reader.By(nobody.By)}, and {asker} {what}.{(nobody.IsAsked ? " Can you call after all?" : " Thank you.")}", nobody.Asker)
        {
            Answers = nobody.IsAsked ? ["I can", "can't"] : [],
            HasPage = nobody.IsAsked,
        };
    }

    private static string Asker(PersonName? asker) => asker is null ? "a colleague" : Who;

    private static string Number(Message.BookedForConsultant booked) =>
        booked.Modality == Modality.Phone ? booked.AskerPhone.Spoken : $"(phone {booked.AskerPhone.Spoken})";
}
