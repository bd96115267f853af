using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Domain.Geometry;
using Vejja.Exchange.Contract;
using Vejja.Exchange.Fhir;
using Vejja.Storage;
using Vejja.Storage.Blobs;

namespace Vejja.App.Features.Documents;

/// <summary>What was read: as the contract, and on the page.</summary>
internal static class ResultEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapResults(this RouteGroupBuilder documents)
    {
        documents.MapGet("{id}/result", ResultAsync).WithName("GetResult").WithSummary("The prescription, vejja/prescription/1").RequireAuthorization(Scopes.Read)
            .Produces<object>(StatusCodes.Status200OK, "application/json");
        documents.MapGet("{id}/fhir", FhirAsync).WithName("GetFhir").WithSummary("The prescription as a FHIR R4 Bundle; a draft until it is approved").RequireAuthorization(Scopes.Read)
            .Produces<object>(StatusCodes.Status200OK, "application/fhir+json");
        documents.MapGet("{id}/pages/{page:int}", PageAsync).WithName("GetPage").WithSummary("A page's image, upright where the reader kept it").RequireAuthorization(Scopes.Read);
        documents.MapGet("{id}/overlay", OverlayAsync).WithName("GetOverlay").WithSummary("What was read, drawn over the page, as SVG").RequireAuthorization(Scopes.Read);
    }

    private static async Task<FileContentHttpResult> ResultAsync(
        string id, int? version, Caller caller, ResultStore results, AuditLog audit, TimeProvider time, HttpResponse response, CancellationToken cancellation)
    {
        var (number, json) = await results.GetAsync(caller.OwnerId, id, version, cancellation);
        await audit.WriteAsync(caller.Did("result.read", id, time), cancellation);
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");
        return TypedResults.File(json, "application/json; charset=utf-8");
    }

    private static async Task<FileContentHttpResult> FhirAsync(
        string id, Caller caller, ResultStore results, DocumentQueries documents, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        var (version, json) = await results.GetAsync(caller.OwnerId, id, null, cancellation);
        var status = await documents.StatusAsync(caller.OwnerId, id, cancellation) ?? throw ResultStore.NotFound();
        await audit.WriteAsync(caller.Did("fhir.read", id, time), cancellation);
        var isApproved = status.ApprovedAt is not null && status.ResultVersion == version;
        return TypedResults.File(Encoding.UTF8.GetBytes(FhirBundle.Write(PrescriptionJson.Read(json), time.GetUtcNow(), isApproved)), "application/fhir+json; charset=utf-8");
    }

    private static async Task<FileContentHttpResult> PageAsync(
        string id, int page, Caller caller, IDbContextFactory<VejjaContext> contexts, IBlobStore blobs, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var document = await context.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.OwnerId == caller.OwnerId, cancellation) ?? throw ResultStore.NotFound();
        var row = await context.Pages.AsNoTracking().SingleOrDefaultAsync(row => row.DocumentId == id && row.Index == page, cancellation);
        var address = row?.BlobAddress ?? (page == 0 ? document.BlobAddress : throw ResultStore.NotFound());
        var bytes = await blobs.GetAsync(id, address, cancellation);
        await audit.WriteAsync(caller.Did("page.read", id, time), cancellation);
        return TypedResults.File(bytes, row?.BlobAddress is null ? document.MediaType : "image/png");
    }

    private static async Task<FileContentHttpResult> OverlayAsync(
        string id, int? page, Caller caller, ResultStore results, IDbContextFactory<VejjaContext> contexts, IBlobStore blobs, AuditLog audit, TimeProvider time,
        CancellationToken cancellation)
    {
        var (_, json) = await results.GetAsync(caller.OwnerId, id, null, cancellation);
        var prescription = PrescriptionJson.Read(json);
        var shown = prescription.Pages.FirstOrDefault(one => one.Index == (page ?? 0)) ?? throw ResultStore.NotFound();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var document = await context.Documents.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var upright = await context.Pages.Where(row => row.DocumentId == id && row.Index == shown.Index).Select(row => row.BlobAddress).SingleOrDefaultAsync(cancellation);
        var picture = await blobs.GetAsync(id, upright ?? document.BlobAddress, cancellation);
        await audit.WriteAsync(caller.Did("overlay.read", id, time), cancellation);
        var overlay = upright is null
            ? PageOverlay.Draw(prescription, shown, picture, document.MediaType, shown.Transform)
            : PageOverlay.Draw(prescription, shown, picture, "image/png", Homography.Identity);
        return TypedResults.File(overlay, "image/svg+xml");
    }
}
