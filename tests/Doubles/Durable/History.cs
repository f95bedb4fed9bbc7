namespace Curbside.Functions.Durable;

/// <summary>What an orchestrator asked for. Its place in the list is its id.</summary>
internal abstract record Asked
{
    private Asked()
    {
    }

    /// <param name="Input">JSON.</param>
    public sealed record Activity(string Name, string Input) : Asked;

    public sealed record Timer(DateTime At) : Asked;

    public sealed record Wait(string Event) : Asked;
}

/// <summary>What happened to an orchestration, in order: all that a replay knows.</summary>
/// <param name="At">When, in UTC.</param>
internal abstract record Happened(DateTime At)
{
    /// <param name="Output">JSON.</param>
    public sealed record Done(DateTime At, int Id, string Output) : Happened(At);

    public sealed record Failed(DateTime At, int Id, string ErrorType, string Message) : Happened(At);

    public sealed record Fired(DateTime At, int Id) : Happened(At);

    /// <param name="Payload">JSON.</param>
    public sealed record Raised(DateTime At, string Event, string Payload) : Happened(At);
}

/// <summary>An orchestrator did something else this time than it did before, from the same history.</summary>
internal sealed class NotDeterministicException(string message) : Exception(message);
