using Vejja.App.Tests.Running;
using Vejja.Storage.Encryption;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Faults;

/// <summary>RabbitMQ, PostgreSQL, a service that only answers, and workers in processes of their own: many machines on one.</summary>
internal sealed class ManyMachines : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejja-machines-").FullName;
    private readonly List<WorkerProcess> workers = [];
    private string broker = "";

    private ManyMachines()
    {
    }

    public RabbitServer Server { get; } = new();

    public RunningService Service { get; private set; } = null!;

    /// <summary>Starts all but the workers; the test is skipped where a server is not installed.</summary>
    /// <param name="through">The address to reach the broker by, for a network in between; null for its own.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<ManyMachines> StartAsync(Func<RabbitServer, string>? through, CancellationToken cancellation)
    {
        Assert.SkipUnless(RabbitServer.IsInstalled, "RabbitMQ is not installed (Debian package rabbitmq-server).");
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed (Debian package postgresql).");
        var machines = new ManyMachines();
        await machines.Server.StartAsync(cancellation);
        machines.broker = through?.Invoke(machines.Server) ?? machines.Server.Address;
        var key = DataKey.FromFile(Path.Combine(machines.folder, "data.key"));
        machines.Service = await RunningService.StartAsync(
            "postgres", options => options with { DataFolder = machines.folder, DataKey = key, Workers = 0, Broker = new Uri(machines.broker) });
        return machines;
    }

    /// <summary>One more worker.</summary>
    public WorkerProcess AddWorker()
    {
        var worker = new WorkerProcess(Service.Options.Database, folder, broker);
        workers.Add(worker);
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        workers.ForEach(worker => worker.Dispose());
        await Service.DisposeAsync();
        Server.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
