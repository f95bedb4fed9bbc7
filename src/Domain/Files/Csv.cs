using System.Collections.Immutable;
using System.Text;

namespace Curbside.Files;

/// <param name="Line">Where the row begins; a quoted field may go on over further lines.</param>
internal sealed record CsvRow(int Line, ImmutableArray<string> Fields)
{
    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}

/// <summary>Reads comma-separated values (RFC 4180), with any line ends and with or without a byte order mark.</summary>
internal sealed class Csv
{
    private readonly string _text;
    private readonly ICollection<FileError> _errors;
    private int _at;
    private int _line = 1;

    private Csv(string text, ICollection<FileError> errors)
    {
        _text = text;
        _errors = errors;
        TrySkip('\uFEFF');
    }

    private bool AtEnd => _at == _text.Length;

    /// <summary>Every row that is not blank. Spreadsheets leave blank rows behind, as empty lines or as bare commas.</summary>
    public static ImmutableArray<CsvRow> Read(string text, ICollection<FileError> errors)
    {
        var csv = new Csv(text, errors);
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        while (!csv.AtEnd)
        {
            var row = csv.ReadRow();
            if (!row.IsBlank)
            {
                rows.Add(row);
            }
        }

        return rows.ToImmutable();
    }

    private CsvRow ReadRow()
    {
        var line = _line;
        var fields = ImmutableArray.CreateBuilder<string>();
        do
        {
            fields.Add(TrySkip('"') ? ReadQuoted() : ReadPlain());
        }
        while (TrySkip(','));
        TrySkipLineEnd();
        return new CsvRow(line, fields.ToImmutable());
    }

    private string ReadPlain()
    {
        var plain = ReadToSeparator();
        if (plain.Contains('"'))
        {
            Report(_line, $"{FileError.Quote(plain)} has a quote in it; put quotes around the whole field, and double each one inside");
        }

        return plain;
    }

    private string ReadQuoted()
    {
        var opened = _line;
        var field = new StringBuilder();
        while (!AtEnd)
        {
            if (TrySkipLineEnd())
            {
                field.Append('\n');
            }
            else if (!TrySkip('"'))
            {
                field.Append(_text[_at++]);
            }
            else if (TrySkip('"'))
            {
                field.Append('"');
            }
            else
            {
                CloseQuoted();
                return field.ToString();
            }
        }

        Report(opened, "a quote is opened here and never closed; close it, or double it if it belongs to the text");
        return field.ToString();
    }

    private void CloseQuoted()
    {
        var rest = ReadToSeparator();
        if (!string.IsNullOrWhiteSpace(rest))
        {
            Report(_line, $"{FileError.Quote(rest)} stands after a closing quote; double each quote that belongs to the text");
        }
    }

    private string ReadToSeparator()
    {
        var start = _at;
        while (!AtEnd && _text[_at] is not (',' or '\r' or '\n'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool TrySkip(char sign)
    {
        var found = !AtEnd && _text[_at] == sign;
        _at += found ? 1 : 0;
        return found;
    }

    private bool TrySkipLineEnd()
    {
        // Not "||": a line ends with CR, LF or both.
        var found = TrySkip('\r') | TrySkip('\n');
        _line += found ? 1 : 0;
        return found;
    }

    private void Report(int line, string text) => _errors.Add(new FileError(line, null, text));
}
