using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;

namespace Vejja.Jobs.Rabbit;

/// <summary>
/// Tells the broker of jobs that are due, with confirms, and tells it again of jobs that nobody took for a while: what was lost between
/// database and broker is found. Any number of processes may run it; a job that is told twice is done once, for the row decides.
/// </summary>
public sealed partial class RabbitPublisher(
    RabbitConnection broker, IJobLedger ledger, WorkSignal signal, WorkerOptions options, TimeProvider time, ILogger<RabbitPublisher> log) : BackgroundService
{
    private const int Batch = 100;

    /// <summary>A job that was told of longer ago and is still not taken is told of again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private IChannel? channel;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await PublishDueAsync(stoppingToken) < Batch)
                    await signal.WaitAsync(options.Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Database or broker may be away; what was not confirmed is told again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFailed(fault.GetType().Name);
                await Task.Delay(options.Poll, CancellationToken.None);
            }
        }
    }

    private async Task<int> PublishDueAsync(CancellationToken cancellation)
    {
        if (channel is null or { IsOpen: false })
        {
            var connection = await broker.OpenAsync(cancellation);
            channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        }

        var due = await ledger.TakeUnpublishedAsync(time.GetUtcNow() - Patience, Batch, cancellation);
        var properties = new BasicProperties { Persistent = true };
        foreach (var job in due)
            await channel.BasicPublishAsync("", RabbitTopology.QueueOf(job.Stage, job.Priority), mandatory: true, properties, Encoding.ASCII.GetBytes(job.JobId), cancellation);
        return due.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs could not be published ({Type})")]
    private partial void LogFailed(string type);
}
