namespace Curbside.Consults;

/// <summary>What a clinician asks for.</summary>
public enum Kind
{
    /// <summary>A client may be unsafe.</summary>
    Risk,

    /// <summary>Stuck, an impasse, strong feelings.</summary>
    Case,

    Medication,

    SecondOpinion,

    /// <summary>A colleague observes a session.</summary>
    Observation,

    /// <summary>The clinician's own load.</summary>
    Support,
}

public enum Urgency
{
    Now,
    Today,
    ThisWeek,
}

public enum Modality
{
    Phone,
    Video,
    InPerson,
}

/// <summary>The names that forms, policies and the local list use.</summary>
public static class KindNames
{
    public static string Name(this Kind kind) => kind switch
    {
        Kind.SecondOpinion => "second-opinion",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Name(this Urgency urgency) => urgency == Urgency.ThisWeek ? "this-week" : urgency.ToString().ToLowerInvariant();

    public static string Name(this Modality modality) => modality == Modality.InPerson ? "in-person" : modality.ToString().ToLowerInvariant();

    public static bool TryParseKind(string? text, out Kind kind) => TryFind(text, Name, out kind);

    public static bool TryParseUrgency(string? text, out Urgency urgency) => TryFind(text, Name, out urgency);

    public static bool TryParseModality(string? text, out Modality modality) => TryFind(text, Name, out modality);

    /// <summary>About a client, and so asked with the client's state; support is about the clinician.</summary>
    public static bool IsClinical(this Kind kind) => kind != Kind.Support;

    /// <summary>Only colleagues who are licensed where the client is may be asked.</summary>
    public static bool NeedsLicense(this Kind kind) => kind is Kind.Risk or Kind.Medication;

    private static bool TryFind<T>(string? text, Func<T, string> name, out T value)
        where T : struct, Enum
    {
        var wanted = text?.Trim();
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(name(candidate), wanted, StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }
}
