using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Faults;

/// <summary>PostgreSQL and RabbitMQ, workers in processes of their own.</summary>
public sealed class RabbitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_BrokerAndWorkersKilledAndMessagesDoubled_NothingIsLostOrDoubled()
    {
        await using var machines = await ManyMachines.StartAsync(null, Stop);
        var ids = await WorkerLossTests.UploadAsync(machines.Service);
        var doomed = machines.AddWorker();
        machines.AddWorker();
        await Task.Delay(2500, Stop);
        await DoubleAsync(machines);
        doomed.Kill();
        machines.AddWorker();
        machines.Server.Kill();
        await machines.Server.StartAsync(Stop);
        ids.Add(await machines.Service.UploadAsync(WrittenDocument.Bytes("medicine After")));
        await WorkerLossTests.AllDoneAsync(machines.Service, ids);
        await WorkerLossTests.AssertOneResultEachAsync(machines.Service, ids);
        await using var context = machines.Service.Open();
        Assert.True(await context.Attempts.Select(row => row.Worker).Distinct().CountAsync(Stop) >= 2, "one worker did everything");
    }

    /// <summary>Every job a second time, as a broker may deliver it, and a message that names none.</summary>
    private static async Task DoubleAsync(ManyMachines machines)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(machines.Server.Address) }.CreateConnectionAsync(Stop);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Stop);
        await using var context = machines.Service.Open();
        foreach (var jobId in await context.Jobs.Select(row => row.Id).ToListAsync(Stop))
            await channel.BasicPublishAsync("", "vejja.read.normal", System.Text.Encoding.ASCII.GetBytes(jobId), Stop);
        await channel.BasicPublishAsync("", "vejja.read.normal", "no such job"u8.ToArray(), Stop);
    }
}
