using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace MountSim.Serve;

/// <summary>How much the server takes: bytes, connections, questions a second, questions at a time.</summary>
internal static class Limits
{
    private const int MostConnections = 64, MostHeaders = 40, MostHeaderBytes = 16 * 1024, MostLineBytes = 4 * 1024, MostWaiting = 8, BurstSeconds = 2;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Headers = TimeSpan.FromSeconds(5), KeepAlive = TimeSpan.FromMinutes(1);

    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        limits.MaxRequestLineSize = MostLineBytes;
        limits.MaxRequestBufferSize = MostHeaderBytes + MostLineBytes;
        limits.MaxRequestBodySize = 0;
        limits.RequestHeadersTimeout = Headers;
        limits.KeepAliveTimeout = KeepAlive;
    }

    public static void AddTo(IServiceCollection services, ServeOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            OfQuestions(() => RateLimitPartition.GetTokenBucketLimiter("rate", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.MostASecond * BurstSeconds,
                TokensPerPeriod = options.MostASecond,
                ReplenishmentPeriod = Second,
            })),
            OfQuestions(() => RateLimitPartition.GetConcurrencyLimiter("at a time", _ => new ConcurrencyLimiterOptions { PermitLimit = options.MostAtATime, QueueLimit = MostWaiting })));
        limiter.OnRejected = async (rejected, cancellation) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Second.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            await new AnswerStream(rejected.HttpContext.Response).RefuseAsync(StatusCodes.Status429TooManyRequests, "too many questions at once; ask again in a second", cancellation);
        };
    });

    // What is no question, the page's own files, costs nothing.
    private static PartitionedRateLimiter<HttpContext> OfQuestions(Func<RateLimitPartition<string>> limited) => PartitionedRateLimiter.Create<HttpContext, string>(
        context => context.Request.Path.StartsWithSegments(PageServer.Api, StringComparison.Ordinal) ? limited() : RateLimitPartition.GetNoLimiter("free"));
}
