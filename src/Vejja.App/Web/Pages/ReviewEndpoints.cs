using System.Globalization;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Chat;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Keys;
using Vejja.App.Features.Reminders;
using Vejja.App.Web.Texts;
using Vejja.Storage.Retention;

namespace Vejja.App.Web.Pages;

/// <summary>The page on which a person compares what was read with the sheet, corrects, approves and makes reminders.</summary>
internal static class ReviewEndpoints
{
    /// <summary>Adds the pages.</summary>
    public static void MapReview(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/app/documents/{id}").ExcludeFromDescription();
        document.MapGet("", ShowAsync).RequireAuthorization(Scopes.Read);
        document.MapPost("/save", SaveAsync).RequireAuthorization(Scopes.Review);
        document.MapPost("/approve", ApproveAsync).RequireAuthorization(Scopes.Review);
        document.MapPost("/reminders", RemindAsync).RequireAuthorization(Scopes.Write);
        document.MapPost("/retry", (string id, Caller caller, DocumentControl control, CancellationToken cancellation) => ThenShowAsync(id, control.RetryAsync(caller, id, cancellation))).RequireAuthorization(Scopes.Write);
        document.MapPost("/cancel", (string id, Caller caller, DocumentControl control, CancellationToken cancellation) => ThenShowAsync(id, control.CancelAsync(caller, id, cancellation))).RequireAuthorization(Scopes.Write);
        document.MapPost("/delete", DeleteAsync).RequireAuthorization(Scopes.Write);
    }

    private static async Task<IResult> ShowAsync(string id, string? notice, HttpRequest request, Caller caller, ReviewPages pages, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        var model = await pages.LoadAsync(caller, id, PageTexts.Of(request).Code, cancellation);
        await audit.WriteAsync(caller.Did("result.read", id, time), cancellation);
        return new Page<ReviewPage>(model with { Notice = notice is "saved" or "approved" or "nothingChanged" or "undecided" ? notice : null, IsFault = notice == "undecided" });
    }

    private static async Task<IResult> SaveAsync(string id, HttpRequest request, Caller caller, ReviewPages pages, Corrections corrections, CancellationToken cancellation)
    {
        var form = await SignInEndpoints.FormAsync(request, cancellation);
        var texts = PageTexts.Of(request);
        var model = await pages.LoadAsync(caller, id, texts.Code, cancellation);
        if (VersionOf(form) != model.Document.ResultVersion)
            return new Page<ReviewPage>(model with { Notice = "changedMeanwhile", IsFault = true }, StatusCodes.Status409Conflict);
        var changed = ReviewChanges.Of(model, form, texts);
        if (changed.Faults.Count > 0)
            return new Page<ReviewPage>(ReviewPages.With(model, form, changed.Faults), StatusCodes.Status422UnprocessableEntity);
        if (changed.Changes.Count == 0)
            return TypedResults.LocalRedirect($"/app/documents/{id}?notice=nothingChanged");
        await corrections.ApplyAsync(caller, id, new(model.Document.ResultVersion, changed.Changes), cancellation);
        return TypedResults.LocalRedirect($"/app/documents/{id}?notice=saved");
    }

    private static async Task<IResult> ApproveAsync(string id, HttpRequest request, Caller caller, ReviewPages pages, Approval approval, CancellationToken cancellation)
    {
        var form = await SignInEndpoints.FormAsync(request, cancellation);
        var texts = PageTexts.Of(request);
        var model = await pages.LoadAsync(caller, id, texts.Code, cancellation);
        if (VersionOf(form) != model.Document.ResultVersion)
            return new Page<ReviewPage>(model with { Notice = "changedMeanwhile", IsFault = true }, StatusCodes.Status409Conflict);
        var changed = ReviewChanges.Of(model, form, texts);
        if (changed.Changes.Count + changed.Faults.Count > 0)
            return new Page<ReviewPage>(ReviewPages.With(model, form, changed.Faults) with { Notice = "approveFirst", IsFault = true }, StatusCodes.Status422UnprocessableEntity);
        var decided = form["decided"].Select(text => (text ?? "").Split('/')).Where(parts => parts.Length == 2).Select(parts => new DecidedFlag(parts[0], parts[1])).ToList();
        var isWhole = await approval.ApproveAsync(caller, id, new(model.Document.ResultVersion, decided), cancellation);
        return TypedResults.LocalRedirect($"/app/documents/{id}?notice={(isWhole.Open == 0 ? "approved" : "undecided")}");
    }

    private static async Task<IResult> RemindAsync(string id, HttpRequest request, Caller caller, ReviewPages pages, ReminderStore reminders, CancellationToken cancellation)
    {
        var form = await SignInEndpoints.FormAsync(request, cancellation);
        var start = DateOnly.TryParseExact(form["start"].FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
        var plan = await reminders.CreateAsync(caller, new(id, start, form["timeZone"].FirstOrDefault(), HideNames: form["hideNames"] == "true"), cancellation);
        var model = await pages.LoadAsync(caller, id, PageTexts.Of(request).Code, cancellation);
        return new Page<ReviewPage>(model with { Plan = plan, CalendarAddress = $"{request.Scheme}://{request.Host}{plan.Calendar}" });
    }

    private static async Task<IResult> DeleteAsync(
        string id, HttpRequest request, Caller caller, DocumentRemoval removal, Conversations conversations, CancellationToken cancellation)
    {
        _ = await SignInEndpoints.FormAsync(request, cancellation);
        if (!await removal.RemoveAsync(caller.OwnerId, id, caller.KeyId, cancellation))
            throw ResultStore.NotFound();
        conversations.ForgetDocument(id);
        return TypedResults.LocalRedirect("/app");
    }

    private static async Task<IResult> ThenShowAsync(string id, Task change)
    {
        await change;
        return TypedResults.LocalRedirect("/app/documents/" + id);
    }

    private static int VersionOf(IFormCollection form) =>
        int.TryParse(form["version"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
