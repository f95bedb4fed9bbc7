using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.People;
using Curbside.Time;
using NodaTime;

namespace Curbside.Matching;

/// <summary>What is being looked for: a consult, seen with matching's eyes.</summary>
public sealed record Need
{
    public required Person Asker { get; init; }

    public required Request Request { get; init; }

    public required Pace Pace { get; init; }

    /// <summary>People who may not be asked any more: already asked, refused, stepped out.</summary>
    public ImmutableHashSet<PersonId> Asked { get; init; } = [];

    /// <summary>By when an answer is owed; nobody who can only be asked after it is worth waiting for.</summary>
    public required Instant PromiseAt { get; init; }

    /// <summary>The last instant at which the consult may start.</summary>
    public required Instant LatestStart { get; init; }
}

/// <summary>When people are taken, buffers included: half-open, at 5-minute bounds.</summary>
public sealed record Busy(ImmutableDictionary<PersonId, ImmutableArray<Interval>> Times)
{
    public static Busy Nobody { get; } = new(ImmutableDictionary<PersonId, ImmutableArray<Interval>>.Empty);

    /// <summary>The same with this time taken as well.</summary>
    public Busy With(PersonId person, Instant from, Instant to) =>
        new(Times.SetItem(person, Stretches.Of(Times.GetValueOrDefault(person, []).Add(new Interval(from, to))).All));

    /// <summary>The same with this time free again.</summary>
    public Busy Without(PersonId person, Instant from, Instant to) => Times.TryGetValue(person, out var taken)
        ? new Busy(Times.SetItem(person, Stretches.Of(taken).Without(Stretches.Between(from, to)).All))
        : this;

    public bool Overlaps(PersonId person, Instant from, Instant to) =>
        Times.TryGetValue(person, out var taken) && taken.Any(time => time.Start < to && from < time.End);
}

/// <summary>Who is asked next, and why; or that nobody is, and until when.</summary>
/// <param name="Candidates">Best first; each may be asked at once.</param>
/// <param name="Rulings">Every person on the roster, with what was decided and why.</param>
/// <param name="NextAskable">When somebody who is only kept from being asked by the hour may be asked; null when waiting helps nobody.</param>
public sealed record Match(ImmutableArray<Candidate> Candidates, ImmutableArray<Ruling> Rulings, Instant? NextAskable);

/// <param name="Starts">Up to three start times that suit both, soonest first; empty for a consult now.</param>
public sealed record Candidate(Person Person, ImmutableArray<Instant> Starts);

/// <summary>What was decided of one person.</summary>
/// <param name="Place">1 for the best candidate; null when ruled out.</param>
/// <param name="Reasons">Why they were ruled out, or what decided their place.</param>
public sealed record Ruling(PersonId Person, int? Place, ImmutableArray<Reason> Reasons);

public enum Reason
{
    // Ruled out.
    IsTheAsker,
    NotAConsultant,
    NotASenior,
    NotAPrescriber,
    NotLicensed,
    NotLicensedInState,
    DoesNotTakeRisk,
    IsACoach,
    DoesNotOfferSupport,
    IsAManager,
    TopicNotCovered,
    KeptApart,
    InReportingLine,
    NoConsent,
    OptedOut,
    Paused,
    Away,
    WeekIsFull,
    QuietHours,
    NotAvailable,
    NoCommonTime,
    AskedBefore,

    // What decided the place.
    SoonestStart,

    /// <summary>At work then, and not called at rest.</summary>
    InTheirHours,
    FewestRecentConsults,
    TieBrokenByName,
}
