using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Jobs.Execution;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Documents;

/// <summary>Stops and restarts documents.</summary>
internal sealed class DocumentControl(IDbContextFactory<VejjaContext> contexts, WorkSignal signal, TimeProvider time)
{
    /// <summary>Stops a document that is not ended: waiting jobs are dropped, and a running one finds its lease void.</summary>
    public Task CancelAsync(Caller caller, string id, CancellationToken cancellation) => ChangeAsync(caller, id, "document.cancel", async (context, document, now) =>
    {
        if (document.State is not (DocumentState.Queued or DocumentState.Running))
            throw new RequestRefusedException(StatusCodes.Status409Conflict, "ended", "The document has ended already.");
        var running = await context.Jobs.AsNoTracking().Where(row => row.DocumentId == id && row.State == JobState.Leased).ToListAsync(cancellation);
        foreach (var job in running)
            await Work.DatabaseLedger.EndAttemptAsync(context, job.Id, job.LeaseNumber, "cancelled", null, now, cancellation);
        await context.Jobs.Where(row => row.DocumentId == id && (row.State == JobState.Ready || row.State == JobState.Leased))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, JobState.Cancelled).SetProperty(row => row.EndedAt, now), cancellation);
        document.State = DocumentState.Cancelled;
    }, cancellation);

    /// <summary>Takes a failed or cancelled document up again where it stopped, with all its attempts anew.</summary>
    public async Task RetryAsync(Caller caller, string id, CancellationToken cancellation)
    {
        await ChangeAsync(caller, id, "document.retry", async (context, document, now) =>
        {
            if (document.State is not (DocumentState.Failed or DocumentState.Cancelled))
                throw new RequestRefusedException(StatusCodes.Status409Conflict, "not-failed", "Only a failed or cancelled document is tried again.");
            await context.Jobs.Where(row => row.DocumentId == id && (row.State == JobState.Poisoned || row.State == JobState.Cancelled)).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, JobState.Ready).SetProperty(row => row.DueAt, now).SetProperty(row => row.Attempts, 0)
                    .SetProperty(row => row.FailureCode, (string?)null).SetProperty(row => row.EndedAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.PublishedAt, (DateTimeOffset?)null), cancellation);
            (document.State, document.FailureCode) = (DocumentState.Queued, null);
        }, cancellation);
        signal.Set();
    }

    private async Task ChangeAsync(
        Caller caller, string id, string action, Func<VejjaContext, DocumentRow, DateTimeOffset, Task> change, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();

        // The first statement takes the row's lock, so that nothing changes between the look and the change.
        if (await context.Documents.Where(row => row.Id == id && row.OwnerId == caller.OwnerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.UpdatedAt, now), cancellation) == 0)
            throw ResultStore.NotFound();
        var document = await context.Documents.AsTracking().SingleAsync(row => row.Id == id, cancellation);
        await change(context, document, now);
        context.Audit.Add(caller.Did(action, id, time));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
