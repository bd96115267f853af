using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Vejja.App.Tests.Running;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Features;

public sealed class ReminderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Reminders_ApprovedDocument_DosesStockPauseAndFeed(string kind)
    {
        await using var service = await RunningService.StartAsync(kind);
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine Metformin", "medicine Ramipril"));
        await service.WaitAsync(id, "done");
        var body = new { documentId = id, start = "2026-12-01", timeZone = "Asia/Phnom_Penh" };
        var withheld = await CreateAsync(service, body);
        Assert.All(withheld["reminders"]!.AsArray(), reminder => Assert.Equal("not-approved", (string)reminder!["withheld"]![0]!));

        using var approved = await service.Client.PostAsJsonAsync($"/documents/{id}/approve", new { version = 1 }, Stop);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        var plan = await CreateAsync(service, body);
        var reminder = plan["reminders"]![0]!;
        Assert.Equal("Metformin 500 mg", (string)reminder["name"]!);
        Assert.Equal(60, (int)reminder["doses"]!);
        var path = "/reminders/" + (string)reminder["id"]!;

        await OkAsync(service.Client.PutAsJsonAsync(path + "/stock", new { amount = 10 }, Stop));
        await OkAsync(service.Client.PostAsJsonAsync(path + "/doses/1", new { action = "taken" }, Stop));
        await OkAsync(service.Client.PostAsJsonAsync(path + "/doses/1", new { action = "taken" }, Stop));
        await OkAsync(service.Client.PostAsJsonAsync(path + "/doses/2", new { action = "skipped" }, Stop));
        await OkAsync(service.Client.PostAsJsonAsync(path + "/doses/3", new { action = "snoozed", minutes = 30 }, Stop));
        var listed = (await service.GetAsync("/reminders?documentId=" + id)).AsArray().Single(one => (string)one!["id"]! == (string)reminder["id"]!)!;
        Assert.Equal(9, (double)listed["stock"]!);
        Assert.Equal(["taken", "skipped", "due"], (await service.GetAsync(path + "/doses")).AsArray().Take(3).Select(dose => (string)dose!["state"]!));

        using var anyone = new HttpClient { BaseAddress = service.Address };
        var calendar = await anyone.GetStringAsync((string)plan["calendar"]!, Stop);
        Assert.Contains("Metformin", calendar, StringComparison.Ordinal);
        await OkAsync(service.Client.PostAsync(path + "/pause", null, Stop));
        var quiet = await anyone.GetStringAsync((string)plan["calendar"]!, Stop);
        Assert.DoesNotContain("Metformin", quiet, StringComparison.Ordinal);
        Assert.Contains("Ramipril", quiet, StringComparison.Ordinal);
        using var guessed = await anyone.GetAsync("/calendars/" + new string('A', 43) + ".ics", Stop);
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);

        using var deleted = await service.Client.DeleteAsync("/documents/" + id, Stop);
        using var gone = await anyone.GetAsync((string)plan["calendar"]!, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("""{"documentId":"x","start":"2026-12-01","timeZone":"Nowhere"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"documentId":"x","timeZone":"Asia/Phnom_Penh"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"documentId":"x","start":"0001-01-01","timeZone":"Asia/Phnom_Penh"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"documentId":"x","start":"2026-12-01","timeZone":"Asia/Phnom_Penh"}""", HttpStatusCode.NotFound)]
    public async Task Reminders_BadRequest_SaysSo(string json, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync();
        using var content = new StringContent(json, null, "application/json");
        using var response = await service.Client.PostAsync("/reminders", content, Stop);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<JsonNode> CreateAsync(RunningService service, object body)
    {
        using var response = await service.Client.PostAsJsonAsync("/reminders", body, Stop);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    private static async Task OkAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
