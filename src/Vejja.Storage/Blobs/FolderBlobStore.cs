using System.Security.Cryptography;
using Vejja.Storage.Encryption;

namespace Vejja.Storage.Blobs;

/// <summary>
/// Blobs in a folder: <c>xx/DOCUMENT/ADDRESS</c>, where xx are the last two digits of the document's identifier (its random end). A document's
/// blobs lie together, so deleting it never has to ask who else refers to a blob.
/// </summary>
public sealed class FolderBlobStore : IBlobStore
{
    private readonly string root;
    private readonly ContentCipher cipher;
    private readonly KeyedHash hash;

    /// <summary>Opens the folder and makes it where it is missing.</summary>
    public FolderBlobStore(string root, ContentCipher cipher, KeyedHash hash)
    {
        (this.root, this.cipher, this.hash) = (root, cipher, hash);
        Directory.CreateDirectory(root);
    }

    /// <inheritdoc/>
    public async Task<string> PutAsync(string documentId, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var address = hash.Of("blob", content.Span);
        var folder = FolderOf(documentId);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, address);
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.new";
        try
        {
            using (var file = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await RandomAccess.WriteAsync(file, cipher.Seal(content.Span, PlaceOf(documentId, address)), 0, cancellation);
                RandomAccess.FlushToDisk(file);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }

        return address;
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetAsync(string documentId, string address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Length != 64 || !address.All(char.IsAsciiHexDigitLower))
            throw new FileNotFoundException("This is no address of a blob.");
        try
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(FolderOf(documentId), address), cancellation);
            return cipher.Open(bytes, PlaceOf(documentId, address));
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new FileNotFoundException("The blob is not there.", missing);
        }
    }

    /// <inheritdoc/>
    public Task DeleteAllAsync(string documentId, CancellationToken cancellation)
    {
        var folder = FolderOf(documentId);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> DocumentIdsAsync(CancellationToken cancellation) =>
        Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateDirectories).Select(folder => Path.GetFileName(folder)!).ToAsyncEnumerable();

    private static string PlaceOf(string documentId, string address) => $"blob/{documentId}/{address}";

    private string FolderOf(string documentId) => Identifier.IsValid(documentId)
        ? Path.Combine(root, documentId[^2..], documentId)
        : throw new ArgumentException("This is no identifier of a document.", nameof(documentId));
}
