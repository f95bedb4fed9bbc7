using System.Collections.Immutable;
using Curbside.Files;

namespace Curbside.Consults;

/// <summary>The names of the request form's fields.</summary>
public static class FormField
{
    public const string Phone = "phone";
    public const string Kind = "kind";
    public const string Urgency = "urgency";
    public const string ClientState = "client_state";
    public const string Topic = "topic";
    public const string Modality = "modality";
    public const string When = "when";
    public const string Question = "question";
    public const string NotIdentifying = "not_identifying";
    public const string ConsentDate = "consent_date";
}

/// <summary>What was typed into a form, and what is wrong with it, field by field.</summary>
internal sealed class FormFields(ILookup<string, string> typed)
{
    private readonly List<(string Field, string Text)> _errors = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Errors => _errors
        .GroupBy(error => error.Field, error => error.Text)
        .ToImmutableSortedDictionary(errors => errors.Key, errors => errors.Distinct().ToImmutableArray(), StringComparer.Ordinal);

    public bool AreGood => _errors.Count == 0;

    public void Wrong(string field, string text) => _errors.Add((field, text));

    /// <summary>Every value that is not blank, without the space around it.</summary>
    public ImmutableArray<string> All(string field) => [.. typed[field].Select(value => value.Trim()).Where(value => value.Length > 0)];

    /// <summary>The value of a field that is filled in once; null when it is not.</summary>
    public string? One(string field)
    {
        var values = All(field);
        if (values.Length > 1)
        {
            Wrong(field, "This was sent more than once. Send it once.");
        }

        return values.FirstOrDefault();
    }

    /// <summary>One of a few words; null when it is none of them, which is an error, or is not there.</summary>
    public T? Choice<T>(string field, TryParse<T> tryParse, Func<T, string> name)
        where T : struct, Enum
    {
        if (One(field) is not { } word)
        {
            return null;
        }

        if (tryParse(word, out var value))
        {
            return value;
        }

        Wrong(field, $"{FileError.Quote(word)} is not known here. {Choose(name)}");
        return null;
    }

    public T? NeededChoice<T>(string field, TryParse<T> tryParse, Func<T, string> name)
        where T : struct, Enum
    {
        if (All(field).IsEmpty)
        {
            Wrong(field, Choose(name));
        }

        return Choice(field, tryParse, name);
    }

    private static string Choose<T>(Func<T, string> name)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(name).ToArray();
        return $"Choose {string.Join(", ", names[..^1])} or {names[^1]}.";
    }

    public delegate bool TryParse<T>(string? text, out T value);
}
