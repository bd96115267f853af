using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Uploads;
using Vejja.App.Features.Work;
using Vejja.App.Web;
using Vejja.Domain.Documents;
using Vejja.Jobs.Execution;
using Vejja.Storage;
using Vejja.Storage.Blobs;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>Takes files in: the same bytes of the same owner are the same document.</summary>
internal sealed class DocumentIntake(
    IDbContextFactory<VejjaContext> contexts, IBlobStore blobs, ContentCipher cipher, KeyedHash hash, QueueGauge queue,
    WorkSignal signal, ServiceOptions options, TimeProvider time)
{
    private static readonly TimeSpan IdempotencyLife = TimeSpan.FromDays(1);

    /// <summary>Stores files and their first jobs.</summary>
    /// <param name="caller">Whose they are.</param>
    /// <param name="files">At least one.</param>
    /// <param name="priority">0 to 9.</param>
    /// <param name="idempotencyKey">The caller's own name for this request; null for none.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <returns>The documents in the files' order, and whether each was there before.</returns>
    public async Task<IReadOnlyList<(string Id, bool IsDuplicate)>> AcceptAsync(
        Caller caller, IReadOnlyList<UploadedFile> files, int priority, string? idempotencyKey, CancellationToken cancellation)
    {
        var typed = files.Select(file => (File: file, MediaType: MediaTypes.Of(file.Bytes) ?? throw Unsupported(file))).ToList();
        var hashes = files.Select(file => hash.Of("content", file.Bytes)).ToList();
        var fingerprint = hash.Of("request", string.Join(' ', hashes));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var keyHash = idempotencyKey is null ? null : hash.Of("idempotency-key", idempotencyKey);
        if (keyHash is not null && await RepeatAsync(context, caller, keyHash, fingerprint, cancellation) is { } before)
            return before;

        await CheckRoomAsync(context, caller, files.Count, cancellation);
        var accepted = new List<(string Id, bool IsDuplicate)>();
        for (var i = 0; i < files.Count; i++)
            accepted.Add(await AcceptAsync(caller, typed[i].File, typed[i].MediaType, hashes[i], priority, cancellation));
        if (keyHash is not null)
            await RememberAsync(context, caller, keyHash, fingerprint, accepted, cancellation);
        signal.Set();
        return accepted;
    }

    /// <summary>Whether there is room in the queue; asked before a body is read, so that a refusal costs little.</summary>
    /// <exception cref="RequestRefusedException">Too many documents wait.</exception>
    public async Task CheckQueueAsync(CancellationToken cancellation)
    {
        if (await queue.DepthAsync(cancellation) >= options.QueueLimit)
        {
            throw new RequestRefusedException(StatusCodes.Status503ServiceUnavailable, "queue-full", "Too many documents are waiting; try again.")
            {
                RetryAfter = TimeSpan.FromSeconds(10),
            };
        }
    }

    private static RequestRefusedException Unsupported(UploadedFile file) => file.Bytes.Length == 0
        ? new(StatusCodes.Status422UnprocessableEntity, "empty-file", "A file is empty.")
        : new(StatusCodes.Status415UnsupportedMediaType, "unsupported-format", "A file is no JPEG, PNG, WebP, TIFF, HEIC or PDF by its first bytes.");

    private async Task<IReadOnlyList<(string Id, bool IsDuplicate)>?> RepeatAsync(
        VejjaContext context, Caller caller, string keyHash, string fingerprint, CancellationToken cancellation)
    {
        var limit = time.GetUtcNow() - IdempotencyLife;
        await context.Idempotency.Where(row => row.At < limit).ExecuteDeleteAsync(cancellation);
        var row = await context.Idempotency.AsNoTracking().SingleOrDefaultAsync(row => row.OwnerId == caller.OwnerId && row.KeyHash == keyHash, cancellation);
        if (row is null)
            return null;
        return row.Fingerprint == fingerprint
            ? [.. row.DocumentIds.Split(' ').Select(id => (id, true))]
            : throw new RequestRefusedException(StatusCodes.Status422UnprocessableEntity, "idempotency-mismatch", "This Idempotency-Key was used with other files.");
    }

    private async Task CheckRoomAsync(VejjaContext context, Caller caller, int count, CancellationToken cancellation)
    {
        await CheckQueueAsync(cancellation);

        // Identifiers rise with time, so a day is a range of the index.
        var dayAgo = Guid.CreateVersion7(time.GetUtcNow() - TimeSpan.FromDays(1)).ToString("N");
        var today = await context.Documents.CountAsync(row => row.OwnerId == caller.OwnerId && string.Compare(row.Id, dayAgo) > 0, cancellation);
        if (today + count > caller.DocumentsPerDay)
        {
            throw new RequestRefusedException(StatusCodes.Status429TooManyRequests, "quota", "The quota of documents a day is used up.")
            {
                RetryAfter = TimeSpan.FromHours(1),
            };
        }
    }

    private async Task<(string Id, bool IsDuplicate)> AcceptAsync(
        Caller caller, UploadedFile file, string mediaType, string contentHash, int priority, CancellationToken cancellation)
    {
        if (await FindAsync(caller, contentHash, cancellation) is { } existing)
            return (existing, true);
        var id = Identifier.New(time);
        var stored = MetadataRemoval.Strip(file.Bytes, mediaType);
        var address = await blobs.PutAsync(id, stored, cancellation);
        var now = time.GetUtcNow();
        var document = new DocumentRow
        {
            Id = id,
            OwnerId = caller.OwnerId,
            ContentHash = contentHash,
            BlobAddress = address,
            MediaType = mediaType,
            Length = stored.Length,
            FileName = cipher.Seal(file.Name, FileNamePlace.Of(id)),
            Priority = priority,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Documents.Add(document);
        context.Jobs.Add(StageWork.NewJob(document, Stage.Read, time));
        context.Audit.Add(caller.Did("document.create", id, time));
        try
        {
            await context.SaveChangesAsync(cancellation);
            return (id, false);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            await blobs.DeleteAllAsync(id, CancellationToken.None);

            // Two uploads of the same bytes at the same moment: the other one was first.
            if (await FindAsync(caller, contentHash, cancellation) is { } other)
                return (other, true);
            throw;
        }
    }

    private async Task<string?> FindAsync(Caller caller, string contentHash, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Documents.Where(row => row.OwnerId == caller.OwnerId && row.ContentHash == contentHash).Select(row => row.Id).SingleOrDefaultAsync(cancellation);
    }

    private async Task RememberAsync(
        VejjaContext context, Caller caller, string keyHash, string fingerprint, List<(string Id, bool IsDuplicate)> accepted, CancellationToken cancellation)
    {
        context.Idempotency.Add(new()
        {
            OwnerId = caller.OwnerId,
            KeyHash = keyHash,
            Fingerprint = fingerprint,
            At = time.GetUtcNow(),
            DocumentIds = string.Join(' ', accepted.Select(document => document.Id)),
        });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same request at the same moment was first; its files are the same, so are its documents.
            context.ChangeTracker.Clear();
        }
    }
}
