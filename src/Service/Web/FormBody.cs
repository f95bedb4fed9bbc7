using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Curbside.Web;

/// <summary>A form as it was sent, or the status of the refusal.</summary>
internal readonly record struct FormBody(ILookup<string, string>? Fields, int Refusal)
{
    public const int Most = 64 * 1024;

    /// <summary>Reads a urlencoded body of at most 64 KiB, whether or not it says beforehand how long it is.</summary>
    public static async Task<FormBody> ReadAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || type.Encoding is { CodePage: not 65001 })
        {
            return new FormBody(null, StatusCodes.Status415UnsupportedMediaType);
        }

        return await RequestBody.ReadAsync(request, Most) is { } body
            ? new FormBody(Parse(body), StatusCodes.Status200OK)
            : new FormBody(null, StatusCodes.Status413PayloadTooLarge);
    }

    private static ILookup<string, string> Parse(string body)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(body))
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }
}
