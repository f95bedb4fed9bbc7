using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Drills;

/// <summary>A consult from a practice manager's own phone to the same phone: the whole way as it is in earnest, and nobody else is disturbed.</summary>
/// <remarks>
/// It is decided, stored, timed and sent as every consult is. Only the facts that it is decided on are its own: a cast of two on one phone, so that there
/// is nobody else to ask, tell or call in, and a policy in quick time.
/// </remarks>
public static class Drill
{
    private const string StandInName = "Stand-in";

    private static readonly WeeklyHours Always = WeeklyHours.Parse("Mon-Sun 00:00-24:00");

    /// <summary>
    /// Quick enough that a drill is over in half an hour, whether or not it is answered, and slow enough that every text can be read before the next. There is
    /// no second wave, since there is nobody left for it.
    /// </summary>
    private static readonly Pace Pace = new(
        AskedAtOnce: 1,
        NextWaveAfter: Duration.FromMinutes(15),
        new PromiseRule.After(Duration.FromMinutes(15)),
        Length: Duration.FromMinutes(5),
        Hold: Duration.FromMinutes(5));

    private static readonly Tempo Tempo = new()
    {
        Lead = Duration.FromMinutes(5),
        Grid = Duration.FromMinutes(5),
        StartsWithin = Duration.FromMinutes(25),
        FurthestCounter = Duration.FromHours(1),
        AfterTheEnd = Duration.FromMinutes(1),
        DidYouMeetWait = Duration.FromMinutes(10),
        MissedWait = Duration.FromMinutes(10),
        FollowUpAfter = Duration.FromMinutes(10),
        LastQuestionWait = Duration.FromMinutes(10),
    };

    public static Request RequestBy(Person manager, Practice practice) => new()
    {
        Asker = manager.Id,
        Kind = Kind.Case,
        Urgency = Urgency.Today,
        ClientState = practice.State,
        IsDrill = true,
    };

    /// <summary>What a request is decided on: for a drill its own facts, for every other all there are.</summary>
    public static Facts FactsFor(Request request, Facts facts) => request.IsDrill
        ? new(RosterFor(request, facts.Roster), StandInsTimes(request, facts), PolicyFor(request, facts.Policy))
        : facts;

    /// <exception cref="KeyNotFoundException">The roster never had the manager.</exception>
    public static Roster RosterFor(Request request, Roster roster) => request.IsDrill ? Cast(roster[request.Asker]) : roster;

    /// <summary>At any hour, since the manager asked for it just now; and its words are gone after a day.</summary>
    public static Policy PolicyFor(Request request, Policy policy) => !request.IsDrill ? policy : policy with
    {
        Paces = ImmutableDictionary<(Kind, Urgency), Pace>.Empty.Add((Kind.Case, Urgency.Today), Pace),
        Tempo = Tempo,
        QuietHours = QuietHours.None,
        Buffer = Duration.Zero,
        KeepDays = 1,
    };

    /// <returns>Null where the request is no drill, and a person is nobody but themselves.</returns>
    public static DrillPart? PartOf(Request request, PersonId person) =>
        !request.IsDrill ? null : person == request.Asker ? DrillPart.Asker : DrillPart.StandIn;

    /// <summary>Who it is that has this phone, in a drill or out of one.</summary>
    public static PersonId PersonOn(PhoneNumber phone, DrillPart? part) => part == DrillPart.StandIn ? PersonId.StandInOn(phone) : PersonId.Of(phone);

    /// <summary>Both are there at any hour and can be brought together: what the roster says of the manager's days has no part in it.</summary>
    private static Roster Cast(Person manager)
    {
        var asker = manager with { Availability = Always, Away = [], NotWith = [], ReportsTo = [] };
        var standIn = asker with
        {
            IsStandIn = true,
            Name = StandInName,
            Credentials = "",
            Roles = Roles.Consultant,
            Discipline = Discipline.Psychologist,
            Licences = [.. UsState.All],
            Topics = [],
            MaxPerWeek = null,
        };
        return new Roster(new[] { asker, standIn }.Select(person => new Colleague(person, new Reach { Consented = true }, [])));
    }

    /// <summary>The manager's own calendar neither stands in a drill's way nor is touched by it.</summary>
    private static Busy StandInsTimes(Request request, Facts facts)
    {
        var standIn = PersonId.StandInOn(facts.Roster[request.Asker].Phone);
        return facts.Busy.Times.TryGetValue(standIn, out var taken) ? new Busy(Busy.Nobody.Times.Add(standIn, taken)) : Busy.Nobody;
    }
}
