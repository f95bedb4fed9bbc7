using System.Text.Json;

namespace Curbside.Functions.Orchestrations;

/// <summary>
/// Why a consult could not be advanced, as its orchestration's history keeps it: the kind of failure and nothing else. Messages of exceptions may quote what
/// they failed on, so they go to the log of the worker alone.
/// </summary>
public abstract class AdvanceFailedException(string kind) : Exception(kind)
{
    public static AdvanceFailedException Of(Exception cause) => cause switch
    {
        JsonException or InvalidOperationException or ArgumentException or FormatException or NotSupportedException or KeyNotFoundException
            => new LastingTroubleException(cause.GetType().Name),
        _ => new PassingTroubleException(cause.GetType().Name),
    };
}

/// <summary>A store that is throttled or away, a lost connection: it may pass.</summary>
public sealed class PassingTroubleException(string kind) : AdvanceFailedException(kind);

/// <summary>Something that cannot be read or makes no sense: it would be the same the next time.</summary>
public sealed class LastingTroubleException(string kind) : AdvanceFailedException(kind);
