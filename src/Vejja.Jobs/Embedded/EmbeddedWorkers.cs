using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;

namespace Vejja.Jobs.Embedded;

/// <summary>Workers inside this process, straight over the database: nothing else needs to be installed.</summary>
public sealed partial class EmbeddedWorkers(
    IJobLedger ledger, JobExecution execution, WorkSignal signal, WorkerOptions options, ILogger<EmbeddedWorkers> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(1, options.Parallelism).Select(number => WorkAsync($"{options.Worker}/{number}", stoppingToken)));

    private async Task WorkAsync(string worker, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await ledger.ClaimAsync(options.Stages, worker, stopping) is { } job)
                    await execution.RunAsync(job, stopping);
                else
                    await signal.WaitAsync(options.Poll, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away; the loop must outlive that.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogNoLedger(fault.GetType().Name);
                await Task.Delay(options.Poll, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No work could be taken: the database does not answer ({Type})")]
    private partial void LogNoLedger(string type);
}
