using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using Vejja.App.Tests.Running;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Faults;

/// <summary>A database that someone else has locked, a disk without room.</summary>
public sealed class StorageFaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Database_LockedFromOutside_WorkWaitsAndGoesOn(string kind)
    {
        await using var service = await RunningService.StartAsync(kind);
        var ids = await WorkerLossTests.UploadAsync(service);
        for (var hold = 0; hold < (WorkerLossTests.IsLong ? 5 : 1); hold++)
        {
            await using var locked = await LockAsync(kind, service.Options.Database);
            await Task.Delay(WorkerLossTests.IsLong ? 40_000 : 2500, Stop);
        }

        await WorkerLossTests.AllDoneAsync(service, ids);
        await WorkerLossTests.AssertOneResultEachAsync(service, ids);
    }

    [Fact]
    public async Task Disk_Full_IsHonestAndLosesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("vejja-small-").FullName;
        Assert.SkipUnless(Environment.UserName == "root" && await RunAsync("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder), "Only root can mount a small file system.");
        try
        {
            await using var service = await RunningService.StartAsync(change: options => options with { DataFolder = folder, Database = Path.Combine(folder, "vejja.db") });
            var ids = await WorkerLossTests.UploadAsync(service);
            var filler = Path.Combine(folder, "filler");
            Fill(filler);
            var refused = 0;
            for (var i = 0; i < 5; i++)
            {
                using var response = await service.PostFileAsync(WrittenDocument.Bytes($"medicine Late{i} {new string('x', 100_000)}"));
                if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                    refused++;
                else
                    Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
                Assert.Equal(response.StatusCode == HttpStatusCode.ServiceUnavailable, response.Headers.RetryAfter is not null);
            }

            Assert.True(refused > 0, "the disk never was full");
            File.Delete(filler);
            ids.Add(await service.UploadAsync(WrittenDocument.Bytes("medicine After")));
            await WorkerLossTests.AllDoneAsync(service, ids);
            await WorkerLossTests.AssertOneResultEachAsync(service, ids);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            await RunAsync("umount", "-l", folder);
        }
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        var block = new byte[64 << 10];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<IAsyncDisposable> LockAsync(string kind, string connection)
    {
        if (kind == "postgres")
        {
            var server = new NpgsqlConnection(connection + ";Pooling=false");
            await server.OpenAsync(Stop);
            await using var lockTable = new NpgsqlCommand("BEGIN; LOCK TABLE jobs, documents IN ACCESS EXCLUSIVE MODE;", server);
            await lockTable.ExecuteNonQueryAsync(Stop);
            return server;
        }

        var file = new SqliteConnection($"Data Source={connection};Pooling=false;Default Timeout=60");
        await file.OpenAsync(Stop);
        await using var begin = file.CreateCommand();
        begin.CommandText = "BEGIN EXCLUSIVE;";
        await begin.ExecuteNonQueryAsync(Stop);
        return file;
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(Stop);
        return process.ExitCode == 0;
    }
}
