using System.Collections.Immutable;
using Curbside.Files;

namespace Curbside.Consults;

/// <summary>What came of reading a policy: all of it, or everything that is wrong with it.</summary>
public abstract record PolicyReading
{
    public sealed record Accepted(Policy Policy) : PolicyReading;

    /// <param name="Errors">In the order of their lines; never empty.</param>
    public sealed record Refused(ImmutableArray<FileError> Errors) : PolicyReading;
}
