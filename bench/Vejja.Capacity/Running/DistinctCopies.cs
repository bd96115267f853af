using System.Buffers.Binary;

namespace Vejja.Capacity.Running;

/// <summary>Pictures that show the same and are not the same bytes: the same bytes twice are one document. Bytes after the end of a JPEG are shown by nobody.</summary>
internal sealed class DistinctCopies
{
    private readonly List<byte[]> originals;
    private int made;

    public DistinctCopies(IEnumerable<FileInfo> files)
    {
        originals = [.. files.Select(file => file.Extension is ".jpg" or ".jpeg"
            ? File.ReadAllBytes(file.FullName)
            : throw new ArgumentException($"{file.Name} is no JPEG."))];
    }

    /// <summary>One more, of the originals in turn.</summary>
    public byte[] Next()
    {
        var number = Interlocked.Increment(ref made);
        var original = originals[number % originals.Count];
        var copy = new byte[original.Length + sizeof(int)];
        original.CopyTo(copy, 0);
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(original.Length), number);
        return copy;
    }
}
