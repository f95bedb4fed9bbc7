using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Curbside.Web;

/// <summary>How much one sender may read and send, far above what people do. The machine itself is not counted.</summary>
/// <remarks>Kept in memory: an instance more only allows more. Holds where the host has <c>UseRateLimiter</c>.</remarks>
public static class SenderLimits
{
    /// <summary>An open page reads itself anew every four seconds, and a whole practice may share an address.</summary>
    public const string Reading = "reading";
    public const string Sending = "sending";

    public const int MostReadAMinute = 1200;
    public const int MostSentAMinute = 120;

    internal static IServiceCollection AddSenderLimits(this IServiceCollection services, PageOptions options) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return new ValueTask(Answer.SentenceAsync(
                rejected.HttpContext,
                StatusCodes.Status429TooManyRequests,
                "Too many requests came from your network. Try again in a minute. If anyone is in danger: 911, or call or text 988."));
        };
        limits.AddPolicy(Reading, context => PerMinute(context, options, MostReadAMinute));
        limits.AddPolicy(Sending, context => PerMinute(context, options, MostSentAMinute));
    });

    private static RateLimitPartition<string> PerMinute(HttpContext context, PageOptions options, int most) => Loopback.IsOrigin(context)
        ? RateLimitPartition.GetNoLimiter("this machine")
        : RateLimitPartition.GetFixedWindowLimiter(
            HeldLimit.Key(options.Sender(context)).ToString(),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
