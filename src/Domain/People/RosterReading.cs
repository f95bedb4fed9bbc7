using System.Collections.Immutable;
using Curbside.Files;

namespace Curbside.People;

/// <summary>What came of reading a roster: everyone in it, or everything that is wrong with it.</summary>
public abstract record RosterReading
{
    /// <param name="People">In the order of the file.</param>
    public sealed record Accepted(ImmutableArray<Person> People) : RosterReading;

    /// <param name="Errors">In the order of their lines; never empty.</param>
    public sealed record Refused(ImmutableArray<FileError> Errors) : RosterReading;
}
