using System.Buffers.Binary;

namespace Vejja.Imaging.Formats;

/// <summary>The orientation tag of EXIF (CIPA DC-008, tag 0x0112), from a TIFF structure.</summary>
internal static class ExifOrientation
{
    /// <summary>The first row is the top, the first column the left.</summary>
    public const int Upright = 1;

    private const ushort OrientationTag = 0x0112, ShortType = 3;

    /// <summary>Reads it from the first directory; upright where the tag is missing or damaged.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (TiffBytes.Open(tiff) is not { } reader || reader.FirstDirectory(tiff) is not { } directory)
            return Upright;
        int count = reader.UInt16(tiff, directory) ?? 0;
        for (int i = 0; i < count; i++)
        {
            long entry = directory + 2 + (12L * i);
            if (reader.UInt16(tiff, entry) == OrientationTag && reader.UInt16(tiff, entry + 2) == ShortType)
                return reader.UInt16(tiff, entry + 8) is { } value and >= 1 and <= 8 ? value : Upright;
        }

        return Upright;
    }
}

/// <summary>Reads numbers of a TIFF structure in its own byte order; null outside of the bytes.</summary>
internal readonly record struct TiffBytes(bool IsLittleEndian)
{
    public static TiffBytes? Open(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("II*\0"u8) ? new TiffBytes(true) : bytes.StartsWith("MM\0*"u8) ? new TiffBytes(false) : null;

    public long? FirstDirectory(ReadOnlySpan<byte> bytes) => UInt32(bytes, 4);

    public int? UInt16(ReadOnlySpan<byte> bytes, long offset)
    {
        if (offset < 0 || offset + 2 > bytes.Length)
            return null;
        var slice = bytes.Slice((int)offset, 2);
        return IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(slice) : BinaryPrimitives.ReadUInt16BigEndian(slice);
    }

    public long? UInt32(ReadOnlySpan<byte> bytes, long offset)
    {
        if (offset < 0 || offset + 4 > bytes.Length)
            return null;
        var slice = bytes.Slice((int)offset, 4);
        return IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(slice) : BinaryPrimitives.ReadUInt32BigEndian(slice);
    }
}
