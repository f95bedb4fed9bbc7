using Curbside.Consults;
using static Curbside.Messages.Phrase;

namespace Curbside.Messages;

/// <summary>What either of the two who consult is told about the other.</summary>
internal static class PairWording
{
    public static Phrase? Of(Message message, Reader reader) => message switch
    {
        Message.CalledOff { Start: { } start } off => new($"the consult with {Who} {reader.At(start)} is called off. Nothing more to do.", off.Other)
        {
            Subject = "a consult is called off",
        },
        Message.CalledOff off => new($"the consult with {Who} is called off. Nothing more to do.", off.Other) { Subject = "a consult is called off" },
        Message.Reminder reminder => new(
            $"reminder: {Who}, {KindWords.Plain(reminder.Modality)}, {reader.At(reminder.Start)}.", reminder.Other, NameForm.Titled)
        {
            Extras = [$"Notes: {Wording.LinkMark}", reader.NewTimeOrCallOff],
            Subject = "a reminder of your consult",
        },
        Message.StartNow start => new($"it is time. {Connect(start)}", start.Other),
        Message.DidYouMeet met => new($"did the consult with {Who} take place?", met.Other) { Answers = ["it did", "it did not"] },
        Message.ChooseNewTime choose => new($"when instead of {reader.At(choose.Current)} with {Who}?", choose.Other)
        {
            Answers = [.. choose.Starts.Select(reader.Choice), "keep the old"],
            Extras = [reader.OrTextATime, .. choose.Until is { } until ? [$"(open until {reader.By(until)})"] : Array.Empty<string>()],
        },
        Message.MovePassedOn passed => new(
            $"{reader.By(passed.Start)} offered to {Who}. Until it is taken, the old time stands. " +
            $"We {reader.Tell} you by {reader.By(passed.AnswerBy)}.",
            passed.Other),
        Message.MoveAsked asked => new($"{Who} asks to move {reader.At(asked.Current)} to {reader.Choice(asked.Start)}.", asked.Other)
        {
            Answers = ["take the new time", "keep the old"],
            Extras = asked.Until is { } until ? [$"Open until {reader.By(until)}."] : [],
        },
        Message.BookingDetails details => Details(details, reader),
        Message.RunsLate { Expected: { } expected } late => new($"{Who} is running late and expects {reader.By(expected)}. The consult still stands.", late.Other),
        Message.RunsLate late => new($"{Who} is running late. The consult still stands.", late.Other),
        Message.LatenessPassedOn { Expected: { } expected } late => new($"we told {Who} that you expect {reader.By(expected)}.", late.Other)
        {
            Extras = [reader.NewTimeOrCallOff],
        },
        Message.LatenessPassedOn late => new($"we told {Who} that you are running late.", late.Other) { Extras = [reader.NewTimeOrCallOff] },
        Message.CallOffQuestion off => new(
            $"call off {(off.Start is { } start ? $"{reader.Choice(start)} with" : "your call with")} {Who}?", off.Other, NameForm.Titled)
        {
            Answers = ["call off", "keep"],
            Extras = off.IsMovable ? [reader.OrTextATime] : [],
        },
        Message.CutShort cut => new($"sorry to hear it. Did the consult with {Who} take place all the same?", cut.Other)
        {
            Answers = ["it did", "it did not"],
        },
        Message.NoteWritten note => new($"{Who} wrote something on the page of your consult.", note.Other) { Link = "Read it", Subject = "a note for you" },
        Message.Moved moved => new($"moved. The consult with {Who} is {reader.At(moved.Start)}.", moved.Other) { Subject = "a consult is moved" },
        Message.TimeKept kept => new($"no new time. The consult with {Who} stays {reader.At(kept.Start)}.", kept.Other),
        Message.TimeImpossible impossible => new($"{reader.By(impossible.Start)} {Trouble(impossible.Trouble)}.")
        {
            Extras = [reader.TextAnotherTime],
        },
        Message.WordsIdentify =>
            new("your answer is in. Your other words may name somebody, so we did not keep them. You can write on the page, without names."),
        Message.WordsNotPassedOn => new("your answer is in. Your other words went to nobody."),
        Message.WordsKept => new("your answer is in. Your other words are kept for the other side to read; nothing else was done with them."),
        _ => null,
    };

    private static Phrase Details(Message.BookingDetails details, Reader reader)
    {
        var when = details.Start is { } start ? reader.At(start) : "within 10 min";
        var number = details.Number is { } phone ? $": {phone.Spoken}" : "";
        var says = (details.Modality, details.YouCall) switch
        {
            (Modality.Phone, true) => $"you call {Who} {when}{number}.",
            (Modality.Phone, false) => $"{Who} calls you {when}{number}.",
            _ => $"you and {Who} meet {(details.Modality == Modality.InPerson ? "in person" : "by video")} {when}{(number.Length > 0 ? $", phone{number}" : "")}.",
        };
        return new(says, details.Other) { Link = "Page", Extras = [details.Start is null ? $"{reader.Command("X")} call off" : reader.NewTimeOrCallOff] };
    }

    private static string Connect(Message.StartNow start) => (start.Modality, start.YouCall) switch
    {
        (Modality.Phone, false) => $"{Who} calls you now, from {start.Number.Spoken}",
        (Modality.Phone, true) => $"Call {Who} now: {start.Number.Spoken}",
        _ => $"{KindWords.Connect(start.Modality)} now. If that fails, call {start.Number.Spoken}",
    };

    private static string Trouble(TimeTrouble trouble) => trouble switch
    {
        TimeTrouble.Past => "is already past",
        TimeTrouble.TooLate => "is too late for this consult",
        _ => "is already taken",
    };
}
