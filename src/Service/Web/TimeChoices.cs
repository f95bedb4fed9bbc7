using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Web;

/// <summary>Start times to choose from on the reader's own clock: hours of the day that "today" means, and of the weekdays after it.</summary>
internal sealed partial class TimeChoices(FieldMarkup fields, Policy policy, DateTimeZone zone, Instant now)
{
    private const int DaysAfter = 4;

    /// <summary>Nobody arranges a consult within less.</summary>
    private static readonly Duration Soonest = Duration.FromMinutes(30);

    private const int FirstHour = 8;
    private const int LastHour = 20;

    private static readonly LocalTime[] Later = [new(9, 0), new(12, 0), new(15, 0), new(17, 0)];

    private static readonly LocalDateTimePattern Value = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("h:mm tt");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dddd, MMM d");

    private LocalDate Today => now.InZone(zone).Date;

    public Html Render()
    {
        var typed = fields.Values(FormField.When).ToList();
        var days = Days().ToList();
        var offered = days.SelectMany(day => day.Times.Select(time => Value.Format(day.Date + time))).ToHashSet();
        var own = typed.Where(value => !offered.Contains(value)).Append("");
        var before = 0;
        return fields.Group(FormField.When, "Times that suit you (optional)",
            Html.Of($"""<p class="hint">On your own clock, up to ten. Leave them empty if any time will do.</p>"""),
            Html.Of(
                $"""
                {Html.Each(days, day =>
                {
                    var shown = Choices(day, typed, before);
                    before += day.Times.Count;
                    return shown;
                })}
                <p class="hint">Or another time, within 14 days</p>
                <div class="row">
                {Html.Each(own.Select((value, place) => (value, place)), time => Own(time.value, before + time.place))}
                </div>
                """), Html.Of($"not-now"));
    }

    private Html Choices((LocalDate Date, IReadOnlyList<LocalTime> Times, bool IsToday) day, List<string> typed, int before) => Html.Of(
        $"""
        <div role="group" aria-label="{Named(day.Date)}"{Html.If(!day.IsToday, $""" class="not-today" """)}>
        <p class="day">{Named(day.Date)}</p>
        {FieldMarkup.Checks(
            FormField.When,
            day.Times.Select(time => (Value.Format(day.Date + time), Clock.Format(time), typed.Contains(Value.Format(day.Date + time)))),
            before)}
        </div>
        """);

    private IEnumerable<(LocalDate Date, IReadOnlyList<LocalTime> Times, bool IsToday)> Days()
    {
        // Asked late in the evening, "today" is the next morning.
        var promised = policy.PaceOf(Kind.Case, Urgency.Today)?.Promise is { } rule ? Promises.For(rule, now, policy.Practice.Zone) : now;
        var first = promised.InZone(zone).Date;
        if (Hours(first) is { Count: > 0 } hours)
        {
            yield return (first, hours, true);
        }

        for (var (date, count) = (first.PlusDays(1), 0); count < DaysAfter; date = date.PlusDays(1))
        {
            if (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            {
                yield return (date, Later, false);
                count++;
            }
        }
    }

    private List<LocalTime> Hours(LocalDate date)
    {
        var from = (now + Soonest).InZone(zone).LocalDateTime;
        return
        [
            .. Enumerable.Range(FirstHour, LastHour - FirstHour + 1)
                .Select(hour => new LocalTime(hour, 0))
                .Where(time => date + time >= from),
        ];
    }

    private string Named(LocalDate date) => date == Today ? $"Today, {Day.Format(date)}" : date == Today.PlusDays(1) ? $"Tomorrow, {Day.Format(date)}" : Day.Format(date);

    /// <summary>A browser's own picker cannot show what is no time, or a time with its offset; that stays as it was typed.</summary>
    private static Html Own(string value, int place)
    {
        var type = value.Length == 0 || PickerShape().IsMatch(value) ? "datetime-local" : "text";
        return Html.Of(
            $"""<input id="{FieldMarkup.Id(FormField.When, place)}" name="{FormField.When}" type="{type}" value="{value}" aria-label="Another time">""");
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PickerShape();
}
