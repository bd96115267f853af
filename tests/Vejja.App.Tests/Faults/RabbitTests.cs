using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using Vejja.App.Tests.Running;
using Vejja.Storage.Encryption;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Faults;

/// <summary>PostgreSQL and RabbitMQ, workers in processes of their own.</summary>
public sealed class RabbitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_BrokerAndWorkersKilledAndMessagesDoubled_NothingIsLostOrDoubled()
    {
        Assert.SkipUnless(RabbitServer.IsInstalled, "RabbitMQ is not installed (Debian package rabbitmq-server).");
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed (Debian package postgresql).");
        using var broker = new RabbitServer();
        await broker.StartAsync(Stop);
        var folder = Directory.CreateTempSubdirectory("vejja-faults-").FullName;
        var key = DataKey.FromFile(Path.Combine(folder, "data.key"));
        await using var service = await RunningService.StartAsync("postgres", options => options with { DataFolder = folder, DataKey = key, Workers = 0, Broker = new Uri(broker.Address) });
        var ids = await WorkerLossTests.UploadAsync(service);
        var workers = new List<WorkerProcess> { new(service.Options.Database, folder, broker.Address), new(service.Options.Database, folder, broker.Address) };
        await Task.Delay(2500, Stop);
        await DoubleAsync(service, broker);
        workers[0].Kill();
        workers[0].Dispose();
        workers[0] = new(service.Options.Database, folder, broker.Address);
        broker.Kill();
        await broker.StartAsync(Stop);
        ids.AddRange([await service.UploadAsync(WrittenDocument.Bytes("medicine After"))]);
        await WorkerLossTests.AllDoneAsync(service, ids);
        await WorkerLossTests.AssertOneResultEachAsync(service, ids);
        await using var context = service.Open();
        Assert.True(await context.Attempts.Select(row => row.Worker).Distinct().CountAsync(Stop) >= 2, "one worker did everything");
        workers.ForEach(worker => worker.Dispose());
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Every job a second time, as a broker may deliver it, and a message that names none.</summary>
    private static async Task DoubleAsync(RunningService service, RabbitServer broker)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.Address) }.CreateConnectionAsync(Stop);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Stop);
        await using var context = service.Open();
        foreach (var jobId in await context.Jobs.Select(row => row.Id).ToListAsync(Stop))
            await channel.BasicPublishAsync("", "vejja.read.normal", System.Text.Encoding.ASCII.GetBytes(jobId), Stop);
        await channel.BasicPublishAsync("", "vejja.read.normal", "no such job"u8.ToArray(), Stop);
    }
}
