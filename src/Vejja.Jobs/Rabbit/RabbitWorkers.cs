using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;

namespace Vejja.Jobs.Rabbit;

/// <summary>
/// Workers that a broker feeds. A message is only a hint: the job is taken by its row, and the message is acknowledged after the row's
/// transaction. An urgent job waits at most for the jobs in hand.
/// </summary>
public sealed partial class RabbitWorkers(
    RabbitConnection broker, IJobLedger ledger, JobExecution execution, WorkerOptions options, TimeProvider time, ILogger<RabbitWorkers> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var slots = new SemaphoreSlim(options.Parallelism);
        var channels = new List<IChannel>();
        while (channels.Count == 0 && !stoppingToken.IsCancellationRequested)
            channels = await BeginAsync(slots, stoppingToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Jobs in hand are given back by their own cancellation; wait until they are, then leave.
        for (var slot = 0; slot < options.Parallelism; slot++)
            await slots.WaitAsync(CancellationToken.None);
        foreach (var channel in channels)
            await channel.DisposeAsync();
    }

    /// <summary>A consumer for each queue; none where the broker went away meanwhile.</summary>
    private async Task<List<IChannel>> BeginAsync(SemaphoreSlim slots, CancellationToken stopping)
    {
        var channels = new List<IChannel>();
        try
        {
            var connection = await broker.OpenAsync(stopping);
            foreach (var queue in options.Stages.SelectMany(RabbitTopology.QueuesOf))
                channels.Add(await ConsumeAsync(connection, queue, slots, stopping));
            return channels;
        }
#pragma warning disable CA1031 // Whatever the fault, the broker may come back.
        catch (Exception fault) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogReturned(fault.GetType().Name);
            foreach (var channel in channels)
                await channel.DisposeAsync();
            await Task.Delay(options.Poll, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [];
        }
    }

    private async Task<IChannel> ConsumeAsync(IConnection connection, string queue, SemaphoreSlim slots, CancellationToken stopping)
    {
        var parallelism = (ushort)options.Parallelism;
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: parallelism), stopping);
        await channel.BasicQosAsync(0, parallelism, global: false, stopping);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) => ReceiveAsync(channel, message, slots, stopping);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, stopping);
        return channel;
    }

    private async Task ReceiveAsync(IChannel channel, BasicDeliverEventArgs message, SemaphoreSlim slots, CancellationToken stopping)
    {
        var jobId = Encoding.ASCII.GetString(message.Body.Span);
        var tag = message.DeliveryTag;
        var isTaken = false;
        try
        {
            await slots.WaitAsync(stopping);
            isTaken = true;
            if (await ledger.ClaimAsync(jobId, options.Worker, stopping) is { } job)
                await execution.RunAsync(job, stopping);
            await channel.BasicAckAsync(tag, multiple: false, CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever it was: the row is the truth, the message goes back, and the publisher tells of the job again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await ReturnAsync(channel, tag, fault, stopping);
        }
        finally
        {
            if (isTaken)
                slots.Release();
        }
    }

    private async Task ReturnAsync(IChannel channel, ulong tag, Exception fault, CancellationToken stopping)
    {
        try
        {
            if (!stopping.IsCancellationRequested)
            {
                LogReturned(fault.GetType().Name);
                await Task.Delay(options.Poll, time, CancellationToken.None);
            }

            await channel.BasicNackAsync(tag, multiple: false, requeue: true, CancellationToken.None);
        }
#pragma warning disable CA1031 // The channel is gone; the broker gives the message to another by itself.
        catch (Exception closed)
#pragma warning restore CA1031
        {
            LogReturned(closed.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message was returned to the broker ({Type})")]
    private partial void LogReturned(string type);
}
