using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Work;
using Vejja.App.Tests.Faults;
using Vejja.App.Tests.Running;
using Vejja.Domain.Documents;
using Vejja.Jobs.Execution;
using Vejja.Storage;
using Vejja.Storage.Entities;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Features;

/// <summary>Read, enhance, schedule, notify, with a language model set up.</summary>
public sealed class StageOrderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Enhance_ModelSuggests_IsAVersionBesideWhatWasRead(string kind)
    {
        await using var service = await RunningService.StartAsync(kind, enhancement: new WrittenEnhancement());
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine Uncertain"));
        var status = await service.WaitAsync(id, "done");
        Assert.Equal(["read", "enhance", "schedule", "notify"], status["stages"]!.AsArray().Select(stage => (string)stage!["stage"]!));
        Assert.Equal(2, (int)status["resultVersion"]!);
        var name = (await service.GetAsync($"/documents/{id}/result"))["medications"]![0]!["name"]!;
        Assert.Equal(("Uncertain", "Certain"), ((string)name["value"]!, (string)name["alternatives"]![0]!));
        Assert.Null((await service.GetAsync($"/documents/{id}/result?version=1"))["medications"]![0]!["name"]!["alternatives"]);
        await using var context = service.Open();
        var call = await context.ModelCalls.SingleAsync(Stop);
        Assert.Equal((id, "written", "enhance", "accepted", 100, 7), (call.DocumentId, call.Model, call.Purpose, call.Outcome, call.InputTokens, call.OutputTokens));
        Assert.Equal([ResultKind.Ocr, ResultKind.Enhanced], await context.Results.OrderBy(row => row.Version).Select(row => row.Kind).ToListAsync(Stop));
    }

    [Fact]
    public async Task Enhance_NothingSuggested_NothingChanges()
    {
        await using var service = await RunningService.StartAsync(enhancement: new WrittenEnhancement());
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine Amlodipine"));
        Assert.Equal(1, (int)(await service.WaitAsync(id, "done"))["resultVersion"]!);
        await using var context = service.Open();
        Assert.Equal("nothing", (await context.ModelCalls.SingleAsync(Stop)).Outcome);
    }

    [Fact]
    public async Task Enhance_ModelFailsEveryTime_RulesResultStandsWithAWarning()
    {
        await using var service = await RunningService.StartAsync(enhancement: new WrittenEnhancement());
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine Broken"));
        var status = await service.WaitAsync(id, "done");
        Assert.Equal(3, (int)status["stages"]![1]!["attempts"]!);
        var result = await service.GetAsync($"/documents/{id}/result");
        Assert.Contains("language-model-failed", result["warnings"]!.AsArray().Select(warning => (string)warning!));
        Assert.Equal("Broken", (string)result["medications"]![0]!["name"]!["value"]!);
    }

    [Fact]
    public async Task Enhance_PersonCorrectsMeanwhile_TheCorrectionStands()
    {
        var model = new WrittenEnhancement();
        await using var service = await RunningService.StartAsync(enhancement: model);
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine Waiting"));
        while ((int)(await service.GetAsync("/documents/" + id))["resultVersion"]! == 0)
            await Task.Delay(50, Stop);
        using var corrected = await service.Client.PostAsJsonAsync($"/documents/{id}/corrections", new { version = 1, changes = new[] { new { field = "/medications/0/name", value = "Amoxicillin" } } }, Stop);
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        model.Go.SetResult();
        Assert.Equal(2, (int)(await service.WaitAsync(id, "done"))["resultVersion"]!);
        Assert.Equal("Amoxicillin", (string)(await service.GetAsync($"/documents/{id}/result"))["medications"]![0]!["name"]!["value"]!);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Enhance_WorkersLostTooOften_TheDocumentGoesOnWithout(string kind)
    {
        var clock = new SteppedClock();
        using var database = new TestDatabase(kind);
        await SchemaUpgrade.RunAsync(database, Stop);
        await using var context = database.CreateDbContext();
        var document = new DocumentRow
        {
            Id = Identifier.New(clock),
            OwnerId = "o",
            ContentHash = "h",
            BlobAddress = "b",
            MediaType = "image/png",
            FileName = [],
            State = DocumentState.Running,
            CreatedAt = clock.Now,
            UpdatedAt = clock.Now,
        };
        context.AddRange(document, StageWork.NewJob(document, Stage.Enhance, clock));
        await context.SaveChangesAsync(Stop);
        var ledger = new DatabaseLedger(database, new WorkerOptions(), clock);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.NotNull(await ledger.ClaimAsync([Stage.Enhance], "w", Stop));
            clock.Now += TimeSpan.FromSeconds(31);
            Assert.Equal(1, await ledger.ReclaimAsync(Stop));
        }

        Assert.Null(await ledger.ClaimAsync([Stage.Enhance], "w", Stop));
        Assert.Equal(document.Id, (await ledger.ClaimAsync([Stage.Schedule], "w", Stop))!.DocumentId);
        Assert.Equal(DocumentState.Running, await context.Documents.Select(row => row.State).SingleAsync(Stop));
    }
}
