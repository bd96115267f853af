using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Vejja.Capacity.Running;

/// <summary><c>vejja serve</c> as an operator starts it, on a free port and an empty folder, with a key that has no tight limits.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejja-capacity-").FullName;
    private readonly Process process;
    private readonly TaskCompletionSource<string> code = new();

    private ServedProcess(string program, IReadOnlyDictionary<string, string> environment)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        var start = new ProcessStartInfo(program, ["serve", "--data", folder, "--urls", address]) { RedirectStandardError = true };
        start.Environment["VEJJA_LOG_LEVEL"] = "warning";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        Client = new() { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(10) };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => FindCode(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Sends requests with the key.</summary>
    public HttpClient Client { get; }

    /// <summary>The most memory that the process ever held, in bytes.</summary>
    public long PeakBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it and makes the key.</summary>
    public static async Task<ServedProcess> StartAsync(string program, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        var served = new ServedProcess(program, environment);
        var code = await served.code.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellation);
        while (!await served.AnswersAsync(cancellation))
            await Task.Delay(100, cancellation);
        var first = await served.PostAsync("/setup", new { code }, cancellation);
        served.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", first);
        var key = await served.PostAsync("/admin/keys", new { name = "load", scopes = new[] { "read", "write" }, requestsPerMinute = 100_000, documentsPerDay = 10_000_000 }, cancellation);
        served.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return served;
    }

    /// <summary>Uploads one file.</summary>
    /// <returns>The answer, to be disposed of.</returns>
    public async Task<HttpResponseMessage> UploadAsync(byte[] bytes, string name, CancellationToken cancellation)
    {
        using var file = new ByteArrayContent(bytes);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await Client.PostAsync(new Uri("/documents", UriKind.Relative), form, cancellation);
    }

    /// <summary>How many documents are in this state; 100 where there are more.</summary>
    public async Task<int> CountAsync(string state, CancellationToken cancellation)
    {
        var page = await Client.GetFromJsonAsync<JsonNode>(new Uri($"/documents?limit=100&state={state}", UriKind.Relative), cancellation);
        return page!["documents"]!.AsArray().Count;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> PostAsync(string path, object body, CancellationToken cancellation)
    {
        using var response = await Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonNode>(cancellation))!["key"]!;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void FindCode(string? line)
    {
        const string before = "\"code\":\"";
        var at = line?.IndexOf(before, StringComparison.Ordinal) ?? -1;
        if (at >= 0)
            code.TrySetResult(line![(at + before.Length)..].Split('"')[0]);
        else if (line is not null)
            Console.Error.WriteLine(line);
    }
}
