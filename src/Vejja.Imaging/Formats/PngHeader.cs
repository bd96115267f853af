using System.Buffers.Binary;

namespace Vejja.Imaging.Formats;

/// <summary>Walks the chunks of a PNG file (ISO/IEC 15948, section 5).</summary>
internal static class PngHeader
{
    private const int SignatureBytes = 8, ChunkFrameBytes = 12;

    public static DocumentHeader? Read(ReadOnlySpan<byte> bytes)
    {
        PictureSize size = default;
        int orientation = ExifOrientation.Upright;
        bool isComplete = false;
        for (long position = SignatureBytes; position + ChunkFrameBytes <= bytes.Length && !isComplete;)
        {
            var chunk = bytes[(int)position..];
            uint length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var content = chunk[8..(int)Math.Min(chunk.Length, 8L + length)];
            var type = chunk[4..8];
            if (type.SequenceEqual("IHDR"u8) && content.Length >= 8)
                size = new(BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
            else if (type.SequenceEqual("eXIf"u8))
                orientation = ExifOrientation.Read(content);
            isComplete = type.SequenceEqual("IEND"u8);
            position += ChunkFrameBytes + length;
        }

        return size.Pixels == 0 ? null : new DocumentHeader(DocumentFormat.Png, [size], orientation, isComplete);
    }
}
