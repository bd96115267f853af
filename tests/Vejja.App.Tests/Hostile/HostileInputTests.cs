using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Hostile;

/// <summary>Requests of an enemy: never a 500, never a path, a type's name or another's text in the answer.</summary>
public sealed class HostileInputTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_Malformed_AreRefusedWithoutALeak()
    {
        await using var service = await RunningService.StartAsync();
        using var victim = await service.ClientAsync("victim", ["read", "write"]);
        var hidden = await service.UploadAsync(WrittenDocument.Bytes("medicine " + Leaks.Secret), victim);
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine A"));
        await service.WaitAsync(id, "done");
        var requests = HostileRequests.All(id, hidden).DistinctBy(request => (request.Method, request.Path, request.Type, Convert.ToHexString(request.Body))).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{requests.Count} different requests"));
        Assert.True(requests.Count >= 600, $"only {requests.Count} requests");
        foreach (var request in requests)
            await AssertRefusedAsync(service, request);
        Assert.Equal("ready", (string)(await service.GetAsync("/health/ready"))["status"]!);
    }

    [Theory]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nX-Correlation-Id: a\u0001b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nX-Correlation-Id: a\u0000b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nX-Correlation-Id: a\r\n folded: b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nX-Correlation-Id : a\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nIdempotency-Key: k\nSet-Cookie: a=b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\n: nameless\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\n\r\n")]
    [InlineData("GET /documents HTTP/9.9\r\nHost: a\r\n\r\n")]
    [InlineData("GET /documents\r\n\r\n")]
    [InlineData("GET /docu\u0000ments HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /documents%00 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /documents HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /documents HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx")]
    [InlineData("POST /documents HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999\r\n\r\n")]
    [InlineData("POST /documents HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n")]
    [InlineData("GET /documents/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GARBAGE\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n")]
    public async Task Connection_RawBytes_AnswersThatItIsWrong(string request)
    {
        await using var service = await RunningService.StartAsync();
        var answer = await SendAsync(service, Encoding.Latin1.GetBytes(request));
        Assert.True(answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 505 ", StringComparison.Ordinal), answer);
        Assert.DoesNotContain("Set-Cookie", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Connection_HeadersWithoutEnd_Are431()
    {
        await using var service = await RunningService.StartAsync();
        Assert.StartsWith("HTTP/1.1 431", await SendAsync(service, Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: a\r\nX: " + new string('a', 40_000))), StringComparison.Ordinal);
        var many = string.Concat(Enumerable.Range(0, 500).Select(number => string.Create(CultureInfo.InvariantCulture, $"X{number}: y\r\n")));
        Assert.StartsWith("HTTP/1.1 431", await SendAsync(service, Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: a\r\n{many}\r\n")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil\r\nSet-Cookie: a=b")]
    [InlineData("<script>")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task CorrelationId_NotPlain_IsReplaced(string given)
    {
        await using var service = await RunningService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        if (!request.Headers.TryAddWithoutValidation("X-Correlation-Id", given.ReplaceLineEndings("")))
            return;
        using var response = await service.Client.SendAsync(request, Stop);
        Assert.NotEqual(given, response.Headers.GetValues("X-Correlation-Id").Single());
    }

    private static async Task AssertRefusedAsync(RunningService service, HostileRequest sent)
    {
        using var content = new ByteArrayContent(sent.Body);
        if (sent.Type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", sent.Type);
        using var request = new HttpRequestMessage(new HttpMethod(sent.Method), new Uri(service.Address, sent.Path)) { Content = sent.Method == "GET" ? null : content };
        using var response = await service.Client.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        var about = string.Create(CultureInfo.InvariantCulture, $"{sent.Method} {sent.Path} {sent.Type} → {(int)response.StatusCode} {text}");
        Assert.True((int)response.StatusCode is < 500 or 503, about);
        Leaks.AssertNone(service, text + response.Headers, about);
    }

    private static async Task<string> SendAsync(RunningService service, byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port, Stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync(request, Stop);
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, Stop));
    }
}
