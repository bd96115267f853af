using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Work;
using Vejja.Domain.Documents;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;
using Vejja.Storage;
using Vejja.Storage.Entities;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Faults;

public sealed class DatabaseLedgerTests
{
    private readonly SteppedClock clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Claim_ManyWorkersAtOnce_EachJobOnce(string kind)
    {
        using var database = await OpenAsync(kind, documents: 12);
        var ledger = Ledger(database);
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(worker => Task.Run(() => ledger.ClaimAsync([Stage.Read], $"w{worker}", Stop), Stop)));
        var taken = claims.OfType<LeasedJob>().ToList();
        Assert.Equal(taken.Count, taken.Select(job => job.Id).Distinct().Count());
        while (await ledger.ClaimAsync([Stage.Read], "last", Stop) is { } job)
            taken.Add(job);
        Assert.Equal(12, taken.Select(job => job.Id).Distinct().Count());
        Assert.Equal(12, taken.Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Reclaim_LeaseRanOut_TheOldWorkerChangesNothing(string kind)
    {
        using var database = await OpenAsync(kind, documents: 1);
        var ledger = Ledger(database);
        var old = (await ledger.ClaimAsync([Stage.Read], "old", Stop))!;
        Assert.Equal(0, await ledger.ReclaimAsync(Stop));
        clock.Now += TimeSpan.FromSeconds(31);
        Assert.Equal(1, await ledger.ReclaimAsync(Stop));
        var young = (await ledger.ClaimAsync([Stage.Read], "young", Stop))!;
        Assert.Equal((2, 2L), (young.Attempt, young.LeaseNumber));
        Assert.False(await ledger.RenewAsync(old, new(50), Stop));
        await ledger.FailAsync(old, new("internal", "x", null), Stop);
        await ledger.HandBackAsync(old, TimeSpan.Zero, Stop);
        Assert.True(await ledger.RenewAsync(young, new(50, "recognised", 1, 2), Stop));
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    [InlineData(-86400)]
    public async Task Clock_Stepped_WorkGoesOn(int seconds)
    {
        using var database = await OpenAsync("sqlite", documents: 2);
        var ledger = Ledger(database);
        var failed = (await ledger.ClaimAsync([Stage.Read], "w", Stop))!;
        await ledger.FailAsync(failed, new("internal", "x", TimeSpan.FromSeconds(10)), Stop);
        Assert.NotNull(await ledger.ClaimAsync([Stage.Read], "lost", Stop));
        clock.Now += TimeSpan.FromSeconds(seconds);
        await ledger.ReclaimAsync(Stop);
        Assert.NotNull(await ledger.ClaimAsync([Stage.Read], "w", Stop));
        Assert.NotNull(await ledger.ClaimAsync([Stage.Read], "w", Stop));
    }

    [Fact]
    public async Task Reclaim_LostTooOften_IsPoisonedWithTheReason()
    {
        using var database = await OpenAsync("sqlite", documents: 1);
        var ledger = Ledger(database);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            Assert.NotNull(await ledger.ClaimAsync([Stage.Read], "w", Stop));
            clock.Now += TimeSpan.FromSeconds(31);
            await ledger.ReclaimAsync(Stop);
        }

        Assert.Null(await ledger.ClaimAsync([Stage.Read], "w", Stop));
        await using var context = database.CreateDbContext();
        Assert.Equal((DocumentState.Failed, "worker-lost"), await context.Documents.Select(row => ValueTuple.Create(row.State, row.FailureCode)).SingleAsync(Stop));
    }

    /// <summary>A stage that only writes to the database: found by `./test long`, where ten workers died over the same documents.</summary>
    [Fact]
    public async Task Reclaim_LostInAStageWithoutNativeCode_IsNotTheDocumentsFault()
    {
        using var database = await OpenAsync("sqlite", documents: 1, Stage.Schedule);
        var ledger = Ledger(database);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Equal(1, (await ledger.ClaimAsync([Stage.Schedule], "w", Stop))!.Attempt);
            clock.Now += TimeSpan.FromSeconds(31);
            Assert.Equal(1, await ledger.ReclaimAsync(Stop));
        }

        Assert.NotNull(await ledger.ClaimAsync([Stage.Schedule], "w", Stop));
    }

    [Fact]
    public async Task Claim_Priorities_HighestFirst()
    {
        using var database = await OpenAsync("sqlite", documents: 6);
        var ledger = Ledger(database);
        var order = new List<int>();
        await using var context = database.CreateDbContext();
        while (await ledger.ClaimAsync([Stage.Read], "w", Stop) is { } job)
            order.Add(await context.Jobs.Where(row => row.Id == job.Id).Select(row => row.Priority).SingleAsync(Stop));
        Assert.Equal([5, 4, 3, 2, 1, 0], order);
    }

    private DatabaseLedger Ledger(TestDatabase database) => new(database, new WorkerOptions(), clock);

    private async Task<TestDatabase> OpenAsync(string kind, int documents, Stage stage = Stage.Read)
    {
        var database = new TestDatabase(kind);
        await SchemaUpgrade.RunAsync(database, Stop);
        await using var context = database.CreateDbContext();
        for (var i = 0; i < documents; i++)
        {
            var document = new DocumentRow
            {
                Id = Identifier.New(clock),
                OwnerId = "o",
                ContentHash = Identifier.New(clock),
                BlobAddress = "b",
                MediaType = "image/png",
                FileName = [],
                Priority = i % 10,
                CreatedAt = clock.Now,
                UpdatedAt = clock.Now,
            };
            context.Add(document);
            context.Add(StageWork.NewJob(document, stage, clock));
        }

        await context.SaveChangesAsync(Stop);
        return database;
    }
}
