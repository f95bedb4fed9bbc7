using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Tests;

/// <summary>People, policies and needs as tests mostly want them; what a test is about it says with <c>with</c>.</summary>
internal static class Sample
{
    public static readonly DateTimeZone Pacific = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
    public static readonly DateTimeZone Eastern = DateTimeZoneProviders.Tzdb["America/New_York"];
    public static readonly QuietHours NineToEight = new(new LocalTime(21, 0), new LocalTime(8, 0));
    public static readonly WeeklyHours OfficeHours = WeeklyHours.Parse("Mon-Fri 09:00-17:00");
    public static readonly UsState California = UsState.Parse("CA");
    public static readonly UsState Nevada = UsState.Parse("NV");

    public static readonly PromiseRule SameDay =
        new PromiseRule.SameDay(Duration.FromHours(4), new LocalTime(20, 30), new LocalTime(19, 30), new LocalTime(10, 0));

    public static readonly PromiseRule SecondWeekday = new PromiseRule.Weekday(2, new LocalTime(17, 0));

    public static readonly Pace HalfHour = new(2, Duration.FromMinutes(30), SameDay, Duration.FromMinutes(30), Duration.FromMinutes(30));

    public static readonly Policy Policy = new()
    {
        Practice = new Practice
        {
            SenderName = "Bay Curbside",
            Name = "Bay Practice",
            Zone = Pacific,
            State = California,
            PublicUrl = "https://bay.example.org",
            BackupLine = PhoneNumber.Parse("+14155550100"),
            AssistanceLine = PhoneNumber.Parse("+14155550101"),
            OfficeLine = PhoneNumber.Parse("+14155550102"),
        },
        QuietHours = NineToEight,
        Paces = ImmutableDictionary<(Kind, Urgency), Pace>.Empty,
        Buffer = Duration.FromMinutes(10),
        TalkingYetAfter = Duration.FromMinutes(10),
        TalkingYetWait = Duration.FromMinutes(5),
        HeldFor = Duration.FromMinutes(30),
        HeldRiskAgainAfter = Duration.FromMinutes(2),
        HeldRiskManagerAfter = Duration.FromMinutes(5),
        ManagerWait = Duration.FromMinutes(5),
        EveningCheckIn = new LocalTime(19, 0),
        KeepDays = 30,
        FollowUpDays = 3,
    };

    /// <summary>A licensed clinician in California, who asks.</summary>
    public static Person Asker { get; } = Person("Maya Lee") with { Roles = Roles.Clinician, Availability = WeeklyHours.None };

    /// <summary>A counselor licensed in California who consults on anything in office hours, Pacific time.</summary>
    public static Person Person(string name) => new()
    {
        Name = name,
        Phone = PhoneOf(name),
        Roles = Roles.Consultant,
        Discipline = Discipline.Counselor,
        Licences = [California],
        Zone = Pacific,
        Availability = OfficeHours,
        TakesRisk = true,
        OffersSupport = true,
    };

    /// <summary>Someone who has consented and given no consult yet.</summary>
    public static Colleague Colleague(Person person) => new(person, new Reach { Consented = true }, []);

    public static Colleague Colleague(string name) => Colleague(Person(name));

    public static Colleague WhoGave(this Person person, params Instant[] taken) => Colleague(person) with { Taken = [.. taken] };

    public static Colleague At(this Colleague colleague, string hours) =>
        Colleague(colleague.Person with { Availability = WeeklyHours.Parse(hours) });

    public static Instant At(string local, DateTimeZone? zone = null) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH:mm")
        .Parse(local).Value.InZoneStrictly(zone ?? Pacific).ToInstant();

    /// <summary>Monday 5 January 2026 at 10:00 in the practice, with nobody busy.</summary>
    public static Situation Asking(Kind kind, Urgency urgency) => new() { Kind = kind, Urgency = urgency, Now = At("2026-01-05 10:00") };

    private static PhoneNumber PhoneOf(string name) =>
        PhoneNumber.Parse($"+1415{2_000_000 + (name.Aggregate(17UL, (hash, letter) => (hash * 31) + letter) % 7_999_999)}");
}

/// <summary>Someone asks, at some time, while others are busy.</summary>
internal sealed record Situation
{
    public required Kind Kind { get; init; }

    public required Urgency Urgency { get; init; }

    public required Instant Now { get; init; }

    public Person Asker { get; init; } = Sample.Asker;

    public UsState? ClientState { get; init; } = Sample.California;

    public ImmutableArray<string> Topics { get; init; } = [];

    public ImmutableArray<Instant> When { get; init; } = [];

    public ImmutableHashSet<PersonId> Asked { get; init; } = [];

    public ImmutableHashSet<PersonId> AskedBefore { get; init; } = [];

    public Pace Pace { get; init; } = Sample.HalfHour;

    public Policy Policy { get; init; } = Sample.Policy;

    public Busy Busy { get; init; } = Busy.Nobody;

    /// <summary>By default a day for today, and five for this week.</summary>
    public Duration? Within { get; init; }

    public Duration PromiseWithin { get; init; } = Duration.FromHours(24);

    public Instant PromiseAt => Now + PromiseWithin;

    public Instant LatestStart => Now + (Within ?? Duration.FromDays(Urgency == Urgency.ThisWeek ? 5 : 1));

    public Situation WithBusy(Person person, Instant from, Instant to) => this with
    {
        Busy = new Busy(Busy.Times.SetItem(person.Id, Busy.Times.GetValueOrDefault(person.Id, []).Add(new Interval(from, to)))),
    };

    public Need Need => new()
    {
        Asker = Asker,
        Request = new Request
        {
            Asker = Asker.Id,
            Kind = Kind,
            Urgency = Urgency,
            ClientState = ClientState,
            Topics = Topics,
            When = When,
            AskedBefore = AskedBefore,
        },
        Pace = Pace,
        Asked = Asked,
        PromiseAt = PromiseAt,
        LatestStart = LatestStart,
    };

    public Match Find(params IReadOnlyCollection<Colleague> roster) => Matcher.Find(Need, roster, Busy, Policy, Now);

    /// <summary>Why the one colleague is kept out; nothing for a candidate.</summary>
    public IEnumerable<Reason> Against(Colleague colleague, params IEnumerable<Colleague> others)
    {
        var ruling = Find([colleague, .. others]).Rulings.Single(ruling => ruling.Person == colleague.Id);
        return ruling.Place is null ? ruling.Reasons : [];
    }

    public IEnumerable<string> Names(params IReadOnlyCollection<Colleague> roster) =>
        Find(roster).Candidates.Select(candidate => candidate.Person.Name);

    /// <summary>The start times that the one colleague is offered, in the practice's time: <c>Mon 10:15</c>.</summary>
    public string Starts(Colleague colleague) => string.Join(", ", Find(colleague).Candidates.Single().Starts
        .Select(start => start.InZone(Sample.Pacific).ToString("ddd HH:mm", null)));
}
