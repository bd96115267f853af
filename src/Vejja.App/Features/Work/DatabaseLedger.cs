using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Webhooks;
using Vejja.Domain.Documents;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;
using Vejja.Jobs.Retry;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Work;

/// <summary>The rows about work, on either database. Every change is one transaction, fenced by the lease's number.</summary>
internal sealed class DatabaseLedger(IDbContextFactory<VejjaContext> contexts, WorkerOptions options, TimeProvider time) : IJobLedger
{
    /// <summary>A job that seems due later than any wait could make it was written before the clock was set back.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(11);

    /// <inheritdoc/>
    public async Task<LeasedJob?> ClaimAsync(IReadOnlyCollection<Stage> stages, string worker, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);

        // The last stages first: what was begun is ended before more is begun.
        foreach (var stage in stages.OrderDescending())
        {
            var now = time.GetUtcNow();
            var horizon = now + LongestWait;
            if (!await context.Jobs.AnyAsync(row => row.State == JobState.Ready && row.Stage == stage && (row.DueAt <= now || row.DueAt > horizon), cancellation))
                continue;
            var (from, to) = (now.ToUnixTimeMilliseconds(), horizon.ToUnixTimeMilliseconds());
            var name = stage.ToString();
            var pick = context.Database.IsSqlite()
                ? context.Jobs.FromSql($"SELECT * FROM jobs WHERE state = 'Ready' AND stage = {name} AND (due_at <= {from} OR due_at > {to}) ORDER BY priority DESC, due_at LIMIT 1")
                : context.Jobs.FromSql($"SELECT * FROM jobs WHERE state = 'Ready' AND stage = {name} AND (due_at <= {from} OR due_at > {to}) ORDER BY priority DESC, due_at LIMIT 1 FOR UPDATE SKIP LOCKED");
            if (await LeaseAsync(context, pick, worker, now, cancellation) is { } job)
                return job;
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<LeasedJob?> ClaimAsync(string jobId, string worker, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var (from, to) = (now.ToUnixTimeMilliseconds(), (now + LongestWait).ToUnixTimeMilliseconds());
        var pick = context.Database.IsSqlite()
            ? context.Jobs.FromSql($"SELECT * FROM jobs WHERE id = {jobId} AND state = 'Ready' AND (due_at <= {from} OR due_at > {to})")
            : context.Jobs.FromSql($"SELECT * FROM jobs WHERE id = {jobId} AND state = 'Ready' AND (due_at <= {from} OR due_at > {to}) FOR UPDATE SKIP LOCKED");
        return await LeaseAsync(context, pick, worker, now, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(LeasedJob job, StageProgress progress, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var until = time.GetUtcNow() + options.Lease;
        return await Held(context, job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LeaseUntil, until).SetProperty(row => row.Progress, progress.Percent)
                .SetProperty(row => row.Step, progress.Step).SetProperty(row => row.Page, progress.Page).SetProperty(row => row.Pages, progress.Pages), cancellation) == 1;
    }

    /// <inheritdoc/>
    public async Task FailAsync(LeasedJob job, JobFailure failure, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var state = failure.RetryAfter is null ? JobState.Poisoned : JobState.Ready;
        var due = now + (failure.RetryAfter ?? TimeSpan.Zero);
        if (await Held(context, job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.DueAt, due).SetProperty(row => row.FailureCode, failure.Code)
                .SetProperty(row => row.PublishedAt, (DateTimeOffset?)null), cancellation) == 0)
        {
            return;
        }

        await EndAttemptAsync(context, job.Id, job.LeaseNumber, failure.Code == "timeout" ? "timeout" : "failed", failure.Code, now, cancellation);
        context.Faults.Add(new FaultRow
        {
            Id = Identifier.New(time),
            DocumentId = job.DocumentId,
            Stage = job.Stage,
            Code = failure.Code,
            Type = failure.Type,
            At = now,
        });
        await context.SaveChangesAsync(cancellation);
        if (state == JobState.Poisoned)
            await GiveUpAsync(context, job.DocumentId, job.Stage, failure.Code, now, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task HandBackAsync(LeasedJob job, TimeSpan wait, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var due = now + wait;
        if (await Held(context, job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, JobState.Ready).SetProperty(row => row.DueAt, due).SetProperty(row => row.Attempts, row => row.Attempts - 1)
                .SetProperty(row => row.PublishedAt, (DateTimeOffset?)null), cancellation) == 1)
        {
            await EndAttemptAsync(context, job.Id, job.LeaseNumber, "handed-back", null, now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<int> ReclaimAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var horizon = now + (2 * options.Lease) + LongestWait;
        var lost = await context.Jobs.AsNoTracking()
            .Where(row => row.State == JobState.Leased && (row.LeaseUntil < now || row.LeaseUntil > horizon)).Take(100).ToListAsync(cancellation);
        foreach (var job in lost)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var policy = StagePolicy.For(job.Stage);
            var poisoned = policy.GivesUp(job.Attempts, job.LeaseNumber);
            var attempts = policy.LossCounts ? job.Attempts : job.Attempts - 1;
            var state = poisoned ? JobState.Poisoned : JobState.Ready;
            if (await context.Jobs.Where(row => row.Id == job.Id && row.State == JobState.Leased && row.LeaseNumber == job.LeaseNumber && row.LeaseUntil == job.LeaseUntil)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.State, state).SetProperty(row => row.DueAt, now).SetProperty(row => row.Attempts, attempts).SetProperty(row => row.FailureCode, "worker-lost")
                        .SetProperty(row => row.PublishedAt, (DateTimeOffset?)null), cancellation) == 0)
            {
                continue;
            }

            await EndAttemptAsync(context, job.Id, job.LeaseNumber, "lost", "worker-lost", now, cancellation);
            if (poisoned)
                await GiveUpAsync(context, job.DocumentId, job.Stage, "worker-lost", now, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return lost.Count;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueJob>> TakeUnpublishedAsync(DateTimeOffset since, int count, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var horizon = now + LongestWait;
        var due = await context.Jobs
            .Where(row => row.State == JobState.Ready && (row.DueAt <= now || row.DueAt > horizon) && (row.PublishedAt == null || row.PublishedAt < since || row.PublishedAt > horizon))
            .OrderByDescending(row => row.Priority).ThenBy(row => row.DueAt).Take(count).Select(row => new DueJob(row.Id, row.Stage, row.Priority)).ToListAsync(cancellation);
        var taken = due.Select(job => job.JobId).ToList();
        await context.Jobs.Where(row => taken.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.PublishedAt, now), cancellation);
        return due;
    }

    /// <summary>The row, while it is still this worker's.</summary>
    internal static IQueryable<JobRow> Held(VejjaContext context, LeasedJob job) =>
        context.Jobs.Where(row => row.Id == job.Id && row.State == JobState.Leased && row.LeaseNumber == job.LeaseNumber);

    /// <summary>Closes an attempt.</summary>
    internal static Task<int> EndAttemptAsync(
        VejjaContext context, string jobId, long number, string outcome, string? code, DateTimeOffset now, CancellationToken cancellation) =>
        context.Attempts.Where(row => row.JobId == jobId && row.Number == number).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Outcome, outcome).SetProperty(row => row.FailureCode, code).SetProperty(row => row.EndedAt, now), cancellation);

    /// <summary>A stage was given up: the document has failed, unless it can do without.</summary>
    private async Task GiveUpAsync(VejjaContext context, string documentId, Stage stage, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        // What was read is whole without a language model's suggestions.
        if (stage is Stage.Enhance)
        {
            context.Jobs.Add(StageWork.NewJob(await context.Documents.AsNoTracking().SingleAsync(row => row.Id == documentId, cancellation), Stage.Schedule, time));
            await context.SaveChangesAsync(cancellation);
            return;
        }

        await context.Documents.Where(row => row.Id == documentId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DocumentState.Failed).SetProperty(row => row.FailureCode, code).SetProperty(row => row.UpdatedAt, now), cancellation);
        var ownerId = await context.Documents.Where(row => row.Id == documentId).Select(row => row.OwnerId).SingleAsync(cancellation);
        await WebhookQueue.AddAsync(context, ownerId, documentId, "document.failed", time, cancellation);
    }

    private async Task<LeasedJob?> LeaseAsync(VejjaContext context, IQueryable<JobRow> pick, string worker, DateTimeOffset now, CancellationToken cancellation)
    {
        // On SQLite the transaction takes the one write lock at once; on PostgreSQL the picked row is locked and others skip it.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await pick.AsTracking().SingleOrDefaultAsync(cancellation) is not { } row)
            return null;
        (row.State, row.LeaseOwner, row.LeaseUntil) = (JobState.Leased, worker, now + options.Lease);
        (row.Progress, row.Step, row.Page, row.Pages) = (0, null, null, null);
        row.LeaseNumber++;
        row.Attempts++;
        context.Attempts.Add(new AttemptRow { JobId = row.Id, Number = row.LeaseNumber, Worker = worker, StartedAt = now });
        await context.SaveChangesAsync(cancellation);
        await context.Documents.Where(document => document.Id == row.DocumentId && document.State == DocumentState.Queued)
            .ExecuteUpdateAsync(set => set.SetProperty(document => document.State, DocumentState.Running).SetProperty(document => document.UpdatedAt, now), cancellation);
        await transaction.CommitAsync(cancellation);
        return new(row.Id, row.DocumentId, row.Stage, row.Attempts, row.LeaseNumber, worker);
    }
}
