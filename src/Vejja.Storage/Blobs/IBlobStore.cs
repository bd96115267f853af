namespace Vejja.Storage.Blobs;

/// <summary>
/// Where pictures lie. The seam to a folder, or to an S3 store: a put, a get, a listing by prefix and a delete are all it asks. Putting the same bytes
/// twice or at once is harmless, since the address follows from the bytes, so no conditional put is needed; what is put can be fetched at once.
/// Blobs are whole in memory, as the encryption needs them; the largest is one uploaded file. A test holds every store to this.
/// </summary>
public interface IBlobStore
{
    /// <summary>Stores bytes; the same bytes of the same document have the same address.</summary>
    /// <param name="documentId">The document that the bytes go with.</param>
    /// <param name="content">The clear bytes; they are encrypted before they leave memory.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The address.</returns>
    Task<string> PutAsync(string documentId, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>Fetches bytes.</summary>
    /// <exception cref="FileNotFoundException">Nothing has this address.</exception>
    Task<byte[]> GetAsync(string documentId, string address, CancellationToken cancellation);

    /// <summary>Removes everything of a document; nothing happens where there is nothing.</summary>
    Task DeleteAllAsync(string documentId, CancellationToken cancellation);

    /// <summary>Documents that have something here, each once, in any order.</summary>
    IAsyncEnumerable<string> DocumentIdsAsync(CancellationToken cancellation);
}
