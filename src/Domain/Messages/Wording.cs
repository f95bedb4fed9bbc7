using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;

namespace Curbside.Messages;

/// <summary>What the words of a message depend on besides the message.</summary>
/// <param name="SenderName">Opens every message.</param>
/// <param name="Zone">The recipient's own.</param>
/// <param name="Letter">The consult on this phone; null for what is about the line itself.</param>
/// <param name="Numbers">The numbers of the question's numbered answers, in order; empty when nothing is asked.</param>
/// <param name="HasNone">The question has an answer that 0 stands for.</param>
/// <param name="LinkLength">Signs of the link that will stand in the place of <see cref="Wording.LinkMark"/>.</param>
public sealed record WordingContext(
    string SenderName, DateTimeZone Zone, Instant Now, Letter? Letter, ImmutableArray<int> Numbers, bool HasNone, int LinkLength)
{
    /// <summary>It is about a drill, and says so before anything else.</summary>
    public bool IsDrill { get; init; }
}

/// <summary>Puts every message into words.</summary>
public static class Wording
{
    /// <summary>Stands in the body where the link goes; replaced only when the message is sent, so that no stored row holds a link.</summary>
    public const string LinkMark = "{link}";

    /// <summary>A name keeps this much before anything that merely helps is said.</summary>
    private const int NameBeforeExtras = 10;

    /// <summary>The body of a text, in GSM-7 and one segment (the answer to <c>?</c>: two).</summary>
    /// <exception cref="ArgumentException">The question has other answers than the message.</exception>
    public static string Text(Message message, WordingContext context)
    {
        var reader = new Reader(context, ByMail: false);
        var phrase = Phrase(message, reader);
        var extras = phrase.Extras.Length;
        if (phrase.Shorter is { } shorter && !HasRoom(phrase, reader, extras))
        {
            // In fewer words there may be room for what helps, or for the name at least.
            var cut = phrase with { Says = shorter };
            phrase = HasRoom(cut, reader, extras) || !HasRoom(phrase, reader, 0) ? cut : phrase;
        }

        while (extras > 0 && !HasRoom(phrase, reader, extras))
        {
            extras--;
        }

        var name = phrase.Name is { } person ? Names.Shorten(person, phrase.Form, RoomForName(phrase, reader, extras)) : "";
        return Compose(phrase, reader, extras, name);
    }

    internal static Phrase Phrase(Message message, Reader reader) =>
        AskerWording.Of(message, reader)
        ?? ConsultantWording.Of(message, reader)
        ?? PairWording.Of(message, reader)
        ?? ManagerWording.Of(message)
        ?? LineWording.Of(message, reader)
        ?? throw new UnreachableException($"There are no words for {message.GetType().Name}.");

    private static string Compose(Phrase phrase, Reader reader, int extras, string name)
    {
        var answers = reader.Numbered(phrase.Answers);
        string?[] parts =
        [
            phrase.Naming(name),
            answers.Length == 0 ? null : $"{answers}.",
            phrase.Then,
            phrase.Link is null ? null : $"{phrase.Link}: {LinkMark}",
            .. phrase.Extras.Take(extras),
        ];
        return reader.Opening + string.Join(' ', parts.Where(part => part is not null));
    }

    private static bool HasRoom(Phrase phrase, Reader reader, int extras) => RoomForName(phrase, reader, extras) >= NeededForName(phrase);

    private static int RoomForName(Phrase phrase, Reader reader, int extras)
    {
        var rest = Compose(phrase, reader, extras, name: "").Replace(LinkMark, new string('x', reader.Context.LinkLength), StringComparison.Ordinal);
        return Gsm7.SingleSegment - Gsm7.Septets(rest);
    }

    private static int NeededForName(Phrase phrase) =>
        phrase.Name is { } name ? Math.Min(NameBeforeExtras, Names.Say(name, phrase.Form).Length) : 0;
}
