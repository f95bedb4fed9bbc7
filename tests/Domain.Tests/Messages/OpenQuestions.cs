using System.Collections.Concurrent;
using Curbside.Messages;
using NodaTime;

namespace Curbside.Tests.Messages;

/// <summary>Every question that can be open on a phone, in the notation of the corpora.</summary>
internal static class OpenQuestions
{
    public const string Talking = "A[1=talking, 0=not-talking, yes=talking]{asker booked, Noor Ng}";
    public const string Evening = "A[1=doing-all-right, 2=would-like-a-call, yes=doing-all-right, no=would-like-a-call]{asker follow-up, Noor Ng}";

    public static SenderNotation Sender { get; } = SenderNotation.Parse("2026-01-05T10:00 America/Los_Angeles");

    public static IReadOnlyList<string> All { get; } =
    [
        "A[1=send, 0=not-me]{asker held}",
        "A[1=accept 15:00, 2=accept 16:30, 0=decline, time]{consultant offered, Maya Lee}",
        "A[1=accept, 0=decline, time]{consultant offered, Maya Lee}",
        "A[1=take 15:00, 0=refuse, yes=take 15:00, time]{asker asking}",
        "A[]{asker asking}",
        "A[]{asker booked, Noor Ng, 15:00}",
        "A[]{consultant booked, Maya Lee, 15:00}",
        "A[1=move-to 15:00, 2=move-to 16:30, 0=keep-time, time]{consultant booked, Maya Lee, 15:00}",
        Talking,
        Evening,
        "A[1=met, 0=not-met, yes=met]{consultant booked, Maya Lee, 09:00}",
        "A[1=same-person-again, 2=ask-someone-else, 0=leave-it]{asker follow-up, Noor Ng}",
        "A[1=helped, 2=helped-partly, 3=still-stuck, yes=helped, no=still-stuck]{asker follow-up, Noor Ng}",
        "A[1=second-opinion, 0=leave-it, yes=second-opinion]{asker follow-up, Noor Ng}",
        "A[1=consent-stands, 0=consent-withdrawn, yes=consent-stands]{asker booked, Noor Ng, 10:00}",
        "A[1=takes-it-over, 0=cannot-take-it-over, yes=takes-it-over]{manager called, Maya Lee}",
        "A[1=choose risk, 2=choose case, 3=choose medication, 0=choose]",
        "A[1=accept 15:00, 0=decline, time]{consultant offered, Maya Lee} B[1=accept 16:00, 0=decline, time]{consultant offered, Omar Diaz}",
    ];

    public static Understanding Understand(string text, string open, IReadOnlyCollection<string> sent)
    {
        var letters = Letters(open);
        var names = letters.Select(letter => letter.Brief?.Other?.Full).OfType<string>();
        return Understand(Grammar.Read(text, new ReadingContext(sent, [.. names])), open);
    }

    public static Understanding Understand(Reading reading, string open) =>
        Understanding.Of(reading, Letters(open), Sender.Now.ToInstant(), Sender.Now.Zone);

    private static IReadOnlyList<OpenQuestion> Letters(string open) => Parsed.GetOrAdd(open, Sender.ParseOpen);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<OpenQuestion>> Parsed = new();

    /// <summary>Something would be done: answered, called off, remarked, begun, opted out.</summary>
    public static bool Acts(Understanding understanding) => understanding switch
    {
        Understanding.Several several => several.All.Any(Acts),
        Understanding.Answers or Understanding.ForLetter or Understanding.Remarks or Understanding.Command => true,
        _ => false,
    };
}
