using System.Collections.Immutable;
using Curbside.People;

namespace Curbside.Messages;

/// <summary>A message in words, before it is laid out as a text or as a mail.</summary>
/// <param name="Says">
/// Whole sentences that begin in lower case, since they stand behind a colon. <see cref="Who"/> stands where the name goes, at most once.
/// </param>
internal sealed record Phrase(string Says)
{
    /// <summary>Stands for <see cref="Name"/>, which is put in when it is known how much room is left.</summary>
    public const string Who = "{who}";

    public Phrase(string says, PersonName? name, NameForm form = NameForm.Short)
        : this(says)
    {
        Name = name;
        Form = form;
    }

    /// <summary>The same in fewer words, for a text in which there is no room for all of them.</summary>
    public string? Shorter { get; init; }

    public PersonName? Name { get; }

    public NameForm Form { get; }

    /// <summary>The answers to the question that is put, in its order; 0 stands for the last where the question has a "none".</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>What must be said behind the answers.</summary>
    public string? Then { get; init; }

    /// <summary>What is behind the link, where a text carries one: <c>Notes and calendar</c>.</summary>
    public string? Link { get; init; }

    /// <summary>What helps and is said by text only, as far as there is room, the most useful first.</summary>
    public ImmutableArray<string> Extras { get; init; } = [];

    /// <summary>What a mail's subject tells: never what the consult is about.</summary>
    public string Subject { get; init; } = "about your consult";

    /// <summary>There is a page on which the reader can see more and answer.</summary>
    public bool HasPage { get; init; } = true;

    /// <summary>The sentences with the name in them; a name cut short with a full stop ends a sentence as it is.</summary>
    public string Naming(string name) => Says.Replace(Who, name, StringComparison.Ordinal).Replace("..", ".", StringComparison.Ordinal);
}
