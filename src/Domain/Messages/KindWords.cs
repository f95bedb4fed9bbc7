using Curbside.Consults;
using Curbside.People;

namespace Curbside.Messages;

/// <summary>What a consult is called where people read it, and no more of what it is about than that.</summary>
internal static class KindWords
{
    /// <summary><c>second opinion</c>.</summary>
    public static string Plain(Kind kind) => kind.Name().Replace('-', ' ');

    /// <summary>What was asked for, as it was understood: <c>medication, today, client in TX</c>.</summary>
    public static string Requested(Kind kind, Urgency urgency, UsState? state) => $"{Plain(kind)}, {Plain(urgency)}{ClientIn(state)}";

    /// <summary><c>, client in TX</c>; nothing without a state.</summary>
    public static string ClientIn(UsState? state) => state is { } known ? $", client in {known}" : "";

    public static string Plain(Urgency urgency) => urgency.Name().Replace('-', ' ');

    /// <summary>What someone asks, with the state whose license it needs: <c>asks a TX medication question</c>.</summary>
    public static string Asks(Kind kind, UsState? state = null) => kind switch
    {
        Kind.Case => "asks about a case",
        Kind.SecondOpinion => "asks for a second opinion",
        Kind.Observation => "asks to be observed",
        Kind.Support => "asks for support",
        _ => $"asks {(state is { } known ? $"{Article(known)} {known}" : "a")} {Plain(kind)} question",
    };

    /// <summary>People read a code as the name of its state.</summary>
    private static string Article(UsState state) => StateNames.Of(state)[0] is 'A' or 'E' or 'I' or 'O' ? "an" : "a";

    /// <summary>What someone asked for: <c>a risk consult</c>.</summary>
    public static string Consult(Kind kind) => kind switch
    {
        Kind.SecondOpinion => "a second opinion",
        Kind.Observation => "an observation",
        _ => $"a {Plain(kind)} consult",
    };

    /// <summary>Who is asked for it.</summary>
    public static string Asked(Kind kind) => kind switch
    {
        Kind.Medication => "prescribers",
        Kind.Observation => "seniors",
        _ => "colleagues",
    };

    /// <summary><c>in person</c>.</summary>
    public static string Plain(Modality modality) => modality.Name().Replace('-', ' ');

    /// <summary>What the consultant will do, with "you" for the asker: <c>calls you</c>.</summary>
    public static string ComesToYou(Modality modality) => modality == Modality.Phone ? "calls you" : $"meets you {How(modality)}";

    /// <summary>What the consultant can do for the asker: <c>call you</c>.</summary>
    public static string ComeToYou(Modality modality) => modality == Modality.Phone ? "call you" : $"meet you {How(modality)}";

    /// <summary>What the consultant is asked to do: <c>call</c>.</summary>
    public static string Reach(Modality modality) => modality == Modality.Phone ? "call" : $"meet {How(modality)}";

    /// <summary>What the consultant is to do with the asker, whose name is <see cref="Phrase.Who"/>: <c>Call M Lee</c>.</summary>
    public static string Connect(Modality modality) => modality == Modality.Phone ? $"Call {Phrase.Who}" : $"Meet {Phrase.Who} {How(modality)}";

    private static string How(Modality modality) => modality == Modality.InPerson ? "in person" : $"by {Plain(modality)}";
}
