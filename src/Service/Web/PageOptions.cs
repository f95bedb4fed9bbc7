using System.Net;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>What the pages need to know of their host.</summary>
public sealed record PageOptions
{
    /// <summary>
    /// When a request that is held is answered, counted from its arrival. To text a phone takes longer than not to, so an answer that came as soon as
    /// it could would tell who is on the roster. Requests from the machine itself are not kept waiting.
    /// </summary>
    public TimeSpan HeldAnswerAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Where a request comes from, to count what one sender sends; a host behind a proxy reads what its proxy says. Null counts as one sender.
    /// </summary>
    public Func<HttpContext, IPAddress?> Sender { get; init; } = context => context.Connection.RemoteIpAddress;
}
