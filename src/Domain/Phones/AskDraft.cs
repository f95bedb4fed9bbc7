using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;

namespace Curbside.Phones;

/// <summary>What is known of a request that is being made step by step, besides its kind.</summary>
/// <param name="State">Where the client is; null while it is not known.</param>
public sealed record AskDraft(Urgency? Urgency = null, UsState? State = null)
{
    /// <summary>A state was said or denied, and which one is meant is not plain.</summary>
    public bool AsksState { get; init; }

    /// <summary>The states that may be meant.</summary>
    public ImmutableArray<UsState> MaybeStates { get; init; } = [];

    /// <summary>Words that were not understood may turn the rest round: the request is held until it is confirmed.</summary>
    public bool IsTurned { get; init; }

    internal static AskDraft Of(Meaning.Ask ask) =>
        new(ask.Urgency, ask.State) { AsksState = ask.AsksState, MaybeStates = ask.MaybeStates, IsTurned = ask.IsTurned };
}
