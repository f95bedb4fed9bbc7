using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Files;
using Curbside.People;

namespace Curbside.LocalHost;

/// <summary>The roster and policy that the program was started with, read whole before anything is changed.</summary>
/// <param name="Roster">Null when none was given.</param>
/// <param name="Policy">The file's text, which was read without an error; null when none was given.</param>
internal sealed record GivenFiles(ImmutableArray<Person>? Roster, string? Policy)
{
    /// <exception cref="StartException">A file cannot be read, or something is wrong in it: every error with its line.</exception>
    public static GivenFiles Read(Options options) => new(
        options.Roster is { } roster ? ReadRoster(roster) : null,
        options.Policy is { } policy ? ReadPolicy(policy) : null);

    private static ImmutableArray<Person> ReadRoster(string path) => RosterFile.Read(ReadText(path)) switch
    {
        RosterReading.Accepted accepted => accepted.People,
        RosterReading.Refused refused => throw Wrong(path, refused.Errors),
        _ => throw new InvalidOperationException("A reading is accepted or refused."),
    };

    private static string ReadPolicy(string path)
    {
        var text = ReadText(path);
        return PolicyFile.Read(text) is PolicyReading.Refused refused ? throw Wrong(path, refused.Errors) : text;
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"'{path}' cannot be read: {e.Message}");
        }
    }

    private static StartException Wrong(string path, ImmutableArray<FileError> errors) =>
        new($"Nothing is imported, because something is wrong in '{path}':\n{string.Join('\n', errors.Select(error => $"  {error}"))}");
}
