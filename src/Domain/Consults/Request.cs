using System.Collections.Immutable;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>What a clinician asked for. It holds no clinical words: those are in <see cref="Consult.Question"/>, so that they can be deleted.</summary>
public sealed record Request
{
    public required PersonId Asker { get; init; }

    public required Kind Kind { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>Where the client is; null for support.</summary>
    public UsState? ClientState { get; init; }

    /// <summary>The client's state was not said, and the asker is licensed in several: it may be another.</summary>
    public bool StateIsAssumed { get; init; }

    /// <summary>Plain lower-case words.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    public Modality Modality { get; init; } = Modality.Phone;

    /// <summary>Start times that suit the asker; empty means any time that the urgency allows.</summary>
    public ImmutableArray<Instant> When { get; init; } = [];

    /// <summary>For an observation: the day on which the client consented in writing.</summary>
    public LocalDate? ConsentDate { get; init; }

    /// <summary>People who must not be asked because they were asked about the same matter before.</summary>
    public ImmutableHashSet<PersonId> AskedBefore { get; init; } = [];

    /// <summary>The consult that this one is a second opinion on.</summary>
    public ConsultId? FollowsOn { get; init; }

    /// <summary>A manager tries the line out with themselves: see <see cref="Drills.Drill"/>.</summary>
    public bool IsDrill { get; init; }
}
