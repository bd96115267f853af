using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Vejja.App.Web;

/// <summary>So many requests a minute for each key; callers without one share a small allowance by address.</summary>
internal static class RateLimits
{
    private const int AnonymousPerMinute = 30;

    /// <summary>Adds the limits.</summary>
    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            var key = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
            var rate = int.TryParse(context.User.FindFirstValue(Caller.RateClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var claimed) ? claimed : AnonymousPerMinute;
            return RateLimitPartition.GetTokenBucketLimiter(
                string.Create(CultureInfo.InvariantCulture, $"{key ?? context.Connection.RemoteIpAddress?.ToString() ?? "unknown"}/{rate}"),
                _ => new() { TokenLimit = rate, TokensPerPeriod = Math.Max(1, rate / 60), ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1.0, 60.0 / rate)), QueueLimit = 0 });
        });
        options.OnRejected = async (rejected, cancellation) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await rejected.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
            {
                HttpContext = rejected.HttpContext,
                ProblemDetails = { Status = StatusCodes.Status429TooManyRequests, Detail = "Too many requests for this key.", Extensions = { ["code"] = "rate-limit" } },
            });
        };
    }
}
