using System.Buffers.Binary;

namespace Vejja.Imaging.Formats;

/// <summary>Reads the header of a Windows bitmap.</summary>
internal static class BmpHeader
{
    private const int SizeOffset = 14, WidthOffset = 18, HeightOffset = 22, SmallestLength = 54;

    /// <summary>The length of the information header is one of those that Windows defines (BITMAPINFOHEADER to V5).</summary>
    public static bool HasKnownHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= SizeOffset + 4 && BinaryPrimitives.ReadUInt32LittleEndian(bytes[SizeOffset..]) is 40 or 52 or 56 or 108 or 124;

    public static DocumentHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SmallestLength)
            return null;
        long width = BinaryPrimitives.ReadInt32LittleEndian(bytes[WidthOffset..]);
        long height = Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[HeightOffset..]));
        var size = new PictureSize(width, height);
        return size.Pixels == 0 ? null : new DocumentHeader(DocumentFormat.Bmp, [size]);
    }
}
