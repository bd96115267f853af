using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Blobs;
using Vejja.Storage.Entities;

namespace Vejja.Storage.Retention;

/// <summary>Deletes for good: picture, text and everything derived. The audit keeps that it happened.</summary>
/// <param name="contexts">The database.</param>
/// <param name="blobs">The pictures.</param>
/// <param name="time">The clock of the audit and of ages.</param>
public sealed class DocumentRemoval(IDbContextFactory<VejjaContext> contexts, IBlobStore blobs, TimeProvider time)
{
    /// <summary>Deletes one document.</summary>
    /// <param name="ownerId">Whose it must be.</param>
    /// <param name="documentId">Which.</param>
    /// <param name="keyId">Who asks, for the audit.</param>
    /// <param name="cancellation">Stops before the database is changed.</param>
    /// <returns>Whether there was such a document.</returns>
    public async Task<bool> RemoveAsync(string ownerId, string documentId, string keyId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var removed = await context.Documents.Where(row => row.Id == documentId && row.OwnerId == ownerId).ExecuteDeleteAsync(cancellation);
        if (removed == 0)
            return false;
        context.Audit.Add(new AuditRow
        {
            Id = Identifier.New(time),
            OwnerId = ownerId,
            KeyId = keyId,
            Action = "document.delete",
            SubjectId = documentId,
            At = time.GetUtcNow(),
        });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        // Past the commit nothing turns back: a picture that cannot be removed now is an orphan, and the next sweep takes it.
        await blobs.DeleteAllAsync(documentId, CancellationToken.None);
        await SqliteTraces.TruncateLogAsync(context, CancellationToken.None);
        return true;
    }

    /// <summary>Deletes every document that is older than the age, and pictures without a document.</summary>
    /// <returns>How many documents went.</returns>
    public async Task<int> RemoveOlderAsync(TimeSpan age, CancellationToken cancellation)
    {
        var limit = time.GetUtcNow() - age;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var old = await context.Documents.Where(row => row.CreatedAt < limit).Select(row => new { row.Id, row.OwnerId }).ToListAsync(cancellation);
        foreach (var document in old)
            await RemoveAsync(document.OwnerId, document.Id, "system", cancellation);
        return old.Count;
    }

    /// <summary>Removes pictures whose document is gone: left by a crash between the commit and the store.</summary>
    /// <returns>How many documents' folders went.</returns>
    public async Task<int> RemoveOrphansAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);

        // An upload writes its picture before its row; what is younger than an hour may still be on its way.
        var limit = Guid.CreateVersion7(time.GetUtcNow() - TimeSpan.FromHours(1)).ToString("N");
        var count = 0;
        foreach (var documentId in await blobs.DocumentIdsAsync(cancellation).Where(id => string.CompareOrdinal(id, limit) < 0).ToListAsync(cancellation))
        {
            if (await context.Documents.AnyAsync(row => row.Id == documentId, cancellation))
                continue;
            await blobs.DeleteAllAsync(documentId, cancellation);
            count++;
        }

        return count;
    }

    /// <summary>
    /// Rebuilds a SQLite file so that no freed page is left in it or in its log. PostgreSQL reclaims by itself; see docs/operations.md.
    /// </summary>
    public async Task CompactAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await SqliteTraces.CompactAsync(context, cancellation);
    }
}
