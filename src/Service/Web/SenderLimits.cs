using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>How much one sender may read and send, far above what people do. The machine itself is not counted.</summary>
/// <remarks>Asked by the pages themselves, so that it holds on every host. Kept in memory: an instance more only allows more.</remarks>
internal sealed class SenderLimits(PageOptions options) : IDisposable
{
    /// <summary>An open page reads itself anew every four seconds, and a whole practice may share an address.</summary>
    public const int MostReadAMinute = 1200;

    public const int MostSentAMinute = 120;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
    {
        if (Loopback.IsOrigin(context))
        {
            return RateLimitPartition.GetNoLimiter("this machine");
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return RateLimitPartition.GetFixedWindowLimiter(
            $"{(reads ? "reads" : "sends")} {HeldLimit.Key(options.Sender(context))}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = reads ? MostReadAMinute : MostSentAMinute, Window = Window });
    });

    /// <returns>False when it is too much, and the sender has been told so.</returns>
    public async ValueTask<bool> AllowsAsync(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            return true;
        }

        context.Response.Headers.RetryAfter = $"{(int)Window.TotalSeconds}";
        await Answer.SentenceAsync(
            context,
            StatusCodes.Status429TooManyRequests,
            "Too many requests came from your network. Try again in a minute. If anyone is in danger: 911, or call 988 (or text it).");
        return false;
    }

    public void Dispose() => _limiter.Dispose();
}
