using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Tests.Running;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Faults;

/// <summary>Documents in, as many results out, whatever dies on the way. 200 with VEJJA_TEST_LONG, a slice otherwise.</summary>
public sealed class WorkerLossTests
{
    internal static readonly bool IsLong = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1";
    private static readonly int Count = IsLong ? 200 : 16;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Workers_KilledAgainAndAgain_NothingIsLostOrDoubled(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("vejja-faults-").FullName;
        var key = DataKey.FromFile(Path.Combine(folder, "data.key"));
        await using var service = await RunningService.StartAsync(kind, options => options with { DataFolder = folder, DataKey = key, Workers = 0 });
        var ids = await UploadAsync(service);
        await using var watch = new StatusWatch(service, ids);
        var workers = new List<WorkerProcess> { new(service.Options.Database, folder), new(service.Options.Database, folder) };
        for (var kill = 0; kill < (IsLong ? 20 : 4); kill++)
        {
            // A moment that no stage is tuned to, so that over the runs every stage is hit.
            await Task.Delay(700 + RandomNumberGenerator.GetInt32(900), Stop);
            workers[kill % 2].Kill();
            workers[kill % 2].Dispose();
            workers[kill % 2] = new(service.Options.Database, folder);
        }

        await AllDoneAsync(service, ids);
        workers.ForEach(worker => worker.Dispose());
        Assert.Empty(await watch.EndAsync());
        Assert.True(watch.Looks > 20);
        await AssertOneResultEachAsync(service, ids);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Database_StoppedAndStarted_NothingIsLostOrDoubled()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed (Debian package postgresql).");
        using var server = new PostgresServer();
        await using var service = await RunningService.StartAsync("sqlite", options => options with { Database = server.CreateDatabase() });
        var ids = await UploadAsync(service);
        for (var stop = 0; stop < (IsLong ? 5 : 1); stop++)
        {
            await Task.Delay(300, Stop);
            server.Stop();
            await Task.Delay(1500, Stop);
            using var refused = await service.Client.GetAsync("/documents/" + ids[0], Stop);
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            server.Start();
        }

        await AllDoneAsync(service, ids);
        await AssertOneResultEachAsync(service, ids);
    }

    [Fact]
    public async Task Shutdown_InMidStage_WorkIsHandedBackAtOnce()
    {
        var folder = Directory.CreateTempSubdirectory("vejja-faults-").FullName;
        using var database = new TestDatabase("sqlite");
        var key = DataKey.FromFile(Path.Combine(folder, "data.key"));
        string id;
        await using (var first = await RunningService.StartAsync("sqlite", options => options with { Database = database.Connection, DataFolder = folder, DataKey = key }))
        {
            id = await first.UploadAsync(WrittenDocument.Bytes("sleep 6000", "medicine A"));
            await first.WaitAsync(id, "running");
        }

        await using (var context = database.CreateDbContext())
        {
            var job = await context.Jobs.SingleAsync(Stop);
            Assert.Equal((JobState.Ready, 0), (job.State, job.Attempts));
            Assert.Equal("handed-back", (await context.Attempts.SingleAsync(Stop)).Outcome);
        }

        await using var second = await RunningService.StartAsync("sqlite", options => options with { Database = database.Connection, DataFolder = folder, DataKey = key });
        await second.WaitAsync(id, "done");
        await AssertOneResultEachAsync(second, [id]);
    }

    [Fact]
    public async Task PoisonFile_FaultEveryTime_GivesUpAndOthersPass()
    {
        await using var service = await RunningService.StartAsync();
        var poison = await service.UploadAsync(WrittenDocument.Bytes("fault transient"));
        var ids = await UploadAsync(service);
        await AllDoneAsync(service, ids);
        await service.WaitAsync(poison, "failed");
        await using var context = service.Open();
        var job = await context.Jobs.SingleAsync(row => row.DocumentId == poison, Stop);
        Assert.Equal((JobState.Poisoned, 4, "internal"), (job.State, job.Attempts, job.FailureCode));
        Assert.Equal(4, await context.Attempts.CountAsync(row => row.JobId == job.Id && row.Outcome == "failed", Stop));
        Assert.Equal(4, await context.Faults.CountAsync(row => row.DocumentId == poison, Stop));
    }

    [Fact]
    public async Task Storage_NotWritable_IsHonestAndComesBack()
    {
        await using var service = await RunningService.StartAsync();
        Directory.Delete(service.Options.BlobFolder, recursive: true);
        await File.WriteAllTextAsync(service.Options.BlobFolder, "in the way", Stop);
        using (var refused = await service.PostFileAsync(WrittenDocument.Bytes("medicine A")))
        {
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        File.Delete(service.Options.BlobFolder);
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine A"));
        await service.WaitAsync(id, "done");
        await AssertOneResultEachAsync(service, [id]);
    }

    internal static async Task<List<string>> UploadAsync(RunningService service)
    {
        var ids = new List<string>();
        for (var i = 0; i < Count; i++)
            ids.Add(await service.UploadAsync(WrittenDocument.Bytes("sleep 150", string.Create(CultureInfo.InvariantCulture, $"medicine Number {i}"))));
        return ids;
    }

    /// <summary>Waits until every document is done, however slow the machine; what stands still for minutes is stuck.</summary>
    internal static async Task AllDoneAsync(RunningService service, IReadOnlyList<string> ids)
    {
        var most = -1;
        var progress = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(progress) < TimeSpan.FromMinutes(3))
        {
            var done = await CountDoneAsync(service, ids);
            if (done == ids.Count)
                return;
            if (done > most)
                (most, progress) = (done, TimeProvider.System.GetTimestamp());
            await Task.Delay(200, Stop);
        }

        await using var context = service.Open();
        var stuck = await context.Jobs.Where(row => ids.Contains(row.DocumentId) && row.State != JobState.Done)
            .Select(row => $"{row.Stage} {row.State} after {row.Attempts} attempts, {row.FailureCode}").ToListAsync(Stop);
        Assert.Fail($"{ids.Count - most} of {ids.Count} documents never ended: {string.Join("; ", stuck)}.");
    }

    /// <summary>A connection that outlived a restart of the server fails at its first use, here as everywhere.</summary>
    private static async Task<int> CountDoneAsync(RunningService service, IReadOnlyList<string> ids)
    {
        try
        {
            await using var context = service.Open();
            return await context.Documents.CountAsync(row => ids.Contains(row.Id) && row.State == DocumentState.Done, Stop);
        }
        catch (Exception fault) when (Database.IsTransient(fault))
        {
            return 0;
        }
    }

    internal static async Task AssertOneResultEachAsync(RunningService service, IReadOnlyList<string> ids)
    {
        await using var context = service.Open();
        var results = await context.Results.Select(row => new { row.DocumentId, row.Version }).ToListAsync(Stop);
        Assert.Equal(ids.Order(), results.Select(row => row.DocumentId).Order());
        Assert.All(results, row => Assert.Equal(1, row.Version));
        Assert.All(await context.Jobs.ToListAsync(Stop), job => Assert.Equal(JobState.Done, job.State));
        Assert.Equal(3 * ids.Count, await context.Attempts.CountAsync(row => row.Outcome == "done", Stop));
        Assert.Equal(0, await context.Attempts.CountAsync(row => row.Outcome == null, Stop));
    }
}
