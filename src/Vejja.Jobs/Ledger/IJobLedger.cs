using Vejja.Domain.Documents;
using Vejja.Jobs.Execution;

namespace Vejja.Jobs.Ledger;

/// <summary>The database's rows about work: the truth. The seam between the engines and the storage.</summary>
public interface IJobLedger
{
    /// <summary>Takes the most urgent job of some stages.</summary>
    /// <returns>Null where none is due.</returns>
    Task<LeasedJob?> ClaimAsync(IReadOnlyCollection<Stage> stages, string worker, CancellationToken cancellation);

    /// <summary>Takes a job that a broker named.</summary>
    /// <returns>Null where it is done, taken or not yet due: the message is then to be dropped.</returns>
    Task<LeasedJob?> ClaimAsync(string jobId, string worker, CancellationToken cancellation);

    /// <summary>Renews the lease and notes the progress.</summary>
    /// <returns>False where the lease is no longer this worker's: another has it, or the job was cancelled or deleted.</returns>
    Task<bool> RenewAsync(LeasedJob job, StageProgress progress, CancellationToken cancellation);

    /// <summary>Notes a failure: the job is tried again later, or poisoned.</summary>
    Task FailAsync(LeasedJob job, JobFailure failure, CancellationToken cancellation);

    /// <summary>Gives the job back as if it had not been taken.</summary>
    /// <param name="job">The job.</param>
    /// <param name="wait">How long nobody is to take it.</param>
    /// <param name="cancellation">Stops.</param>
    Task HandBackAsync(LeasedJob job, TimeSpan wait, CancellationToken cancellation);

    /// <summary>Frees jobs whose worker was lost; such as were lost too often are poisoned.</summary>
    /// <returns>How many were freed or poisoned.</returns>
    Task<int> ReclaimAsync(CancellationToken cancellation);

    /// <summary>Jobs that are due and that no broker was told of since <paramref name="since"/>; they are marked as told.</summary>
    Task<IReadOnlyList<DueJob>> TakeUnpublishedAsync(DateTimeOffset since, int count, CancellationToken cancellation);
}
