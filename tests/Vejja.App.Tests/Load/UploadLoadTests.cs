using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Vejja.App.Tests.Faults;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Load;

/// <summary>50 clients upload and look for two minutes with VEJJA_TEST_LONG, 20 for some seconds otherwise. Times are asserted in the long run only.</summary>
public sealed class UploadLoadTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1";
    private static readonly int Clients = IsLong ? 50 : 20;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(IsLong ? 120 : 4);
    private const long MostBytes = 600L << 20;

    private readonly ConcurrentBag<double> looks = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> answers = [];
    private readonly ConcurrentBag<string> accepted = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_UploadAtOnce_AreServedOrToldToWait()
    {
        await using var service = await RunningService.StartAsync(change: options => options with { Workers = 1, QueueLimit = 200 });
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => ClientAsync(service, client, start), Stop)));
        var peak = Process.GetCurrentProcess().WorkingSet64;

        Assert.NotEmpty(accepted);
        Assert.Equal(accepted.Count, accepted.Distinct().Count());
        await WorkerLossTests.AllDoneAsync(service, [.. accepted]);
        var sorted = looks.Order().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Clients} clients, {Length.TotalSeconds:0} s: {string.Join(", ", answers.OrderBy(pair => pair.Key).Select(pair => $"{(int)pair.Key} {pair.Value}"))}; GET /documents/ID median {sorted[sorted.Count / 2]:0.0} ms, 99 of 100 {sorted[sorted.Count * 99 / 100]:0.0} ms, memory {peak >> 20} MiB"));
        Assert.True(peak < MostBytes, $"{peak >> 20} MiB");
        if (IsLong)
            Assert.True(sorted[sorted.Count * 99 / 100] < 100, $"{sorted[sorted.Count * 99 / 100]:0.0} ms");
    }

    private async Task ClientAsync(RunningService service, int client, long start)
    {
        string? last = null;
        for (var i = 0; Stopwatch.GetElapsedTime(start) < Length; i++)
        {
            var bytes = WrittenDocument.Bytes("sleep 5", string.Create(CultureInfo.InvariantCulture, $"medicine {client} {i} {new string('x', 20_000)}"));
            using var response = await service.PostFileAsync(bytes);
            answers.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
            if (response.StatusCode == HttpStatusCode.Accepted)
            {
                last = (string)(await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!["documents"]![0]!["id"]!;
                accepted.Add(last);
            }
            else
            {
                Assert.True(response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable, $"{(int)response.StatusCode}");
                Assert.NotNull(response.Headers.RetryAfter);
                await Task.Delay(50, Stop);
            }

            if (last is null)
                continue;
            var look = Stopwatch.GetTimestamp();
            using var status = await service.Client.GetAsync("/documents/" + last, Stop);
            looks.Add(Stopwatch.GetElapsedTime(look).TotalMilliseconds);
            Assert.Equal(HttpStatusCode.OK, status.StatusCode);
        }
    }
}
