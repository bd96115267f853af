using System.Buffers.Binary;

namespace Vejja.Imaging.Formats;

/// <summary>Walks the segments of a JPEG file (ITU-T T.81, annex B) without decoding.</summary>
internal static class JpegHeader
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Application1 = 0xE1;

    public static DocumentHeader? Read(ReadOnlySpan<byte> bytes)
    {
        PictureSize size = default;
        int orientation = ExifOrientation.Upright;
        int position = 2;
        while (NextMarker(bytes, ref position) is { } marker)
        {
            if (marker == EndOfImage)
                return Header(size, orientation, isComplete: true);
            if (IsWithoutLength(marker))
                continue;
            if (position + 2 > bytes.Length)
                break;
            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[position..]);
            if (length < 2 || position + length > bytes.Length)
                break;
            var content = bytes.Slice(position + 2, length - 2);
            if (IsFrame(marker) && content.Length >= 5)
                size = new(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]));
            else if (marker == Application1 && content.StartsWith("Exif\0\0"u8))
                orientation = ExifOrientation.Read(content[6..]);
            position += length;
            if (marker == StartOfScan)
                SkipScan(bytes, ref position);
        }

        return Header(size, orientation, isComplete: false);
    }

    private static DocumentHeader? Header(PictureSize size, int orientation, bool isComplete) =>
        size.Pixels == 0 ? null : new DocumentHeader(DocumentFormat.Jpeg, [size], orientation, isComplete);

    /// <summary>The next marker code, past fill bytes; null at the end of the bytes or where none stands.</summary>
    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int position)
    {
        int found = position < bytes.Length ? bytes[position..].IndexOf((byte)0xFF) : -1;
        if (found < 0)
            return null;
        position += found;
        while (position < bytes.Length && bytes[position] == 0xFF)
            position++;
        return position < bytes.Length ? bytes[position++] : null;
    }

    /// <summary>Moves to the first marker after entropy-coded bytes: FF that is neither stuffed (00) nor a restart (D0 to D7).</summary>
    private static void SkipScan(ReadOnlySpan<byte> bytes, ref int position)
    {
        while (position < bytes.Length)
        {
            int found = bytes[position..].IndexOf((byte)0xFF);
            if (found < 0 || position + found + 1 >= bytes.Length)
            {
                position = bytes.Length;
                return;
            }

            position += found;
            byte code = bytes[position + 1];
            if (code is not 0 and not 0xFF and not (>= 0xD0 and <= 0xD7))
                return;
            position += code == 0xFF ? 1 : 2;
        }
    }

    private static bool IsWithoutLength(byte marker) => marker is 0 or 1 or StartOfImage or (>= 0xD0 and <= 0xD7);

    /// <summary>SOF0 to SOF15, less DHT (C4), JPG (C8) and DAC (CC).</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
}
