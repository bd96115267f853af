using System.Net;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Vejja.Storage.Blobs;
using Vejja.Storage.Encryption;

namespace Vejja.Storage.Tests.Blobs;

/// <summary>The interface over a bucket, without signatures: it shows that nothing is asked that S3 cannot do. Keys are <c>DOCUMENT/ADDRESS</c>.</summary>
internal sealed class ObjectBlobStore(Uri bucket, ContentCipher cipher, KeyedHash hash) : IBlobStore
{
    private static readonly HttpClient Http = new();

    public async Task<string> PutAsync(string documentId, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var address = hash.Of("blob", content.Span);
        using var body = new ByteArrayContent(cipher.Seal(content.Span, Key(documentId, address)));
        using var response = await Http.PutAsync(new Uri(bucket, Key(documentId, address)), body, cancellation);
        response.EnsureSuccessStatusCode();
        return address;
    }

    public async Task<byte[]> GetAsync(string documentId, string address, CancellationToken cancellation)
    {
        if (address.Length != 64 || !address.All(char.IsAsciiHexDigitLower))
            throw new FileNotFoundException("This is no address of a blob.");
        using var response = await Http.GetAsync(new Uri(bucket, Key(documentId, address)), cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            throw new FileNotFoundException("The blob is not there.");
        response.EnsureSuccessStatusCode();
        return cipher.Open(await response.Content.ReadAsByteArrayAsync(cancellation), Key(documentId, address));
    }

    public async Task DeleteAllAsync(string documentId, CancellationToken cancellation)
    {
        await foreach (var key in KeysAsync(Key(documentId, ""), cancellation))
        {
            using var response = await Http.DeleteAsync(new Uri(bucket, key), cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    public IAsyncEnumerable<string> DocumentIdsAsync(CancellationToken cancellation) => KeysAsync("", cancellation).Select(key => key.Split('/')[0]).Distinct();

    private static string Key(string documentId, string address) => Identifier.IsValid(documentId)
        ? $"{documentId}/{address}"
        : throw new ArgumentException("This is no identifier of a document.", nameof(documentId));

    private async IAsyncEnumerable<string> KeysAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = "";
        while (true)
        {
            var page = XDocument.Parse(await Http.GetStringAsync(new Uri(bucket, $"?list-type=2&prefix={prefix}&start-after={after}"), cancellation)).Root!;
            foreach (var key in page.Elements("Contents").Select(content => content.Element("Key")!.Value))
                yield return after = key;
            if (page.Element("IsTruncated")!.Value != "true")
                yield break;
        }
    }
}
