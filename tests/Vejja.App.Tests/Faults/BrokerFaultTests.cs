using Vejja.App.Tests.Running;
using Vejja.Storage.Encryption;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Faults;

/// <summary>A broker that is there and does not answer, or answers and takes nothing.</summary>
public sealed class BrokerFaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Broker_PartitionedThenFull_NothingIsLostOrDoubled()
    {
        Assert.SkipUnless(RabbitServer.IsInstalled, "RabbitMQ is not installed (Debian package rabbitmq-server).");
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed (Debian package postgresql).");
        using var broker = new RabbitServer();
        await broker.StartAsync(Stop);
        using var gate = new BrokerGate(broker.Port);
        var folder = Directory.CreateTempSubdirectory("vejja-faults-").FullName;
        var key = DataKey.FromFile(Path.Combine(folder, "data.key"));
        await using var service = await RunningService.StartAsync("postgres", options => options with { DataFolder = folder, DataKey = key, Workers = 0, Broker = new Uri(gate.Address) });
        using var worker = new WorkerProcess(service.Options.Database, folder, gate.Address);
        var ids = await WorkerLossTests.UploadAsync(service);
        await Task.Delay(2000, Stop);
        gate.Cut();
        ids.Add(await service.UploadAsync(WrittenDocument.Bytes("medicine Partitioned")));
        await Task.Delay(WorkerLossTests.IsLong ? 45_000 : 3000, Stop);
        gate.Mend();

        await broker.SetFullAsync(isFull: true, Stop);
        for (var i = 0; i < 3; i++)
            ids.Add(await service.UploadAsync(WrittenDocument.Bytes($"medicine Full{i}")));
        await Task.Delay(WorkerLossTests.IsLong ? 30_000 : 2000, Stop);
        await broker.SetFullAsync(isFull: false, Stop);

        await WorkerLossTests.AllDoneAsync(service, ids);
        await WorkerLossTests.AssertOneResultEachAsync(service, ids);
    }
}
