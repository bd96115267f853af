using System.Globalization;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Decoding;

/// <summary>Reads a file into memory only where its length allows it, so that a huge or sparse file costs nothing.</summary>
public static class DocumentFile
{
    /// <summary>Reads the whole file.</summary>
    /// <param name="path">An existing file.</param>
    /// <param name="limits">Its <see cref="DecodeLimits.MaximumBytes"/> holds.</param>
    /// <exception cref="UnreadableDocumentException">The file is empty or too large.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static byte[] Read(string path, DecodeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Check(stream.Length, limits);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Throws where a document of this length is not to be read.</summary>
    internal static void Check(long length, DecodeLimits limits)
    {
        if (length == 0)
            throw new UnreadableDocumentException("empty-file", "The file is empty.");
        if (length > limits.MaximumBytes)
            throw new UnreadableDocumentException("too-large", string.Create(CultureInfo.InvariantCulture, $"The file has {length:N0} bytes; at most {limits.MaximumBytes:N0} are read."));
    }
}
