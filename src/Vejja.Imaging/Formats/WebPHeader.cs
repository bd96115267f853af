using System.Buffers.Binary;

namespace Vejja.Imaging.Formats;

/// <summary>Walks the chunks of a WebP file (RFC 9649).</summary>
internal static class WebPHeader
{
    public static DocumentHeader? Read(ReadOnlySpan<byte> bytes)
    {
        PictureSize size = default;
        int orientation = ExifOrientation.Upright;
        for (long position = 12; position + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)position..];
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var content = chunk[8..(int)Math.Min(chunk.Length, 8L + length)];
            var type = chunk[..4];
            if (type.SequenceEqual("EXIF"u8))
                orientation = ExifOrientation.Read(content.StartsWith("Exif\0\0"u8) ? content[6..] : content);
            else if (size.Pixels == 0)
                size = Size(type, content);
            position += 8 + length + (length & 1);
        }

        bool isComplete = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L <= bytes.Length;
        return size.Pixels == 0 ? null : new DocumentHeader(DocumentFormat.WebP, [size], orientation, isComplete);
    }

    private static PictureSize Size(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        if (type.SequenceEqual("VP8X"u8) && content.Length >= 10)
            return new(1L + UInt24(content[4..]), 1L + UInt24(content[7..]));
        // Key frame: three bytes of frame tag, the start code 9D 01 2A, then 14 bits each (RFC 6386, section 9.1).
        if (type.SequenceEqual("VP8 "u8) && content.Length >= 10)
            return new(BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF);
        if (type.SequenceEqual("VP8L"u8) && content.Length >= 5)
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
            return new((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }

        return default;
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
