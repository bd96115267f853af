using Microsoft.EntityFrameworkCore;
using Vejja.App.Tests.Running;
using Vejja.Storage.Encryption;

namespace Vejja.App.Tests.Faults;

/// <summary>A worker that dies at a chosen point of a chosen stage, again and again, and another that goes on.</summary>
public sealed class StageKillTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite", "Read-before")]
    [InlineData("postgres", "Read-after")]
    [InlineData("postgres", "Schedule-before")]
    [InlineData("sqlite", "Schedule-after")]
    [InlineData("sqlite", "Notify-before")]
    [InlineData("postgres", "Notify-after")]
    public async Task Worker_KilledAtTheStage_NothingIsLostOrDoubled(string kind, string moment)
    {
        var folder = Directory.CreateTempSubdirectory("vejja-faults-").FullName;
        var key = DataKey.FromFile(Path.Combine(folder, "data.key"));
        await using var service = await RunningService.StartAsync(kind, options => options with { DataFolder = folder, DataKey = key, Workers = 0 });
        var ids = await WorkerLossTests.UploadAsync(service);
        for (var death = 0; death < (WorkerLossTests.IsLong ? 10 : 2); death++)
        {
            using var doomed = new WorkerProcess(service.Options.Database, folder, kill: moment);
            await doomed.EndAsync(Stop);
        }

        using var worker = new WorkerProcess(service.Options.Database, folder);
        await WorkerLossTests.AllDoneAsync(service, ids);
        await WorkerLossTests.AssertOneResultEachAsync(service, ids);
        if (!moment.EndsWith("-before", StringComparison.Ordinal))
            return;
        await using var context = service.Open();
        Assert.True(await context.Attempts.AnyAsync(row => row.Outcome == "lost", Stop));
    }
}
