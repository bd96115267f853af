using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Keys;
using Vejja.App.Tests.Running;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Features;

public sealed class DocumentFlowTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Flow_UploadWatchCorrectApproveDelete_EachStepHolds(string kind)
    {
        await using var service = await RunningService.StartAsync(kind);
        var id = await service.UploadAsync(WrittenDocument.Bytes("patient SOK Chantha", "medicine Uncertain", "medicine Paracetamol", "date 2026-11-02"));
        var status = await service.WaitAsync(id, "done");
        Assert.Equal(["read", "schedule", "notify"], status["stages"]!.AsArray().Select(stage => (string)stage!["stage"]!));
        Assert.True((bool)status["requiresReview"]!);
        Assert.Equal("2026-11-02", (string)status["prescriptionDate"]!);

        var result = await service.GetAsync($"/documents/{id}/result");
        Assert.Equal("vejja/prescription/1", (string)result["schema"]!);
        Assert.Equal("Uncertain", (string)result["medications"]![0]!["name"]!["value"]!);

        var draft = await service.GetAsync($"/documents/{id}/fhir");
        Assert.Equal("Bundle", (string)draft["resourceType"]!);
        var version = await CorrectAsync(service, id, 1, "/medications/0/name", "Amoxicillin");
        Assert.Equal(2, version);
        var corrected = await service.GetAsync($"/documents/{id}/result");
        Assert.Equal("Amoxicillin", (string)corrected["medications"]![0]!["name"]!["value"]!);
        Assert.Equal("Uncertain", (string)corrected["medications"]![0]!["name"]!["raw"]!);
        Assert.Equal(["glued-strength"], corrected["medications"]![0]!["flags"]!.AsArray().Select(flag => (string)flag!["code"]!));
        Assert.Equal("Uncertain", (string)(await service.GetAsync($"/documents/{id}/result?version=1"))["medications"]![0]!["name"]!["value"]!);
        var correction = (await service.GetAsync($"/documents/{id}/corrections"))[0]!;
        Assert.Equal(("/medications/0/name", "Uncertain", "Amoxicillin"), ((string)correction["field"]!, (string)correction["before"]!["value"]!, (string)correction["after"]!));

        using var stale = await service.Client.PostAsJsonAsync($"/documents/{id}/approve", new { version = 1 }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var approved = await service.Client.PostAsJsonAsync($"/documents/{id}/approve", new { version = 2 }, Stop);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        Assert.False((bool)(await service.GetAsync("/documents/" + id))["requiresReview"]!);

        using var deleted = await service.Client.DeleteAsync("/documents/" + id, Stop);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await service.Client.GetAsync("/documents/" + id, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty(Directory.EnumerateFiles(service.Options.BlobFolder, "*", SearchOption.AllDirectories));
        await using var context = service.Open();
        Assert.Equal(
            ["corrections.read", "document.approve", "document.correct", "document.create", "document.delete", "fhir.read", "result.read"],
            (await context.Audit.Where(row => row.SubjectId == id).Select(row => row.Action).Distinct().ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task List_EachFilter_FindsWhatItShould(string kind)
    {
        await using var service = await RunningService.StartAsync(kind);
        var one = await service.UploadAsync(WrittenDocument.Bytes("patient SOK Chantha", "medicine Amlodipine", "date 2026-01-05"));
        var two = await service.UploadAsync(WrittenDocument.Bytes("patient CHEA Dara", "medicine Amlodipine", "medicine Uncertain", "date 2026-02-05"));
        var three = await service.UploadAsync(WrittenDocument.Bytes("fault permanent"));
        await service.WaitAsync(one, "done");
        await service.WaitAsync(two, "done");
        await service.WaitAsync(three, "failed");
        (string Query, string[] Ids)[] cases =
        [
            ("", [three, two, one]), ("?limit=1", [three]), ($"?after={two}", [one]), ("?state=done", [two, one]), ("?state=failed", [three]),
            ("?review=true", [two]), ("?flag=name-uncertain", [two]), ("?medicine=AMLODIPINE", [two, one]), ("?medicine=amlodipine&flag=name-uncertain", [two]),
            ("?medicine=amlo", []), ("?patient=sok%20%20chantha", [one]), ("?patient=sok", []), ("?from=2026-02-01", [two]), ("?to=2026-01-31", [one]), ($"?medicine=amlodipine&after={two}", [one]),
        ];
        foreach (var (query, ids) in cases)
        {
            var page = await service.GetAsync("/documents" + query);
            Assert.Equal(ids, page["documents"]!.AsArray().Select(document => (string)document!["id"]!));
        }

        Assert.Equal(three, (string)(await service.GetAsync("/documents?limit=1"))["next"]!);
        using var stranger = await service.ClientAsync("other", [Scopes.Read]);
        Assert.Empty((await stranger.GetFromJsonAsync<JsonNode>("/documents?medicine=amlodipine", Stop))!["documents"]!.AsArray());
        foreach (var path in (string[])["", "/result", "/pages/0", "/overlay", "/corrections", "/events"])
        {
            using var hidden = await stranger.GetAsync($"/documents/{one}{path}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Upload_SameBytesManyTimesAtOnce_OneDocument(string kind)
    {
        await using var service = await RunningService.StartAsync(kind);
        var bytes = WrittenDocument.Bytes("medicine Ibuprofen");
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.UploadAsync(bytes)));
        Assert.Single(ids.Distinct());
        await service.WaitAsync(ids[0], "done");
        Assert.Equal(1, service.Reader.Reads);
        using var other = await service.ClientAsync("other", [Scopes.Write]);
        Assert.NotEqual(ids[0], await service.UploadAsync(bytes, other));
    }

    [Fact]
    public async Task Upload_IdempotencyKeyAgain_SameAnswerOrRefusal()
    {
        await using var service = await RunningService.StartAsync();
        using var first = await service.PostFileAsync(WrittenDocument.Bytes("medicine A"), idempotencyKey: "k");
        using var again = await service.PostFileAsync(WrittenDocument.Bytes("medicine A"), idempotencyKey: "k");
        using var different = await service.PostFileAsync(WrittenDocument.Bytes("medicine B"), idempotencyKey: "k");
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, different.StatusCode);
    }

    [Fact]
    public async Task Upload_Base64_IsReadLikeAForm()
    {
        await using var service = await RunningService.StartAsync();
        var content = Convert.ToBase64String(WrittenDocument.Bytes("medicine Cetirizine"));
        using var response = await service.Client.PostAsJsonAsync("/documents", new { files = new[] { new { name = "../../etc/passwd", content } }, priority = 9 }, Stop);
        var id = (string)(await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!["documents"]![0]!["id"]!;
        await service.WaitAsync(id, "done");
        Assert.Equal("passwd", (string)(await service.GetAsync($"/documents/{id}/result"))["file"]!);
    }

    [Fact]
    public async Task Cancel_WhileRunning_StopsAndRetryEndsIt()
    {
        await using var service = await RunningService.StartAsync(change: options => options with { Lease = TimeSpan.FromSeconds(1) });
        var id = await service.UploadAsync(WrittenDocument.Bytes("sleep 1500", "medicine A"));
        await service.WaitAsync(id, "running");
        using var cancelled = await service.Client.PostAsync($"/documents/{id}/cancel", null, Stop);
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.Equal("cancelled", (string)(await service.GetAsync("/documents/" + id))["state"]!);
        using var early = await service.Client.GetAsync($"/documents/{id}/result", Stop);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        using var again = await service.Client.PostAsync($"/documents/{id}/retry", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await service.WaitAsync(id, "done");
    }

    [Fact]
    public async Task Events_Document_StreamEndsWithItsEnd()
    {
        await using var service = await RunningService.StartAsync();
        var id = await service.UploadAsync(WrittenDocument.Bytes("sleep 500", "medicine A"));
        var text = await service.Client.GetStringAsync($"/documents/{id}/events", Stop);
        Assert.StartsWith("event: status\ndata: {", text, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", text, StringComparison.Ordinal);
        Assert.True(text.Split("event: status").Length >= 3);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Events_StepsOfReading_AreTold(string kind)
    {
        await using var service = await RunningService.StartAsync(kind);
        var id = await service.UploadAsync(WrittenDocument.Bytes("step detected 20", "step recognised 60", "medicine A"));
        var text = await service.Client.GetStringAsync($"/documents/{id}/events", Stop);
        Assert.Contains("\"progress\":20,\"step\":\"detected\",\"page\":1,\"pages\":2", text, StringComparison.Ordinal);
        Assert.Contains("\"progress\":60,\"step\":\"recognised\",\"page\":1,\"pages\":2", text, StringComparison.Ordinal);
        var read = (await service.GetAsync("/documents/" + id))["stages"]![0]!;
        Assert.Equal(100, (int)read["progress"]!);
        Assert.Null(read["step"]);
    }

    [Fact]
    public async Task Failure_DamagedFile_IsNotTriedAgainAndSaysWhy()
    {
        await using var service = await RunningService.StartAsync();
        var id = await service.UploadAsync(WrittenDocument.Bytes("fault permanent"));
        var status = await service.WaitAsync(id, "failed");
        Assert.Equal("damaged-file", (string)status["failureCode"]!);
        Assert.Equal(1, (int)status["stages"]![0]!["attempts"]!);
        Assert.Equal("poisoned", (string)status["stages"]![0]!["state"]!);
    }

    [Fact]
    public async Task Overlay_ReadDocument_DrawsItsLines()
    {
        await using var service = await RunningService.StartAsync();
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine <script>alert(1)</script>"));
        await service.WaitAsync(id, "done");
        var svg = await service.Client.GetStringAsync($"/documents/{id}/overlay", Stop);
        Assert.Contains("<polygon", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
    }

    private static async Task<int> CorrectAsync(RunningService service, string id, int version, string field, string value)
    {
        using var response = await service.Client.PostAsJsonAsync($"/documents/{id}/corrections", new { version, changes = new[] { new { field, value } } }, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (int)(await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!["version"]!;
    }
}
