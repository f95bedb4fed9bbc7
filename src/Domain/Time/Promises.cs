using Curbside.Consults;
using NodaTime;

namespace Curbside.Time;

/// <summary>By when an answer is owed to whoever asks.</summary>
public static class Promises
{
    /// <param name="zone">The practice's zone, which the rule's times of day are in.</param>
    public static Instant For(PromiseRule rule, Instant askedAt, DateTimeZone zone) => rule switch
    {
        PromiseRule.After after => askedAt + after.Wait,
        PromiseRule.SameDay sameDay => SameDay(sameDay, askedAt, zone),
        PromiseRule.Weekday weekday => Weekday(weekday, askedAt, zone),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such promise."),
    };

    private static Instant SameDay(PromiseRule.SameDay rule, Instant askedAt, DateTimeZone zone)
    {
        var (today, time) = askedAt.InZone(zone).LocalDateTime;
        if (time < rule.DayBegins)
        {
            return LocalTimes.First(today.At(rule.NextMorning), zone);
        }

        return time > rule.LastAsk
            ? LocalTimes.First(today.PlusDays(1).At(rule.NextMorning), zone)
            : Instant.Min(askedAt + rule.Wait, LocalTimes.First(today.At(rule.Latest), zone));
    }

    private static Instant Weekday(PromiseRule.Weekday rule, Instant askedAt, DateTimeZone zone)
    {
        var day = askedAt.InZone(zone).Date;
        for (var weekdays = 0; weekdays < rule.WeekdaysAfter;)
        {
            day = day.PlusDays(1);
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            {
                weekdays++;
            }
        }

        return LocalTimes.First(day.At(rule.At), zone);
    }
}
