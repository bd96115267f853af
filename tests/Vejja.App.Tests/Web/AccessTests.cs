using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Vejja.App.Features.Accounts;
using Vejja.App.Features.Keys;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Web;

public sealed class AccessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_WithoutKeyOrScope_AreClosed()
    {
        await using var service = await RunningService.StartAsync();
        using var anyone = new HttpClient { BaseAddress = service.Address };
        using var reader = await service.ClientAsync("default", [Scopes.Read]);
        foreach (var path in (string[])["/documents", "/documents/x", "/documents/x/result", "/reminders", "/webhooks", "/admin/keys"])
        {
            using var response = await anyone.GetAsync(path, Stop);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, path);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        }

        using var allowed = await reader.GetAsync("/documents", Stop);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        foreach (var path in (string[])["/webhooks", "/admin/keys"])
        {
            using var response = await reader.GetAsync(path, Stop);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, path);
        }

        using var upload = await service.PostFileAsync(WrittenDocument.Bytes("medicine A"), reader);
        Assert.Equal(HttpStatusCode.Forbidden, upload.StatusCode);
        foreach (var path in (string[])["/health/live", "/health/ready", "/metrics"])
            Assert.NotEmpty(await anyone.GetStringAsync(path, Stop));
    }

    [Fact]
    public async Task Keys_CreateRotateRevoke_OldTextEndsAtOnce()
    {
        await using var service = await RunningService.StartAsync();
        using var created = await service.Client.PostAsJsonAsync("/admin/keys", new { name = "tablet", scopes = new[] { "read" } }, Stop);
        var key = (await created.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, (string)key["key"]!));
        using var rotated = await service.Client.PostAsync($"/admin/keys/{(string)key["id"]!}/rotate", null, Stop);
        var second = (string)(await rotated.Content.ReadFromJsonAsync<JsonNode>(Stop))!["key"]!;
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, (string)key["key"]!));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, second));
        using var revoked = await service.Client.DeleteAsync("/admin/keys/" + (string)key["id"]!, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, second));
        var listed = await service.GetAsync("/admin/keys");
        Assert.DoesNotContain("secret", listed.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SetUp_CodeOnce_MakesAKeyOnlyWhileThereIsNone()
    {
        await using var service = await RunningService.StartAsync();
        Assert.NotNull(await service.App.Services.GetRequiredService<FirstKey>().PrepareAsync(Stop)); // a key, but no person yet
        await service.App.Services.GetRequiredService<AccountStore>().CreateFirstAsync("someone", "four words of no sense", Stop);
        Assert.Null(await service.App.Services.GetRequiredService<FirstKey>().PrepareAsync(Stop));
        await using (var context = service.Open())
        {
            context.ApiKeys.RemoveRange(context.ApiKeys);
            await context.SaveChangesAsync(Stop);
        }

        var code = await service.App.Services.GetRequiredService<FirstKey>().PrepareAsync(Stop);
        using var anyone = new HttpClient { BaseAddress = service.Address };
        using var wrong = await anyone.PostAsJsonAsync("/setup", new { code = "WRONG" }, Stop);
        using var right = await anyone.PostAsJsonAsync("/setup", new { code }, Stop);
        using var again = await anyone.PostAsJsonAsync("/setup", new { code }, Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden), (wrong.StatusCode, right.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Limits_RateAndQuota_Are429WithRetryAfter()
    {
        await using var service = await RunningService.StartAsync();
        using var slow = await service.ClientAsync("slow", Scopes.All, requestsPerMinute: 3);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 5; i++)
            answers.Add(await slow.GetAsync("/documents", Stop));
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer =>
            Assert.Equal((HttpStatusCode.TooManyRequests, true), (answer.StatusCode, answer.Headers.RetryAfter is not null)));
        answers.ForEach(answer => answer.Dispose());

        using var small = await service.ClientAsync("small", Scopes.All, documentsPerDay: 1);
        using var first = await service.PostFileAsync(WrittenDocument.Bytes("medicine A"), small);
        using var second = await service.PostFileAsync(WrittenDocument.Bytes("medicine B"), small);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task Queue_Full_Is503WithRetryAfter()
    {
        await using var service = await RunningService.StartAsync(change: options => options with { Workers = 0, QueueLimit = 1 });
        await service.UploadAsync(WrittenDocument.Bytes("medicine A"));
        await Task.Delay(1100, Stop);
        using var refused = await service.PostFileAsync(WrittenDocument.Bytes("medicine B"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Metrics_AfterWork_CountStagesRequestsAndQueue()
    {
        await using var service = await RunningService.StartAsync();
        await service.WaitAsync(await service.UploadAsync(WrittenDocument.Bytes("patient SECRETNAME", "medicine Secretmed")), "done");
        var text = await service.Client.GetStringAsync("/metrics", Stop);
        foreach (var line in (string[])
            ["vejja_stage_duration_seconds_count{outcome=\"done\",stage=\"read\"} ", "vejja_queue_depth ", "vejja_queue_age_seconds ", "vejja_reading_confidence_count ", "http_server_request_duration_seconds_count{"])
        {
            Assert.Contains(line, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string key)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await client.GetAsync("/documents", Stop);
        return response.StatusCode;
    }
}
