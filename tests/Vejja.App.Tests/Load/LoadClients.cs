using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Load;

/// <summary>
/// Clients that upload and look, in a process of their own, so that their threads and their garbage are not the service's. After a refusal they
/// wait a tenth of what <c>Retry-After</c> asks: a service must bear that.
/// </summary>
internal sealed class LoadClients(HttpClient http, TimeSpan length)
{
    public const string Argument = "--vejja-load";

    /// <summary>Between a refusal and the next upload.</summary>
    private const int PauseMilliseconds = 1000;

    private readonly ConcurrentBag<Look> looks = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> answers = [];
    private readonly ConcurrentBag<string> accepted = [];
    private readonly ConcurrentBag<string> faults = [];

    /// <summary>Runs clients in another process and waits for what they saw.</summary>
    public static async Task<LoadReport> RunAsync(RunningService service, int clients, TimeSpan length, CancellationToken cancellation)
    {
        var key = service.Client.DefaultRequestHeaders.Authorization!.Parameter!;
        string[] arguments = [Argument, service.Address.ToString(), key, clients.ToString(CultureInfo.InvariantCulture), length.TotalSeconds.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return JsonSerializer.Deserialize<LoadReport>(output)!;
    }

    /// <summary>What the other process does.</summary>
    public static async Task<int> RunAsync(string address, string key, string clients, string seconds)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var load = new LoadClients(http, TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, int.Parse(clients, CultureInfo.InvariantCulture)).Select(client => load.UploadAndLookAsync(client, start)));
        await Console.Out.WriteAsync(JsonSerializer.Serialize(new LoadReport(
            load.answers.ToDictionary(pair => (int)pair.Key, pair => pair.Value), [.. load.accepted], [.. load.looks], [.. load.faults.Distinct().Take(10)])));
        return 0;
    }

    private async Task UploadAndLookAsync(int client, long start)
    {
        string? last = null;
        for (var i = 0; Stopwatch.GetElapsedTime(start) < length; i++)
        {
            last = await UploadAsync(string.Create(CultureInfo.InvariantCulture, $"medicine {client} {i} {new string('x', 20_000)}")) ?? last;
            if (last is null)
                continue;
            var look = Stopwatch.GetTimestamp();
            using var status = await http.GetAsync(new Uri("/documents/" + last, UriKind.Relative));
            looks.Add(new(look, Stopwatch.GetTimestamp()));
            if (status.StatusCode != HttpStatusCode.OK)
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"GET {(int)status.StatusCode}"));
        }
    }

    /// <summary>The document, or null where the service had no room.</summary>
    private async Task<string?> UploadAsync(string medicine)
    {
        using var file = new ByteArrayContent(WrittenDocument.Bytes("work 100", medicine));
        using var form = new MultipartFormDataContent { { file, "file", "sheet.pdf" } };
        using var response = await http.PostAsync(new Uri("/documents", UriKind.Relative), form);
        answers.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            var id = (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["documents"]![0]!["id"]!;
            accepted.Add(id);
            return id;
        }

        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"POST {(int)response.StatusCode}"));
        if (response.Headers.RetryAfter is null)
            faults.Add("no Retry-After");
        await Task.Delay(PauseMilliseconds);
        return null;
    }
}

/// <summary>What clients saw.</summary>
/// <param name="Answers">To uploads, by status.</param>
/// <param name="Accepted">Documents that were taken.</param>
/// <param name="Looks">Every <c>GET /documents/{id}</c>.</param>
/// <param name="Faults">What should not have been.</param>
internal sealed record LoadReport(IReadOnlyDictionary<int, int> Answers, IReadOnlyList<string> Accepted, IReadOnlyList<Look> Looks, IReadOnlyList<string> Faults);

/// <summary>One <c>GET /documents/{id}</c>.</summary>
/// <param name="From">Stamp of <see cref="Stopwatch"/> when it was sent.</param>
/// <param name="To">When its answer was there.</param>
internal readonly record struct Look(long From, long To)
{
    /// <summary>How long it took.</summary>
    public double Milliseconds => Stopwatch.GetElapsedTime(From, To).TotalMilliseconds;
}
