using System.Text.Json;
using Curbside.Consults;
using Curbside.Messages;
using NodaTime;

namespace Curbside.Tests.Messages;

/// <summary>Writes readings the short way in which the corpora do: <c>crisis, A1, yes, @fri 14:00, in 45m | what is kept</c>.</summary>
internal static class GrammarNotation
{
    public static string Of(Reading reading)
    {
        var all = reading.Meanings.Select(Of).Concat(reading.Meanings.IsEmpty ? new[] { reading.Said, reading.OfLine }.OfType<Meaning>().Select(Of) : []);
        var meanings = reading.Understood ? string.Join(", ", all) : "-";
        return reading.Kept is null ? meanings : $"{meanings} | {reading.Kept.ReplaceLineEndings("\\n")}";
    }

    /// <summary>In the end <c>?</c> means that morning or afternoon was not said.</summary>
    public static string Of(TimeExpression time) => time switch
    {
        TimeExpression.In wait => $"in {wait.Wait.TotalMinutes}m",
        TimeExpression.Clock clock => $"@{Of(clock.Day)}{clock.Hour:00}:{clock.Minute:00}{(clock.HalfKnown ? "" : "?")}",
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private static string Of(Meaning meaning) => meaning switch
    {
        Meaning.Option option => $"{option.Letter}{option.Number}",
        Meaning.Ordinal place => Lettered(place.Letter, place.Place < 0 ? "the last" : $"the {place.Place}."),
        Meaning.Any any => Lettered(any.Letter, "any"),
        Meaning.Wants wants => string.Join(" ", new[] { "wants", wants.Kind?.Name(), wants.Urgency?.Name() }.Where(word => word is not null)),
        Meaning.Crisis crisis => crisis.OfClient ? "crisis of a client" : "crisis",
        Meaning.RosterNews news => JsonNamingPolicy.KebabCaseLower.ConvertName(news.What.ToString()),
        Meaning.PauseUntil pause => $"pause until {Of(pause.Until)}",
        Meaning.FewerOffers fewer => $"fewer offers: {fewer.NotKind?.Name() ?? fewer.NotOn?.ToString()}",
        Meaning.NotWell => "not well",
        Meaning.At { Asked: true } at => $"{Lettered(at.Letter, Of(at.Time))}?",
        Meaning.Yes yes => Lettered(yes.Letter, "yes"),
        Meaning.No no => Lettered(no.Letter, "no"),
        Meaning.At at => Lettered(at.Letter, Of(at.Time)),
        Meaning.Said said => Lettered(said.Letter, Of(said)),
        Meaning.CallOff off => Lettered(off.Letter, "call-off"),
        Meaning.OtherTime other => Lettered(other.Letter, "other-time"),
        Meaning.Ask ask => string.Join(" ", new[] { "ask", ask.Kind?.Name(), ask.Urgency?.Name() }.Where(word => word is not null)),
        Meaning.WhatIsOpen => "what-is-open",
        Meaning.Pause pause => $"pause {pause.Days}",
        Meaning.OptOut { CarrierWord: true } => "opt-out by carrier word",
        Meaning.OptOut => "opt-out",
        Meaning.OptIn => "opt-in",
        Meaning.AutoReply => "auto-reply",
        _ => meaning.GetType().Name.ToLowerInvariant(),
    };

    private static string Of(Meaning.Said said)
    {
        var times = new[] { said.Time, said.Until }.OfType<TimeExpression>().Select(Of);
        var what = new[] { said.Kind?.Name(), said.Urgency?.Name(), said.Modality?.Name() }.OfType<string>();
        var name = said.What is Saying.AKind or Saying.AnUrgency ? "said" : $"said {JsonNamingPolicy.KebabCaseLower.ConvertName(said.What.ToString())}";
        return string.Join(" ", what.Concat(times).Prepend(name));
    }

    private static string Lettered(Letter? letter, string meaning) => letter is null ? meaning : $"{letter} {meaning}";

    private static string Of(DayWord day) => day switch
    {
        { Weekday: { } weekday } => $"{weekday.ToString()[..3].ToLowerInvariant()} ",
        { DaysAhead: 0 } => "today ",
        { DaysAhead: { } days } => $"+{days} ",
        _ => "",
    };
}
