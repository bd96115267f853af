using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Metrics;
using Vejja.App.Features.Work;
using Vejja.Storage;

namespace Vejja.App.Features.Health;

/// <summary>What an operator's tools ask: is it alive, can it serve, what does it count.</summary>
internal static class OperationEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        var operations = routes.MapGroup("").WithTags("Operations").AllowAnonymous().DisableRateLimiting();
        operations.MapGet("/health/live", () => TypedResults.Ok(new Health("live"))).WithName("Live").WithSummary("The process answers");
        operations.MapGet("/health/ready", ReadyAsync).WithName("Ready").WithSummary("The database answers and takes writes");
        operations.MapGet("/metrics", MetricsAsync).WithName("Metrics").WithSummary("Prometheus text");
    }

    private static async Task<Results<Ok<Health>, JsonHttpResult<Health>>> ReadyAsync(IDbContextFactory<VejjaContext> contexts, CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            _ = await context.ApiKeys.AnyAsync(cancellation);
            return TypedResults.Ok(new Health("ready"));
        }
#pragma warning disable CA1031 // Whatever the fault, the answer is that it is not ready.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return TypedResults.Json(new Health("database-unavailable"), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<ContentHttpResult> MetricsAsync(MetricsListener listener, QueueGauge queue, CancellationToken cancellation)
    {
        try
        {
            await queue.RefreshAsync(cancellation);
        }
#pragma warning disable CA1031 // The other figures matter most when the database is away.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // The gauges keep their last values.
        }

        return TypedResults.Text(listener.Write(), "text/plain; version=0.0.4");
    }
}

/// <summary>A state in one word.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>database-unavailable</c>.</param>
internal sealed record Health(string Status);
