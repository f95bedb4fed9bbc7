using System.Text.Json;
using Curbside.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Curbside.LocalHost.Pages;

/// <summary>What a program sent as a JSON object, or a page as a form.</summary>
/// <param name="FromPage">Who sent it wants a page next.</param>
internal sealed record SentFields(IReadOnlyDictionary<string, string> Fields, bool FromPage)
{
    private const int MostBytes = 64 * 1024;

    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>The page of this machine that the sender wants next; null where they named none.</summary>
    public string? Back => this["back"] is { } path && (path == "/local" || path.StartsWith("/local?", StringComparison.Ordinal)
        || path.StartsWith("/local/", StringComparison.Ordinal)) && !path.Any(char.IsControl) ? path : null;

    /// <summary>Told apart by how it begins, since tools send JSON under any name.</summary>
    /// <returns>Null when it can be read as neither.</returns>
    public static async Task<SentFields?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await RequestBody.ReadAsync(request, MostBytes) is not { } body ? null
                : body.TrimStart().StartsWith('{') ? ReadJson(body)
                : ReadForm(body);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static SentFields ReadJson(string body)
    {
        using var json = JsonDocument.Parse(body);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            fields[property.Name] = property.Value.ToString();
        }

        return new SentFields(fields, FromPage: false);
    }

    private static SentFields ReadForm(string body)
    {
        using var reader = new FormReader(body);
        return new SentFields(reader.ReadForm().ToDictionary(field => field.Key, field => field.Value.ToString()), FromPage: true);
    }
}
