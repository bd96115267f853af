using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Tests.Faults;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Load;

/// <summary>
/// Worker processes on RabbitMQ and PostgreSQL share the work. Where reading is a wait, the figures show what sharing costs; where it computes,
/// what the machine's cores give; where it is nothing, what the database and the broker can do at most.
/// </summary>
public sealed class ScalingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "sleep 500")]
    [InlineData(2, "sleep 500")]
    [InlineData(4, "sleep 500")]
    [InlineData(1, "work 300")]
    [InlineData(2, "work 300")]
    [InlineData(4, "work 300")]
    [InlineData(1, "sleep 0")]
    [InlineData(4, "sleep 0")]
    public async Task Workers_SeveralProcesses_ShareTheWork(int count, string reading)
    {
        if (!WorkerLossTests.IsLong && (count, reading) is not (2, "sleep 500"))
            Assert.Skip("VEJJA_TEST_LONG measures this.");
        await using var machines = await ManyMachines.StartAsync(null, Stop);
        for (var worker = 0; worker < count; worker++)
            machines.AddWorker();

        // A document for each worker before, so that no start of a process is measured.
        await WorkAsync(machines.Service, "sleep 200", 2 * count);
        var documents = WorkerLossTests.IsLong ? 100 : 8 * count;
        var seconds = await WorkAsync(machines.Service, reading, documents);
        await using var context = machines.Service.Open();
        var shares = await context.Attempts.GroupBy(row => row.Worker).Select(group => group.Count()).ToListAsync(Stop);
        Assert.True(shares.Count >= Math.Min(2, count), "one worker did everything");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count} workers, {documents} documents, {reading}: {documents / seconds:0.00} documents a second; jobs by worker {string.Join(", ", shares.Order())}"));
    }

    private static async Task<double> WorkAsync(RunningService service, string reading, int documents)
    {
        var ids = new List<string>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < documents; i++)
            ids.Add(await service.UploadAsync(WrittenDocument.Bytes(reading, string.Create(CultureInfo.InvariantCulture, $"medicine Number {i}"))));
        await WorkerLossTests.AllDoneAsync(service, ids);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
