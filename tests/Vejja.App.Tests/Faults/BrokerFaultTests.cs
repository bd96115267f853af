using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Faults;

/// <summary>A broker that is there and does not answer, or answers and takes nothing.</summary>
public sealed class BrokerFaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Broker_PartitionedThenFull_NothingIsLostOrDoubled()
    {
        BrokerGate? gate = null;
        await using var machines = await ManyMachines.StartAsync(server => (gate = new BrokerGate(server.Port)).Address, Stop);
        using var network = gate!;
        var service = machines.Service;
        machines.AddWorker();
        var ids = await WorkerLossTests.UploadAsync(service);
        await Task.Delay(2000, Stop);
        network.Cut();
        ids.Add(await service.UploadAsync(WrittenDocument.Bytes("medicine Partitioned")));
        await Task.Delay(WorkerLossTests.IsLong ? 45_000 : 3000, Stop);
        network.Mend();

        await machines.Server.SetFullAsync(isFull: true, Stop);
        for (var i = 0; i < 3; i++)
            ids.Add(await service.UploadAsync(WrittenDocument.Bytes($"medicine Full{i}")));
        await Task.Delay(WorkerLossTests.IsLong ? 30_000 : 2000, Stop);
        await machines.Server.SetFullAsync(isFull: false, Stop);

        await WorkerLossTests.AllDoneAsync(service, ids);
        await WorkerLossTests.AssertOneResultEachAsync(service, ids);
    }
}
