using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Hostile;

/// <summary>Requests of an enemy: never a 500, never a path or a type's name in the answer.</summary>
public sealed class HostileInputTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_Malformed_AreRefusedWithoutALeak()
    {
        await using var service = await RunningService.StartAsync();
        var id = await service.UploadAsync(WrittenDocument.Bytes("medicine A"));
        await service.WaitAsync(id, "done");
        var requests = Requests(id).ToList();
        Assert.True(requests.Count >= 300, $"only {requests.Count} requests");
        foreach (var (method, path, type, body) in requests)
        {
            using var content = new ByteArrayContent(body);
            if (type is not null)
                content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(service.Address, path)) { Content = method == "GET" ? null : content };
            using var response = await service.Client.SendAsync(request, Stop);
            var text = await response.Content.ReadAsStringAsync(Stop);
            var about = string.Create(CultureInfo.InvariantCulture, $"{method} {path} {type} → {(int)response.StatusCode} {text}");
            Assert.True((int)response.StatusCode is < 500 or 503, about);
            foreach (var leak in (string[])["Exception", "   at ", "/tmp/", "/work", "Vejja.App.", ".cs:", "SQLite", "Npgsql"])
                Assert.False(text.Contains(leak, StringComparison.Ordinal), about);
        }

        Assert.Equal("ready", (string)(await service.GetAsync("/health/ready"))["status"]!);
    }

    [Theory]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nX-Correlation-Id: a\u0001b\r\n\r\n")]
    [InlineData("GET /documents HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /documents HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /documents HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999\r\n\r\n")]
    [InlineData("GET /documents/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GARBAGE\r\n\r\n")]
    public async Task Connection_RawBytes_Answers4xxOrCloses(string request)
    {
        await using var service = await RunningService.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port, Stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
        var buffer = new byte[4096];
        var count = await stream.ReadAsync(buffer, Stop);
        Assert.StartsWith("HTTP/1.1 4", Encoding.ASCII.GetString(buffer, 0, count), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil\r\nSet-Cookie: a=b")]
    [InlineData("<script>")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task CorrelationId_NotPlain_IsReplaced(string given)
    {
        await using var service = await RunningService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        if (!request.Headers.TryAddWithoutValidation("X-Correlation-Id", given.ReplaceLineEndings("")))
            return;
        using var response = await service.Client.SendAsync(request, Stop);
        Assert.NotEqual(given, response.Headers.GetValues("X-Correlation-Id").Single());
    }

    private static IEnumerable<(string Method, string Path, string? Type, byte[] Body)> Requests(string id)
    {
        string[] jsonPaths = ["/documents", "/ocr", $"/documents/{id}/corrections", $"/documents/{id}/approve", "/reminders", "/webhooks", "/admin/keys"];
        foreach (var path in jsonPaths)
        {
            foreach (var json in Jsons())
                yield return ("POST", path, "application/json", Encoding.UTF8.GetBytes(json));
        }

        foreach (var path in (string[])["/documents", "/ocr"])
        {
            foreach (var (type, body) in Forms())
                yield return ("POST", path, type, body);
        }

        foreach (var part in (string[])["", "x", "..%2f..%2fetc%2fpasswd", "%00", "%ff%fe", "'; DROP TABLE documents;--", new string('a', 5000), "{}", "019d0000000070008000000000000001", "%E1%9E%80"])
        {
            foreach (var end in (string[])["", "/result", "/events", "/pages/0", "/pages/-1", "/pages/99999999999999", "/overlay?page=x", "/calendar.ics?start=9999-99-99&timeZone=x", "/corrections"])
                yield return ("GET", $"/documents/{part}{end}", null, []);
        }

        foreach (var query in (string[])["limit=0", "limit=101", "limit=x", "after=x", "state=5", "state=nothing", "from=x", "review=maybe", "medicine=%00", "patient=%ff", "flag=" + new string('a', 3000), "medicine=%27%20OR%201=1"])
            yield return ("GET", "/documents?" + query, null, []);
        yield return ("GET", $"/documents/{id}/result?version=-1", null, []);
        yield return ("GET", $"/documents/{id}/result?version=999999999999", null, []);
        yield return ("GET", "/calendars/" + new string('%', 43) + ".ics", null, []);
        yield return ("TRACE", "/documents", null, []);
        yield return ("PUT", "/documents", null, []);
    }

    private static IEnumerable<string> Jsons()
    {
        yield return "";
        yield return "null";
        yield return "[]";
        yield return "{";
        yield return "\"text\"";
        yield return "123";
        yield return "{\"files\":null,\"changes\":null,\"version\":null}";
        yield return "{\"files\":[],\"changes\":[],\"version\":1,\"scopes\":[]}";
        yield return "{\"files\":[null],\"changes\":[null],\"version\":1,\"scopes\":[null],\"name\":\"a\"}";
        yield return "{\"files\":[{\"name\":null,\"content\":null}],\"changes\":[{\"field\":null,\"value\":null}],\"version\":1}";
        yield return "{\"files\":[{\"name\":\"../../x\",\"content\":\"not base64\"}],\"version\":1,\"changes\":[{\"field\":\"/medications/0/name\",\"value\":{\"a\":[1]}}]}";
        yield return "{\"files\":[{\"name\":\"x\",\"content\":\"////\"}],\"version\":1,\"changes\":[{\"field\":\"/medications/99999999999/name\",\"value\":\"x\"}]}";
        yield return "{\"files\":[{\"content\":\"\"}],\"version\":1,\"changes\":[{\"field\":\"/pages/0/width\",\"value\":1}]}";
        yield return "{\"priority\":99,\"files\":[{\"content\":\"JVBERi0=\"}],\"version\":1,\"changes\":[{\"field\":\"/medications/0/dosageInstruction\",\"value\":[{\"sequence\":\"x\"}]}]}";
        yield return "{\"version\":1,\"changes\":[{\"field\":\"/medications/0/strength\",\"value\":true}]}";
        yield return "{\"version\":1,\"changes\":[{\"field\":\"/fields/date\",\"value\":\"2026-13-45\"}]}";
        yield return "{\"version\":99999999999999999999}";
        yield return new string('[', 20_000) + new string(']', 20_000);
        yield return "{\"files\":" + new string('[', 5000);
        yield return "{\"name\":\"" + new string('a', 200_000) + "\",\"scopes\":[\"read\"]}";
        yield return "{\"name\":\"a\",\"scopes\":[\"root\"],\"owner\":\"../..\",\"expiresInDays\":-1}";
        yield return "{\"name\":\"\\u0000\",\"scopes\":[\"read\"],\"owner\":\"\\r\\nx\"}";
        yield return "{\"documentId\":\"x\",\"start\":\"2026-02-30\",\"timeZone\":\"Asia/Phnom_Penh\"}";
        yield return "{\"url\":\"javascript:alert(1)\"}";
        yield return "{\"url\":\"https://[::ffff:127.0.0.1]/\"}";
        yield return "\u0000\u0001\u0002";
        yield return "{\"a\":1,\"a\":2,\"version\":1e400}";
    }

    private static IEnumerable<(string Type, byte[] Body)> Forms()
    {
        const string boundary = "b";
        const string type = "multipart/form-data; boundary=b";
        static byte[] Part(string headers, string content) => Encoding.Latin1.GetBytes($"--{boundary}\r\n{headers}\r\n\r\n{content}\r\n--{boundary}--\r\n");
        yield return (type, []);
        yield return ("multipart/form-data", Part("Content-Disposition: form-data; name=file; filename=a", "x"));
        yield return ("multipart/form-data; boundary=" + new string('b', 500), []);
        yield return (type, Encoding.ASCII.GetBytes("--b"));
        yield return (type, Encoding.ASCII.GetBytes("--b\r\n\r\n\r\n--b--"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=\"../../../etc/passwd\"", "%PDF-written\nmedicine A"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=\"a\u0000b\"", "%PDF-written\nmedicine B"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=\"" + new string('a', 10_000) + "\"", "%PDF-"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=a", ""));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=a", "<html><script>alert(1)</script>"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=a\r\nContent-Type: image/jpeg", "MZ\u0090\u0000"));
        yield return (type, Part("Content-Disposition: form-data; name=file", "no file name"));
        yield return (type, Part(new string('h', 40_000), "x"));
        yield return (type, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n", 500)) + "--b--\r\n"));
        yield return (type, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n%PDF-\r\n", 50)) + "--b--\r\n"));
        yield return ("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Repeat("a=b", 5000))));
        yield return ("text/plain", "x"u8.ToArray());
        yield return ("application/json; charset=bogus", "{}"u8.ToArray());
        yield return ("not a media type", "x"u8.ToArray());
        yield return ("application/octet-stream", [0xFF, 0xD8, 0xFF]);

        // Pictures that lie about themselves: a decoder must never be reached with them unbounded, and metadata removal must not fail.
        byte[][] pictures =
        [
            [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF], [0xFF, 0xD8, 0xFF, 0xE1, 0, 0], [0xFF, 0xD8, 0xFF, 0xE1, 0, 14, .. "Exif\0\0MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8], [.. "RIFF"u8, 255, 255, 255, 255, .. "WEBPVP8X"u8, 255, 255, 255, 255],
            [.. "II*\0"u8, 255, 255, 255, 127], [.. "MM\0*"u8, 0, 0, 0, 8, 255, 255], [0, 0, 0, 24, .. "ftypheic"u8, .. "Exif\0\0II*\0"u8, 255, 255, 255, 255],
        ];
        foreach (var picture in pictures)
            yield return (type, [.. Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n"), .. picture, .. Encoding.ASCII.GetBytes("\r\n--b--\r\n")]);
    }
}
