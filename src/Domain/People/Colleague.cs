using System.Collections.Immutable;
using NodaTime;

namespace Curbside.People;

/// <summary>Whether a person may be texted and offered consults just now, as their own phone line has it.</summary>
public sealed record Reach
{
    /// <summary>Consent on the roster or by <c>JOIN</c>.</summary>
    public bool Consented { get; init; }

    public bool OptedOut { get; init; }

    /// <summary>No offers before this instant (<c>PAUSE</c>).</summary>
    public Instant? PausedUntil { get; init; }

    /// <summary>The person has texted <c>SLEEP</c>: no calls at night, whatever the roster says.</summary>
    public bool NightCallsOff { get; init; }

    /// <summary>Counts what the phone line has told, so that something older that arrives late is known as such.</summary>
    public int Revision { get; init; }

    public static Reach Unknown { get; } = new();
}

/// <summary>A person on the roster with what matching needs to know of them.</summary>
/// <param name="Person">The roster's row.</param>
/// <param name="Reach">Whether they can be texted.</param>
/// <param name="Taken">When the consults that they gave in the last 28 days, and those still to come, start.</param>
public sealed record Colleague(Person Person, Reach Reach, ImmutableArray<Instant> Taken)
{
    public PersonId Id { get; } = Person.Id;

    /// <summary>People whom this person has privately asked not to consult with, in either direction. Nobody but them may learn of it.</summary>
    public ImmutableHashSet<PersonId> KeptApart { get; init; } = [];
}
