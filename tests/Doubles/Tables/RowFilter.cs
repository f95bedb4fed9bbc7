using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;

namespace Curbside.Functions.Storage;

/// <summary>A filter of the service's query language, as far as the store uses it: comparisons joined by <c>and</c>.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities</remarks>
internal sealed partial class RowFilter
{
    private readonly List<(string Property, string Comparison, object Value)> _terms = [];

    public RowFilter(string filter)
    {
        var end = 0;
        foreach (Match term in Term().Matches(filter))
        {
            if (term.Index != end)
            {
                break;
            }

            end += term.Length;
            var text = term.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal);
            object value = term.Groups["type"].Value == "datetime" ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : text;
            _terms.Add((term.Groups["property"].Value, term.Groups["comparison"].Value, value));
        }

        if (end != filter.Length || end == 0)
        {
            throw new NotSupportedException($"No meaning for: {filter}");
        }
    }

    /// <summary>A comparison with a property that the row does not have is false.</summary>
    public bool Matches(TableEntity entity) => _terms.TrueForAll(term =>
    {
        if (!entity.TryGetValue(term.Property, out var has) || has is null)
        {
            return false;
        }

        var order = term.Value is string text ? string.CompareOrdinal((string)has, text) : ((DateTimeOffset)has).CompareTo((DateTimeOffset)term.Value);
        return term.Comparison switch
        {
            "eq" => order == 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            "le" => order <= 0,
            _ => throw new InvalidOperationException($"No meaning for {term.Comparison}."),
        };
    });

    [GeneratedRegex("(?:^| and )(?<property>[A-Za-z]+) (?<comparison>[a-z]+) (?<type>datetime)?'(?<text>(?:[^']|'')*)'")]
    private static partial Regex Term();
}
