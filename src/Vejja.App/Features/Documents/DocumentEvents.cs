using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Vejja.App.Web;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>A document's status as server-sent events.</summary>
internal static class DocumentEvents
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Sends the status at once, then with every change, until the document has ended.</summary>
    public static async Task<ServerSentEventsResult<DocumentStatus>> StreamAsync(
        string id, Caller caller, DocumentQueries queries, TimeProvider time, IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        _ = await queries.StatusAsync(caller.OwnerId, id, cancellation) ?? throw ResultStore.NotFound();
        return TypedResults.ServerSentEvents(WatchAsync(id, caller, queries, time, lifetime.ApplicationStopping, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<DocumentStatus>> WatchAsync(
        string id, Caller caller, DocumentQueries queries, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        DateTimeOffset seen = default;
        IReadOnlyList<StageStatus> stages = [];
        while (time.GetElapsedTime(start) < Longest && !stopping.IsCancellationRequested)
        {
            if (await queries.StatusAsync(caller.OwnerId, id, cancellation) is not { } status)
                yield break;
            if (status.UpdatedAt != seen || !status.Stages.SequenceEqual(stages))
                yield return new(status, "status");
            (seen, stages) = (status.UpdatedAt, status.Stages);
            if (status.State is DocumentState.Done or DocumentState.Failed or DocumentState.Cancelled)
                yield break;
            await Task.Delay(Look, time, cancellation);
        }
    }
}
