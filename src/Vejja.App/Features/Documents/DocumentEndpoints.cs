using Microsoft.AspNetCore.Http.HttpResults;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Chat;
using Vejja.App.Features.Keys;
using Vejja.App.Features.Uploads;
using Vejja.App.Web;
using Vejja.Storage.Retention;

namespace Vejja.App.Features.Documents;

/// <summary>Uploads, lists, status, control.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/documents").WithTags("Documents");
        documents.MapPost("", UploadAsync).WithName("UploadDocuments").WithSummary("Upload one or many files")
            .Accepts<UploadRequest>("application/json", "multipart/form-data").RequireAuthorization(Scopes.Write).DisableAntiforgery();
        documents.MapGet("", ListAsync).WithName("ListDocuments").WithSummary("List and search, newest first").RequireAuthorization(Scopes.Read);
        documents.MapGet("{id}", StatusAsync).WithName("GetDocument").WithSummary("Status and progress by stage").RequireAuthorization(Scopes.Read);
        documents.MapGet("{id}/events", DocumentEvents.StreamAsync).WithName("WatchDocument").WithSummary("Status as server-sent events, until it ends").RequireAuthorization(Scopes.Read);
        documents.MapPost("{id}/approve", ApproveAsync).WithName("ApproveDocument").WithSummary("A person looked and found it right").RequireAuthorization(Scopes.Review);
        documents.MapPost("{id}/retry", RetryAsync).WithName("RetryDocument").WithSummary("Take a failed or cancelled document up again").RequireAuthorization(Scopes.Write);
        documents.MapPost("{id}/cancel", CancelAsync).WithName("CancelDocument").WithSummary("Stop a document").RequireAuthorization(Scopes.Write);
        documents.MapDelete("{id}", DeleteAsync).WithName("DeleteDocument").WithSummary("Delete for good: image, text, everything derived").RequireAuthorization(Scopes.Write);
        documents.MapPost("{id}/corrections", CorrectAsync).WithName("CorrectDocument").WithSummary("Correct fields; makes a new version").RequireAuthorization(Scopes.Review);
        documents.MapGet("{id}/corrections", ListCorrectionsAsync).WithName("ListCorrections").WithSummary("Who changed what, when, before and after").RequireAuthorization(Scopes.Read);
        documents.MapResults();
    }

    private static async Task<Accepted<UploadAnswer>> UploadAsync(
        HttpRequest request, Caller caller, DocumentIntake intake, UploadGate gate, ServiceOptions options, CancellationToken cancellation)
    {
        using var place = gate.Enter();
        var idempotencyKey = request.Headers["Idempotency-Key"].FirstOrDefault();
        if (idempotencyKey is { Length: 0 or > 200 })
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "An Idempotency-Key has 1 to 200 characters.");

        // A repeat of a request that was taken is answered even so.
        if (idempotencyKey is null)
            await intake.CheckQueueAsync(cancellation);
        var (files, priority) = await UploadReading.ReadAsync(request, options, cancellation);
        var accepted = await intake.AcceptAsync(caller, files, priority, idempotencyKey, cancellation);
        var documents = accepted.Select(document => new UploadedDocument(document.Id, document.IsDuplicate, "/documents/" + document.Id)).ToList();
        return TypedResults.Accepted(documents.Count == 1 ? documents[0].Href : "/documents", new UploadAnswer(documents));
    }

    private static async Task<Ok<DocumentPage>> ListAsync(
        [AsParameters] DocumentFilter filter, Caller caller, DocumentQueries queries, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        await audit.WriteAsync(caller.Did("document.list", null, time), cancellation);
        return TypedResults.Ok(await queries.ListAsync(caller.OwnerId, filter, cancellation));
    }

    private static async Task<Ok<DocumentStatus>> StatusAsync(string id, Caller caller, DocumentQueries queries, CancellationToken cancellation) =>
        TypedResults.Ok(await queries.StatusAsync(caller.OwnerId, id, cancellation) ?? throw ResultStore.NotFound());

    private static async Task<Ok<ApprovalAnswer>> ApproveAsync(string id, ApprovalRequest request, Caller caller, Approval approval, CancellationToken cancellation) =>
        TypedResults.Ok(await approval.ApproveAsync(caller, id, request, cancellation));

    private static async Task<Accepted> RetryAsync(string id, Caller caller, DocumentControl control, CancellationToken cancellation)
    {
        await control.RetryAsync(caller, id, cancellation);
        return TypedResults.Accepted(new Uri("/documents/" + id, UriKind.Relative));
    }

    private static async Task<NoContent> CancelAsync(string id, Caller caller, DocumentControl control, CancellationToken cancellation)
    {
        await control.CancelAsync(caller, id, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteAsync(string id, Caller caller, DocumentRemoval removal, Conversations conversations, CancellationToken cancellation)
    {
        if (!await removal.RemoveAsync(caller.OwnerId, id, caller.KeyId, cancellation))
            throw ResultStore.NotFound();
        conversations.ForgetDocument(id);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<NewVersion>> CorrectAsync(string id, CorrectionRequest request, Caller caller, Corrections corrections, CancellationToken cancellation) =>
        TypedResults.Ok(new NewVersion(await corrections.ApplyAsync(caller, id, request, cancellation)));

    private static async Task<Ok<IReadOnlyList<CorrectionView>>> ListCorrectionsAsync(
        string id, Caller caller, Corrections corrections, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        await audit.WriteAsync(caller.Did("corrections.read", id, time), cancellation);
        return TypedResults.Ok(await corrections.ListAsync(caller, id, cancellation));
    }
}

/// <summary>A new version.</summary>
/// <param name="Version">Its number.</param>
internal sealed record NewVersion(int Version);
