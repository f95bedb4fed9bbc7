using System.Collections.Immutable;

namespace Curbside.Preflight;

/// <summary>How something stands that was looked at.</summary>
public enum Mark
{
    Well,

    /// <summary>Somebody has to see to it before the line can be relied on.</summary>
    ToDo,

    /// <summary>The line works with it; the manager should know it.</summary>
    Note,
}

/// <summary>What a preflight says of one thing.</summary>
/// <param name="Sentence">For everybody to read: it names nobody and shows no phone number. Where something is to be done, it says what.</param>
/// <param name="Details">For the manager alone: whom it is about, or which number.</param>
public sealed record Remark(Mark Mark, string Sentence, ImmutableArray<string> Details)
{
    internal static Remark Well(string sentence, params IEnumerable<string> details) => new(Mark.Well, sentence, [.. details]);

    internal static Remark ToDo(string sentence, params IEnumerable<string> details) => new(Mark.ToDo, sentence, [.. details]);

    internal static Remark Note(string sentence, params IEnumerable<string> details) => new(Mark.Note, sentence, [.. details]);
}
