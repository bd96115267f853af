using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Vejja.Jobs.Ledger;
using Vejja.Jobs.Retry;

namespace Vejja.Jobs.Execution;

/// <summary>Runs one leased job to its end, whatever the end: both engines share it.</summary>
public sealed partial class JobExecution(
    IJobLedger ledger, IStageWork work, WorkerOptions options, JobMetrics metrics, TimeProvider time, ILogger<JobExecution> log)
{
    /// <summary>Work that was told to stop is waited for this long before its process takes its tools away.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Between two looks for new progress.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Between attempts of one note; doubles up to the longest.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Runs; never throws for the sake of the job.</summary>
    /// <param name="job">The job, leased.</param>
    /// <param name="stopping">Shutdown: the job is handed back.</param>
    /// <returns><c>done</c>, <c>failed</c>, <c>timeout</c>, <c>handed-back</c>, <c>unavailable</c> or <c>lost</c>.</returns>
    public async Task<string> RunAsync(LeasedJob job, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(job);
        var start = time.GetTimestamp();
        var policy = StagePolicy.For(job.Stage);
        using var timeout = new CancellationTokenSource(policy.Timeout, time);
        using var lost = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token, lost.Token);
        var progress = new LatestProgress();
        var heartbeat = BeatAsync(job, progress, lost.CancelAsync, stop.Token);
        var running = Task.Run(() => work.RunAsync(job, progress, stop.Token), stop.Token);
        string outcome;
        try
        {
            // Native code can be deaf to cancellation. What it finishes later cannot be committed: its lease is void.
            await running.WaitAsync(stop.Token);
            outcome = "done";
        }
#pragma warning disable CA1031 // The boundary of a job catches everything, by design.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            outcome = await EndAsync(job, policy, fault, timeout.IsCancellationRequested, lost.IsCancellationRequested, stopping);
        }

        await lost.CancelAsync();
        await heartbeat;
        if (stopping.IsCancellationRequested)
            await Task.WhenAny(running, Task.Delay(Grace, time, CancellationToken.None));
        var elapsed = time.GetElapsedTime(start);
        metrics.Attempted(job.Stage, outcome, elapsed);
        LogEnd(job.DocumentId, job.Stage, job.Attempt, outcome, (long)elapsed.TotalMilliseconds);
        return outcome;
    }

    private async Task<string> EndAsync(LeasedJob job, StagePolicy policy, Exception fault, bool isTimeout, bool isLost, CancellationToken stopping)
    {
        if (fault is LeaseLostException || (isLost && fault is OperationCanceledException))
            return "lost";
        if (stopping.IsCancellationRequested && fault is OperationCanceledException)
        {
            await PersistAsync(job, () => ledger.HandBackAsync(job, TimeSpan.Zero, CancellationToken.None), stopping);
            return "handed-back";
        }

        if (fault is StageUnavailableException && job.LeaseNumber < StagePolicy.MostLeases)
        {
            var wait = policy.Delay((int)Math.Min(job.LeaseNumber, 6), RandomShare());
            await PersistAsync(job, () => ledger.HandBackAsync(job, wait, CancellationToken.None), stopping);
            return "unavailable";
        }

        var delay = policy.Delay(job.Attempt, RandomShare());
        var isLast = job.Attempt >= policy.MaximumAttempts;
        var failure = fault switch
        {
            PermanentStageException permanent => new JobFailure(permanent.Code, (fault.InnerException ?? fault).GetType().Name, null),
            StageUnavailableException => new JobFailure("unavailable", (fault.InnerException ?? fault).GetType().Name, isLast ? null : delay),
            OperationCanceledException when isTimeout => new JobFailure("timeout", nameof(TimeoutException), isLast ? null : delay),
            _ => new JobFailure("internal", fault.GetType().Name, isLast ? null : delay),
        };
        LogFailure(job.DocumentId, job.Stage, job.Attempt, failure.Code, failure.Type);
        await PersistAsync(job, () => ledger.FailAsync(job, failure, CancellationToken.None), stopping);
        return isTimeout ? "timeout" : "failed";
    }

    /// <summary>
    /// A note that the database did not take is written again for as long as the lease lasts; after that the row's lease runs out and
    /// another worker takes it. At shutdown the process cannot wait that long.
    /// </summary>
    private async Task PersistAsync(LeasedJob job, Func<Task> write, CancellationToken stopping)
    {
        var start = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause + pause < LongestPause ? pause + pause : LongestPause)
        {
            try
            {
                await write();
                return;
            }
#pragma warning disable CA1031 // Whatever it was, it is tried again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogNotWritten(job.DocumentId, job.Stage, fault.GetType().Name);
                if (time.GetElapsedTime(start) > (stopping.IsCancellationRequested ? LongestPause : options.Lease))
                    return;
                await Task.Delay(pause, time, CancellationToken.None);
            }
        }
    }

    private static double RandomShare() => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);

    /// <summary>Renews the lease six times in its length, and whenever there is new progress to note.</summary>
    private async Task BeatAsync(LeasedJob job, LatestProgress progress, Func<Task> lose, CancellationToken stop)
    {
        var every = options.Lease / 6;
        using var timer = new PeriodicTimer(every < Look ? every : Look, time);
        var (noted, last) = (StageProgress.Begin, time.GetTimestamp());
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var latest = progress.Latest;
                if (latest == noted && time.GetElapsedTime(last) < every)
                    continue;
                try
                {
                    if (!await ledger.RenewAsync(job, latest, stop))
                        await lose();
                    (noted, last) = (latest, time.GetTimestamp());
                }
#pragma warning disable CA1031 // A database that is away: the next beat tries again, and the commit is fenced by the lease's number.
                catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    LogNotWritten(job.DocumentId, job.Stage, fault.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended, one way or another.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Document {DocumentId} stage {Stage} attempt {Attempt}: {Outcome} after {Milliseconds} ms")]
    private partial void LogEnd(string documentId, Domain.Documents.Stage stage, int attempt, string outcome, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Document {DocumentId} stage {Stage} attempt {Attempt} failed: {Code} ({Type})")]
    private partial void LogFailure(string documentId, Domain.Documents.Stage stage, int attempt, string code, string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Document {DocumentId} stage {Stage}: the database did not take a note ({Type})")]
    private partial void LogNotWritten(string documentId, Domain.Documents.Stage stage, string type);

    private sealed class LatestProgress : IProgress<StageProgress>
    {
        private readonly Lock gate = new();
        private StageProgress latest = StageProgress.Begin;

        public StageProgress Latest
        {
            get
            {
                lock (gate)
                    return latest;
            }
        }

        /// <summary>Threads that overtake each other never take progress back.</summary>
        public void Report(StageProgress value)
        {
            lock (gate)
            {
                if (value.Percent >= latest.Percent)
                    latest = value with { Percent = Math.Min(value.Percent, 100) };
            }
        }
    }
}
