using System.Diagnostics.CodeAnalysis;

namespace Curbside.Files;

/// <summary>Reads a text of a file; false when it is not what it should be.</summary>
internal delegate bool TextReading<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>
/// One object of a file whose properties are all optional: what it leaves out is taken from the defaults. Each method reads a property and
/// reports what is wrong with it; what it then returns is of no account, since the file is refused.
/// </summary>
/// <param name="defaults">Null where there are none, and every property must be given.</param>
internal sealed class JsonSection<TDefaults>(LocatedJson.Object json, TDefaults? defaults, List<FileError> errors)
    where TDefaults : class
{
    private readonly List<string> _known = [];

    /// <param name="what">What the text should be, and how it is written: <c>a time of day; write it like 20:30</c>.</param>
    public T Text<T>(string name, string what, TextReading<T> read, Func<TDefaults, T> ofDefaults)
    {
        if (Find(name) is not { } value)
        {
            return Missing(name, ofDefaults);
        }

        if (value is LocatedJson.Text text && read(text.Value.Trim(), out var result))
        {
            return result;
        }

        Report(value, $"{value.Shown} is not {what}");
        return default!;
    }

    public int WholeNumber(string name, int least, int most, Func<TDefaults, int> ofDefaults)
    {
        if (Find(name) is not { } value)
        {
            return Missing(name, ofDefaults);
        }

        if (value is LocatedJson.Number { Value: { } number } && number >= least && number <= most)
        {
            return number;
        }

        Report(value, $"{value.Shown} is not a whole number from {least} to {most}; write one without quotes");
        return default;
    }

    /// <summary>A flag that nothing sets is off.</summary>
    public bool Flag(string name, Func<TDefaults, bool> ofDefaults)
    {
        if (Find(name) is not { } value)
        {
            return defaults is not null && ofDefaults(defaults);
        }

        if (value is not LocatedJson.Flag flag)
        {
            Report(value, $"{value.Shown} is neither true nor false; write one of them without quotes");
            return default;
        }

        return flag.Value;
    }

    /// <summary>A property that has a shape of its own.</summary>
    /// <param name="read">Reads it, and reports what is wrong with it.</param>
    public T Value<T>(string name, Func<LocatedJson, T> read, Func<TDefaults, T> ofDefaults) =>
        Find(name) is { } value ? read(value) : Missing(name, ofDefaults);

    /// <summary>Names properties that are read elsewhere.</summary>
    public void Know(IEnumerable<string> names) => _known.AddRange(names);

    /// <summary>After everything was read: reports what is left, and what is there twice.</summary>
    public void Close()
    {
        foreach (var property in json.Properties.Where(property => !_known.Contains(property.Name)))
        {
            var nearest = NearestWord.Of(property.Name, _known);
            errors.Add(new FileError(property.Line, json.PathOf(property.Name), $"this is not known; the nearest known one is {nearest}"));
        }

        foreach (var twice in json.Properties.GroupBy(property => property.Name).Where(group => group.Count() > 1))
        {
            errors.Add(new FileError(twice.Last().Line, json.PathOf(twice.Key), $"this is on line {twice.First().Line} already; keep one of them"));
        }
    }

    private LocatedJson? Find(string name)
    {
        _known.Add(name);
        return json[name];
    }

    private T Missing<T>(string name, Func<TDefaults, T> ofDefaults)
    {
        if (defaults is not null)
        {
            return ofDefaults(defaults);
        }

        errors.Add(new FileError(json.Line, json.PathOf(name), "this is missing, and there is no default for it here"));
        return default!;
    }

    private void Report(LocatedJson value, string text) => errors.Add(new FileError(value.Line, value.Path, text));
}
