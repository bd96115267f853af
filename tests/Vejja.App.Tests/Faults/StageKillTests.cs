using Microsoft.EntityFrameworkCore;
using Vejja.App.Tests.Running;
using Vejja.Domain.Documents;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

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
    [InlineData("sqlite", "Enhance-before")]
    [InlineData("postgres", "Enhance-after")]
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
        await using var context = service.Open();
        if (moment.StartsWith("Enhance", StringComparison.Ordinal))
            await AssertEnhancedOrGoneOnAsync(context, ids);
        else
            await WorkerLossTests.AssertOneResultEachAsync(service, ids);
        if (moment.EndsWith("-before", StringComparison.Ordinal))
            Assert.True(await context.Attempts.AnyAsync(row => row.Outcome == "lost", Stop));
    }

    /// <summary>A model that takes its process with it three times costs the document its suggestions, and no more.</summary>
    private static async Task AssertEnhancedOrGoneOnAsync(VejjaContext context, IReadOnlyList<string> ids)
    {
        Assert.Equal(ids.Order(), (await context.Results.Select(row => row.DocumentId).ToListAsync(Stop)).Order());
        var jobs = await context.Jobs.ToListAsync(Stop);
        Assert.All(jobs, job => Assert.True(job.State is JobState.Done || job is { State: JobState.Poisoned, Stage: Stage.Enhance, Attempts: 3 }));
        Assert.Contains(jobs, job => job.Stage == Stage.Enhance);
        Assert.Equal(jobs.Count(job => job.State == JobState.Done), await context.Attempts.CountAsync(row => row.Outcome == "done", Stop));
        Assert.Equal(0, await context.Attempts.CountAsync(row => row.Outcome == null, Stop));
    }
}
