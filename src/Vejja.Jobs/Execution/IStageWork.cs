using Vejja.Jobs.Ledger;

namespace Vejja.Jobs.Execution;

/// <summary>Does a stage. The seam to what the application does.</summary>
public interface IStageWork
{
    /// <summary>Does the work and commits its outcome together with the job's end, in one transaction.</summary>
    /// <param name="job">What to do.</param>
    /// <param name="progress">Is told how far the work is, by any thread.</param>
    /// <param name="cancellation">Timeout, shutdown, or the lease is lost.</param>
    /// <exception cref="LeaseLostException">The job is no longer this worker's; nothing was committed.</exception>
    /// <exception cref="PermanentStageException">Another attempt would end the same way.</exception>
    /// <exception cref="StageUnavailableException">The database or the disk is away.</exception>
    Task RunAsync(LeasedJob job, IProgress<StageProgress> progress, CancellationToken cancellation);
}

/// <summary>The job is no longer this worker's.</summary>
public sealed class LeaseLostException() : Exception("The lease of the job is no longer this worker's.");

/// <summary>What a stage needs, the database or the disk, is away. That says nothing about the document, so the attempt does not count.</summary>
/// <param name="inner">The cause.</param>
public sealed class StageUnavailableException(Exception inner) : Exception("What the stage needs is away at the moment.", inner);

/// <summary>A stage can't succeed however often it is tried, such as on a damaged file.</summary>
/// <param name="code">Stable code.</param>
/// <param name="inner">The cause.</param>
public sealed class PermanentStageException(string code, Exception? inner = null) : Exception(code, inner)
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;
}
