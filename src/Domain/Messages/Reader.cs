using System.Collections.Immutable;
using NodaTime;

namespace Curbside.Messages;

/// <summary>Who reads a message and how: in which zone, under which letter, as a text or as a mail.</summary>
internal sealed record Reader(WordingContext Context, bool ByMail)
{
    private const string DrillMark = " DRILL";

    public string Opening => Context.Letter is { } letter && !ByMail ? $"{Sender} {letter}: " : $"{Sender}: ";

    /// <summary>What stands before every text, mail and subject. Nobody may take a drill for a client's need, wherever it is read.</summary>
    public string Sender => $"{Gsm7.Fold(Context.SenderName)}{(Context.IsDrill ? DrillMark : "")}";

    /// <summary>How the reader hears from us next: "we text you by 5:00p".</summary>
    public string Tell => ByMail ? "email" : "text";

    public string At(Instant time) => SpokenTime.At(time, Context.Zone, Context.Now);

    public string By(Instant time) => SpokenTime.By(time, Context.Zone, Context.Now);

    public string Choice(Instant time) => SpokenTime.Choice(time, Context.Zone, Context.Now);

    /// <summary>A command about this consult, as it is texted: <c>X A</c>.</summary>
    public string Command(string word) => Context.Letter is { } letter ? $"{word} {letter}" : word;

    public string NewTimeOrCallOff => $"{Command("R")} new time, {Command("X")} call off";

    public string OrTextATime => $"Or text a time: {TimeExample}";

    public string TextAnotherTime => $"Text another time: {TimeExample}";

    private string TimeExample => Context.Letter is { } letter ? $"{letter} {AnyTime}" : AnyTime;

    /// <summary>A drill takes no time that is further off than an hour.</summary>
    private string AnyTime => Context.IsDrill ? "in 20" : "5:15p";

    /// <summary><c>A1, A2 or A0</c>.</summary>
    public string OneOf(ImmutableArray<int> numbers) =>
        OneOf([.. numbers.Union(Context.HasNone ? [0] : []).Select(number => $"{Context.Letter}{number}")]);

    public static string OneOf(ImmutableArray<string> words) =>
        words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";

    /// <summary><c>A1 book it, A0 ask someone else</c>; nothing where nothing is asked.</summary>
    /// <exception cref="ArgumentException">The question has other answers than the words.</exception>
    public string Numbered(ImmutableArray<string> answers)
    {
        var numbers = Context.Numbers;
        if (answers.IsEmpty || (numbers.IsEmpty && !Context.HasNone))
        {
            return "";
        }

        var allNumbered = numbers.Length == answers.Length && !Context.HasNone;
        if (!allNumbered && numbers.Length != answers.Length - 1)
        {
            throw new ArgumentException(
                $"There are words for {answers.Length} answers, and the question has {numbers.Length} numbers.", nameof(answers));
        }

        var said = numbers.Select((number, place) => $"{Context.Letter}{number} {answers[place]}");
        return string.Join(", ", Context.HasNone ? said.Append($"{Context.Letter}0 {answers[^1]}") : said);
    }
}
