using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Exchange.Contract;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>Changes of one version.</summary>
/// <param name="Version">The version that was looked at; another one since then refuses the changes.</param>
/// <param name="Changes">At least one.</param>
internal sealed record CorrectionRequest(int Version, IReadOnlyList<FieldChange>? Changes);

/// <summary>One change.</summary>
/// <param name="Field">JSON pointer (RFC 6901) to a reading or to <c>dosageInstruction</c>, such as <c>/medications/0/strength</c>.</param>
/// <param name="Value">The right value in the contract's form; null where the page says nothing.</param>
internal sealed record FieldChange(string? Field, JsonNode? Value);

/// <summary>A correction that was made.</summary>
internal sealed record CorrectionView(string Field, JsonNode? Before, JsonNode? After, string By, DateTimeOffset At, int Version);

/// <summary>A person's corrections: each makes a new version, and what was read stays.</summary>
internal sealed class Corrections(
    IDbContextFactory<VejjaContext> contexts, ResultStore results, ContentCipher cipher, KeyedHash hash, TimeProvider time)
{
    /// <summary>Applies changes to the latest version.</summary>
    /// <returns>The new version's number.</returns>
    public async Task<int> ApplyAsync(Caller caller, string id, CorrectionRequest request, CancellationToken cancellation)
    {
        if (request.Changes is not { Count: > 0 and <= 200 } changes || changes.Any(change => change is null))
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "Give 1 to 200 changes.");
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var (document, before) = await ResultStore.LockLatestAsync(context, caller.OwnerId, id, request.Version, now, cancellation);
        var json = JsonNode.Parse(results.Open(before))!;
        var version = document.ResultVersion + 1;
        foreach (var change in changes)
        {
            var old = CorrectedJson.Replace(json, change.Field ?? "", change.Value);
            var correctionId = Identifier.New(time);
            context.Corrections.Add(new()
            {
                Id = correctionId,
                DocumentId = id,
                Version = version,
                Field = change.Field!,
                KeyId = caller.KeyId,
                At = now,
                Before = Seal(old, correctionId + "/before"),
                After = Seal(change.Value, correctionId + "/after"),
            });
        }

        var text = json.ToJsonString();
        var prescription = PrescriptionJson.Read(text);
        context.Results.Add(new()
        {
            DocumentId = id,
            Version = version,
            Kind = ResultKind.Corrected,
            CreatedAt = now,
            Content = cipher.Seal(PrescriptionJson.Write(prescription), ResultPlace.Of(id, version)),
        });
        var mustLook = document.RequiresReview;
        await SearchTerms.WriteAsync(context, document, prescription, hash, cancellation);

        // Only an approval ends the review.
        (document.ResultVersion, document.ApprovedAt, document.RequiresReview) = (version, null, mustLook || prescription.RequiresReview);
        context.Audit.Add(caller.Did("document.correct", id, time));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return version;
    }

    /// <summary>Every correction of a document, oldest first.</summary>
    public async Task<IReadOnlyList<CorrectionView>> ListAsync(Caller caller, string id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.Documents.AnyAsync(row => row.Id == id && row.OwnerId == caller.OwnerId, cancellation))
            throw ResultStore.NotFound();
        var rows = await context.Corrections.AsNoTracking().Where(row => row.DocumentId == id).OrderBy(row => row.Id).ToListAsync(cancellation);
        return rows.ConvertAll(row => new CorrectionView(row.Field, Open(row.Before, row.Id + "/before"), Open(row.After, row.Id + "/after"), row.KeyId, row.At, row.Version));
    }

    /// <summary>The place that a correction's ciphertext is bound to.</summary>
    internal static string PlaceOf(string part) => string.Create(CultureInfo.InvariantCulture, $"correction/{part}");

    private byte[]? Seal(JsonNode? value, string part) => value is null ? null : cipher.Seal(Encoding.UTF8.GetBytes(value.ToJsonString()), PlaceOf(part));

    private JsonNode? Open(byte[]? content, string part) => content is null ? null : JsonNode.Parse(cipher.Open(content, PlaceOf(part)));
}
