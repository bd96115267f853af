using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Reminders;

/// <summary>What a person says about reminders.</summary>
internal sealed class ReminderChanges(IDbContextFactory<VejjaContext> contexts, TimeProvider time)
{
    private const double MostStock = 1_000_000;

    /// <summary>Pauses or resumes.</summary>
    public Task SetStateAsync(Caller caller, string id, ReminderState state, CancellationToken cancellation) =>
        ChangeAsync(caller, id, "reminder." + (state == ReminderState.Paused ? "pause" : "resume"), (_, reminder) =>
        {
            reminder.State = state;
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Notes how much is left.</summary>
    public Task SetStockAsync(Caller caller, string id, double amount, CancellationToken cancellation) => ChangeAsync(caller, id, "reminder.stock", (_, reminder) =>
    {
        reminder.Stock = amount is >= 0 and <= MostStock ? amount
            : throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The stock is 0 to 1000000.");
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>Notes what became of a dose; a dose that was taken comes off the stock, once.</summary>
    public Task AnswerAsync(Caller caller, string id, int number, DoseChange change, CancellationToken cancellation) => ChangeAsync(caller, id, "dose." + change.Action switch
    {
        "taken" or "skipped" or "due" when change.Minutes is null => change.Action,
        "snoozed" when change.Minutes is >= 1 and <= 720 => change.Action,
        _ => throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The action is taken, skipped, due, or snoozed with 1 to 720 minutes."),
    }, async (context, reminder) =>
    {
        var dose = await context.Doses.AsTracking().SingleOrDefaultAsync(row => row.ReminderId == id && row.Number == number, cancellation) ?? throw NotFound();
        var wasTaken = dose.State == DoseState.Taken;
        dose.State = change.Action switch { "taken" => DoseState.Taken, "skipped" => DoseState.Skipped, _ => DoseState.Due };
        var now = time.GetUtcNow();
        dose.SnoozedUntil = change.Minutes is { } minutes ? now + TimeSpan.FromMinutes(minutes) : null;
        dose.ChangedAt = now;
        var isTaken = dose.State == DoseState.Taken;
        if (reminder.Stock is { } stock && dose.Amount is { } amount && wasTaken != isTaken)
            reminder.Stock = Math.Clamp(stock + (isTaken ? -amount : amount), 0, MostStock);
    }, cancellation);

    /// <summary>What everyone is told who asks for what is not there or not theirs.</summary>
    public static RequestRefusedException NotFound() => new(StatusCodes.Status404NotFound, "not-found", "There is no such reminder.");

    private async Task ChangeAsync(Caller caller, string id, string action, Func<VejjaContext, ReminderRow, Task> change, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);

        // Takes the row's lock, so that two answers at once do not both count against the stock.
        if (await context.Reminders.Where(row => row.Id == id && row.OwnerId == caller.OwnerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, row => row.State), cancellation) == 0)
            throw NotFound();
        var reminder = await context.Reminders.AsTracking().SingleAsync(row => row.Id == id, cancellation);
        await change(context, reminder);
        context.Audit.Add(caller.Did(action, id, time));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
