using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Tests.Messages;

/// <summary>Reads what is open on a sender's phone, and writes what a text means, in the notation of <c>understanding-corpus.txt</c>.</summary>
internal sealed partial record SenderNotation(ZonedDateTime Now)
{
    /// <summary>From <c>2026-01-05T10:00 America/Los_Angeles</c>.</summary>
    public static SenderNotation Parse(string now)
    {
        var (local, zone) = Cut(now, ' ');
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
        return new SenderNotation(pattern.Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]));
    }

    /// <summary>From <c>A[1=accept 15:00, 0=decline, time]{consultant offered, Maya Lee, 15:00} B[] C(closed)</c>.</summary>
    public IReadOnlyList<OpenQuestion> ParseOpen(string open) =>
        [.. from Match match in Letters().Matches(open) select ParseLetter(match.Groups[1].Value[0], match.Groups[2].Value, ParseBrief(match.Groups[3].Value))];

    [GeneratedRegex(@"([A-Z])[\[(]([^\])]*)[\])](?:\{([^}]*)\})?")]
    private static partial Regex Letters();

    private LetterBrief? ParseBrief(string text)
    {
        if (text == "")
        {
            return null;
        }

        var parts = text.Split(", ");
        var (side, phase) = Cut(parts[0], ' ');
        return new LetterBrief(
            Enum.Parse<Side>(side, ignoreCase: true),
            Enum.Parse<Phase>(phase.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            parts.Length > 1 ? new PersonName(parts[1], "") : null,
            parts.Length > 2 ? ParseTime(parts[2]) : null);
    }

    public string Write(Understanding understanding) => understanding switch
    {
        Understanding.Several several => string.Join("; ", several.All.Select(Write)),
        Understanding.Answers answers => string.Join(", ", answers.All.Select(given => $"{given.Letter} {Write(given.Answer)}")),
        Understanding.ForLetter { What: LetterCommand.CallOff } off => $"call-off {off.Letter}",
        Understanding.ForLetter other => $"other-time {other.Letter}",
        Understanding.WhichLetter which => $"which letter {string.Join(' ', which.Letters)}",
        Understanding.WhichNumber which => $"which number {which.Letter} {string.Join(' ', which.Numbers)}",
        Understanding.OldNumber old => $"old number {old.Letter} {string.Join(' ', old.Current)}",
        Understanding.ClosedLetter closed => $"closed {closed.Letter}",
        Understanding.Remarks remarks => string.Join(
            " ",
            new[] { $"remark {remarks.Letter}", JsonNamingPolicy.KebabCaseLower.ConvertName(remarks.What.ToString()), remarks.Modality?.Name(), remarks.Time is { } from ? Write(from.InZone(Now.Zone)) : null, remarks.Until is { } until ? $"to {Write(until.InZone(Now.Zone))}" : null }
                .Where(part => part is not null)),
        Understanding.NotPlain plain => $"not plain {plain.Letter}",
        Understanding.Nothing => "nothing",
        Understanding.Command command => $"command {GrammarNotation.Of(new Reading([command.Meaning], null))}",
        Understanding.NotUnderstood => "not understood",
        _ => throw new ArgumentOutOfRangeException(nameof(understanding)),
    };

    private OpenQuestion ParseLetter(char letter, string asked, LetterBrief? brief)
    {
        if (asked is "" or "closed")
        {
            return new OpenQuestion(new Letter(letter), null, 1, asked == "closed", brief);
        }

        var parts = asked.Split(", ").Select(part => Cut(part, '=')).ToList();
        var numbered = parts.Where(part => part.Before != "0" && char.IsAsciiDigit(part.Before[0])).ToList();
        var answers = numbered.Select(part => ParseAnswer(part.After));
        var question = new Question("q", [.. answers], Find("0"), Find("yes"), parts.Contains(("time", "")), Find("no"));
        return new OpenQuestion(new Letter(letter), question, int.Parse(numbered[0].Before, CultureInfo.InvariantCulture), false, brief);

        Answer? Find(string name) => parts.Where(part => part.Before == name).Select(part => ParseAnswer(part.After)).SingleOrDefault();
    }

    private Answer ParseAnswer(string text)
    {
        var (kind, time) = Cut(text, ' ');
        var named = Enum.Parse<AnswerKind>(kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        return named == AnswerKind.Choose ? new Answer(named, Word: time == "" ? null : time) : new Answer(named, time == "" ? null : ParseTime(time));
    }

    private Instant ParseTime(string text)
    {
        var (days, time) = text.StartsWith('+') ? Cut(text, ' ') : ("0", text);
        var at = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;
        return Now.Date.PlusDays(int.Parse(days, CultureInfo.InvariantCulture)).At(at).InZoneStrictly(Now.Zone).ToInstant();
    }

    private string Write(Answer answer)
    {
        var letters = answer.Kind.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{letter}" : $"{letter}");
        var kind = string.Concat(letters).ToLowerInvariant();
        return answer.At is { } at ? $"{kind} {Write(at.InZone(Now.Zone))}" : answer.Word is { } word ? $"{kind} {word}" : kind;
    }

    private string Write(ZonedDateTime at)
    {
        var days = Period.DaysBetween(Now.Date, at.Date);
        var ahead = days == 0 ? "" : $"+{days} ";
        return ahead + ZonedDateTimePattern.CreateWithInvariantCulture("HH:mmo<+HH>", null).Format(at);
    }

    private static (string Before, string After) Cut(string text, char mark) =>
        text.IndexOf(mark) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
}
