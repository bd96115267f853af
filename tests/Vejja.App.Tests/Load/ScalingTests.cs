using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Tests.Faults;
using Vejja.App.Tests.Running;
using Vejja.Storage.Encryption;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Load;

/// <summary>Worker processes on RabbitMQ and PostgreSQL share the work. The reading is a wait, so that the figures show what sharing costs, not the machine's cores.</summary>
public sealed class ScalingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Workers_SeveralProcesses_ShareTheWork(int count)
    {
        Assert.SkipUnless(RabbitServer.IsInstalled, "RabbitMQ is not installed (Debian package rabbitmq-server).");
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed (Debian package postgresql).");
        using var broker = new RabbitServer();
        await broker.StartAsync(Stop);
        var folder = Directory.CreateTempSubdirectory("vejja-scale-").FullName;
        var key = DataKey.FromFile(Path.Combine(folder, "data.key"));
        await using var service = await RunningService.StartAsync("postgres", options => options with { DataFolder = folder, DataKey = key, Workers = 0, Broker = new Uri(broker.Address) });
        var workers = Enumerable.Range(0, count).Select(_ => new WorkerProcess(service.Options.Database, folder, broker.Address)).ToList();
        var documents = WorkerLossTests.IsLong ? 100 : 8 * count;
        var ids = new List<string>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < documents; i++)
            ids.Add(await service.UploadAsync(WrittenDocument.Bytes("sleep 500", string.Create(CultureInfo.InvariantCulture, $"medicine Number {i}"))));
        await WorkerLossTests.AllDoneAsync(service, ids);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await WorkerLossTests.AssertOneResultEachAsync(service, ids);
        await using var context = service.Open();
        var shares = await context.Attempts.GroupBy(row => row.Worker).Select(group => group.Count()).ToListAsync(Stop);
        Assert.True(shares.Count >= 2, "one worker did everything");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count} workers, {documents} documents of 0.5 s: {documents / seconds:0.00} documents a second, {documents * 0.5 / seconds / count:0%} of the workers' time; attempts by worker {string.Join(", ", shares.Order())}"));
        workers.ForEach(worker => worker.Dispose());
    }
}
