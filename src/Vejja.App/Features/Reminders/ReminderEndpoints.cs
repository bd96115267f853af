using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Reminders;

/// <summary>Reminders: made from a document, listed, paused, answered.</summary>
internal static class ReminderEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapReminders(this IEndpointRouteBuilder routes)
    {
        var reminders = routes.MapGroup("/reminders").WithTags("Reminders");
        reminders.MapPost("", CreateAsync).WithName("CreateReminders").WithSummary("Make reminders from a document").RequireAuthorization(Scopes.Write);
        reminders.MapGet("", ListAsync).WithName("ListReminders").WithSummary("List reminders, of one document or of all").RequireAuthorization(Scopes.Read);
        reminders.MapGet("{id}/doses", DosesAsync).WithName("ListDoses").WithSummary("The doses of a reminder, in order").RequireAuthorization(Scopes.Read);
        reminders.MapPost("{id}/pause", (string id, Caller caller, ReminderChanges changes, CancellationToken cancellation) =>
            SetStateAsync(id, ReminderState.Paused, caller, changes, cancellation)).WithName("PauseReminder").WithSummary("Stop it from speaking").RequireAuthorization(Scopes.Write);
        reminders.MapPost("{id}/resume", (string id, Caller caller, ReminderChanges changes, CancellationToken cancellation) =>
            SetStateAsync(id, ReminderState.Active, caller, changes, cancellation)).WithName("ResumeReminder").WithSummary("Let it speak again").RequireAuthorization(Scopes.Write);
        reminders.MapPost("{id}/doses/{number:int}", DoseAsync).WithName("AnswerDose").WithSummary("Taken, skipped, snoozed, or taken back").RequireAuthorization(Scopes.Write);
        reminders.MapPut("{id}/stock", StockAsync).WithName("SetStock").WithSummary("How much is left").RequireAuthorization(Scopes.Write);
    }

    private static async Task<Created<PlanView>> CreateAsync(ReminderRequestBody request, Caller caller, ReminderStore store, CancellationToken cancellation)
    {
        var plan = await store.CreateAsync(caller, request, cancellation);
        return TypedResults.Created($"/reminders?documentId={request.DocumentId}", plan);
    }

    private static async Task<Ok<List<ReminderView>>> ListAsync(
        string? documentId, Caller caller, ReminderStore store, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        await audit.WriteAsync(caller.Did("reminders.read", documentId, time), cancellation);
        return TypedResults.Ok(await store.ListAsync(caller.OwnerId, documentId, cancellation));
    }

    private static async Task<Ok<List<DoseView>>> DosesAsync(
        string id, int? after, Caller caller, IDbContextFactory<VejjaContext> contexts, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await context.Reminders.AnyAsync(row => row.Id == id && row.OwnerId == caller.OwnerId, cancellation))
            throw ReminderChanges.NotFound();
        await audit.WriteAsync(caller.Did("doses.read", id, time), cancellation);
        var from = after ?? 0;
        var rows = await context.Doses.AsNoTracking().Where(row => row.ReminderId == id && row.Number > from).OrderBy(row => row.Number).Take(100).ToListAsync(cancellation);
        return TypedResults.Ok(rows.ConvertAll(row => new DoseView(row.Number, row.DueAt, row.Amount, row.State, row.SnoozedUntil, row.ChangedAt)));
    }

    private static async Task<NoContent> SetStateAsync(string id, ReminderState state, Caller caller, ReminderChanges changes, CancellationToken cancellation)
    {
        await changes.SetStateAsync(caller, id, state, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DoseAsync(string id, int number, DoseChange change, Caller caller, ReminderChanges changes, CancellationToken cancellation)
    {
        await changes.AnswerAsync(caller, id, number, change, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> StockAsync(string id, StockChange change, Caller caller, ReminderChanges changes, CancellationToken cancellation)
    {
        await changes.SetStockAsync(caller, id, change.Amount, cancellation);
        return TypedResults.NoContent();
    }
}
