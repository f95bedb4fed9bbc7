using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Matching;

/// <summary>The times of people, as far as one need asks about them.</summary>
internal sealed class Calendar(Need need, Busy busy, Policy policy)
{
    private readonly Dictionary<(DateTimeZone Zone, Instant From, Instant To), Stretches> _nights = [];

    /// <summary>The person may be asked for this at night: they agreed to, and have not taken it back.</summary>
    public bool MayBeWoken(Colleague colleague) => !colleague.Reach.NightCallsOff && AgreedToBeWoken(colleague.Person);

    /// <summary>The quiet hours of everyone in a zone. A roster has few zones, so each is worked out once.</summary>
    public Stretches Nights(DateTimeZone zone, Instant from, Instant to)
    {
        if (!_nights.TryGetValue((zone, from, to), out var nights))
        {
            nights = policy.QuietHours.Between(from, to, zone);
            _nights.Add((zone, from, to), nights);
        }

        return nights;
    }

    /// <summary>
    /// When a consultant takes consults: in their hours and, if they agreed to be woken for this, at any other, since whoever can be called at three in
    /// the morning can be called on a Sunday afternoon. Night calls that are turned off take back the night and not the afternoon.
    /// </summary>
    public Stretches Open(Colleague colleague, Instant from, Instant to)
    {
        var person = colleague.Person;
        var hours = Stretches.Of(person.Availability.Between(from, to, person.Zone));
        if (!AgreedToBeWoken(person))
        {
            return hours;
        }

        var always = Stretches.Between(from, to);
        return MayBeWoken(colleague) ? always : hours.Or(always.Without(Nights(person.Zone, from, to)));
    }

    /// <summary>When the asker can talk, as far as their hours tell: those where there are any, otherwise all but the night.</summary>
    public Stretches OpenForAsker(Instant from, Instant to)
    {
        var asker = need.Asker;
        var hours = asker.Availability.IsEmpty
            ? Stretches.Between(from, to).Without(Nights(asker.Zone, from, to))
            : Stretches.Of(asker.Availability.Between(from, to, asker.Zone));
        return hours.Without(Away(asker));
    }

    /// <summary>The days on which someone is away, from their first moment to their last.</summary>
    public static Stretches Away(Person person) => person.Away.IsEmpty
        ? Stretches.None
        : Stretches.Of(person.Away.Select(away => new Interval(
            away.Start.AtStartOfDayInZone(person.Zone).ToInstant(),
            away.End.PlusDays(1).AtStartOfDayInZone(person.Zone).ToInstant())));

    /// <summary>The weeks in which a consultant takes no more.</summary>
    public static Stretches FullWeeks(Colleague colleague, Instant from, Instant to) => colleague.Person.MaxPerWeek is not { } most
        ? Stretches.None
        : Stretches.Of(Weeks.Between(from, to, colleague.Person.Zone)
            .Where(week => colleague.Taken.Count(taken => week.Contains(taken)) >= most));

    /// <summary>The starts at which a consult would run into something that is booked.</summary>
    /// <param name="buffer">Time to keep free on both sides of the consult.</param>
    public Stretches Clashes(PersonId person, Duration buffer) =>
        busy.Times.TryGetValue(person, out var taken)
            ? Stretches.Of(taken.Select(time => new Interval(
                time.Start - need.Pace.Length - buffer + Duration.Epsilon,
                time.End + buffer)))
            : Stretches.None;

    /// <summary>The starts with which a consult fits into one of the stretches.</summary>
    public Stretches Starts(Stretches open) =>
        Stretches.Of(open.All
            .Where(stretch => stretch.Duration >= need.Pace.Length)
            .Select(stretch => new Interval(stretch.Start, stretch.End - need.Pace.Length + Duration.Epsilon)));

    /// <inheritdoc cref="Policy.Buffer"/>
    public Duration Buffer => policy.Buffer;

    /// <inheritdoc cref="Policy.Tempo"/>
    public Tempo Tempo => policy.Tempo;

    /// <summary>At any urgency for risk, or for anything that is wanted now.</summary>
    private bool AgreedToBeWoken(Person person) =>
        (need.Request.Kind == Kind.Risk && person.WakeForRisk) || (need.Request.Urgency == Urgency.Now && person.WakeForNow);
}
