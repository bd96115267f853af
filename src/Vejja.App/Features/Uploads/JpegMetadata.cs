using System.Buffers.Binary;

namespace Vejja.App.Features.Uploads;

/// <summary>JPEG (ITU-T T.81, annex B): of the application segments only those that change how pixels look are kept.</summary>
internal static class JpegMetadata
{
    private const byte StartOfScan = 0xDA;
    private const byte Comment = 0xFE;
    private const int OrientationTag = 0x0112;

    /// <summary>Drops APP1 (Exif, XMP), APP3 to APP13, APP15 and comments; the orientation goes into an Exif block of its own.</summary>
    public static byte[] Strip(byte[] bytes)
    {
        using var output = new MemoryStream(bytes.Length + 36);
        output.Write(bytes.AsSpan(0, 2));
        var at = 2;
        var orientation = 1;
        var body = new MemoryStream(bytes.Length);
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == StartOfScan)
                break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > bytes.Length)
                return bytes;
            var segment = bytes.AsSpan(at, 2 + length);
            if (marker == 0xE1 && segment[4..].StartsWith("Exif\0\0"u8))
                orientation = TiffMetadata.ReadShort(segment[10..], OrientationTag) ?? orientation;
            if (IsKept(marker))
                body.Write(segment);
            at += 2 + length;
        }

        if (at + 1 >= bytes.Length || bytes[at] != 0xFF)
            return bytes;
        if (orientation is > 1 and <= 8)
            output.Write(OrientationSegment((byte)orientation));
        body.WriteTo(output);
        output.Write(WithoutTrailer(bytes.AsSpan(at)));
        return output.ToArray();
    }

    /// <summary>APP0 JFIF, APP2 colour profile, APP14 Adobe colour transform, and all that is no application segment.</summary>
    private static bool IsKept(byte marker) => marker != Comment && (marker is < 0xE0 or > 0xEF || marker is 0xE0 or 0xE2 or 0xEE);

    /// <summary>Up to the end-of-image marker: telephones append further pictures and clips behind it. Segments between scans are stepped over.</summary>
    private static ReadOnlySpan<byte> WithoutTrailer(ReadOnlySpan<byte> scan)
    {
        for (var i = 0; i + 3 < scan.Length; i++)
        {
            if (scan[i] != 0xFF || scan[i + 1] is 0 or 0xFF or (>= 0xD0 and <= 0xD7))
                continue;
            if (scan[i + 1] == 0xD9)
                return scan[..(i + 2)];
            i += 1 + BinaryPrimitives.ReadUInt16BigEndian(scan[(i + 2)..]);
        }

        return scan;
    }

    private static byte[] OrientationSegment(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, // the first directory follows
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, // one entry: tag, SHORT, count 1, value
        0, 0, 0, 0, // no further directory
    ];
}
