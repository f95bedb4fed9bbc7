using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Curbside.Files;

/// <summary>JSON that knows where in its file each value stands.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Path">Such as <c>paces[2].promise</c>; empty for the whole file.</param>
internal abstract record LocatedJson(int Line, string Path)
{
    /// <summary>The value as an error shows it.</summary>
    public abstract string Shown { get; }

    public sealed record Object(int Line, string Path, ImmutableArray<Property> Properties) : LocatedJson(Line, Path)
    {
        public override string Shown => "{ … }";

        public LocatedJson? this[string name] => Properties.FirstOrDefault(property => property.Name == name)?.Value;

        public string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
    }

    public sealed record Array(int Line, string Path, ImmutableArray<LocatedJson> Items) : LocatedJson(Line, Path)
    {
        public override string Shown => "[ … ]";
    }

    public sealed record Text(int Line, string Path, string Value) : LocatedJson(Line, Path)
    {
        public override string Shown => FileError.Quote(Value);
    }

    /// <param name="Value">Null when the number is not a whole one, or too large.</param>
    public sealed record Number(int Line, string Path, int? Value, string Written) : LocatedJson(Line, Path)
    {
        public override string Shown => Written;
    }

    public sealed record Flag(int Line, string Path, bool Value) : LocatedJson(Line, Path)
    {
        public override string Shown => Value ? "true" : "false";
    }

    public sealed record Null(int Line, string Path) : LocatedJson(Line, Path)
    {
        public override string Shown => "null";
    }

    /// <param name="Line">Where the name stands.</param>
    public sealed record Property(int Line, string Name, LocatedJson Value);

    /// <summary>Comments, trailing commas and a byte order mark are allowed.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static LocatedJson Parse(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var lines = new Lines(bytes);
        json.Read();
        var value = ReadValue(ref json, lines, "");

        // Reads to the end, and so throws if anything but comments follows.
        json.Read();
        return value;
    }

    private static LocatedJson ReadValue(ref Utf8JsonReader json, Lines lines, string path)
    {
        var line = lines.At(json.TokenStartIndex);
        return json.TokenType switch
        {
            JsonTokenType.StartObject => new Object(line, path, ReadProperties(ref json, lines, path)),
            JsonTokenType.StartArray => new Array(line, path, ReadItems(ref json, lines, path)),
            JsonTokenType.String => new Text(line, path, ReadText(ref json, lines)),
            JsonTokenType.Number => new Number(line, path, json.TryGetInt32(out var value) ? value : null, Encoding.UTF8.GetString(json.ValueSpan)),
            JsonTokenType.Null => new Null(line, path),
            _ => new Flag(line, path, json.GetBoolean()),
        };
    }

    private static ImmutableArray<Property> ReadProperties(ref Utf8JsonReader json, Lines lines, string path)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var line = lines.At(json.TokenStartIndex);
            var name = ReadText(ref json, lines);
            json.Read();
            properties.Add(new Property(line, name, ReadValue(ref json, lines, path.Length == 0 ? name : $"{path}.{name}")));
        }

        return properties.ToImmutable();
    }

    private static ImmutableArray<LocatedJson> ReadItems(ref Utf8JsonReader json, Lines lines, string path)
    {
        var items = ImmutableArray.CreateBuilder<LocatedJson>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref json, lines, $"{path}[{items.Count}]"));
        }

        return items.ToImmutable();
    }

    private static string ReadText(ref Utf8JsonReader json, Lines lines)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            // Half of a surrogate pair, written as an escape, is good JSON and yet no text.
            var line = lines.At(json.TokenStartIndex);
            throw new JsonException("A text has half of a character in it.", null, line - 1, json.TokenStartIndex - lines.Start, broken);
        }
    }

    /// <summary>Finds the line of a byte; asked in order, so that the text is counted through once.</summary>
    private sealed class Lines(byte[] text)
    {
        private long _counted;
        private int _line = 1;

        /// <summary>Where the line begins that was found last.</summary>
        public long Start { get; private set; }

        public int At(long position)
        {
            for (; _counted < position; _counted++)
            {
                if (text[_counted] == '\n')
                {
                    _line++;
                    Start = _counted + 1;
                }
            }

            return _line;
        }
    }
}
