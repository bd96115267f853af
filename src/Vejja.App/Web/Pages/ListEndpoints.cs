using Vejja.App.Features.Audit;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Keys;
using Vejja.App.Features.Uploads;

namespace Vejja.App.Web.Pages;

/// <summary>The list of prescriptions, and uploads from it.</summary>
internal static class ListEndpoints
{
    /// <summary>Adds the pages.</summary>
    public static void MapList(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/app", ListAsync).RequireAuthorization(Scopes.Read).ExcludeFromDescription();
        routes.MapPost("/app/upload", UploadAsync).RequireAuthorization(Scopes.Write).ExcludeFromDescription().DisableAntiforgery();
    }

    private static async Task<IResult> ListAsync(
        string? tab, string? medicine, string? patient, string? after, Caller caller, ListPages pages, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        await audit.WriteAsync(caller.Did("document.list", null, time), cancellation);
        return new Page<ListPage>(await pages.LoadAsync(caller, new(tab is "review" or "failed" ? tab : null, Given(medicine), Given(patient), Given(after)), null, cancellation));
    }

    private static async Task<IResult> UploadAsync(
        HttpRequest request, Caller caller, DocumentIntake intake, UploadGate gate, ServiceOptions options, ListPages pages, CancellationToken cancellation)
    {
        try
        {
            using var place = gate.Enter();
            var (files, priority) = await UploadReading.ReadAsync(request, options, cancellation);
            var accepted = await intake.AcceptAsync(caller, files, priority, null, cancellation);
            return TypedResults.LocalRedirect(accepted is [var (id, isDuplicate)] && isDuplicate ? "/app/documents/" + id : "/app");
        }
        catch (RequestRefusedException refused)
        {
            return new Page<ListPage>(await pages.LoadAsync(caller, new(null, null, null, null), refused.Message, cancellation), refused.Status);
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
