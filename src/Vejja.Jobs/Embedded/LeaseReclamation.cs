using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;

namespace Vejja.Jobs.Embedded;

/// <summary>Takes jobs back whose worker was killed. Any number of processes may run it at once.</summary>
public sealed partial class LeaseReclamation(
    IJobLedger ledger, WorkSignal signal, WorkerOptions options, JobMetrics metrics, TimeProvider time, ILogger<LeaseReclamation> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Lease / 6, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var count = await ledger.ReclaimAsync(stoppingToken);
                if (count == 0)
                    continue;
                metrics.Reclaimed(count);
                LogReclaimed(count);
                signal.Set();
            }
#pragma warning disable CA1031 // The database may be away; the next tick tries again.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} jobs were taken back from lost workers")]
    private partial void LogReclaimed(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost workers could not be looked for ({Type})")]
    private partial void LogFailed(string type);
}
