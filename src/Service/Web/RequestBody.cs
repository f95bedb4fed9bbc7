using System.Text;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>Reads what a request carries, as far as it may reach.</summary>
public static class RequestBody
{
    /// <param name="most">Bytes.</param>
    /// <returns>The text; null when there is more of it.</returns>
    public static async Task<string?> ReadAsync(HttpRequest request, int most)
    {
        if (await ReadBytesAsync(request, most) is not { } bytes)
        {
            return null;
        }

        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return await text.ReadToEndAsync();
    }

    /// <param name="most">Bytes.</param>
    /// <returns>What was sent, byte by byte; null when there is more of it.</returns>
    public static async Task<byte[]?> ReadBytesAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > most)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
