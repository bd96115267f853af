using System.Text;
using Vejja.Bench;

namespace Vejja.App.Tests.Hostile;

/// <summary>One request of an enemy.</summary>
internal sealed record HostileRequest(string Method, string Path, string? Type, byte[] Body);

/// <summary>What an enemy sends: bodies that are no JSON, bombs of JSON, forms that are none, paths, queries, others' identifiers, and damaged copies of good requests.</summary>
internal static class HostileRequests
{
    /// <summary>Every request, some of them twice.</summary>
    /// <param name="id">A document of the caller's.</param>
    /// <param name="hidden">A document of somebody else's.</param>
    public static IEnumerable<HostileRequest> All(string id, string hidden)
    {
        string[] jsonPaths = ["/documents", "/ocr", $"/documents/{id}/corrections", $"/documents/{id}/approve", "/reminders", "/webhooks", "/admin/keys"];
        foreach (var path in jsonPaths)
        {
            foreach (var json in Jsons().Concat(FuzzedJsons()))
                yield return new("POST", path, "application/json", Encoding.UTF8.GetBytes(json));
        }

        foreach (var path in (string[])["/documents", "/ocr"])
        {
            foreach (var (type, body) in Forms().Concat(FuzzedForms()))
                yield return new("POST", path, type, body);
        }

        foreach (var part in (string[])["", "x", hidden, "..%2f..%2fetc%2fpasswd", "%00", "%ff%fe", "'; DROP TABLE documents;--", new string('a', 5000), "{}", "019d0000000070008000000000000001", "%E1%9E%80"])
        {
            foreach (var end in (string[])["", "/result", "/events", "/pages/0", "/pages/-1", "/pages/99999999999999", "/overlay?page=x", "/calendar.ics?start=9999-99-99&timeZone=x", "/corrections"])
                yield return new("GET", $"/documents/{part}{end}", null, []);
        }

        foreach (var query in (string[])["limit=0", "limit=101", "limit=x", "after=x", "state=5", "state=nothing", "from=x", "review=maybe", "medicine=%00", "patient=%ff", "flag=" + new string('a', 3000), "medicine=%27%20OR%201=1"])
            yield return new("GET", "/documents?" + query, null, []);
        yield return new("GET", $"/documents/{id}/result?version=-1", null, []);
        yield return new("GET", $"/documents/{id}/result?version=999999999999", null, []);
        yield return new("GET", "/calendars/" + new string('%', 43) + ".ics", null, []);
        foreach (var method in (string[])["DELETE", "POST"])
        {
            foreach (var end in (string[])["", "/retry", "/cancel", "/approve", "/corrections"])
                yield return new(method, $"/documents/{hidden}{end}", "application/json", "{\"version\":1}"u8.ToArray());
        }

        yield return new("TRACE", "/documents", null, []);
        yield return new("PUT", "/documents", null, []);
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
        yield return (type, Part("Content-Disposition: form-data; name=file; filename*=utf-8''a%0d%0aSet-Cookie:%20a=b", "%PDF-written\nmedicine C"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=\"C:\\windows\\win.ini\"", "%PDF-written\nmedicine D"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=\"/etc/shadow\"", "%PDF-written\nmedicine E"));
        yield return (type, Part("Content-Disposition: form-data; name=file; filename=\"....//....//x\"", "%PDF-written\nmedicine F"));
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

        foreach (var picture in HostilePictures.Lying())
            yield return (type, [.. Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n"), .. picture, .. Encoding.ASCII.GetBytes("\r\n--b--\r\n")]);
    }

    /// <summary>A well-formed upload with some bytes changed, lost or added; the same ones each time.</summary>
    private static IEnumerable<(string Type, byte[] Body)> FuzzedForms()
    {
        var dice = new Dice(1);
        var whole = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-written\nmedicine A\r\n--b\r\nContent-Disposition: form-data; name=\"priority\"\r\n\r\n5\r\n--b--\r\n"u8.ToArray();
        for (var i = 0; i < 120; i++)
            yield return ("multipart/form-data; boundary=b", Damage(whole, dice));
    }

    private static IEnumerable<string> FuzzedJsons()
    {
        var dice = new Dice(2);
        var whole = Encoding.UTF8.GetBytes("{\"version\":1,\"name\":\"a\",\"scopes\":[\"read\"],\"url\":\"https://example.org/\",\"documentId\":\"019d0000000070008000000000000001\",\"start\":\"2026-12-01\",\"timeZone\":\"Asia/Phnom_Penh\",\"files\":[{\"name\":\"x\",\"content\":\"JVBERi0=\"}],\"changes\":[{\"field\":\"/medications/0/strength\",\"value\":\"5 mg\"}]}");
        for (var i = 0; i < 30; i++)
            yield return Encoding.Latin1.GetString(Damage(whole, dice));
    }

    private static byte[] Damage(byte[] whole, Dice dice)
    {
        var bytes = whole.ToList();
        for (var change = dice.Whole(1, 6); change > 0 && bytes.Count > 1; change--)
        {
            var at = dice.Whole(0, bytes.Count - 1);
            switch (dice.Whole(0, 3))
            {
                case 0:
                    bytes[at] = (byte)dice.Whole(0, 255);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)dice.Whole(0, 255), dice.Whole(1, 40)));
                    break;
                default:
                    bytes.RemoveRange(Math.Max(1, at), bytes.Count - Math.Max(1, at));
                    break;
            }
        }

        return [.. bytes];
    }
}
