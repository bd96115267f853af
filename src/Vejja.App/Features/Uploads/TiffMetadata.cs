using System.Buffers.Binary;

namespace Vejja.App.Features.Uploads;

/// <summary>TIFF 6.0 directories, as TIFF files and Exif blocks hold them. Every offset is checked: the bytes are a stranger's.</summary>
internal static class TiffMetadata
{
    private const int EntryLength = 12;

    /// <summary>Maker, model, software, date, artist, host, copyright, description, XMP, IPTC, Photoshop, Exif, GPS.</summary>
    private static readonly HashSet<int> PrivateTags =
        [0x010E, 0x010F, 0x0110, 0x0131, 0x0132, 0x013B, 0x013C, 0x02BC, 0x8298, 0x83BB, 0x8649, 0x8769, 0x8825];

    /// <summary>A SHORT of the first directory; null where it is not there.</summary>
    public static int? ReadShort(ReadOnlySpan<byte> tiff, int tag)
    {
        if (!TryDirectory(tiff, out var isBig, out var start, out var count))
            return null;
        for (var i = 0; i < count; i++)
        {
            var entry = tiff.Slice(start + (i * EntryLength), EntryLength);
            if (Short(entry, isBig) == tag)
                return Short(entry[8..], isBig);
        }

        return null;
    }

    /// <summary>A copy whose private tags hold zeros; pixels and layout stay.</summary>
    public static byte[] BlankPrivateTags(byte[] bytes)
    {
        var result = bytes.ToArray();
        if (!TryDirectory(result, out var isBig, out var start, out var count))
            return result;
        for (var i = 0; i < count; i++)
        {
            var entry = result.AsSpan(start + (i * EntryLength), EntryLength);
            if (!PrivateTags.Contains(Short(entry, isBig)))
                continue;
            BlankValue(result, entry, isBig);
            entry[4..].Clear();
        }

        return result;
    }

    /// <summary>Blanks the whole first directory and what it points at.</summary>
    public static void Blank(Span<byte> tiff)
    {
        if (!TryDirectory(tiff, out var isBig, out var start, out var count))
            return;
        for (var i = 0; i < count; i++)
        {
            var entry = tiff.Slice(start + (i * EntryLength), EntryLength);
            BlankValue(tiff, entry, isBig);
        }

        tiff.Slice(start, count * EntryLength).Clear();
    }

    private static void BlankValue(Span<byte> tiff, ReadOnlySpan<byte> entry, bool isBig)
    {
        var offset = (long)Long(entry[8..], isBig);
        if (Short(entry, isBig) is 0x8769 or 0x8825)
        {
            if (TryEntries(tiff, offset, isBig, out var start, out var count))
                BlankDirectory(tiff, start, count, isBig);
            return;
        }

        var length = Long(entry[4..], isBig) * WidthOf(Short(entry[2..], isBig));
        if (length > 4 && offset + length <= tiff.Length)
            tiff.Slice((int)offset, (int)length).Clear();
    }

    private static void BlankDirectory(Span<byte> tiff, int start, int count, bool isBig)
    {
        for (var i = 0; i < count; i++)
        {
            var entry = tiff.Slice(start + (i * EntryLength), EntryLength);
            var length = Long(entry[4..], isBig) * WidthOf(Short(entry[2..], isBig));
            var offset = (long)Long(entry[8..], isBig);
            if (length > 4 && offset + length <= tiff.Length)
                tiff.Slice((int)offset, (int)length).Clear();
        }

        tiff.Slice(start, count * EntryLength).Clear();
    }

    private static bool TryDirectory(ReadOnlySpan<byte> tiff, out bool isBig, out int start, out int count)
    {
        (isBig, start, count) = (false, 0, 0);
        if (tiff.Length < 8)
            return false;
        isBig = tiff[0] == (byte)'M';
        return TryEntries(tiff, Long(tiff[4..], isBig), isBig, out start, out count);
    }

    private static bool TryEntries(ReadOnlySpan<byte> tiff, long offset, bool isBig, out int start, out int count)
    {
        (start, count) = (0, 0);
        if (offset < 8 || offset + 2 > tiff.Length)
            return false;
        start = (int)offset + 2;
        count = Math.Min(Short(tiff[(int)offset..], isBig), (tiff.Length - start) / EntryLength);
        return true;
    }

    private static long WidthOf(int type) => type switch { 3 or 8 => 2, 4 or 9 or 11 => 4, 5 or 10 or 12 => 8, _ => 1 };

    private static int Short(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
