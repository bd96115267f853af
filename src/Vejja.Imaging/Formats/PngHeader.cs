using System.Buffers.Binary;

namespace Vejja.Imaging.Formats;

/// <summary>Walks the chunks of a PNG file (ISO/IEC 15948, section 5).</summary>
internal static class PngHeader
{
    private const int SignatureBytes = 8, ChunkFrameBytes = 12;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(static value => Shifted((uint)value))];

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
            // Checked here, because libpng says on stderr what it finds.
            if (chunk.Length < ChunkFrameBytes + (long)length || Crc32(chunk[4..(8 + (int)length)]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[(8 + (int)length)..]))
                break;
            if (type.SequenceEqual("IHDR"u8) && content.Length >= 8)
                size = new(BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
            else if (type.SequenceEqual("eXIf"u8))
                orientation = ExifOrientation.Read(content);
            isComplete = type.SequenceEqual("IEND"u8);
            position += ChunkFrameBytes + length;
        }

        return size.Pixels == 0 ? null : new DocumentHeader(DocumentFormat.Png, [size], orientation, isComplete);
    }

    /// <summary>ISO/IEC 15948, annex D: x³² + x²⁶ + … + 1, reflected.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint rest = 0xFFFFFFFF;
        foreach (byte value in bytes)
            rest = CrcTable[(rest ^ value) & 0xFF] ^ (rest >> 8);
        return ~rest;
    }

    private static uint Shifted(uint rest)
    {
        for (int bit = 0; bit < 8; bit++)
            rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ 0xEDB88320;
        return rest;
    }
}
