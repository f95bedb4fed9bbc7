using System.Collections.Immutable;
using NodaTime;

namespace Curbside.Consults;

/// <summary>The <c>state</c> row of a consult's partition.</summary>
/// <param name="Deadline">When the agenda wants attention; of a consult that is over, when it came to be.</param>
internal sealed record StoredConsult(Consult Consult, Instant? Deadline, ImmutableArray<Outstanding> Outstanding)
{
    /// <summary>One that is over is removed as soon as nothing of it is outstanding, and not before.</summary>
    public Instant? Due => Outstanding.Select(item => (Instant?)item.LookAt).Append(Consult.Over && !Outstanding.IsEmpty ? null : Deadline).Min();
}

/// <summary>An <c>m-…</c> row: an effect that is not carried out yet.</summary>
/// <param name="EventId">What it follows from; a text's MessageSid where it follows from one.</param>
internal sealed record StoredEffect(Effect Effect, string EventId);
