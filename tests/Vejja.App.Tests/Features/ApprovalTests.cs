using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Vejja.App.Tests.Running;
using Vejja.Storage.Tests.Databases;

namespace Vejja.App.Tests.Features;

public sealed class ApprovalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approve_DoubtsThatAskedForALook_AreSettledAndKept()
    {
        await using var service = await RunningService.StartAsync();
        var id = await ReadAsync(service, "medicine Uncertain");
        var answer = await ApproveAsync(service, id, new { version = 1 });
        Assert.Equal((2, 0), ((int)answer["version"]!, (int)answer["open"]!));
        var medicine = (await service.GetAsync($"/documents/{id}/result"))["medications"]![0]!;
        Assert.Equal(["glued-strength"], FlagsOf(medicine));
        Assert.False((bool)medicine["requiresReview"]!);
        Assert.Equal(["name-uncertain", "glued-strength"], FlagsOf((await service.GetAsync($"/documents/{id}/result?version=1"))["medications"]![0]!));
        Assert.Empty((await service.GetAsync("/documents?flag=name-uncertain"))["documents"]!.AsArray());
        var settled = (await service.GetAsync($"/documents/{id}/corrections"))[0]!;
        Assert.Equal(("/medications/0/flags", "name-uncertain"), ((string)settled["field"]!, (string)settled["before"]!));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Approve_DoubtsThatCouldHurt_WithholdRemindersUntilDecided(string kind)
    {
        await using var service = await RunningService.StartAsync(kind);
        var id = await ReadAsync(service, "medicine Weekly");
        Assert.Equal(2, (int)(await ApproveAsync(service, id, new { version = 1 }))["open"]!);
        Assert.Equal(["weekly-drug-daily", "not-understood"], FlagsOf((await service.GetAsync($"/documents/{id}/result"))["medications"]![0]!));
        Assert.Equal(0, (int)(await RemindAsync(service, id))["doses"]!);

        var one = await ApproveAsync(service, id, new { version = 1, decided = new[] { new { medication = "m1", flag = "weekly-drug-daily" } } });
        Assert.Equal((2, 1), ((int)one["version"]!, (int)one["open"]!));
        Assert.Equal("not-understood", (string)(await RemindAsync(service, id))["withheld"]![0]!);

        var both = await ApproveAsync(service, id, new { version = 2, decided = new[] { new { medication = "m1", flag = "not-understood" }, new { medication = "m9", flag = "x" } } });
        Assert.Equal((3, 0), ((int)both["version"]!, (int)both["open"]!));
        Assert.Equal(60, (int)(await RemindAsync(service, id))["doses"]!);
    }

    [Fact]
    public async Task Correct_MedicineThatWasMissed_IsAddedWithoutInk()
    {
        await using var service = await RunningService.StartAsync();
        var id = await ReadAsync(service, "medicine A");
        using var response = await service.Client.PostAsJsonAsync(
            $"/documents/{id}/corrections", new { version = 1, changes = new object[] { new { field = "/medications/-", value = "Salbutamol" }, new { field = "/medications/0", value = (string?)null } } }, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var medicine = (await service.GetAsync($"/documents/{id}/result"))["medications"]!.AsArray().Single()!;
        Assert.Equal(("m2", "Salbutamol"), ((string)medicine["id"]!, (string)medicine["name"]!["value"]!));
        Assert.Empty(medicine["name"]!["source"]!.AsArray());
        Assert.Single((await service.GetAsync("/documents?medicine=salbutamol"))["documents"]!.AsArray());
    }

    private static IEnumerable<string> FlagsOf(JsonNode medicine) => medicine["flags"]!.AsArray().Select(flag => (string)flag!["code"]!);

    private static async Task<string> ReadAsync(RunningService service, string line)
    {
        var id = await service.UploadAsync(WrittenDocument.Bytes(line));
        await service.WaitAsync(id, "done");
        return id;
    }

    private static async Task<JsonNode> ApproveAsync(RunningService service, string id, object body)
    {
        using var response = await service.Client.PostAsJsonAsync($"/documents/{id}/approve", body, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    private static async Task<JsonNode> RemindAsync(RunningService service, string id)
    {
        using var response = await service.Client.PostAsJsonAsync("/reminders", new { documentId = id, start = "2026-12-01", timeZone = "Asia/Phnom_Penh" }, Stop);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!["reminders"]![0]!;
    }
}
