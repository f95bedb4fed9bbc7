using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Matching;

/// <summary>
/// The rules about the hour in which someone is asked. Nobody is asked while paused or away, nor at night without having agreed to be woken;
/// and for a call now nobody who cannot take it now.
/// </summary>
internal sealed class AskingHours(Need need, Calendar calendar, Instant now)
{
    public ImmutableArray<Reason> Against(Colleague colleague) =>
    [
        .. Hindrances(colleague, now + Duration.Epsilon)
            .Where(hindrance => hindrance.During.Contains(now))
            .Select(hindrance => hindrance.Reason),
    ];

    /// <returns>When someone who can't be asked now can be asked first; null where that is not before the answer is owed.</returns>
    public Instant? NextFor(Colleague colleague) => FreeOf(colleague, need.PromiseAt + Duration.Epsilon).All is [var first, ..] ? first.Start : null;

    /// <summary>When someone may be asked, from now until then.</summary>
    public Stretches FreeOf(Colleague colleague, Instant until) => Hindrances(colleague, until)
        .Aggregate(Stretches.Between(now, until), (rest, hindrance) => rest.Without(hindrance.During));

    private IEnumerable<(Reason Reason, Stretches During)> Hindrances(Colleague colleague, Instant until)
    {
        var person = colleague.Person;
        if (colleague.Reach.PausedUntil is { } resumes)
        {
            yield return (Reason.Paused, Stretches.Between(now, resumes));
        }

        yield return (Reason.Away, Calendar.Away(person));
        if (!calendar.MayBeWoken(colleague))
        {
            yield return (Reason.QuietHours, calendar.Nights(person.Zone, now, until));
        }

        if (need.Request.Urgency == Urgency.Now)
        {
            yield return (Reason.NotAvailable, Stretches.Between(now, until).Without(calendar.Open(colleague, now, until)));
            yield return (Reason.WeekIsFull, Calendar.FullWeeks(colleague, now, until));
            yield return (Reason.NoCommonTime, calendar.Clashes(colleague.Id, Duration.Zero));
        }
    }
}
