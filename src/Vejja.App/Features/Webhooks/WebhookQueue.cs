using Microsoft.EntityFrameworkCore;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Webhooks;

/// <summary>Puts messages into the database in the transaction of what they tell of: none is lost and none is told too early.</summary>
internal static class WebhookQueue
{
    /// <summary>One message for each address of the owner.</summary>
    public static async Task AddAsync(VejjaContext context, string ownerId, string documentId, string happened, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var told = await context.Deliveries.Where(row => row.DocumentId == documentId && row.Event == happened).Select(row => row.WebhookId).ToListAsync(cancellation);
        var webhooks = await context.Webhooks.Where(row => row.OwnerId == ownerId && !told.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellation);
        context.Deliveries.AddRange(webhooks.Select(webhook => new DeliveryRow
        {
            Id = Identifier.New(time),
            WebhookId = webhook,
            DocumentId = documentId,
            Event = happened,
            DueAt = now,
            CreatedAt = now,
        }));
        await context.SaveChangesAsync(cancellation);
    }
}
