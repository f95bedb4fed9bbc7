using System.Net;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>Whether a request was made on this very machine.</summary>
public static class Loopback
{
    /// <summary>
    /// It came over the loopback interface, nobody passed it on, and it was meant for this machine by name: a page of a stranger that was led here by
    /// its own name server asks for that stranger's name.
    /// </summary>
    public static bool IsOrigin(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded")
        && IsThisMachine(context.Request.Host.Host);

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
