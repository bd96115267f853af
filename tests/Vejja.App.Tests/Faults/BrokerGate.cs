using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vejja.App.Tests.Faults;

/// <summary>Stands between the service and its broker. Cut, it swallows every byte and answers nothing, as a partitioned network does.</summary>
internal sealed class BrokerGate : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> clients = [];
    private readonly CancellationTokenSource stop = new();
    private readonly int target;
    private volatile bool isCut;

    public BrokerGate(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public void Cut() => isCut = true;

    /// <summary>Mends the network. What was under way is lost: its connections end.</summary>
    public void Mend()
    {
        isCut = false;
        while (clients.TryTake(out var client))
            client.Dispose();
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        Mend();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var near = await listener.AcceptTcpClientAsync(stop.Token);
                var far = new TcpClient();
                clients.Add(near);
                clients.Add(far);
                await far.ConnectAsync(IPAddress.Loopback, target, stop.Token);
                _ = PumpAsync(near, far);
                _ = PumpAsync(far, near);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over, or the broker is.
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 << 10];
        try
        {
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer, stop.Token)) > 0)
            {
                if (!isCut)
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count), stop.Token);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has ended.
        }

        from.Dispose();
        to.Dispose();
    }
}
