namespace Vejja.Storage.Blobs;

/// <summary>Where pictures lie. The seam to a folder, or to an S3 store.</summary>
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
    void DeleteAll(string documentId);

    /// <summary>Documents that have something here.</summary>
    IEnumerable<string> DocumentIds();
}
