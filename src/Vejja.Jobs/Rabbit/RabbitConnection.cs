using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Vejja.Jobs.Rabbit;

/// <summary>Where the broker is.</summary>
/// <param name="Address">An <c>amqp</c> or <c>amqps</c> address.</param>
public sealed record RabbitOptions(Uri Address);

/// <summary>A connection to the broker; it comes back by itself with its channels and consumers.</summary>
public sealed partial class RabbitConnection(RabbitOptions options, TimeProvider time, ILogger<RabbitConnection> log) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim gate = new(1);
    private IConnection? connection;

    /// <summary>The connection, made on first use; waits for a broker that is not there yet.</summary>
    internal async Task<IConnection> OpenAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            while (connection is null)
            {
                try
                {
                    var factory = new ConnectionFactory { Uri = options.Address, NetworkRecoveryInterval = Pause, RequestedHeartbeat = TimeSpan.FromSeconds(15) };
                    var made = await factory.CreateConnectionAsync(cancellation);
                    await using var channel = await made.CreateChannelAsync(cancellationToken: cancellation);
                    await RabbitTopology.DeclareAsync(channel, cancellation);
                    connection = made;
                }
#pragma warning disable CA1031 // Whatever the fault, the broker may come.
                catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    LogWaiting(fault.GetType().Name);
                    await Task.Delay(Pause, time, cancellation);
                }
            }

            return connection;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        gate.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker does not answer ({Type})")]
    private partial void LogWaiting(string type);
}
