using System.Collections.Immutable;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>A request before it is known whose it is.</summary>
public sealed record RequestDraft
{
    public required Kind Kind { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>Null where the form leaves it open.</summary>
    public UsState? ClientState { get; init; }

    public ImmutableArray<string> Topics { get; init; } = [];

    public Modality Modality { get; init; } = Modality.Phone;

    public ImmutableArray<DesiredTime> When { get; init; } = [];

    public LocalDate? ConsentDate { get; init; }

    /// <summary>The request, with the asker's own clock and licence. Times that are past by it are dropped.</summary>
    public Request For(Person asker, Practice practice, Instant now) => new()
    {
        Asker = asker.Id,
        Kind = Kind,
        Urgency = Urgency,
        ClientState = Kind.IsClinical() ? ClientState ?? asker.StateOrThatOf(practice) : null,
        StateIsAssumed = Kind.IsClinical() && ClientState is null && asker.Licences.Length > 1,
        Topics = Topics,
        Modality = Modality,
        When = [.. When.Select(time => time.In(asker.Zone)).Where(at => at > now).Distinct().Order()],
        ConsentDate = ConsentDate,
    };
}

/// <summary>A request form, read.</summary>
public abstract record RequestReading
{
    private RequestReading()
    {
    }

    /// <param name="Question">What the clinician wrote; null when nothing.</param>
    public sealed record Accepted(PhoneNumber Phone, RequestDraft Draft, string? Question) : RequestReading;

    /// <param name="Errors">For every wrong field, in order of their names, what is wrong and what to do.</param>
    public sealed record Refused(ImmutableSortedDictionary<string, ImmutableArray<string>> Errors) : RequestReading;
}
