using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Vejja.Tests.Shared;

namespace Vejja.Storage.Tests.Blobs;

/// <summary>An S3 bucket as far as pictures need one: PUT, GET and DELETE of an object, and listing by prefix, ten keys a page.</summary>
internal sealed class ObjectServer : IDisposable
{
    private const int PageLength = 10;

    private readonly HttpListener listener = new();

    public ObjectServer()
    {
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}/bucket/"));
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public ConcurrentDictionary<string, byte[]> Objects { get; } = [];

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                await AnswerAsync(context);
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var key = context.Request.Url!.AbsolutePath[Address.AbsolutePath.Length..];
        var (status, body) = (context.Request.HttpMethod, key) switch
        {
            ("PUT", _) => (200, await StoreAsync(key, context.Request.InputStream)),
            ("GET", "") => (200, List(context.Request.QueryString["prefix"] ?? "", context.Request.QueryString["start-after"] ?? "")),
            ("GET", _) => Objects.TryGetValue(key, out var bytes) ? (200, bytes) : (404, []),
            ("DELETE", _) => (204, Objects.TryRemove(key, out _) ? [] : []),
            _ => (405, []),
        };
        context.Response.StatusCode = status;
        context.Response.ContentLength64 = body.Length;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }

    private async Task<byte[]> StoreAsync(string key, Stream body)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes);
        Objects[key] = bytes.ToArray();
        return [];
    }

    /// <summary>As ListObjectsV2: keys in order, and whether there are more.</summary>
    private byte[] List(string prefix, string after)
    {
        var keys = Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).Order(StringComparer.Ordinal).Take(PageLength + 1).ToList();
        var page = string.Concat(keys.Take(PageLength).Select(key => $"<Contents><Key>{key}</Key></Contents>"));
        return Encoding.UTF8.GetBytes($"<ListBucketResult><IsTruncated>{(keys.Count > PageLength ? "true" : "false")}</IsTruncated>{page}</ListBucketResult>");
    }
}
