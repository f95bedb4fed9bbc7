using Curbside.Consults;
using Curbside.People;
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
            Extras = [reader.OrTextATime],
            Subject = "can you take a consult?",
        },
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
        Message.NotTalking => new("we did not hear that you are talking, so we ask someone else. Thank you.") { HasPage = false },
        Message.DeclineAck => new("thank you for telling us. We ask someone else.") { HasPage = false },
        Message.ReleaseAck => new("done, it is off your list. We tell the other side, without a reason.") { HasPage = false },
        Message.OtherSideByEmail other => new(
            $"{Who} can't be texted any more and follows this by email. If you need to talk: {other.AskerPhone.Spoken}", other.Asker),
        Message.ConsultHelped { Asker: { } asker } => new($"{Who} found the consult useful. Thank you.", asker),
        Message.ConsultHelped => new("your colleague found the consult useful. Thank you."),
        _ => null,
    };

    private static string Asker(PersonName? asker) => asker is null ? "a colleague" : Who;

    private static string Number(Message.BookedForConsultant booked) =>
        booked.Modality == Modality.Phone ? booked.AskerPhone.Spoken : $"(phone {booked.AskerPhone.Spoken})";
}
