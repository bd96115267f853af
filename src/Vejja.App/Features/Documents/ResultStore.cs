using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>Fetches versions of results, decrypted.</summary>
internal sealed class ResultStore(IDbContextFactory<VejjaContext> contexts, ContentCipher cipher)
{
    /// <summary>One version, or the latest.</summary>
    /// <returns>The version's number and the contract's JSON in UTF-8.</returns>
    /// <exception cref="RequestRefusedException">There is no such document, or no result yet.</exception>
    public async Task<(int Version, byte[] Json)> GetAsync(string ownerId, string documentId, int? version, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var document = await context.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == documentId && row.OwnerId == ownerId, cancellation)
            ?? throw NotFound();
        var wanted = version ?? document.ResultVersion;
        if (document.ResultVersion == 0)
        {
            throw document.State is DocumentState.Failed or DocumentState.Cancelled
                ? new RequestRefusedException(StatusCodes.Status409Conflict, document.FailureCode ?? "cancelled", "The document was not read.")
                : new RequestRefusedException(StatusCodes.Status409Conflict, "not-yet", "The document is not read yet.") { RetryAfter = TimeSpan.FromSeconds(2) };
        }

        var row = await context.Results.AsNoTracking().SingleOrDefaultAsync(row => row.DocumentId == documentId && row.Version == wanted, cancellation)
            ?? throw NotFound();
        return (row.Version, Open(row));
    }

    /// <summary>The latest version, to be followed by another in the same transaction: nobody else can add one meanwhile.</summary>
    /// <exception cref="RequestRefusedException">There is no such document, or this is not its latest version.</exception>
    public static async Task<(DocumentRow Document, ResultRow Result)> LockLatestAsync(
        VejjaContext context, string ownerId, string documentId, int version, DateTimeOffset now, CancellationToken cancellation)
    {
        // The first statement takes the row's lock, so that nothing changes between the look and the change.
        if (await context.Documents.Where(row => row.Id == documentId && row.OwnerId == ownerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.UpdatedAt, now), cancellation) == 0)
            throw NotFound();
        var document = await context.Documents.AsTracking().SingleAsync(row => row.Id == documentId, cancellation);
        if (document.ResultVersion == 0 || document.ResultVersion != version)
            throw new RequestRefusedException(StatusCodes.Status409Conflict, "version", "This is not the latest version.");
        return (document, await context.Results.AsNoTracking().SingleAsync(row => row.DocumentId == documentId && row.Version == version, cancellation));
    }

    /// <summary>The contract's JSON of a row.</summary>
    public byte[] Open(ResultRow row) => cipher.Open(row.Content, ResultPlace.Of(row.DocumentId, row.Version));

    /// <summary>What everyone is told who asks for what is not there or not theirs.</summary>
    public static RequestRefusedException NotFound() => new(StatusCodes.Status404NotFound, "not-found", "There is no such document.");
}
